import type { ReactNode } from 'react';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';

const SENTENCES = {
  recorded: 'Another tab has recorded something for this client. It is shown here now.',
  wiped: 'This client was wiped in another tab. What is still shown here is no longer stored.',
  outdated:
    'A newer Fallow has opened this client in another tab. Nothing more can be recorded here, and nothing was lost. Reload this page to go on.',
} as const;

/** Says that what is on screen has changed because of another tab. */
export function TabNote(): ReactNode {
  const { workspace } = useApp();
  const news = useWorkspace((state) => state.tabNews);
  return (
    <StatusLine className="unnamed-note" label="Other tabs">
      {news === undefined ? null : (
        <>
          {SENTENCES[news]}
          {news === 'outdated' ? (
            <Button onClick={() => window.location.reload()}>Reload this page</Button>
          ) : (
            <Button kind="quiet" onClick={() => workspace.getState().dismissTabNews()}>
              Dismiss
            </Button>
          )}
        </>
      )}
    </StatusLine>
  );
}
