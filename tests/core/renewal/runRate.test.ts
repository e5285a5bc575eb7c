import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { fiscalYearStart, runRate, type SavingsEvent } from '../../../src/core/renewal/runRate.ts';
import { day } from '../contract/contractLineBuilder.ts';

const asOf = day('2026-06-30');

type Amount = number | undefined;

/** A change of what a seat saves a year, from the one amount to the other. */
function event(
  seat: string,
  [before, after]: readonly [before: Amount, after: Amount],
  on: EpochDay,
  changes: Partial<SavingsEvent> = {},
): SavingsEvent {
  return {
    seat,
    kind: before === 0 ? 'reclaimed' : after === 0 ? 'reactivated' : 'repriced',
    on,
    before: before as MinorUnits | undefined,
    after: after as MinorUnits | undefined,
    currency: 'GBP' as CurrencyCode,
    proof: 'verified',
    ...changes,
  };
}

test('nets a reactivation and counts days of the year as in the worked example', () => {
  const [pounds] = runRate(
    [
      event('a', [0, 120_000], day('2026-02-01')),
      event('a', [120_000, 0], day('2026-05-01')),
      event('b', [0, 60_000], day('2026-04-01'), { proof: 'attested' }),
    ],
    asOf,
    1,
  );
  expect(pounds).toEqual({
    currency: 'GBP',
    gross: 180_000,
    net: { all: 60_000, attested: 60_000, verified: 0 },
    yearToDate: { all: 44_219, attested: 14_959, verified: 29_260 },
  });
});

test('is worth nothing when reclaim and reactivation fall on one day, and ignores what comes after A', () => {
  const events = [
    event('a', [0, 120_000], day('2026-03-01')),
    event('a', [120_000, 0], day('2026-03-01')),
    event('b', [0, 60_000], day('2026-07-01')),
  ];
  expect(runRate(events, asOf, 1)).toMatchObject([
    { gross: 120_000, net: { all: 0 }, yearToDate: { all: 0 } },
  ]);
});

test('counts only the days of the fiscal year that holds A', () => {
  expect(formatDay(fiscalYearStart(asOf, 4))).toBe('1 Apr 2026');
  expect(formatDay(fiscalYearStart(day('2026-03-31'), 4))).toBe('1 Apr 2025');
  expect(runRate([event('a', [0, 36_500], day('2020-01-01'))], asOf, 4)).toMatchObject([
    { yearToDate: { all: 91 * 100 } },
  ]);
});

test('splits the year at a new price', () => {
  const repriced = [
    event('a', [0, 36_500], day('2026-06-01')),
    event('a', [36_500, 73_000], day('2026-06-21')),
  ];
  expect(runRate(repriced, asOf, 1)).toMatchObject([
    { gross: 36_500, net: { all: 73_000 }, yearToDate: { all: 3000 + 1000 } },
  ]);
});

test('a price that is not known leaves unknown what its days enter, and nothing else', () => {
  const of = (...events: readonly SavingsEvent[]) => {
    const [rate] = runRate(events, asOf, 1);
    return [rate?.net.all, rate?.yearToDate.all];
  };
  expect(of(event('a', [0, undefined], day('2026-06-01')))).toEqual([undefined, undefined]);
  const later = event('a', [undefined, 36_500], day('2026-06-21'));
  expect(of(event('a', [0, undefined], day('2026-06-01')), later)).toEqual([36_500, undefined]);
  const beforeTheYear = event('a', [undefined, 36_500], day('2026-01-01'));
  expect(of(event('a', [0, undefined], day('2025-11-30')), beforeTheYear)).toEqual([36_500, 181 * 100]);
  const another = event('b', [0, 36_500], day('2026-06-30'), { proof: 'attested' });
  expect(runRate([event('a', [0, undefined], day('2026-06-01')), another], asOf, 1)).toMatchObject([
    { net: { all: undefined, verified: undefined, attested: 36_500 }, yearToDate: { attested: 100 } },
  ]);
});

test('sums its events to the net run-rate, attested and verified to the total', () => {
  const anyEvent = fc.record({
    seat: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('reclaimed' as const, 'reactivated' as const),
    on: fc.integer({ min: 20_000, max: asOf }).map((value) => value as EpochDay),
    before: fc.integer({ min: 0, max: 500_000 }).map((value) => value as MinorUnits),
    after: fc.integer({ min: 0, max: 500_000 }).map((value) => value as MinorUnits),
    currency: fc.constantFrom('GBP', 'JPY').map((code) => code as CurrencyCode),
    proof: fc.constantFrom('attested' as const, 'verified' as const),
  });
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      for (const { currency, net, yearToDate } of runRate(events, asOf, 1)) {
        const own = events.filter((event) => event.currency === currency);
        expect(net.all).toBe(own.reduce((sum, { before, after }) => sum + after - before, 0));
        for (const { all, attested, verified } of [net, yearToDate])
          expect((attested ?? 0) + (verified ?? 0)).toBe(all);
      }
    }),
  );
});
