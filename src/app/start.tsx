import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { AppContext } from '../ui/shared/appContext.ts';
import '../ui/shared/base.css';
import { HELD_BY_TAB } from '../ui/shared/heldByTab.ts';
import { AppFrame } from './AppFrame.tsx';
import { createApp } from './createApp.ts';
import { LastResort, LastResortMessage } from './LastResort.tsx';
import { rememberOpenClient, resumeClient } from './resumeClient.ts';
import { hearLostFailures } from './hearLostFailures.ts';
import { loadAhead } from './screens.ts';

/** Puts the app on the page. Whatever goes wrong at the top ends in a sentence, never in an empty page. */
export async function start(element: HTMLElement | null): Promise<void> {
  if (!element) throw new Error('The page has no root element.');
  const root: Root = createRoot(element);
  const crash = (message: string): void => root.render(<LastResortMessage message={message} />);
  hearLostFailures(crash);
  try {
    const { app, startThread } = createApp(crash);
    const tab = tabStorage();
    if (tab) {
      root.render(<p className="screen-loading">Opening …</p>);
      const sayHeld = app.workspace.subscribe(({ heldByTab }) => {
        if (heldByTab)
          root.render(
            <p className="screen-loading" role="status">
              {HELD_BY_TAB}
            </p>,
          );
      });
      try {
        await resumeClient(app.workspace, tab, window.location.hash);
      } finally {
        sayHeld();
      }
      rememberOpenClient(app.workspace, tab);
    }
    root.render(
      <StrictMode>
        <LastResort>
          <AppContext value={app}>
            <AppFrame />
          </AppContext>
        </LastResort>
      </StrictMode>,
    );
    await app.workspace.getState().loadClients();
    await loadAhead();
    // So that opening a client does not wait for it.
    await startThread();
  } catch (error) {
    crash(error instanceof Error ? error.message : String(error));
  }
}

/** Storage of this tab, or nothing where the browser forbids even looking at it. */
function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
