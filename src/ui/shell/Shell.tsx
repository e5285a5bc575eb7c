import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { Alert } from '../shared/Alert.tsx';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { STEPS, type StepId } from '../shared/steps.ts';
import { useHotkeys } from '../shared/useHotkeys.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { LedgerDialog } from './LedgerDialog.tsx';
import { isSound, wordLedgerCheck } from './ledgerWords.ts';
import { NameDialog } from './NameDialog.tsx';
import './shell.css';
import { StatusStrip } from './StatusStrip.tsx';
import { StepRail } from './StepRail.tsx';
import { TabNote } from './TabNote.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { UnnamedNote } from './UnnamedNote.tsx';

export interface ShellProps {
  readonly current: StepId;
  readonly view: WorkspaceView | undefined;
  readonly children: ReactNode;
}

type OpenDialog = 'ledger' | 'help' | 'undo';

/** The frame around every screen: status strip, rail, dialogs of the whole page. */
export function Shell({ current, view, children }: ShellProps): ReactNode {
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const { workspace } = useApp();
  const content = useRef<HTMLElement>(null);
  const shown = useRef(current);
  const close = (): void => setDialog(undefined);
  useHotkeys({ '?': () => setDialog('help') });

  useEffect(() => {
    document.title = `${STEPS.find(({ id }) => id === current)?.name ?? ''} · Fallow`;
    if (shown.current === current) return;
    shown.current = current;
    workspace.getState().dismissUnnamed();
    window.scrollTo(0, 0);
    (content.current?.querySelector('h1') ?? content.current)?.focus();
  }, [current, workspace]);

  return (
    <div className="shell">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        Skip to content
      </a>
      <StatusStrip view={view}>
        {view && view.ledger.length > 0 ? (
          <Button kind="quiet" onClick={() => setDialog('undo')}>
            Undo
          </Button>
        ) : null}
        {view ? (
          <Button kind="quiet" onClick={() => setDialog('ledger')}>
            Ledger
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => setDialog('help')}>
          Help
        </Button>
      </StatusStrip>
      <StepRail current={current} view={view} />
      <main ref={content} id="content" className="content" tabIndex={-1}>
        {view && !isSound(view.ledger.check) ? (
          <div className="shell-alert">
            <Alert
              actions={
                view.ledger.check.outcome === 'broken' ? undefined : (
                  <Button onClick={() => void workspace.getState().acceptLedger()}>
                    Go on with what is here
                  </Button>
                )
              }
            >
              {wordLedgerCheck(view.ledger.check)}
            </Alert>
          </div>
        ) : null}
        {children}
      </main>
      {dialog === 'ledger' ? <LedgerDialog onClose={close} /> : null}
      {dialog === 'help' ? <HelpDialog onClose={close} /> : null}
      {dialog === 'undo' ? <UndoDialog onClose={close} /> : null}
      <UnnamedNote />
      <TabNote />
      <NameDialog />
    </div>
  );
}
