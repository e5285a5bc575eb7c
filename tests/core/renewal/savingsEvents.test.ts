import { describe, expect, test } from 'vitest';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import { runRate } from '../../../src/core/renewal/runRate.ts';
import { savingsEvents } from '../../../src/core/renewal/savingsEvents.ts';
import { LedgerBench, opening, seatIdentity } from '../../builders/ledgerBench.ts';
import { contractLine, day } from '../contract/contractLineBuilder.ts';

const AS_OF = day('2026-06-30');

const price = (licenceType: string, annual: number, currency = 'GBP') =>
  contractLine({
    id: `${licenceType} ${currency}`,
    licenceType,
    unitPriceAYear: annual as MinorUnits,
    currency: currency as CurrencyCode,
  });
const LINES = [price('Agent', 120_000), price('Viewer', 60_000)];

const opened = (() => {
  const bench = LedgerBench.ready();
  bench.open(opening(1), opening(2), opening(3));
  return [1, 2, 3].map((number) => bench.case(number));
})();

const closed = (
  number: 1 | 2 | 3,
  licenceType: string,
  reclaimedOn: string,
  changes: Partial<CaseRecord> = {},
): CaseRecord => ({
  ...opened[number - 1]!,
  seat: seatIdentity(number, { licenceType }),
  state: 'Closed Complete',
  proof: 'verified',
  reclaimedOn: day(reclaimedOn),
  ...changes,
});

describe('savings events', () => {
  test('give the worked example: gross 1 800, net 600, year to date 442.19', () => {
    const seatA = closed(1, 'Agent', '2026-02-01', { reactivatedOn: [day('2026-05-01')] });
    const events = savingsEvents([seatA, closed(2, 'Viewer', '2026-04-01')], LINES, AS_OF);
    expect(events.map(({ kind, on, annual }) => [kind, on, annual])).toEqual([
      ['reclaimed', day('2026-02-01'), 120_000],
      ['reactivated', day('2026-05-01'), -120_000],
      ['reclaimed', day('2026-04-01'), 60_000],
    ]);
    expect(runRate(events, AS_OF, 1)).toMatchObject([{ gross: 180_000, net: 60_000, yearToDate: 44_219 }]);
  });

  test('value a downgraded seat at the difference of the two prices', () => {
    const changes = { subStep: 'downgraded', downgradeTo: 'Viewer' } as const;
    const annual = (lines: typeof LINES): readonly (number | undefined)[] =>
      savingsEvents([closed(1, 'Agent', '2026-02-01', changes)], lines, AS_OF).map((event) => event.annual);
    expect(annual(LINES)).toEqual([60_000]);
    expect(annual([price('Agent', 120_000)])).toEqual([undefined]);
    expect(annual([price('Agent', 120_000), price('Viewer', 60_000, 'USD')])).toEqual([undefined]);
  });

  test('take the lowest price in force, and know none where the lines stand in no figure', () => {
    const seat = closed(1, 'Agent', '2026-02-01');
    const cheaper = contractLine({ id: 'more', licenceType: 'Agent', unitPriceAYear: 90_000 as MinorUnits });
    const added = { ...cheaper, overlap: 'additional' as const };
    expect(savingsEvents([seat], [price('Agent', 120_000), added], AS_OF)).toMatchObject([
      { annual: 90_000 },
    ]);
    const over = contractLine({ licenceType: 'Agent', termStart: '2024-01-01', termEnd: '2025-12-31' });
    expect(savingsEvents([seat], [over], AS_OF)).toMatchObject([{ annual: undefined, currency: 'GBP' }]);
    expect(savingsEvents([seat], [price('Viewer', 60_000)], AS_OF)).toEqual([]);
  });

  test('attested and verified stand apart', () => {
    const cases = [
      closed(1, 'Agent', '2026-02-01'),
      closed(2, 'Viewer', '2026-04-01', { proof: 'attested' }),
    ];
    expect(runRate(savingsEvents(cases, LINES, AS_OF), AS_OF, 1)).toMatchObject([
      { net: 180_000, netVerified: 120_000, netAttested: 60_000 },
    ]);
  });

  test('only Closed Complete counts, never a frozen seat, and no dry run [RECLAIM-31]', () => {
    const frozen = { ...opened[0]!, state: 'Awaiting Revocation' as const, subStep: 'frozen' as const };
    const rehearsed = closed(2, 'Agent', '2026-04-01', { dryRun: true });
    expect(savingsEvents([frozen, rehearsed], LINES, AS_OF)).toEqual([]);
  });
});
