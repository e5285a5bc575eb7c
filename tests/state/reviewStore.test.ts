import { describe, expect, test } from 'vitest';
import { CATEGORIES, FLAGGED_CATEGORIES, type Category } from '../../src/core/policy/category.ts';
import { DEFAULT_POLICY } from '../../src/core/policy/policy.ts';
import type { AskWorker } from '../../src/state/askWorker.ts';
import { createReviewStore, ROWS_A_WINDOW, rowAt } from '../../src/state/reviewStore.ts';
import { isSelected, selectedCount } from '../../src/state/seatSelection.ts';
import type { Action } from '../../src/worker/action.ts';
import type { SeatPage, SeatQuery, SeatRow } from '../../src/worker/reviewView.ts';

const TOTAL = 5000;

const categoryOf = (seat: number): Category => CATEGORIES[seat % CATEGORIES.length] ?? 'active';

const seatRow = (seat: number): SeatRow => ({
  seat,
  name: `Person ${seat}`,
  accountId: `p${seat}`,
  licenceType: 'Fulfiller',
  unit: 'Finance',
  lastWork: '1 Jan 2026',
  lastSignIn: 'not known',
  category: categoryOf(seat),
  reason: '',
  nonHuman: undefined,
  idle: '180',
  candidate: false,
  openCase: undefined,
  fileRow: seat + 2,
});

/** A worker with 5,000 seats, the categories in turn. */
function worker(): { ask: AskWorker; pages: { query: SeatQuery; from: number; count: number }[] } {
  const pages: { query: SeatQuery; from: number; count: number }[] = [];
  const matching = (query: SeatQuery): number[] =>
    Array.from({ length: TOTAL }, (_, seat) => seat).filter(
      (seat) => query.categories.length === 0 || query.categories.includes(categoryOf(seat)),
    );
  const answers = {
    seatPage: (ask: { query: SeatQuery; from: number; count: number }): SeatPage => {
      if (ask.count > 0) pages.push(ask);
      const found = matching(ask.query);
      const byCategory = Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          found.filter((seat) => categoryOf(seat) === category).length,
        ]),
      ) as unknown as SeatPage['byCategory'];
      const rows = found.slice(ask.from, ask.from + ask.count).map(seatRow);
      return { total: found.length, from: ask.from, rows, byCategory, candidates: 0, withoutCase: 0 };
    },
    seatRows: (ask: { query: SeatQuery }) => Uint32Array.from(matching(ask.query)),
    explainSeat: (ask: { seat: number }) => ({ seat: ask.seat, name: `Person ${ask.seat}` }),
    preview: () => ({ counts: { units: ['Finance', ''] }, signInAsAction: [] }),
    seatTable: () => ({ fileName: 'seats.csv', csv: 'Seat' }),
  };
  const ask = ((call: keyof typeof answers, question: never) =>
    Promise.resolve({ ok: true, value: answers[call](question) })) as unknown as AskWorker;
  return { ask, pages };
}

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

async function open() {
  const { ask, pages } = worker();
  const acts: Action[] = [];
  const files: string[] = [];
  const store = createReviewStore({
    ask,
    act: (action) => {
      acts.push(action);
      return Promise.resolve({ ok: true, value: { done: 1, refused: [] } } as never);
    },
    download: (fileName) => files.push(fileName),
  });
  store.getState().renew(DEFAULT_POLICY, 'june 1');
  await settle();
  return { store, pages, acts, files };
}

