import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import { isClosed, type CaseState } from '../core/reclaim/caseState.ts';
import type { Action, CaseStep } from '../worker/action.ts';
import type { Failure } from '../worker/protocol.ts';
import type { CaseStepName } from '../core/reclaim/caseStep.ts';
import type { CaseDetail, CasePage, CaseQuery, CaseRow } from '../worker/reclaimView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import {
  prepareReclaim,
  reclaimSteps,
  type ReclaimForm,
  type PlannedStep,
  type ReclaimPlan,
} from './reclaimPlan.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

/** Cases on one page of the table. */
export const CASES_A_PAGE = 50;

export interface ReclaimDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  /** The device's calendar date: due marks and guards only. */
  readonly workingDay: () => EpochDay;
  readonly download: (fileName: string, content: string, type: string) => void;
}

/** What the last recorded step did. Nothing is skipped silently. */
export interface StepOutcome {
  readonly done: number;
  readonly refused: readonly { readonly subject: string; readonly reason: string }[];
  readonly failure: Failure | undefined;
  /** The person gave it up on the way; nothing was recorded. */
  readonly givenUp?: boolean;
  /** After *Convert to live*: the live cases that were started; none where the seat is no candidate any more. */
  readonly converted?: readonly number[];
}

interface ReclaimFacts {
  readonly tab: 'due' | 'cases';
  readonly query: CaseQuery;
  /** Page of the table, from 0. */
  readonly page: number;
  readonly cases: Loaded<CasePage>;
  /** The selected open cases as last seen. */
  readonly selected: ReadonlyMap<number, CaseRow>;
  /** Row of the page that J and K move, from 0. */
  readonly active: number;
  /** Number of the case whose dialog is open. */
  readonly open: number | undefined;
  readonly detail: Loaded<CaseDetail>;
  /** The step of the open case whose questions are on screen. */
  readonly asking: CaseStepName | undefined;
  readonly plan: Loaded<ReclaimPlan>;
  /** Live seats at Closed Complete by evidence class: never merged. */
  readonly reclaimed: { readonly attested: number; readonly verified: number };
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** How far the act on its way is, once it has said so. */
  readonly acting: { readonly done: number; readonly total: number | undefined } | undefined;
  readonly outcome: StepOutcome | undefined;
}

export interface ReclaimState extends ReclaimFacts {
  showTab(tab: ReclaimFacts['tab']): void;
  filterState(state: CaseState | undefined): Promise<void>;
  search(text: string): Promise<void>;
  /** Shows exactly these cases, as a due entry names them; `undefined` shows all again. */
  showCases(cases: readonly number[] | undefined): Promise<void>;
  goToPage(page: number, active?: number): Promise<void>;
  /** Moves the active row, over the edge of a page too. */
  moveActive(by: 1 | -1): Promise<void>;
  setActive(row: number): void;
  toggle(row: CaseRow): void;
  /** Selects every open case of the query, on all pages, or none. */
  selectAll(on: boolean): Promise<void>;
  /** Asks anew for everything on screen; called when the workspace has changed. */
  renew(): Promise<void>;
  /** Opens a case, and with it the questions of a step where that step can be taken. */
  openCase(number: number, step?: CaseStepName): Promise<void>;
  askStep(step: CaseStepName | undefined): void;
  closeCase(): void;
  takeStep(cases: readonly number[], step: CaseStep): Promise<StepOutcome>;
  applyDueSteps(): Promise<StepOutcome>;
  /** Gives up the act on its way: it is recorded whole or not at all. */
  cancelAct(): void;
  /** Drafts the notices of Ready cases. */
  planReclaim(cases: readonly number[]): Promise<void>;
  dropPlan(): void;
  reclaim(form: ReclaimForm): Promise<StepOutcome>;
  exportTable(): Promise<void>;
}

export type ReclaimStore = StoreApi<ReclaimState>;

const ALL_CASES: CaseQuery = { state: undefined, open: undefined, search: '', cases: undefined };

