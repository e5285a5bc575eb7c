import type { ReactNode } from 'react';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';

/** Says that an act was not recorded because the question for the name was put aside, whatever screen asked. */
export function UnnamedNote(): ReactNode {
  const { workspace } = useApp();
  const unnamed = useWorkspace((state) => state.unnamed);
  return (
    <StatusLine className="unnamed-note" label="Not recorded">
      {unnamed ? (
        <>
          Not recorded: no name was given.
          <Button kind="quiet" onClick={() => workspace.getState().dismissUnnamed()}>
            Dismiss
          </Button>
        </>
      ) : null}
    </StatusLine>
  );
}
