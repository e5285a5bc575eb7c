import { useState, type ReactNode } from 'react';
import type { ReviewOutcome } from '../../state/reviewStore.ts';
import { NamesExportDialog } from '../shared/NamesExportDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { borderlineWaits, seats } from './reviewSentences.ts';
import { RecordDialog } from './SeatDialogs.tsx';

interface ReasonedDialogProps {
  readonly record: (reason: string) => Promise<ReviewOutcome>;
  readonly onClose: () => void;
}

export function WaiveQueueDialog({
  borderline,
  record,
  onClose,
}: ReasonedDialogProps & { readonly borderline: number }): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title="Waive the queue"
      confirmName="Waive"
      about={borderlineWaits(borderline)}
      held={reason.trim() === ''}
      record={() => record(reason.trim())}
      onClose={onClose}
    >
      <p className="soft">
        A waiver leaves these seats Borderline and allows cases for them under this definition and these data.
        Your name and reason stand in the ledger and in the brief.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}

export function CreateByHandDialog({
  about,
  record,
  onClose,
}: ReasonedDialogProps & { readonly about: string }): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title="Create a case by hand"
      confirmName="Create case"
      about={about}
      held={reason.trim() === ''}
      record={() => record(reason.trim())}
      onClose={onClose}
    >
      <p className="soft">
        For a seat that is not a candidate, for example of a person who moved to another role.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}

export function ExportTableDialog({
  total,
  onExport,
  onClose,
}: {
  readonly total: number;
  readonly onExport: () => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <NamesExportDialog
      onExport={() => {
        onExport();
        onClose();
      }}
      onCancel={onClose}
    >
      <p>
        {seats(total)} with name, account, unit, dates of use, category and reason leave Fallow as a CSV file
        on this computer.
      </p>
    </NamesExportDialog>
  );
}
