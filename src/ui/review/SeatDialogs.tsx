import { useState, type ReactNode } from 'react';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { addMonths, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { ReviewOutcome, SeatAction } from '../../state/reviewStore.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { optionsOf } from '../shared/optionsOf.ts';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { PATTERN_NAMES } from './reviewSentences.ts';

export interface SeatDialogProps {
  /** "Priya Raman · Fulfiller", or "12 selected seats". */
  readonly about: string;
  readonly record: (action: SeatAction) => Promise<ReviewOutcome>;
  readonly onClose: () => void;
}

interface RecordDialogProps {
  readonly title: string;
  readonly confirmName: string;
  readonly about: string;
  readonly held: boolean;
  readonly record: () => Promise<ReviewOutcome>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Records once, stays open with the reason when nothing could be recorded, closes otherwise. */
export function RecordDialog(props: RecordDialogProps): ReactNode {
  const { title, confirmName, about, held, record, onClose, children } = props;
  const [outcome, setOutcome] = useState<ReviewOutcome | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const confirm = async (): Promise<void> => {
    setPending(true);
    try {
      const result = await record();
      if (result.failure) setOutcome(result);
      else onClose();
    } finally {
      setPending(false);
    }
  };
  return (
    <ConfirmDialog
      title={title}
      confirmName={confirmName}
      held={held || pending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>
        <bdi>{visibleLines(about)}</bdi>
      </p>
      {children}
      <FailureAlert failure={outcome?.failure} />
    </ConfirmDialog>
  );
}

export function MarkInactiveDialog({ about, record, onClose }: SeatDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title="Mark inactive"
      confirmName="Save finding"
      about={about}
      held={reason.trim() === ''}
      record={() => record({ act: 'markInactive', reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="soft">
        No pattern explains the pause. The seat becomes Login only or Dormant until its next real work, or for
        12 months.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}

type PatternName = keyof typeof PATTERN_NAMES;
const PATTERNS = optionsOf(PATTERN_NAMES);

export function DeclarePatternDialog({ about, record, onClose }: SeatDialogProps): ReactNode {
  const [pattern, setPattern] = useState<PatternName>('quarterly');
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title="Declare a pattern"
      confirmName="Save pattern"
      about={about}
      held={reason.trim() === ''}
      record={() => record({ act: 'declarePattern', pattern, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="soft">
        A declared pattern protects the seat while it keeps its own rhythm, for 12 months at most. Your name
        is recorded with it.
      </p>
      <SelectField label="Pattern" value={pattern} options={PATTERNS} onChange={setPattern} />
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}

/** An exception lasts at most 12 months from the data-as-of date. */
export function AddExceptionDialog({
  about,
  record,
  onClose,
  asOf,
}: SeatDialogProps & { readonly asOf: EpochDay }): ReactNode {
  const [rationale, setRationale] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const [fallbackControl, setFallbackControl] = useState('');
  const until = readTypedDay(endsOn);
  const latest = addMonths(asOf, 12);
  const error =
    endsOn.trim() === ''
      ? undefined
      : until === undefined
        ? 'Type a date as 31 Dec 2026 or 2026-12-31.'
        : until < asOf
          ? `This day is before the data of ${formatDay(asOf)}.`
          : until > latest
            ? `An exception ends within 12 months: ${formatDay(latest)} at the latest.`
            : undefined;
  return (
    <RecordDialog
      title="Add an exception"
      confirmName="Save exception"
      about={about}
      held={
        rationale.trim() === '' || fallbackControl.trim() === '' || until === undefined || error !== undefined
      }
      record={() =>
        record({
          act: 'addException',
          rationale: rationale.trim(),
          until: until ?? asOf,
          fallbackControl: fallbackControl.trim(),
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Rationale"
        hint="Why the seat is kept although it is idle"
        value={rationale}
        onChange={setRationale}
      />
      <TextField
        label="Ends on"
        hint={`${formatDay(latest)} at the latest; then the seat comes back to Review`}
        error={error}
        placeholder={formatDay(latest)}
        value={endsOn}
        onChange={setEndsOn}
      />
      <TextField
        label="Fallback control"
        hint="What is done instead meanwhile, for example a monthly look by the manager"
        value={fallbackControl}
        onChange={setFallbackControl}
      />
    </RecordDialog>
  );
}

type Kind = 'service' | 'integration' | 'shared';

export function MarkAccountDialog({
  title,
  kind,
  about,
  record,
  onClose,
}: SeatDialogProps & {
  readonly title: string;
  /** What the account is now, where it is one and no person. */
  readonly kind: Kind | undefined;
}): ReactNode {
  const [mark, setMark] = useState<Kind>(kind ?? 'service');
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title={title}
      confirmName="Save mark"
      about={about}
      held={reason.trim() === '' || mark === kind}
      record={() => record({ act: 'markHuman', mark, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="soft">
        Accounts that are not people never become cases. They still use up a seat of the contract. The mark
        wins over every rule and holds for all seats of the account.
      </p>
      <RadioGroup
        label="Kind of account"
        value={mark}
        options={[
          { value: 'service', name: 'Service account' },
          { value: 'integration', name: 'Integration' },
          { value: 'shared', name: 'Shared account or room' },
        ]}
        onChange={setMark}
      />
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}
