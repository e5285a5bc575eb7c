import { render } from '@testing-library/react';
import { createPositionStore } from '../../../src/state/positionStore.ts';
import { NO_FILTER } from '../../../src/state/reviewQuery.ts';
import { PositionScreen } from '../../../src/ui/position/PositionScreen.tsx';
import { AppContext, type App } from '../../../src/ui/shared/appContext.ts';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type { PositionView } from '../../../src/worker/positionView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { EXAMPLE_BRIEF, EXAMPLE_POSITION_VIEW } from '../../support/examplePosition.ts';
import {
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  WORKING_DAY,
  type Answers,
} from '../../support/exampleWorkspace.ts';

export interface DrawPosition {
  readonly position?: Partial<PositionView>;
  readonly view?: Partial<WorkspaceView>;
  readonly answers?: Answers;
}

/** Draws the Position & brief screen over the running example of the formulae. */
export function drawPosition({ position = {}, view = {}, answers = {} }: DrawPosition = {}) {
  const workspaceView: WorkspaceView = {
    ...EXAMPLE_WORKSPACE,
    current: { asOf: EXAMPLE_POSITION_VIEW.asOf } as Receipt,
    ...view,
  };
  const worker = fakeWorker({
    position: () => ({ ...EXAMPLE_POSITION_VIEW, ...position }),
    briefContent: ({ options }) => ({ ...EXAMPLE_BRIEF, paper: options.paper }),
    recordBriefExport: () => ({ ...workspaceView }),
    act: () => ({ view: workspaceView, done: 1, refused: [] }),
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, workspaceView);
  const files: { readonly fileName: string; readonly content: string | Uint8Array }[] = [];
  const went: string[] = [];
  const filters: unknown[] = [];
  const download: App['download'] = (fileName, content) => files.push({ fileName, content });
  const store = createPositionStore({
    ask: worker.ask,
    workspace,
    download,
    drawBriefPdf: async (_content, onProgress) => {
      onProgress(1);
      return { pdf: new Uint8Array([37, 80, 68, 70]), sha256: '3f9a'.padEnd(64, '1'), pages: 9 };
    },
  });
  const opened: string[] = [];
  const contract = {
    getState: () => ({ changed: false, openLine: (id: string) => opened.push(id) }),
  };
  const review = {
    getState: () => ({
      showTab: () => undefined,
      narrow: (filter: object) =>
        filters.push(
          Object.fromEntries(
            Object.entries(filter).filter(
              ([key, value]) => NO_FILTER[key as keyof typeof NO_FILTER] !== value,
            ),
          ),
        ),
    }),
  };
  const app: App = {
    workspace,
    ask: worker.ask,
    stores: () => ({ position: store, review, contract }) as unknown as ReturnType<App['stores']>,
    navigate: (step) => went.push(step),
    today: () => WORKING_DAY,
    download,
  };
  render(
    <AppContext value={app}>
      <PositionScreen />
    </AppContext>,
  );
  return { worker, store, files, went, filters, opened };
}
