import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What happens, and what is lost. */
  readonly children: ReactNode;
  readonly confirmName: string;
  readonly danger?: boolean;
  /** The confirming button cannot be pressed yet. */
  readonly held?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before an act; the button carries the name of the act, the other one is Cancel. */
export function ConfirmDialog({
  title,
  children,
  confirmName,
  danger = false,
  held = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps): ReactNode {
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      withClose={false}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button kind={danger ? 'danger' : 'primary'} disabled={held} onClick={onConfirm}>
            {confirmName}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
