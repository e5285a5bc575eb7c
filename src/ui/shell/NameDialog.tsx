import { useState, type FormEvent, type ReactNode } from 'react';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { TextField } from '../shared/TextField.tsx';

/** Asked once per opening, before the first recorded act. */
export function NameDialog(): ReactNode {
  const question = useWorkspace((state) => state.nameQuestion);
  return question ? <NameQuestion answer={question.answer} /> : null;
}

function NameQuestion({ answer }: { readonly answer: (name: string | undefined) => void }): ReactNode {
  const { workspace } = useApp();
  const [name, setName] = useState(workspace.getState().lastTypedName);
  const typed = name.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== '') answer(typed);
  };
  return (
    <Dialog title="Your name" withClose={false} onClose={() => answer(undefined)}>
      <form className="stack" onSubmit={submit}>
        <p>
          Every act is recorded with the name of the person who did it. The name stays in this browser and in
          the files you export.
        </p>
        <TextField label="Your name" value={name} onChange={setName} maxLength={120} />
        <div className="button-row">
          <Button onClick={() => answer(undefined)}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={typed === ''}>
            Continue
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
