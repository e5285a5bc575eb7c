import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatAmount } from '../../../src/core/base/formatNumber.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { readPrice, readPriceDoubt } from '../../../src/core/contract/readPrice.ts';

test.each([
  ['1200', 'GBP', 120_000],
  ['1 200.5', 'GBP', 120_050],
  ['1,200.00', 'USD', 120_000],
  ['1.200,00', 'EUR', 120_000],
  ['1200,5', 'EUR', 120_050],
  ['1,200', 'USD', 120_000],
  ['12,500', 'GBP', 1_250_000],
  ['8,333', 'EUR', undefined],
  ['8,333', 'GBP', undefined],
  ['0,125', 'EUR', undefined],
  ['0,120', 'EUR', undefined],
  ['0,12', 'EUR', 12],
  ['8,33', 'EUR', 833],
  ['8,333', 'JPY', 8333],
  ['0,125', 'JPY', undefined],
  ['0,125', 'KWD', 125],
  ['1,208,333', 'GBP', 120_833_300],
  ['8,333.00', 'GBP', 833_300],
  ['8.333,00', 'EUR', 833_300],
  ['012,345', 'GBP', undefined],
  ['1000000000000', 'JPY', 1_000_000_000_000],
  ['999999999999999', 'GBP', undefined],
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

test.each([
  ['8,333', 'EUR', { thousands: '8333.00', decimal: '8.33' }],
  ['8.335 €', 'EUR', { thousands: '8335.00', decimal: '8.34' }],
  ['1.200', 'EUR', { thousands: '1200.00', decimal: '1.20' }],
  ['1,200', 'KWD', { thousands: '1200.000', decimal: '1.200' }],
  ['1.200', 'JPY', { thousands: '1200', decimal: '1' }],
  ['1.200', 'KWD', undefined],
  ['1,200', 'USD', undefined],
  ['0,125', 'EUR', undefined],
  ['8,33', 'EUR', undefined],
  ['8,333,333', 'EUR', undefined],
  ['eight', 'EUR', undefined],
] as const)('%j in %s leaves the doubt %j, and is not read while there is one', (text, currency, doubt) => {
  expect(readPriceDoubt(text, currency as CurrencyCode)).toEqual(doubt);
  if (doubt) expect(readPrice(text, currency as CurrencyCode)).toBeUndefined();
});

test('reads back every amount that it prints, for currencies of 0, 2 and 3 decimals [CONTRACT-03]', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 12 }), fc.constantFrom('JPY', 'EUR', 'BHD'), (minor, code) => {
      const currency = code as CurrencyCode;
      expect(readPrice(formatAmount(minor as MinorUnits, currency), currency)).toBe(minor);
    }),
  );
});