describe('the seats under review', () => {
  test('fetches a window of rows at a time and the next before its edge is reached', async () => {
    const { store, pages } = await open();
    expect(pages.map(({ from, count }) => [from, count])).toEqual([[0, ROWS_A_WINDOW]]);
    store.getState().showRows(40, 60);
    await settle();
    expect(pages).toHaveLength(1);
    store.getState().showRows(70, 90);
    await settle();
    expect(pages).toHaveLength(2);
    store.getState().showRows(4000, 4020);
    await settle();
    const page = store.getState().page.value;
    for (let row = 4000; row <= 4020; row += 1) expect(rowAt(page, row)?.seat).toBe(row);
    expect(page?.rows.length).toBeLessThanOrEqual(ROWS_A_WINDOW);
  });

  test('reaches the last row without asking again and again', async () => {
    const { store, pages } = await open();
    store.getState().showRows(4980, 4999);
    await settle();
    const before = pages.length;
    store.getState().showRows(4980, 4999);
    await settle();
    expect(pages).toHaveLength(before);
    expect(rowAt(store.getState().page.value, 4999)?.seat).toBe(4999);
  });

  test('categories add up to the seats for every filter [REVIEW-01]', async () => {
    const { store } = await open();
    for (const categories of [[], ['dormant'], FLAGGED_CATEGORIES] as const) {
      store.getState().narrow({ categories });
      await settle();
      const { page, scope } = store.getState();
      const sum = (counts: Readonly<Record<Category, number>>): number =>
        Object.values(counts).reduce((total, count) => total + count, 0);
      expect(page.value && sum(page.value.byCategory)).toBe(page.value?.total);
      expect(scope.value && sum(scope.value.byCategory)).toBe(TOTAL);
    }
  });

  test('explains the row under the cursor and follows it', async () => {
    const { store } = await open();
    expect(store.getState().explanation.value?.seat).toBe(0);
    store.getState().setCursor(7);
    await settle();
    expect(store.getState().explanation.value?.seat).toBe(7);
    store.getState().setCursor(-3);
    await settle();
    expect(store.getState().cursor).toBe(0);
  });

  test('explains a row that was not fetched yet as soon as it is', async () => {
    const { store } = await open();
    store.getState().setCursor(3000);
    store.getState().showRows(2990, 3010);
    await settle();
    expect(store.getState().explanation.value?.seat).toBe(3000);
  });

  test('a tab looks at its own category and clears the category filter', async () => {
    const { store } = await open();
    store.getState().narrow({ categories: ['dormant'], search: 'person' });
    store.getState().showTab('notPeople');
    expect(store.getState().query).toMatchObject({ categories: ['nonHuman'], search: 'person' });
    store.getState().showTab('all');
    expect(store.getState().query.categories).toEqual([]);
  });

  test('select all means every seat of the query but the ones unticked again', async () => {
    const { store, acts } = await open();
    store.getState().narrow({ categories: ['dormant'] });
    await settle();
    store.getState().selectAll(true);
    store.getState().toggle(11);
    const total = store.getState().page.value?.total ?? 0;
    expect(selectedCount(store.getState().selection, total)).toBe(total - 1);
    expect(isSelected(store.getState().selection, 11)).toBe(false);
    expect(isSelected(store.getState().selection, 23)).toBe(true);
    await store.getState().actOnSeats({ act: 'markInactive', reason: 'asked' });
    const [act] = acts;
    if (act?.act !== 'markInactive') throw new Error('another act was recorded');
    expect(act.seats).toHaveLength(total - 1);
    expect(act.seats).not.toContain(11);
    expect(act.seats.every((seat) => categoryOf(seat) === 'dormant')).toBe(true);
  });

  test('a filter drops the ticks, an order keeps them', async () => {
    const { store } = await open();
    store.getState().toggle(3);
    store.getState().sortBy('idle', true);
    expect(isSelected(store.getState().selection, 3)).toBe(true);
    store.getState().narrow({ search: 'a' });
    expect(isSelected(store.getState().selection, 3)).toBe(false);
  });

  test('without ticks an act means the seat under the cursor', async () => {
    const { store, acts } = await open();
    store.getState().setCursor(5);
    await store.getState().actOnSeats({ act: 'markHuman', mark: 'service', reason: 'robot' });
    expect(acts).toEqual([{ act: 'markHuman', mark: 'service', reason: 'robot', seats: [5] }]);
  });

  test('creates cases for every candidate, for the ticked seats, or by hand for one seat', async () => {
    const { store, acts } = await open();
    await store.getState().createCases(undefined);
    store.getState().toggle(8);
    await store.getState().createCases(undefined);
    store.getState().setCursor(2);
    await store.getState().createCases('mover');
    expect(acts).toEqual([
      { act: 'createCases', seats: undefined, manualReason: undefined },
      { act: 'createCases', seats: [8], manualReason: undefined },
      { act: 'createCases', seats: [2], manualReason: 'mover' },
    ]);
  });

  test('exports the seats of the query', async () => {
    const { store, files } = await open();
    await store.getState().exportTable();
    expect(files).toEqual(['seats.csv']);
  });
});
