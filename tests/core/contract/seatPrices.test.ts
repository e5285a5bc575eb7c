import { expect, test } from 'vitest';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { pricesOn, seatPrices } from '../../../src/core/contract/seatPrices.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const FIRST = contractLine({ id: 'first', termStart: '2025-01-01' });
const priced = (annual: number | undefined, changes: Parameters<typeof contractLine>[0] = {}) =>
  contractLine({ id: 'second', termStart: '2026-04-01', unitPriceAYear: annual as MinorUnits, ...changes });

const periodsOf = (...lines: readonly ReturnType<typeof contractLine>[]) =>
  seatPrices(lines)('Fulfiller').map(({ from, prices }) => [from, prices.map(({ annual }) => annual)]);

test('a replacement begins a price of its own, and after the last day none is known', () => {
  expect(periodsOf(FIRST, priced(150_000, { overlap: 'replacement', termEnd: '2026-12-31' }))).toEqual([
    [undefined, [undefined]],
    [day('2025-01-01'), [120_000]],
    [day('2026-04-01'), [150_000]],
    [day('2027-01-01'), [undefined]],
  ]);
});

test('additional lines count at the lowest price of each day, an open overlap at none', () => {
  expect(periodsOf(FIRST, priced(90_000, { overlap: 'additional', termEnd: '2026-06-30' }))).toEqual([
    [undefined, [undefined]],
    [day('2025-01-01'), [120_000]],
    [day('2026-04-01'), [90_000]],
    [day('2026-07-01'), [120_000]],
    [day('2027-01-01'), [undefined]],
  ]);
  const open = periodsOf(FIRST, priced(90_000));
  expect(open.map(([, prices]) => prices)).toEqual(open.map(() => [undefined]));
});

test('days that are not known are not known in every currency of the lines, and other licence types have none', () => {
  const euros = priced(1, { overlap: 'replacement', currency: 'EUR' as CurrencyCode });
  const prices = seatPrices([FIRST, euros]);
  const currenciesOn = (iso: string) =>
    pricesOn(prices('Fulfiller'), day(iso)).map(({ currency }) => currency);
  expect(currenciesOn('2024-12-31')).toEqual(['GBP', 'EUR']);
  expect(currenciesOn('2026-03-31')).toEqual(['GBP']);
  expect(currenciesOn('2026-04-01')).toEqual(['EUR']);
  expect(prices('Viewer')).toEqual([]);
  expect(pricesOn([], day('2026-04-01'))).toEqual([]);
});
