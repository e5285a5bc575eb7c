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
    expect(events.map(({ kind, on, before, after }) => [kind, on, before, after])).toEqual([
      ['reclaimed', day('2026-02-01'), 0, 120_000],
      ['reactivated', day('2026-05-01'), 120_000, 0],
      ['reclaimed', day('2026-04-01'), 0, 60_000],
    ]);
    expect(runRate(events, AS_OF, 1)).toMatchObject([
      { gross: 180_000, net: { all: 60_000 }, yearToDate: { all: 44_219 } },
    ]);
  });

  test('value a downgraded seat at the difference of the two prices', () => {
    const changes = { subStep: 'downgraded', downgradeTo: 'Viewer' } as const;
    const annual = (lines: typeof LINES): readonly (number | undefined)[] =>
      savingsEvents([closed(1, 'Agent', '2026-02-01', changes)], lines, AS_OF).map((event) => event.after);
    expect(annual(LINES)).toEqual([60_000]);
    expect(annual([price('Agent', 120_000)])).toEqual([undefined]);
    expect(annual([price('Agent', 120_000), price('Viewer', 60_000, 'USD')])).toEqual([undefined]);
  });

  test('take the lowest price in force, and know none where the lines stand in no figure', () => {
    const seat = closed(1, 'Agent', '2026-02-01');
    const cheaper = contractLine({ id: 'more', licenceType: 'Agent', unitPriceAYear: 90_000 as MinorUnits });
    const added = { ...cheaper, overlap: 'additional' as const };
    expect(savingsEvents([seat], [price('Agent', 120_000), added], AS_OF)).toMatchObject([{ after: 90_000 }]);
    const over = contractLine({ licenceType: 'Agent', termStart: '2024-01-01', termEnd: '2025-12-31' });
    expect(savingsEvents([seat], [over], AS_OF)).toMatchObject([{ after: undefined, currency: 'GBP' }]);
    expect(savingsEvents([seat], [price('Viewer', 60_000)], AS_OF)).toEqual([]);
  });

  test('attested and verified stand apart', () => {
    const cases = [
      closed(1, 'Agent', '2026-02-01'),
      closed(2, 'Viewer', '2026-04-01', { proof: 'attested' }),
    ];
    expect(runRate(savingsEvents(cases, LINES, AS_OF), AS_OF, 1)).toMatchObject([
      { net: { all: 180_000, verified: 120_000, attested: 60_000 } },
    ]);
  });

  describe('under several price periods', () => {
    /** 1 200 a year to 31 Mar, 1 500 from 1 Apr: the second line replaces the first. */
    const dearer = contractLine({
      id: 'dearer',
      licenceType: 'Agent',
      unitPriceAYear: 150_000 as MinorUnits,
      termStart: '2026-04-01',
      overlap: 'replacement',
    });
    const raised = [price('Agent', 120_000), dearer];
    const rateOf = (cases: readonly CaseRecord[], lines: typeof LINES) =>
      runRate(savingsEvents(cases, lines, AS_OF), AS_OF, 1);

    test('the year splits on the day of the new price, and the run-rate is that of A', () => {
      const seat = closed(1, 'Agent', '2026-02-01');
      expect(
        savingsEvents([seat], raised, AS_OF).map(({ kind, on, before, after }) => [kind, on, before, after]),
      ).toEqual([
        ['reclaimed', day('2026-02-01'), 0, 120_000],
        ['repriced', day('2026-04-01'), 120_000, 150_000],
      ]);
      // 59 days at 1 200 (1 Feb to 31 Mar) and 91 at 1 500: (70 800 + 136 500) ÷ 365 = 567.95.
      expect(rateOf([seat], raised)).toMatchObject([
        { gross: 120_000, net: { all: 150_000 }, yearToDate: { all: 56_795 } },
      ]);
    });

    test('a seat held again before the new price is worth its days at the old one alone', () => {
      const seat = closed(1, 'Agent', '2026-02-01', { reactivatedOn: [day('2026-04-01')] });
      // 59 × 1 200 ÷ 365 = 193.97.
      expect(rateOf([seat], raised)).toMatchObject([{ net: { all: 0 }, yearToDate: { all: 19_397 } }]);
    });

    test('terms that follow one another count each day in its own term', () => {
      const terms = [
        contractLine({ id: '25', licenceType: 'Agent', termEnd: '2025-12-31' }),
        contractLine({
          id: '26',
          licenceType: 'Agent',
          unitPriceAYear: 73_000 as MinorUnits,
          termStart: '2026-01-01',
        }),
      ];
      const seat = closed(1, 'Agent', '2025-10-01');
      expect(rateOf([seat], terms)).toMatchObject([
        { gross: 120_000, net: { all: 73_000 }, yearToDate: { all: 181 * 200 } },
      ]);
      // A fiscal year from 1 Oct: 92 days at 1 200, 181 at 730.
      expect(runRate(savingsEvents([seat], terms, AS_OF), AS_OF, 10)).toMatchObject([
        { yearToDate: { all: Math.round((92 * 120_000 + 181 * 73_000) / 365) } },
      ]);
    });

    test('a cheaper additional line lowers the value from its first day', () => {
      const more = contractLine({
        id: 'more',
        licenceType: 'Agent',
        unitPriceAYear: 90_000 as MinorUnits,
        termStart: '2026-06-01',
        overlap: 'additional',
      });
      const seat = closed(1, 'Agent', '2026-05-01');
      expect(rateOf([seat], [price('Agent', 120_000), more])).toMatchObject([
        { net: { all: 90_000 }, yearToDate: { all: Math.round((31 * 120_000 + 30 * 90_000) / 365) } },
      ]);
    });

    test('a downgraded seat follows both prices', () => {
      const seat = closed(1, 'Agent', '2026-02-01', { subStep: 'downgraded', downgradeTo: 'Viewer' });
      expect(rateOf([seat], [...raised, price('Viewer', 60_000)])).toMatchObject([
        { net: { all: 90_000 }, yearToDate: { all: Math.round((59 * 60_000 + 91 * 90_000) / 365) } },
      ]);
    });

    test('a line in another currency ends the one total and begins the other', () => {
      const euros = { ...dearer, currency: 'EUR' as CurrencyCode };
      const seat = closed(1, 'Agent', '2026-02-01');
      expect(rateOf([seat], [price('Agent', 120_000), euros])).toMatchObject([
        { currency: 'EUR', net: { all: 150_000 }, yearToDate: { all: Math.round((91 * 150_000) / 365) } },
        { currency: 'GBP', net: { all: 0 }, yearToDate: { all: 19_397 } },
      ]);
    });

    test('days before the first line are not known, and the run-rate of A is', () => {
      const seat = closed(1, 'Agent', '2026-02-01');
      expect(rateOf([seat], [{ ...dearer, overlap: undefined }])).toMatchObject([
        { net: { all: 150_000 }, yearToDate: { all: undefined } },
      ]);
    });

    test('a seat reclaimed by a second case is worth its price once', () => {
      const first = closed(1, 'Viewer', '2026-02-01', { proof: 'attested' });
      const second = { ...closed(2, 'Viewer', '2026-04-01'), seat: first.seat };
      expect(rateOf([first, second], [price('Viewer', 60_000)])).toMatchObject([
        {
          gross: 120_000,
          net: { all: 60_000, attested: 0, verified: 60_000 },
          yearToDate: { all: Math.round((59 * 60_000) / 365) + Math.round((91 * 60_000) / 365) },
        },
      ]);
    });
  });

  test('only Closed Complete counts, never a frozen seat, and no dry run [RECLAIM-31]', () => {
    const frozen = { ...opened[0]!, state: 'Awaiting Revocation' as const, subStep: 'frozen' as const };
    const rehearsed = closed(2, 'Agent', '2026-04-01', { dryRun: true });
    expect(savingsEvents([frozen, rehearsed], LINES, AS_OF)).toEqual([]);
  });
});
