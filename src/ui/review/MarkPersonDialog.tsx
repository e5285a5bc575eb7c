import { useState, type ReactNode } from 'react';
import { TextField } from '../shared/TextField.tsx';
import { RecordDialog, type SeatDialogProps } from './SeatDialogs.tsx';

/** A person against what a rule or an earlier mark says. */
export function MarkPersonDialog({ about, record, onClose }: SeatDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <RecordDialog
      title="Mark as a person"
      confirmName="Save mark"
      about={about}
      held={reason.trim() === ''}
      record={() => record({ act: 'markHuman', mark: 'human', reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="soft">
        The mark wins over every rule and holds for all seats of the account. They are judged by their use
        again and can become cases.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} />
    </RecordDialog>
  );
}