const NOTHING_SHOWN: ReclaimFacts = {
  tab: 'due',
  query: ALL_CASES,
  page: 0,
  cases: NOT_ASKED,
  selected: new Map(),
  active: 0,
  open: undefined,
  detail: NOT_ASKED,
  asking: undefined,
  plan: NOT_ASKED,
  reclaimed: { attested: 0, verified: 0 },
  progress: undefined,
  acting: undefined,
  outcome: undefined,
};

const openOnly = (rows: readonly CaseRow[]): ReadonlyMap<number, CaseRow> =>
  new Map(rows.filter((row) => !isClosed(row.state)).map((row) => [row.number, row]));

/** Cases, selection and the open case of the Reclaim screen. */
export function createReclaimStore({
  ask,
  workspace,
  workingDay,
  download,
}: ReclaimDependencies): ReclaimStore {
  /** The act on its way, if any. */
  let running: AbortController | undefined;
  return createStore<ReclaimState>()((set, get) => {
    async function loadPage(): Promise<void> {
      const { query, page } = get();
      set({ cases: renewing(get().cases) });
      const found = await ask('casePage', {
        query,
        from: page * CASES_A_PAGE,
        count: CASES_A_PAGE,
        workingDay: workingDay(),
      });
      if (get().query !== query || get().page !== page) return;
      set({ cases: found.ok ? arrived(found.value) : notArrived(get().cases, found.failure) });
    }

    /** Looks at the selected cases again. What is ticked meanwhile stays as it is. */
    async function renewSelected(): Promise<void> {
      const cases = [...get().selected.keys()];
      if (cases.length === 0) return;
      const query = { ...ALL_CASES, cases };
      const found = await ask('casePage', { query, from: 0, count: cases.length, workingDay: workingDay() });
      if (!found.ok) return set({ cases: notArrived(get().cases, found.failure) });
      const fresh = openOnly(found.value.rows);
      const asked = new Set(cases);
      const selected = [...get().selected].flatMap(([number, row]): (readonly [number, CaseRow])[] => {
        const now = asked.has(number) ? fresh.get(number) : row;
        return now ? [[number, now]] : [];
      });
      set({ selected: new Map(selected) });
    }

    async function loadDetail(): Promise<void> {
      const number = get().open;
      if (number === undefined) return;
      const found = await ask('caseDetail', { number, workingDay: workingDay() });
      if (get().open !== number) return;
      set({ detail: found.ok ? arrived(found.value) : notArrived(get().detail, found.failure) });
    }

    async function countReclaimed(): Promise<void> {
      const view = workspace.getState().view;
      const count = (view?.cases['Closed Complete'] ?? 0) + (view?.dryRunCases['Closed Complete'] ?? 0);
      if (count === 0) return set({ reclaimed: NOTHING_SHOWN.reclaimed });
      const query: CaseQuery = { ...ALL_CASES, state: 'Closed Complete' };
      const found = await ask('casePage', { query, from: 0, count, workingDay: workingDay() });
      if (!found.ok) return set({ cases: notArrived(get().cases, found.failure) });
      const live = found.value.rows.filter((row) => !row.dryRun);
      const attested = live.filter((row) => row.proof === 'attested').length;
      const verified = live.filter((row) => row.proof === 'verified').length;
      set({ reclaimed: { attested, verified } });
    }

    async function requery(query: CaseQuery): Promise<void> {
      set({ query, page: 0, active: 0, outcome: undefined });
      await loadPage();
    }

    async function record(action: Action): Promise<StepOutcome> {
      const canceller = new AbortController();
      running = canceller;
      const answer = await workspace
        .getState()
        .act(action, ({ done, total }) => set({ acting: { done, total } }), canceller.signal);
      running = undefined;
      const converts = action.act === 'caseStep' && action.step.step === 'convertToLive';
      const outcome: StepOutcome = answer.ok
        ? {
            done: answer.value.done,
            refused: answer.value.refused,
            failure: undefined,
            ...(converts ? { converted: answer.value.opened ?? [] } : {}),
          }
        : { done: 0, refused: [], failure: answer.failure, givenUp: canceller.signal.aborted };
      set({ acting: undefined, outcome });
      return outcome;
    }

    async function recordEach(steps: readonly PlannedStep[]): Promise<StepOutcome> {
      const total = steps.reduce((sum, { cases }) => sum + cases.length, 0);
      let outcome: StepOutcome = { done: 0, refused: [], failure: undefined };
      let tried = 0;
      for (const { cases, step } of steps) {
        set({ progress: { done: tried, total } });
        const one = await record({ act: 'caseStep', cases, step });
        outcome = {
          done: outcome.done + one.done,
          refused: [...outcome.refused, ...one.refused],
          failure: one.failure,
        };
        if (one.failure) break;
        tried += cases.length;
      }
      set({ progress: undefined, outcome });
      return outcome;
    }

    return {
      ...NOTHING_SHOWN,

      showTab: (tab) => set({ tab, outcome: undefined }),
      filterState: (state) => requery({ ...get().query, state, cases: undefined }),
      search: (text) => requery({ ...get().query, search: text }),
      async showCases(cases) {
        set({ tab: 'cases' });
        await requery({ ...ALL_CASES, cases });
      },
      async goToPage(page, active = 0) {
        set({ page, active });
        await loadPage();
      },
      async moveActive(by) {
        const { active, page, cases } = get();
        const rows = cases.value?.rows.length ?? 0;
        const next = active + by;
        if (next >= 0 && next < rows) return set({ active: next });
        if (next < 0 && page > 0) return get().goToPage(page - 1, CASES_A_PAGE - 1);
        if (next >= rows && (page + 1) * CASES_A_PAGE < (cases.value?.total ?? 0))
          return get().goToPage(page + 1);
      },
      setActive: (active) => set({ active }),
      toggle(row) {
        const selected = new Map(get().selected);
        if (!selected.delete(row.number)) selected.set(row.number, row);
        set({ selected });
      },
      async selectAll(on) {
        if (!on) return set({ selected: new Map() });
        const { query, cases } = get();
        const count = cases.value?.total ?? 0;
        const found = await ask('casePage', { query, from: 0, count, workingDay: workingDay() });
        if (get().query !== query) return;
        if (found.ok) set({ selected: openOnly(found.value.rows) });
        else set({ cases: notArrived(get().cases, found.failure) });
      },
      async renew() {
        if (get().progress) return;
        await Promise.all([loadPage(), loadDetail(), countReclaimed(), renewSelected()]);
      },
      async openCase(number, step) {
        set({ open: number, detail: renewing(NOT_ASKED), asking: undefined, outcome: undefined });
        await loadDetail();
        const offered = get().detail.value?.steps.find((found) => found.step === step);
        if (get().open === number && offered && offered.refusal === undefined) set({ asking: step });
      },
      askStep: (asking) => set(asking === undefined ? { asking } : { asking, outcome: undefined }),
      closeCase: () => set({ open: undefined, detail: NOT_ASKED, asking: undefined, outcome: undefined }),
      takeStep: (cases, step) => record({ act: 'caseStep', cases, step }),
      cancelAct: () => running?.abort(),
      applyDueSteps: () => record({ act: 'applyDueSteps' }),
      async planReclaim(cases) {
        set({ plan: renewing(NOT_ASKED), outcome: undefined });
        const versions = workspace.getState().view?.policies ?? [];
        const notifies = (version: number): boolean =>
          versions.find((policy) => policy.version === version)?.policy.notify ?? true;
        const onDone = (done: number): void => set({ progress: { done, total: cases.length } });
        const plan = await prepareReclaim(ask, cases, workingDay(), notifies, onDone);
        set({
          progress: undefined,
          plan: plan.ok ? arrived(plan.value) : notArrived(NOT_ASKED, plan.failure),
        });
      },
      dropPlan: () => set({ plan: NOT_ASKED }),
      async reclaim(form) {
        const outcome = await recordEach(reclaimSteps(form, get().plan.value?.noticed ?? []));
        if (outcome.failure?.kind !== 'cancelled') set({ plan: NOT_ASKED, selected: new Map() });
        await get().renew();
        return outcome;
      },
      async exportTable() {
        const table = await ask('caseTable', { query: get().query, workingDay: workingDay() });
        if (table.ok) download(table.value.fileName, table.value.csv, 'text/csv');
        else set({ outcome: { done: 0, refused: [], failure: table.failure } });
      },
    };
  });
}
