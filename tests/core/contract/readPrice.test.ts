import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatAmount } from '../../../src/core/base/formatNumber.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { readPrice } from '../../../src/core/contract/readPrice.ts';

test.each([
  ['1200', 'GBP', 120_000],
  ['1 200.5', 'GBP', 120_050],
  ['1,200.00', 'USD', 120_000],
  ['1.200,00', 'EUR', 120_000],
  ['1200,5', 'EUR', 120_050],
  ['1,200', 'USD', 120_000],
  ['1’200.00', 'CHF', 120_000],
  ['12,34,567', 'INR', undefined],
  ['1.200', 'EUR', undefined],
  ['1,200', 'KWD', undefined],
  ['1200.00', 'JPY', undefined],
  ['-5', 'GBP', undefined],
  ['1e3', 'GBP', undefined],
  ['', 'GBP', undefined],
  ['GBP 5', 'GBP', 500],
  ['100.00 EUR', 'EUR', 10_000],
  ['1.200,50 eur', 'EUR', 120_050],
  ['€1.200,50', 'EUR', 120_050],
  ['£5', 'GBP', 500],
  ['5 USD', 'EUR', undefined],
  ['£5', 'EUR', undefined],
  ['EUR 5 EUR', 'EUR', undefined],
  ['EUR', 'EUR', undefined],
] as const)('reads %j in %s as %j minor units [CONTRACT-03]', (text, currency, minor) => {
  expect(readPrice(text, currency as CurrencyCode)).toBe(minor);
});

test('reads back every amount that it prints, for currencies of 0, 2 and 3 decimals [CONTRACT-03]', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 12 }), fc.constantFrom('JPY', 'EUR', 'BHD'), (minor, code) => {
      const currency = code as CurrencyCode;
      expect(readPrice(formatAmount(minor as MinorUnits, currency), currency)).toBe(minor);
    }),
  );
});
