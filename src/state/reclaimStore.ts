import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import type { Result } from '../core/base/result.ts';
import type { CaseState } from '../core/reclaim/caseState.ts';
import type { Action, CaseStep } from '../worker/action.ts';
import type { ActAnswer, Failure } from '../worker/protocol.ts';
import type { CaseDetail, CasePage, CaseQuery, CaseRow } from '../worker/reclaimView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import { prepareReclaim, reclaimSteps, type NoticeForm, type ReclaimPlan } from './reclaimPlan.ts';

/** Cases on one page of the table. */
export const CASES_A_PAGE = 50;

export interface ReclaimDependencies {
  readonly ask: AskWorker;
  readonly act: (action: Action) => Promise<Result<ActAnswer, Failure>>;
  /** The device's calendar date: due marks and guards only. */
  readonly workingDay: () => EpochDay;
  readonly download: (fileName: string, text: string) => void;
}

/** What the last recorded step did, for the sentence under the table or in the case. */
export interface StepOutcome {
  readonly done: number;
  readonly refused: readonly { readonly subject: string; readonly reason: string }[];
  readonly failure: Failure | undefined;
}

export interface ReclaimState {
  readonly tab: 'due' | 'cases';
  readonly query: CaseQuery;
  /** Page of the table, from 0. */
  readonly page: number;
  readonly cases: Loaded<CasePage>;
  /** The selected cases with their state when last seen. */
  readonly selected: ReadonlyMap<number, CaseRow>;
  /** Row of the page that J and K move, from 0. */
  readonly active: number;
  /** The case whose dialog is open. */
  readonly open: number | undefined;
  readonly detail: Loaded<CaseDetail>;
  readonly plan: Loaded<ReclaimPlan>;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly outcome: StepOutcome | undefined;
  readonly showTab: (tab: ReclaimState['tab']) => void;
  readonly filterState: (state: CaseState | undefined) => Promise<void>;
  readonly search: (text: string) => Promise<void>;
  /** Shows exactly these cases, as a due entry names them; `undefined` shows all again. */
  readonly showCases: (cases: readonly number[] | undefined) => Promise<void>;
  readonly goToPage: (page: number, active?: number) => Promise<void>;
  readonly moveActive: (by: number) => Promise<void>;
  readonly setActive: (row: number) => void;
  readonly toggle: (row: CaseRow) => void;
  /** Selects every case of the query, on all pages, or none. */
  readonly selectAll: (on: boolean) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly openCase: (number: number) => Promise<void>;
  readonly closeCase: () => void;
  readonly takeStep: (cases: readonly number[], step: CaseStep) => Promise<StepOutcome>;
  readonly applyDueSteps: () => Promise<StepOutcome>;
  /** Drafts the notices (or asks for a waiver) for Ready cases. */
  readonly planReclaim: (cases: readonly number[]) => Promise<void>;
  readonly dropPlan: () => void;
  readonly reclaim: (form: NoticeForm) => Promise<StepOutcome>;
  readonly exportTable: () => Promise<void>;
}

export type ReclaimStore = StoreApi<ReclaimState>;

const ALL_CASES: CaseQuery = { state: undefined, open: undefined, search: '', cases: undefined };

