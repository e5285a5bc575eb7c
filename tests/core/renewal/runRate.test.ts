import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { fiscalYearStart, runRate, type SavingsEvent } from '../../../src/core/renewal/runRate.ts';
import { day } from '../contract/contractLineBuilder.ts';

const asOf = day('2026-06-30');

function event(
  seat: string,
  annual: number | undefined,
  on: EpochDay,
  changes: Partial<SavingsEvent> = {},
): SavingsEvent {
  return {
    seat,
    kind: annual !== undefined && annual < 0 ? 'reactivated' : 'reclaimed',
    on,
    annual: annual as MinorUnits | undefined,
    currency: 'GBP' as CurrencyCode,
    proof: 'verified',
    ...changes,
  };
}

test('nets a reactivation and counts days of the year as in the worked example', () => {
  const [pounds] = runRate(
    [
      event('a', 120_000, day('2026-02-01')),
      event('a', -120_000, day('2026-05-01')),
      event('b', 60_000, day('2026-04-01'), { proof: 'attested' }),
    ],
    asOf,
    1,
  );
  expect(pounds).toEqual({
    currency: 'GBP',
    gross: 180_000,
    net: 60_000,
    netAttested: 60_000,
    netVerified: 0,
    yearToDate: 44_219,
  });
});

test('is worth nothing when reclaim and reactivation fall on one day, and ignores what comes after A', () => {
  const events = [
    event('a', 120_000, day('2026-03-01')),
    event('a', -120_000, day('2026-03-01')),
    event('b', 60_000, day('2026-07-01')),
  ];
  expect(runRate(events, asOf, 1)).toMatchObject([{ gross: 120_000, net: 0, yearToDate: 0 }]);
});

test('counts only the days of the fiscal year that holds A', () => {
  expect(formatDay(fiscalYearStart(asOf, 4))).toBe('1 Apr 2026');
  expect(formatDay(fiscalYearStart(day('2026-03-31'), 4))).toBe('1 Apr 2025');
  expect(runRate([event('a', 36_500, day('2020-01-01'))], asOf, 4)).toMatchObject([{ yearToDate: 91 * 100 }]);
});

test('splits the year at a new price and keeps what is not known unknown', () => {
  const repriced = [
    event('a', 36_500, day('2026-06-01')),
    event('a', 36_500, day('2026-06-21'), { kind: 'repriced' }),
  ];
  expect(runRate(repriced, asOf, 1)).toMatchObject([{ gross: 36_500, net: 73_000, yearToDate: 3000 + 1000 }]);
  expect(runRate([event('a', undefined, day('2026-06-01'))], asOf, 1)).toMatchObject([
    { gross: undefined, net: undefined, yearToDate: undefined },
  ]);
});

test('sums its events to the net run-rate, attested and verified to the total', () => {
  const anyEvent = fc.record({
    seat: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('reclaimed' as const, 'reactivated' as const),
    on: fc.integer({ min: 20_000, max: asOf }).map((value) => value as EpochDay),
    annual: fc.integer({ min: -500_000, max: 500_000 }).map((value) => value as MinorUnits),
    currency: fc.constantFrom('GBP', 'JPY').map((code) => code as CurrencyCode),
    proof: fc.constantFrom('attested' as const, 'verified' as const),
  });
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      for (const line of runRate(events, asOf, 1)) {
        const own = events.filter(({ currency }) => currency === line.currency);
        expect(line.net).toBe(own.reduce((sum, { annual }) => sum + (annual ?? 0), 0));
        expect((line.netAttested ?? 0) + (line.netVerified ?? 0)).toBe(line.net);
      }
    }),
  );
});
