import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { counted } from './loadWords.ts';
import { wordDeletionLoss } from './snapshotWords.ts';
import { useAsked } from '../shared/useAsked.ts';

export interface DeleteSnapshotDialogProps {
  readonly receipt: Receipt;
  /** `namesBaseline`: the person has said that the baseline is meant. */
  readonly onDelete: (namesBaseline: boolean) => void;
  readonly onCancel: () => void;
}

/** Says exactly what goes with a snapshot before it is deleted. */
export function DeleteSnapshotDialog({ receipt, onDelete, onCancel }: DeleteSnapshotDialogProps): ReactNode {
  const { snapshot, asOf } = receipt;
  const loss = useAsked('deletionLoss', { snapshot }, snapshot);
  const [named, setNamed] = useState(false);
  const { value } = loss;
  const isBaseline = value?.isBaseline === true;
  const open = value?.cases.open ?? 0;
  return (
    <ConfirmDialog
      title={`Delete snapshot ${formatDay(asOf)}`}
      confirmName="Delete this snapshot"
      danger
      held={loss.loading || open > 0 || (isBaseline && !named)}
      onCancel={onCancel}
      onConfirm={() => onDelete(isBaseline)}
    >
      <FailureAlert failure={loss.failure} />
      <p>
        This deletes {counted(receipt.accounts, 'account', 'accounts')} and{' '}
        {counted(receipt.seats, 'seat', 'seats')} as of {formatDay(asOf)}, read from{' '}
        <bdi className="quoted">{visibleText(receipt.source.name)}</bdi>.
      </p>
      {loss.loading ? <p className="soft">Counting what rests on it.</p> : null}
      {value ? (
        <ul className="load-losses">
          {wordDeletionLoss(value).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <p>The ledger keeps that it was loaded and deleted. The file on your computer is not touched.</p>
      {open > 0 ? (
        <InlineNote tone="attention">
          {counted(open, 'open case rests', 'open cases rest')} on this snapshot. Close or withdraw{' '}
          {open === 1 ? 'it' : 'them'} first.
        </InlineNote>
      ) : null}
      {isBaseline ? (
        <>
          <InlineNote tone="attention">
            This snapshot is the baseline. Its figures are frozen in the ledger and stay; its accounts and
            seats go.
          </InlineNote>
          <CheckField label="Delete the baseline" value={named} onChange={setNamed} />
        </>
      ) : null}
    </ConfirmDialog>
  );
}
