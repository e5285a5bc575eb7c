import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, snapshotIn, STAMP } from '../../support/monthlyLists.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

/** The same account keys and licence type in both systems, as happens with a list that names one licence for all. */
const JUNE = [
  'ann,Agent,2023-01-02,2025-06-28',
  'bob,Agent,2023-01-02,2025-06-28',
  'cat,Agent,2023-01-02,2026-06-29',
];
/** Another file, so that it is not taken for the one loaded before. */
const DESK = [...JUNE, 'dan,Agent,2023-01-02,2026-06-29'];
const JULY_WITHOUT_BOB = ['ann,Agent,2023-01-02,2025-06-28', 'cat,Agent,2023-01-02,2026-07-29'];

let ask: AskThread;
let desk = '';
let jira = '';

const act = (action: Action) => ask('act', { action, stamp: STAMP });
const seat = async (name: string) =>
  (await ask('seatPage', { query: seatQuery({ search: name }), from: 0, count: 1 })).rows[0]!;
const use = (system: string) => act({ act: 'chooseSystem', system });

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Two',
    timeZone: 'UTC',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  jira = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE, { system: 'jira' }));
  desk = snapshotIn(await loadMonth(ask, '2026-06-30', DESK, { system: 'serviceNow' }));
  await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false, notify: false } });
});

describe('two systems with the same account keys in one client', () => {
  test('the list loaded first stays in use, and lists of two systems are not compared', async () => {
    const { current } = await ask('renewView', { workingDay: STAMP.workingDay });
    expect(current?.snapshot).toBe(jira);
    await expect(ask('compareSnapshots', { one: jira, other: desk })).rejects.toThrow(
      'two snapshots of one system',
    );
  });

  test('an exception, a finding and a mark hold in the system in which they were made', async () => {
    const { seat: ann } = await seat('ann');
    await act({
      act: 'addException',
      seats: [ann],
      rationale: 'cover',
      until: (STAMP.workingDay + 30) as EpochDay,
      fallbackControl: 'review',
    });
    await act({ act: 'markHuman', seats: [(await seat('cat')).seat], mark: 'service', reason: 'robot' });
    expect([(await seat('ann')).category, (await seat('cat')).category]).toEqual(['excepted', 'nonHuman']);
    await use('serviceNow');
    expect([(await seat('ann')).category, (await seat('cat')).category]).toEqual(['dormant', 'active']);
    await use('jira');
    expect([(await seat('ann')).category, (await seat('cat')).category]).toEqual(['excepted', 'nonHuman']);
    await act({ act: 'undoLast', reason: 'back' });
    expect([(await seat('ann')).category, (await seat('cat')).category]).toEqual(['dormant', 'active']);
  });

  test('each system has its own open case of a seat', async () => {
    await act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined });
    expect((await seat('bob')).openCase).toBe(1);
    await use('serviceNow');
    expect((await seat('bob')).openCase).toBeUndefined();
    await act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined });
    expect((await seat('bob')).openCase).toBe(2);
    await use('jira');
    expect((await seat('bob')).openCase).toBe(1);
    await expect(
      act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined }),
    ).rejects.toThrow('Case 1 is already open');
  });

  test('a new list of one system proves nothing about the cases of the other', async () => {
    await act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined });
    await use('serviceNow');
    await act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined });
    await loadMonth(ask, '2026-07-31', JULY_WITHOUT_BOB, { system: 'serviceNow' });
    const { rows } = await ask('casePage', {
      query: { state: undefined, open: undefined, search: '', cases: undefined },
      from: 0,
      count: 10,
      workingDay: STAMP.workingDay,
    });
    expect(rows.map(({ number, state }) => [number, state]).toSorted()).toEqual([
      [1, 'Ready'],
      [2, 'Closed Skipped'],
    ]);
  });

  test('a dry run of another system is not made live against the wrong list', async () => {
    await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, notify: false, dryRun: true } });
    await act({ act: 'createCases', seats: [(await seat('bob')).seat], manualReason: undefined });
    await use('serviceNow');
    await expect(act({ act: 'caseStep', cases: [1], step: { step: 'convertToLive' } })).rejects.toThrow(
      'lists of another system',
    );
    await use('jira');
    expect(
      (await act({ act: 'caseStep', cases: [1], step: { step: 'convertToLive' } })).done,
    ).toBeGreaterThan(0);
  });
});
