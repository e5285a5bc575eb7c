import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { EXAMPLE_LINE } from '../../support/exampleWorkspace.ts';
import { loadKind } from '../../support/loadFiles.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const USERS = 'User name,Name,Department,Licence type,Assigned on,Last activity';
const LINES = [
  'ann,Ann,Finance,Agent,2023-01-02,2026-06-28',
  'bob,Bob,Finance,Agent,2023-01-02,2025-06-28',
  'cat,Cat,HR,Agent,2023-01-02,2025-05-02',
  'vip,Vip,HR,Agent,2023-01-02,2025-05-02',
  'dan,Dan,HR,,2023-01-02,2026-06-25',
];
const ROSTER = [
  'employee_number,full_name,email,unit_id,department',
  '1,Zed Moor,zed@larkfield.example,U-1,Finance',
];
const LOG = [
  'zed@larkfield.example,2026-06-27 10:00,resolve',
  'ann,2026-06-28 10:00,resolve',
  '=1+1,2026-06-20 10:00,resolve',
];

let ask: AskThread;
const act = (action: Action) => ask('act', { action, stamp: STAMP });
const first = { from: 0, count: 50 };

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Larkfield',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  await loadMonth(ask, '2026-06-30', LINES, { header: USERS });
});

describe('gaps with the idle seats that could serve them', () => {
  const loadAll = async (): Promise<void> => {
    await loadKind(ask, 'roster', '2026-06-30', ROSTER);
    await loadKind(ask, 'activity', '2026-06-30', ['user_name,timestamp,event_type', ...LOG]);
  };

  test('each gap has its explanation and its own seat, of the same unit first [REVIEW-23]', async () => {
    await loadAll();
    const { rows, needs, idle, total } = await ask('gapPage', first);
    expect(rows.map(({ key, name, unit, offer }) => [key, name, unit, offer?.accountId])).toEqual([
      ['zed@larkfield.example', 'Zed Moor', 'Finance', 'bob'],
      ['dan', 'Dan', 'HR', 'cat'],
      ['=1+1', '', '', 'vip'],
    ]);
    expect(rows[0]!.explanation).toContain('no account of the list has this key');
    expect(rows[1]).toMatchObject({ listed: { fileRow: 6 }, lastActivity: '25 Jun 2026' });
    expect(rows[0]!.offer!.reason).toContain('Same unit, Finance.');
    expect(total).toBe(3);
    expect(needs).toEqual({ served: 3, unserved: 0 });
    expect(idle).toEqual({ flagged: 3, notCandidates: 0, inCase: 0, held: 0, left: 0 });
    expect((await ask('gapPage', { from: 1, count: 1 })).rows.map(({ key }) => key)).toEqual(['dan']);
  });

  test('a seat with an exception and one in a case are not offered [REVIEW-23]', async () => {
    await loadAll();
    const seatOf = async (search: string): Promise<number> => {
      return (await ask('seatPage', { query: seatQuery({ search }), ...first })).rows[0]!.seat;
    };
    await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false, notify: false } });
    await act({ act: 'createCases', seats: [await seatOf('bob')], manualReason: undefined });
    await act({
      act: 'addException',
      seats: [await seatOf('vip')],
      rationale: 'cover for leave',
      until: addDays(STAMP.workingDay, 30),
      fallbackControl: 'review',
    });
    const { rows, needs, idle } = await ask('gapPage', first);
    expect(rows.map(({ offer }) => offer?.accountId)).toEqual([undefined, 'cat', undefined]);
    expect(needs).toEqual({ served: 1, unserved: 2 });
    expect(idle).toMatchObject({ inCase: 1, held: 0, left: 0 });
  });

  test('the table holds gaps and overlaps, and no cell of a file starts a formula [APP-12] [REVIEW-23]', async () => {
    await loadAll();
    await loadMonth(ask, '2026-07-01', [...LINES, 'ann,Ann,Finance,Viewer,2023-01-02,2026-06-28'], {
      header: USERS,
    });
    const line = { ...EXAMPLE_LINE, licenceType: 'Agent', lighterLicenceType: 'Viewer' };
    await act({ act: 'saveContractLine', line });
    const { csv, fileName } = await ask('gapTable', {});
    expect(fileName).toBe('fallow-gaps-and-overlaps-2026-07-01.csv');
    expect(csv).toContain(`"'=1+1"`);
    expect(csv.split('\r\n').filter((found) => found.startsWith('Overlap,'))).toHaveLength(2);
    const { rows } = await ask('overlapPage', first);
    expect(rows[0]!.seats.map(({ licenceType, category }) => [licenceType, category])).toEqual([
      ['Agent', 'active'],
      ['Viewer', 'active'],
    ]);
  });

  test('a log that is loaded later does not part the accounts from their people [REVIEW-23]', async () => {
    await loadKind(ask, 'roster', '2026-06-30', ROSTER);
    const before = await ask('overlapPage', first);
    await loadKind(ask, 'activity', '2026-06-30', ['user_name,timestamp,event_type', ...LOG]);
    expect(await ask('overlapPage', first)).toEqual(before);
    const { rows } = await ask('gapPage', first);
    expect(rows.find(({ key }) => key.startsWith('zed'))?.name).toBe('Zed Moor');
  });

  test('without a list there is nothing to ask about', async () => {
    const bare = askThread();
    await bare('createClient', {
      name: 'B',
      timeZone: 'UTC',
      fiscalYearStart: 1,
      sample: false,
      stamp: STAMP,
    });
    await expect(bare('gapPage', first)).rejects.toThrow('noSnapshot');
  });
});
