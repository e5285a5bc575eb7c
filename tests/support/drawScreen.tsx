import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createContractStore } from '../../src/state/contractStore.ts';
import { createLoadStore } from '../../src/state/loadStore.ts';
import { createLogReportStore } from '../../src/state/logReportStore.ts';
import { createQueueStore } from '../../src/state/queueStore.ts';
import { createTableStore } from '../../src/state/tableStore.ts';
import type { WorkspaceStore } from '../../src/state/workspaceStore.ts';
import { AppContext, type App } from '../../src/ui/shared/appContext.ts';
import { succeed, type Result } from '../../src/core/base/result.ts';
import type { Failure } from '../../src/worker/protocol.ts';
import type { ClientSummary, WorkspaceView } from '../../src/worker/workspaceView.ts';
import {
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  WORKING_DAY,
  type Answers,
  type FakeWorker,
} from './exampleWorkspace.ts';

export interface DrawnScreen {
  readonly worker: FakeWorker;
  readonly workspace: WorkspaceStore;
  readonly app: App;
  /** Steps that were navigated to. */
  readonly opened: readonly string[];
  readonly downloads: readonly { readonly fileName: string; readonly content: string | Uint8Array }[];
}

export interface DrawOptions {
  readonly view?: WorkspaceView | undefined;
  readonly answers?: Answers;
  /** What the list of clients of this browser is read as. */
  readonly clients?: Result<readonly ClientSummary[], Failure>;
  /** Changes the workspace store before anything is drawn. */
  readonly prepare?: (workspace: WorkspaceStore) => void;
}

/** A file is taken for a users list unless a test says otherwise. */
const takenForUsers = (): { readonly failure: Failure } => ({ failure: { kind: 'noSnapshot' } });

/** Draws one screen over a worker that answers from a table. */
export function drawScreen(
  screen: ReactNode,
  { view = EXAMPLE_WORKSPACE, answers = {}, clients = succeed([]), prepare }: DrawOptions = {},
): DrawnScreen {
  const worker = fakeWorker({ surveyTable: takenForUsers, ...answers });
  const workspace = exampleWorkspaceStore(worker, view, clients);
  prepare?.(workspace);
  const opened: string[] = [];
  const downloads: { fileName: string; content: string | Uint8Array }[] = [];
  const download: App['download'] = (fileName, content) => downloads.push({ fileName, content });
  let newLines = 0;
  const load = createLoadStore({ ask: worker.ask, workspace, workingDay: () => WORKING_DAY, download });
  const shared = { ask: worker.ask, workspace, load, workingDay: () => WORKING_DAY };
  const tables = createTableStore({ ...shared, download });
  const stores = {
    load,
    tables,
    logReport: createLogReportStore({ ask: worker.ask, download }),
    queue: createQueueStore({ ...shared, tables }),
    contract: createContractStore({
      workspace,
      nextLineId: () => `line-new-${++newLines}`,
      left: new AbortController().signal,
    }),
  };
  const app: App = {
    workspace,
    ask: worker.ask,
    stores: () => stores as unknown as ReturnType<App['stores']>,
    navigate: (step) => opened.push(step),
    today: () => WORKING_DAY,
    download,
  };
  render(<AppContext value={app}>{screen}</AppContext>);
  return { worker, workspace, app, opened, downloads };
}
