import { useState, type ReactNode } from 'react';
import { Button } from '../shared/Button.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';

interface DiscardDraftProps {
  /** The last frozen version, which the draft goes back to. */
  readonly version: number;
  readonly onDiscard: () => void;
}

/** Takes the draft back to the last frozen definition, after a question. */
export function DiscardDraft({ version, onDiscard }: DiscardDraftProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const discard = (): void => {
    setAsking(false);
    onDiscard();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Discard draft</Button>
      {asking ? (
        <ConfirmDialog
          title="Discard draft"
          confirmName="Discard"
          danger
          onCancel={() => setAsking(false)}
          onConfirm={discard}
        >
          <p>
            The draft goes back to definition {version}. What you changed since then is lost; definition{' '}
            {version} and everything recorded stay as they are.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
