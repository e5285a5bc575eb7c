import { expect, test } from 'vitest';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import { countEndings } from '../../../src/core/reclaim/countEndings.ts';
import { LedgerBench, opening } from '../../builders/ledgerBench.ts';
import { day } from '../contract/contractLineBuilder.ts';

const opened = (() => {
  const bench = LedgerBench.ready();
  bench.open(opening(1));
  return bench.case(1);
})();

const complete = (reactivated?: string): CaseRecord => ({
  ...opened,
  state: 'Closed Complete',
  closing: 'reclaimed',
  reclaimedOn: day('2026-01-01'),
  reactivatedOn: reactivated === undefined ? [] : [day(reactivated)],
});

test('counts endings by what closed them, and reactivations up to the 90th day apart', () => {
  const skipped: CaseRecord = { ...opened, state: 'Closed Skipped', closing: 'kept' };
  const cases: readonly CaseRecord[] = [
    opened,
    complete(),
    complete('2026-04-01'),
    complete('2026-04-02'),
    skipped,
    skipped,
    { ...skipped, closing: 'goneOutsideWorkflow' },
    { ...opened, state: 'Closed Canceled', closing: 'activityDetected' },
  ];
  const expected = {
    skipped: [
      { closing: 'goneOutsideWorkflow', cases: 1 },
      { closing: 'kept', cases: 2 },
    ],
    canceled: 1,
    reactivated: 2,
    reactivatedSoon: 1,
  };
  expect(countEndings(cases)).toEqual(expected);
  const rehearsed = cases.map((current) => ({ ...current, dryRun: true }));
  expect(countEndings([...cases, ...rehearsed])).toEqual(expected);
});
