import { describe, expect, test } from 'vitest';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import { runRates, savingsEvents } from '../../../src/core/reclaim/savingsEvents.ts';
import { day, LedgerBench, opening } from '../../builders/ledgerBench.ts';

const GBP = 'GBP' as CurrencyCode;
const A = day(2026, 6, 30);
const YEAR = day(2026, 1, 1);

const base = (() => {
  const bench = LedgerBench.ready();
  bench.open(opening(1), opening(2), opening(3));
  return [1, 2, 3].map((number) => bench.case(number));
})();

const reclaimed = (index: number, changes: Partial<CaseRecord>): CaseRecord => ({
  ...base[index]!,
  state: 'Closed Complete',
  proof: 'verified',
  ...changes,
});

const seatA = reclaimed(0, { reclaimedOn: day(2026, 2, 1), reactivatedOn: [day(2026, 5, 1)] });
const seatB = reclaimed(1, { reclaimedOn: day(2026, 4, 1) });
const prices = new Map([
  [1, 120_000],
  [2, 60_000],
  [3, 60_000],
]);
const priceOf = ({ number }: CaseRecord) => ({ currency: GBP, annual: prices.get(number) as MinorUnits });

describe('savings events', () => {
  test('give the worked example: gross 1 800, net 600, year to date 442.19', () => {
    const events = savingsEvents([seatA, seatB], priceOf);
    expect(events.map(({ on, annual }) => [on, annual])).toEqual([
      [day(2026, 2, 1), 120_000],
      [day(2026, 4, 1), 60_000],
      [day(2026, 5, 1), -120_000],
    ]);
    expect(runRates(events, A, YEAR)).toEqual([
      { currency: GBP, proof: 'verified', gross: 180_000, net: 60_000, yearToDate: 44_219 },
    ]);
  });

  test('reclaimed and held again on one day is worth nothing', () => {
    const sameDay = reclaimed(0, { reclaimedOn: day(2026, 3, 1), reactivatedOn: [day(2026, 3, 1)] });
    expect(runRates(savingsEvents([sameDay], priceOf), A, YEAR)).toMatchObject([{ net: 0, yearToDate: 0 }]);
  });

  test('the year starts with the fiscal year, and later events are not counted yet', () => {
    const before = reclaimed(1, { reclaimedOn: day(2025, 11, 1) });
    const later = reclaimed(2, { reclaimedOn: day(2026, 7, 15) });
    const [rate] = runRates(savingsEvents([before, later], priceOf), A, day(2026, 4, 1));
    expect(rate).toMatchObject({ gross: 60_000, yearToDate: Math.round((60_000 * 91) / 365) });
  });

  test('attested and verified, and each currency, stand apart; no price gives no event', () => {
    const attested = reclaimed(2, { reclaimedOn: day(2026, 4, 1), proof: 'attested' });
    const mixed = savingsEvents([seatB, attested, seatA], (current) =>
      current.number === 1 ? undefined : { ...priceOf(current), currency: GBP },
    );
    expect(runRates(mixed, A, YEAR).map(({ proof, net }) => [proof, net])).toEqual([
      ['verified', 60_000],
      ['attested', 60_000],
    ]);
    const usd = savingsEvents([seatB, attested], (current) => ({
      ...priceOf(current),
      currency: (current.number === 2 ? 'USD' : 'GBP') as CurrencyCode,
    }));
    expect(runRates(usd, A, YEAR).map(({ currency }) => currency)).toEqual(['USD', 'GBP']);
  });

  test('only Closed Complete counts, never a frozen seat, and no dry run [RECLAIM-31]', () => {
    const frozen = { ...base[0]!, state: 'Awaiting Revocation' as const, subStep: 'frozen' as const };
    const rehearsed = reclaimed(1, { reclaimedOn: day(2026, 4, 1), dryRun: true });
    expect(savingsEvents([frozen, rehearsed], priceOf)).toEqual([]);
  });
});
