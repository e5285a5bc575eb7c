import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../core/base/result.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Action } from '../worker/action.ts';
import type { ActAnswer, Failure, Progress } from '../worker/protocol.ts';
import type { SeatExplanation, SeatPage, SeatQuery, SeatRow, SeatSort } from '../worker/reviewView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import { anyCategory, FIRST_ORDER, NO_FILTER, seatQueryOf } from './reviewQuery.ts';
import type { ReviewFilter, ReviewOrder, ReviewTab } from './reviewQuery.ts';
import {
  ALL_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  toggleSeat,
  type SeatSelection,
} from './seatSelection.ts';

/** Rows fetched at a time: a screenful and enough around it to scroll on. */
export const ROWS_A_WINDOW = 100;
/** Rows left before the edge of the fetched window at which the next one is asked for. */
const ROWS_AHEAD = 15;

/** What a recorded act did; the screen words it. */
export interface ReviewOutcome {
  readonly act: Action['act'];
  readonly done: number;
  readonly refused: readonly { readonly subject: string; readonly reason: string }[];
  readonly failure: Failure | undefined;
  /** The person gave it up on the way; nothing was recorded. */
  readonly givenUp?: boolean;
}

export interface ReviewDependencies {
  readonly ask: AskWorker;
  readonly act: (
    action: Action,
    onProgress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ) => Promise<Result<ActAnswer, Failure>>;
  readonly download: (fileName: string, csv: string) => void;
}

/** An action on seats, before it is known which seats are meant. */
export type SeatAction =
  Extract<Action, { readonly seats: readonly number[] }> extends infer Each
    ? Each extends { readonly seats: readonly number[] }
      ? Omit<Each, 'seats'>
      : never
    : never;

export interface ReviewState {
  readonly tab: ReviewTab;
  readonly filter: ReviewFilter;
  readonly order: ReviewOrder;
  readonly query: SeatQuery;
  /** The fetched window of rows. */
  readonly page: Loaded<SeatPage>;
  /** Counts under the filter, whatever the category. */
  readonly scope: Loaded<SeatPage>;
  /** Counts of the whole snapshot: tabs and candidates. */
  readonly whole: Loaded<SeatPage>;
  /** Names of all units, '' for none. */
  readonly units: readonly string[];
  /** Licence types for which a sign-in is taken as the action. */
  readonly signInAsAction: readonly string[];
  /** Row that J and K move, from 0. */
  readonly cursor: number;
  /** The row to bring into view; a new object each time it is to be done again. */
  readonly place: { readonly row: number };
  readonly explanation: Loaded<SeatExplanation>;
  readonly selection: SeatSelection;
  readonly progress: Progress | undefined;
  readonly outcome: ReviewOutcome | undefined;
  readonly showTab: (tab: ReviewTab) => void;
  readonly narrow: (change: Partial<ReviewFilter>) => void;
  readonly sortBy: (sort: SeatSort, descending: boolean) => void;
  /** Tells which rows are on screen, so that they and their neighbours are fetched. */
  readonly showRows: (first: number, last: number) => void;
  readonly setCursor: (row: number) => void;
  readonly toggle: (seat: number) => void;
  readonly selectAll: (on: boolean) => void;
  /** Records an act for the ticked seats, or for the one under the cursor when none is ticked. */
  readonly actOnSeats: (action: SeatAction) => Promise<ReviewOutcome>;
  /** Every candidate, or the ticked seats. With a reason: the seat under the cursor or the ticked ones, by hand. */
  readonly createCases: (manualReason: string | undefined) => Promise<ReviewOutcome>;
  readonly waiveQueue: (reason: string) => Promise<ReviewOutcome>;
  readonly exportTable: () => Promise<void>;
  /** Gives up the act on its way: it is recorded whole or not at all. */
  readonly cancelAct: () => void;
  readonly dismissOutcome: () => void;
  /**
   * Asks for everything anew when data, definition or decisions changed. `facts` names their state: for the same
   * state nothing is asked twice.
   */
  readonly renew: (policy: Policy, facts: string) => void;
}

