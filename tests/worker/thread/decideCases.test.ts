import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import type { CaseQuery } from '../../../src/worker/reclaimView.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
const EVERY: CaseQuery = { state: undefined, open: undefined, search: '', cases: undefined };

const recordIn = (ask: AskThread, action: Action) => ask('act', { action, stamp: STAMP });
const convert = (ask: AskThread, cases: readonly number[]) =>
  recordIn(ask, { act: 'caseStep', cases, step: { step: 'convertToLive' } });
const casesIn = async (ask: AskThread) =>
  (await ask('casePage', { query: EVERY, from: 0, count: 50, workingDay: STAMP.workingDay })).rows;

/** Two tabs with one client: six dry-run cases, numbers 1 to 6, under a definition that is live by now. */
async function twoTabs(): Promise<readonly [AskThread, AskThread]> {
  const [first, second] = [askThread(), askThread()];
  const { client } = await first('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  await loadMonth(
    first,
    '2026-05-31',
    NAMES.map((name) => `${name},Agent,2024-01-02,2025-03-01`),
  );
  await recordIn(first, { act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: true } });
  await recordIn(first, { act: 'createCases', seats: undefined, manualReason: undefined });
  await recordIn(first, { act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false } });
  await second('openClient', { id: client.id, remembered: undefined, stamp: STAMP });
  return [first, second];
}

test('two tabs that convert at once give their live cases different numbers, and each is told its own', async () => {
  const [first, second] = await twoTabs();
  const nameOfCase = new Map((await casesIn(first)).map(({ number, name }) => [number, name]));
  const [one, other] = await Promise.all([convert(first, [1, 2, 3]), convert(second, [4, 5, 6])]);
  expect([one.refused, other.refused]).toEqual([[], []]);
  expect([...one.opened!, ...other.opened!].toSorted((a, b) => a - b)).toEqual([7, 8, 9, 10, 11, 12]);
  await second('renewView', { workingDay: STAMP.workingDay });
  const rows = await casesIn(second);
  const namesOf = (numbers: readonly number[]) =>
    numbers.map((number) => rows.find((row) => row.number === number)?.name);
  expect(namesOf(one.opened!)).toEqual([1, 2, 3].map((number) => nameOfCase.get(number)));
  expect(namesOf(other.opened!)).toEqual([4, 5, 6].map((number) => nameOfCase.get(number)));
  expect(new Set(rows.map(({ number }) => number)).size).toBe(12);
});

test('of two tabs that convert the same case at once, one starts a live case and the other is refused', async () => {
  const [first, second] = await twoTabs();
  const ended = await Promise.allSettled([convert(first, [2]), convert(second, [2])]);
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await second('renewView', { workingDay: STAMP.workingDay });
  expect((await casesIn(second)).map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
});
