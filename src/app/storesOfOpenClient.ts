import { createContractStore } from '../state/contractStore.ts';
import { createDefineStore } from '../state/defineStore.ts';
import { createLoadStore } from '../state/loadStore.ts';
import { createLogReportStore } from '../state/logReportStore.ts';
import { createPositionStore, type PositionDependencies } from '../state/positionStore.ts';
import { createQueueStore } from '../state/queueStore.ts';
import { createReclaimStore } from '../state/reclaimStore.ts';
import { createReviewStore } from '../state/reviewStore.ts';
import { createTableStore } from '../state/tableStore.ts';
import type { WorkspaceStore } from '../state/workspaceStore.ts';
import type { App, ClientStores } from '../ui/shared/appContext.ts';
import type { AskWorker } from '../worker/client.ts';

/** What the stores of a client are made with. */
export interface ClientTools extends Pick<App, 'today' | 'download'> {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly nextLineId: () => string;
  readonly drawBriefPdf: PositionDependencies['drawBriefPdf'];
}

/** The stores of the client that is open now; others are made, and these left, when another client is opened. */
export function storesOfOpenClient(tools: ClientTools): () => ClientStores {
  let made: { readonly clientId: string; readonly stores: ClientStores } | undefined;
  let leaving = new AbortController();
  return () => {
    const view = tools.workspace.getState().view;
    if (!view) throw new Error('No client is open.');
    if (made?.clientId !== view.client.id) {
      leaving.abort();
      leaving = new AbortController();
      made = { clientId: view.client.id, stores: storesOf(view, tools, leaving.signal) };
    }
    return made.stores;
  };
}

type View = NonNullable<ReturnType<WorkspaceStore['getState']>['view']>;

function storesOf(view: View, tools: ClientTools, left: AbortSignal): ClientStores {
  const { ask, workspace, today, download, nextLineId, drawBriefPdf } = tools;
  const shared = { ask, workspace };
  const onDraft = (draftPolicy: View['draftPolicy']): void => {
    const now = workspace.getState().view;
    if (now) workspace.setState({ view: { ...now, draftPolicy } });
  };
  const load = createLoadStore({ ...shared, workingDay: today, download });
  const tables = createTableStore({ ...shared, load, workingDay: today, download });
  return {
    load,
    tables,
    logReport: createLogReportStore({ ask, download }),
    queue: createQueueStore({ ...shared, load, tables, workingDay: today }),
    contract: createContractStore({ workspace, nextLineId, left }),
    define: createDefineStore({ ask, draft: view.draftPolicy, onDraft }),
    review: createReviewStore({
      ask,
      act: (...asked) => workspace.getState().act(...asked),
      download: (fileName, csv) => download(fileName, csv, 'text/csv;charset=utf-8'),
    }),
    reclaim: createReclaimStore({ ...shared, workingDay: today, download }),
    position: createPositionStore({ ...shared, drawBriefPdf, download }),
  };
}
