import { render } from '@testing-library/react';
import { createReclaimStore } from '../../../src/state/reclaimStore.ts';
import { ReclaimScreen } from '../../../src/ui/reclaim/ReclaimScreen.tsx';
import { AppContext, type App } from '../../../src/ui/shared/appContext.ts';
import type { CaseDetail, CaseRow } from '../../../src/worker/reclaimView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { caseDetail, caseRow, pageOf } from '../../support/exampleCases.ts';
import {
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  statesOf,
  WORKING_DAY,
  type Answers,
} from '../../support/exampleWorkspace.ts';

export const CASES: readonly CaseRow[] = [
  caseRow(1, { name: 'Priya Raman' }),
  caseRow(2, { name: 'Ben Whitlock' }),
  caseRow(3, {
    name: 'Zora Neale',
    state: 'Awaiting User',
    detail: 'answer by 10 Sep 2026',
    daysInState: 12,
  }),
  caseRow(4, { name: 'Goran Petrović', dryRun: true }),
  caseRow(5, { name: 'Hana Sato', state: 'Closed Complete', detail: 'reclaimed', proof: 'attested' }),
];

/** A workspace whose counts per state are those of the cases. */
export function workspaceOf(cases: readonly CaseRow[], changes: Partial<WorkspaceView> = {}): WorkspaceView {
  const count = (dryRun: boolean): WorkspaceView['cases'] => {
    const states = statesOf({});
    for (const row of cases) if (row.dryRun === dryRun) states[row.state] += 1;
    return states;
  };
  return { ...EXAMPLE_WORKSPACE, cases: count(false), dryRunCases: count(true), ...changes };
}

export interface DrawReclaim {
  readonly cases?: readonly CaseRow[];
  readonly view?: Partial<WorkspaceView>;
  readonly details?: Readonly<Record<number, Partial<CaseDetail>>>;
  readonly answers?: Answers;
}

/** Draws the Reclaim screen over a worker that answers from these cases. */
export function drawReclaim({ cases = CASES, view = {}, details = {}, answers = {} }: DrawReclaim = {}) {
  const workspaceView = workspaceOf(cases, view);
  const worker = fakeWorker({
    casePage: ({ query, from, count }) => pageOf(cases, query, from, count),
    caseDetail: ({ number }) =>
      caseDetail(cases.find((row) => row.number === number) ?? caseRow(number), details[number]),
    draftNotice: ({ number }) => ({
      recipient: `person${number}@larkfield.example`,
      text: `Dear person ${number}, your seat shows no use.`,
    }),
    caseTable: () => ({ fileName: 'cases.csv', csv: 'Case\r\n' }),
    act: ({ action }) => ({
      view: { ...workspaceView },
      done: action.act === 'caseStep' ? action.cases.length : 1,
      refused: [],
    }),
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, workspaceView);
  const downloads: string[] = [];
  const went: string[] = [];
  const download: App['download'] = (fileName) => downloads.push(fileName);
  const reclaim = createReclaimStore({ ask: worker.ask, workspace, workingDay: () => WORKING_DAY, download });
  const app: App = {
    workspace,
    ask: worker.ask,
    stores: () => ({ reclaim }) as unknown as ReturnType<App['stores']>,
    navigate: (step) => went.push(step),
    today: () => WORKING_DAY,
    download,
  };
  render(
    <AppContext value={app}>
      <ReclaimScreen />
    </AppContext>,
  );
  return { worker, store: reclaim, downloads, went };
}
