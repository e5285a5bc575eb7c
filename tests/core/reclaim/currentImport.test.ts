import { expect, test } from 'vitest';
import { currentImport } from '../../../src/core/reclaim/currentImport.ts';
import { systemInUse } from '../../../src/core/reclaim/systemInUse.ts';
import { day, LedgerBench } from '../../builders/ledgerBench.ts';

const JUNE = day(2026, 6, 30);
const JULY = day(2026, 7, 31);

function load(
  bench: LedgerBench,
  snapshot: string,
  asOf = JUNE,
  { system = 'serviceNow', completeness = 'full' as 'full' | 'filtered' } = {},
): void {
  bench.note({
    kind: 'usersImported',
    snapshot,
    sha256: 'b',
    fileName: `${snapshot}.csv`,
    system,
    asOf,
    completeness,
    read: 2,
    accepted: 2,
    rejected: 0,
    accounts: 2,
    seats: 2,
  });
}
const current = ({ record }: LedgerBench): string | undefined => currentImport(record)?.snapshot;

test('the latest complete list is current, of two of one day the one loaded last', () => {
  const bench = new LedgerBench();
  expect(current(bench)).toBeUndefined();
  load(bench, 'july', JULY);
  load(bench, 'june');
  expect(current(bench)).toBe('july');
  load(bench, 'july again', JULY);
  expect(current(bench)).toBe('july again');
});

test('a filtered list takes the place of no complete one, however new it is [LOAD-35]', () => {
  const bench = new LedgerBench();
  load(bench, 'june');
  load(bench, 'filtered', JULY, { completeness: 'filtered' });
  expect(current(bench)).toBe('june');
  bench.note({ kind: 'snapshotDeleted', snapshot: 'june', asOf: JUNE, wasBaseline: false });
  expect(current(bench)).toBe('filtered');
});

test('a list of another system stands beside the one in use until a person chooses it', () => {
  const bench = new LedgerBench();
  load(bench, 'june');
  load(bench, 'jira', JULY, { system: 'jira' });
  expect(current(bench)).toBe('june');
  bench.note({ kind: 'systemChosen', system: 'jira' });
  expect(current(bench)).toBe('jira');
  expect(systemInUse(bench.record)).toBe('jira');
  bench.note({ kind: 'snapshotDeleted', snapshot: 'jira', asOf: JULY, wasBaseline: false });
  expect(systemInUse(bench.record)).toBe('serviceNow');
  expect(current(bench)).toBe('june');
  expect(bench.record.systemBySnapshot.get('jira')).toBe('jira');
});

test('choosing a system can be taken back', () => {
  const bench = new LedgerBench();
  load(bench, 'june');
  load(bench, 'jira', JULY, { system: 'jira' });
  const [chosen] = bench.note({ kind: 'systemChosen', system: 'jira' });
  const { sequence, act } = chosen!.entry;
  bench.note({ kind: 'undone', act, sequences: [sequence], reason: 'Wrong one' });
  expect(current(bench)).toBe('june');
});
