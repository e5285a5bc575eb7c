import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { Button } from './Button.tsx';

export interface DialogProps {
  /** The accessible name, exactly. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons at the foot. With `Cancel` among them, set `withClose` to false. */
  readonly actions?: ReactNode;
  /** Whether the head has a button Close. */
  readonly withClose?: boolean;
  readonly wide?: boolean;
}

/** A modal dialog while it is mounted. Esc closes it; focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  withClose = true,
  wide = false,
}: DialogProps): ReactNode {
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{visibleLines(title)}</h2>
        {withClose ? (
          <Button kind="quiet" onClick={onClose}>
            Close
          </Button>
        ) : null}
      </div>
      <div className="dialog-body">{children}</div>
      {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}