export type ReviewStore = StoreApi<ReviewState>;

/** The fetched row at a place of the query's order. */
export function rowAt(page: SeatPage | undefined, index: number): SeatRow | undefined {
  return page?.rows[index - page.from];
}

export function createReviewStore({ ask, act, download }: ReviewDependencies): ReviewStore {
  let renewedFor: string | undefined;
  /** Rows that are on screen. */
  let shown = { first: 0, last: 0 };

  /** The act on its way, if any. */
  let running: AbortController | undefined;
  return createStore<ReviewState>((set, get) => {
    const explainCursor = async (again: boolean): Promise<void> => {
      const { page, cursor, explanation } = get();
      const seat = rowAt(page.value, cursor)?.seat;
      if (seat === undefined || (!again && explanation.value?.seat === seat)) return;
      set({ explanation: renewing(explanation) });
      const answer = await ask('explainSeat', { seat }, { latest: true });
      if (rowAt(get().page.value, get().cursor)?.seat !== seat) return;
      if (answer.ok) set({ explanation: arrived(answer.value) });
      else if (answer.failure.kind !== 'cancelled')
        set({ explanation: notArrived(NOT_ASKED, answer.failure) });
    };

    const fetchRows = async (from: number, explainAgain = false): Promise<void> => {
      const { query } = get();
      set({ page: renewing(get().page) });
      const answer = await ask('seatPage', { query, from, count: ROWS_A_WINDOW }, { latest: true });
      if (get().query !== query) return;
      if (answer.ok) {
        const last = Math.max(0, answer.value.total - 1);
        set({ page: arrived(answer.value), cursor: Math.min(get().cursor, last) });
        if (answer.value.total === 0) set({ explanation: NOT_ASKED });
        fetchShown();
        await explainCursor(explainAgain);
      } else if (answer.failure.kind !== 'cancelled') {
        set({ page: notArrived(get().page, answer.failure) });
      }
    };

    /** Fetches the window around the rows on screen when they are near its edge. */
    const fetchShown = (): void => {
      const page = get().page.value;
      if (!page) return;
      const { first, last } = shown;
      const end = page.from + page.rows.length;
      const low = page.from > 0 && first < page.from + ROWS_AHEAD;
      const high = end < page.total && last >= end - ROWS_AHEAD;
      if (!low && !high) return;
      const from = Math.max(0, first - Math.floor((ROWS_A_WINDOW - (last - first)) / 2));
      if (from !== page.from) void fetchRows(from);
    };

    const fetchScope = async (): Promise<void> => {
      const { filter } = get();
      const answer = await ask('seatPage', { query: anyCategory(filter), from: 0, count: 0 });
      if (get().filter !== filter) return;
      set({ scope: answer.ok ? arrived(answer.value) : notArrived(get().scope, answer.failure) });
    };

    const fetchWhole = async (policy: Policy, facts: string): Promise<void> => {
      const [whole, preview] = await Promise.all([
        ask('seatPage', { query: anyCategory(NO_FILTER), from: 0, count: 0 }),
        ask('preview', { policy, licenceType: undefined }),
      ]);
      if (renewedFor !== facts) return;
      set({ whole: whole.ok ? arrived(whole.value) : notArrived(get().whole, whole.failure) });
      if (!preview.ok) return;
      const { counts, signInAsAction } = preview.value;
      set({ units: [...counts.units].toSorted(), signInAsAction });
    };

    const requery = (change: Partial<Pick<ReviewState, 'tab' | 'filter' | 'order'>>): void => {
      const { tab, filter, order } = { ...get(), ...change };
      const onlyOrder = change.tab === undefined && change.filter === undefined;
      set({
        tab,
        filter,
        order,
        query: seatQueryOf(tab, filter, order),
        cursor: 0,
        place: { row: 0 },
        ...(onlyOrder ? {} : { selection: NOTHING_SELECTED, outcome: undefined }),
      });
      void fetchRows(0);
      if (change.filter !== undefined) void fetchScope();
    };

    const meantSeats = async (): Promise<Result<readonly number[], Failure>> => {
      const { selection, query, page, cursor } = get();
      if (selection.all) {
        const rows = await ask('seatRows', { query });
        if (!rows.ok) return rows;
        return { ok: true, value: Array.from(rows.value).filter((seat) => isSelected(selection, seat)) };
      }
      const underCursor = rowAt(page.value, cursor)?.seat;
      const marked = [...selection.marked];
      return { ok: true, value: marked.length > 0 || underCursor === undefined ? marked : [underCursor] };
    };

    const record = async (action: Action): Promise<ReviewOutcome> => {
      set({ outcome: undefined });
      const canceller = new AbortController();
      running = canceller;
      const answer = await act(action, (progress) => set({ progress }), canceller.signal);
      running = undefined;
      const outcome: ReviewOutcome = answer.ok
        ? { act: action.act, done: answer.value.done, refused: answer.value.refused, failure: undefined }
        : {
            act: action.act,
            done: 0,
            refused: [],
            failure: answer.failure,
            givenUp: canceller.signal.aborted,
          };
      set({ progress: undefined, outcome, ...(answer.ok ? { selection: NOTHING_SELECTED } : {}) });
      return outcome;
    };

    const refuse = (act: Action['act'], failure: Failure): ReviewOutcome => {
      const outcome: ReviewOutcome = { act, done: 0, refused: [], failure };
      set({ outcome });
      return outcome;
    };

    return {
      tab: 'all',
      filter: NO_FILTER,
      order: FIRST_ORDER,
      query: seatQueryOf('all', NO_FILTER, FIRST_ORDER),
      page: NOT_ASKED,
      scope: NOT_ASKED,
      whole: NOT_ASKED,
      units: [],
      signInAsAction: [],
      cursor: 0,
      place: { row: 0 },
      explanation: NOT_ASKED,
      selection: NOTHING_SELECTED,
      progress: undefined,
      outcome: undefined,

      showTab: (tab) => {
        const { filter, order } = get();
        // Only the table of accounts that are not people has a column for their class.
        const isGone = order.sort === 'accountClass' && tab !== 'notPeople';
        requery({ tab, filter: { ...filter, categories: [] }, order: isGone ? FIRST_ORDER : order });
      },
      narrow: (change) => requery({ filter: { ...get().filter, ...change } }),
      sortBy: (sort, descending) => requery({ order: { sort, descending } }),
      showRows: (first, last) => {
        shown = { first, last };
        fetchShown();
      },
      setCursor: (row) => {
        const last = (get().page.value?.total ?? 0) - 1;
        const cursor = Math.max(0, Math.min(last, row));
        set({ cursor, place: { row: cursor } });
        void explainCursor(false);
      },
      toggle: (seat) => set({ selection: toggleSeat(get().selection, seat) }),
      selectAll: (on) => set({ selection: on ? ALL_SELECTED : NOTHING_SELECTED }),
      actOnSeats: async (action) => {
        const seats = await meantSeats();
        return seats.ok ? record({ ...action, seats: seats.value }) : refuse(action.act, seats.failure);
      },
      createCases: async (manualReason) => {
        const { selection } = get();
        const everyCandidate = manualReason === undefined && !selection.all && selection.marked.size === 0;
        if (everyCandidate) return record({ act: 'createCases', seats: undefined, manualReason });
        const seats = await meantSeats();
        return seats.ok
          ? record({ act: 'createCases', seats: seats.value, manualReason })
          : refuse('createCases', seats.failure);
      },
      waiveQueue: (reason) => record({ act: 'waiveQueue', reason }),
      exportTable: async () => {
        const table = await ask('seatTable', { query: get().query });
        if (table.ok) download(table.value.fileName, table.value.csv);
        else set({ page: notArrived(get().page, table.failure) });
      },
      cancelAct: () => running?.abort(),
      dismissOutcome: () => set({ outcome: undefined }),
      renew: (policy, facts) => {
        if (facts === renewedFor && !get().page.failure) return;
        renewedFor = facts;
        void fetchRows(get().page.value?.from ?? 0, true);
        void fetchScope();
        void fetchWhole(policy, facts);
      },
    };
  });
}