/** Cases, selection and the open case of the Reclaim screen. Everything shown is asked of the worker again after each act. */
export function createReclaimStore({ ask, act, workingDay, download }: ReclaimDependencies): ReclaimStore {
  return createStore<ReclaimState>((set, get) => {
    const requery = async (query: CaseQuery): Promise<void> => {
      set({ query, page: 0, active: 0, outcome: undefined });
      await get().load();
    };

    const renewSelection = async (): Promise<void> => {
      const numbers = [...get().selected.keys()];
      if (numbers.length === 0) return;
      const found = await ask('casePage', {
        query: { ...ALL_CASES, cases: numbers },
        from: 0,
        count: numbers.length,
        workingDay: workingDay(),
      });
      if (!found.ok) return set({ cases: notArrived(get().cases, found.failure) });
      const open = found.value.rows.filter((row) => !row.state.startsWith('Closed'));
      set({ selected: new Map(open.map((row) => [row.number, row])) });
    };

    const renewDetail = async (): Promise<void> => {
      const number = get().open;
      if (number === undefined) return;
      const found = await ask('caseDetail', { number, workingDay: workingDay() });
      if (get().open !== number) return;
      set({ detail: found.ok ? arrived(found.value) : notArrived(get().detail, found.failure) });
    };

    const renew = async (): Promise<void> => {
      await Promise.all([get().load(), renewSelection(), renewDetail()]);
    };

    const record = async (action: Action): Promise<StepOutcome> => {
      const answer = await act(action);
      const outcome: StepOutcome = answer.ok
        ? { done: answer.value.done, refused: answer.value.refused, failure: undefined }
        : { done: 0, refused: [], failure: answer.failure };
      set({ outcome });
      await renew();
      return outcome;
    };

    return {
      tab: 'due',
      query: ALL_CASES,
      page: 0,
      cases: NOT_ASKED,
      selected: new Map(),
      active: 0,
      open: undefined,
      detail: NOT_ASKED,
      plan: NOT_ASKED,
      progress: undefined,
      outcome: undefined,

      showTab: (tab) => set({ tab, outcome: undefined }),
      filterState: (state) => requery({ ...get().query, state, cases: undefined }),
      search: (text) => requery({ ...get().query, search: text }),
      showCases: async (cases) => {
        set({ tab: 'cases' });
        await requery({ ...ALL_CASES, cases });
      },
      goToPage: async (page, active = 0) => {
        set({ page, active });
        await get().load();
      },
      moveActive: async (by) => {
        const { active, page, cases } = get();
        const rows = cases.value?.rows.length ?? 0;
        const next = active + by;
        if (next >= 0 && next < rows) return set({ active: next });
        const total = cases.value?.total ?? 0;
        if (next < 0 && page > 0) return get().goToPage(page - 1, CASES_A_PAGE - 1);
        if (next >= rows && (page + 1) * CASES_A_PAGE < total) return get().goToPage(page + 1);
      },
      setActive: (row) => set({ active: row }),
      toggle: (row) => {
        const selected = new Map(get().selected);
        if (!selected.delete(row.number)) selected.set(row.number, row);
        set({ selected });
      },
      selectAll: async (on) => {
        if (!on) return set({ selected: new Map() });
        const total = get().cases.value?.total ?? 0;
        const found = await ask('casePage', { query: get().query, from: 0, count: total, workingDay: workingDay() });
        if (!found.ok) return set({ cases: notArrived(get().cases, found.failure) });
        const open = found.value.rows.filter((row) => !row.state.startsWith('Closed'));
        set({ selected: new Map(open.map((row) => [row.number, row])) });
      },
      load: async () => {
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
      },
      openCase: async (number) => {
        set({ open: number, detail: renewing(NOT_ASKED), outcome: undefined });
        await renewDetail();
      },
      closeCase: () => set({ open: undefined, detail: NOT_ASKED, outcome: undefined }),
      takeStep: (cases, step) => record({ act: 'caseStep', cases, step }),
      applyDueSteps: () => record({ act: 'applyDueSteps' }),
      planReclaim: async (cases) => {
        set({ plan: renewing(NOT_ASKED), outcome: undefined });
        const plan = await prepareReclaim(ask, cases, workingDay(), (done) =>
          set({ progress: { done, total: cases.length } }),
        );
        set({ progress: undefined, plan: plan.ok ? arrived(plan.value) : notArrived(NOT_ASKED, plan.failure) });
      },
      dropPlan: () => set({ plan: NOT_ASKED }),
      reclaim: async (form) => {
        const plan = get().plan.value;
        if (!plan) return { done: 0, refused: [], failure: undefined };
        const steps = reclaimSteps(plan, form);
        const total = steps.reduce((sum, { cases }) => sum + cases.length, 0);
        let outcome: StepOutcome = { done: 0, refused: [], failure: undefined };
        let tried = 0;
        for (const { cases, step } of steps) {
          set({ progress: { done: tried, total } });
          const answer = await act({ act: 'caseStep', cases, step });
          if (!answer.ok) {
            outcome = { ...outcome, failure: answer.failure };
            break;
          }
          tried += cases.length;
          outcome = {
            done: outcome.done + answer.value.done,
            refused: [...outcome.refused, ...answer.value.refused],
            failure: undefined,
          };
        }
        set({ progress: undefined, plan: NOT_ASKED, outcome });
        await renew();
        return outcome;
      },
      exportTable: async () => {
        const table = await ask('caseTable', { query: get().query, workingDay: workingDay() });
        if (table.ok) download(table.value.fileName, table.value.csv);
        else set({ outcome: { done: 0, refused: [], failure: table.failure } });
      },
    };
  });
}
