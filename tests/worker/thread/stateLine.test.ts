import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import type { CaseState } from '../../../src/core/reclaim/caseState.ts';
import { EMPTY_RECORD, type WorkspaceRecord } from '../../../src/core/reclaim/workspaceRecord.ts';
import { stateLine } from '../../../src/worker/thread/stateLine.ts';
import { EXAMPLE_LINE } from '../../support/exampleWorkspace.ts';

const TODAY = readIsoDay('2026-09-12')!;
const AS_OF = readIsoDay('2026-06-30')!;

function recordOf(
  cases: readonly (readonly [state: CaseState, count: number, mode?: 'dryRun'])[],
  accounts?: number,
  hasContract = false,
): WorkspaceRecord {
  const records = cases.flatMap(([state, count, mode]) =>
    Array.from({ length: count }, () => ({ state, dryRun: mode === 'dryRun' }) as CaseRecord),
  );
  return {
    ...EMPTY_RECORD,
    cases: new Map(records.map((record, number) => [number, record])),
    imports: accounts === undefined ? [] : [{ accounts, asOf: AS_OF } as WorkspaceRecord['imports'][number]],
    contractLines: new Map(hasContract ? [[EXAMPLE_LINE.id, EXAMPLE_LINE]] : []),
  };
}

test.each([
  ['a new client', recordOf([]), ''],
  ['data and nothing else', recordOf([], 400), '400 accounts loaded'],
  ['one account', recordOf([], 1), '1 account loaded'],
  ['data and a contract', recordOf([], 400, true), '400 accounts loaded, notice in 48 days'],
  ['a contract without data', recordOf([], undefined, true), 'notice in 48 days'],
  [
    'live and dry run apart, closed cases left out',
    recordOf(
      [
        ['Ready', 1],
        ['Ready', 114, 'dryRun'],
        ['Closed Canceled', 9, 'dryRun'],
        ['Closed Complete', 7],
      ],
      400,
    ),
    '1 ready, 114 open cases in the dry run',
  ],
  [
    'every open live case',
    recordOf(
      [
        ['Awaiting Approval', 48],
        ['Awaiting User', 2],
        ['Awaiting Revocation', 3],
        ['Attention Required', 1],
      ],
      400,
    ),
    '48 waiting for managers, 2 waiting for users, 4 more open cases',
  ],
  ['one case in revocation', recordOf([['Awaiting Revocation', 1]], 400), '1 open case'],
  ['only closed cases', recordOf([['Closed Complete', 5]], 400), '400 accounts loaded'],
])('says of a client with %s', (_, record, line) => {
  expect(stateLine(record, TODAY)).toBe(line);
});

test('of the sample, which is dated, only the date of the notice is said', () => {
  const client = {
    kind: 'workspaceCreated',
    name: 'x',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
  } as const;
  const record = recordOf([], 400, true);
  const missed = readIsoDay('2026-11-22')!;
  expect(stateLine({ ...record, client: { ...client, sample: true } }, missed)).toBe(
    '400 accounts loaded, notice by 30 Oct 2026',
  );
  expect(stateLine({ ...record, client: { ...client, sample: false } }, missed)).toBe(
    '400 accounts loaded, notice window missed',
  );
});

test('counts the days to a notice date that moves before the holidays typed [CONTRACT-11]', () => {
  const record = recordOf([], undefined, true);
  const holidays = ['2026-10-29', '2026-10-30'].map((text) => readIsoDay(text)!);
  expect(stateLine({ ...record, holidays }, TODAY)).toBe('notice in 46 days');
});
