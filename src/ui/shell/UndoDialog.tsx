import { useState, type ReactNode } from 'react';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { TextField } from '../shared/TextField.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';

/** Takes back the last act by an entry that reverses it; the act itself stays on record. */
export function UndoDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { workspace } = useApp();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState('');
  const act = usePendingAct();
  const target = useWorkspace((state) => state.view?.undo);
  const stands = target !== undefined && 'refusal' in target;
  const undo = (): Promise<void> =>
    act.run(
      () => workspace.getState().act({ act: 'undoLast', reason: reason.trim() }),
      (answer) => {
        if (answer.refused.length === 0) onClose();
        else setRefused(answer.refused.map((each) => each.reason).join(' '));
      },
    );
  return (
    <ConfirmDialog
      title="Undo the last act"
      confirmName="Undo it"
      held={reason.trim() === '' || act.pending || stands}
      onConfirm={() => void undo()}
      onCancel={onClose}
    >
      {target === undefined ? null : stands ? (
        <InlineNote tone="attention">{target.refusal}</InlineNote>
      ) : (
        <p>
          Takes back: <strong>{target.what}</strong>
        </p>
      )}
      <p>
        The last act is taken back where that is still honest. Both the act and its reversal stay in the
        ledger, with your reason.
      </p>
      {stands ? null : <TextField label="Reason" value={reason} onChange={setReason} />}
      <FailureAlert failure={refused === '' ? act.failure : { kind: 'refused', reason: refused }} />
    </ConfirmDialog>
  );
}
