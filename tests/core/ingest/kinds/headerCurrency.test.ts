import { expect, test } from 'vitest';
import { currencyOfHeaders, withoutCurrency } from '../../../../src/core/ingest/kinds/headerCurrency.ts';

const priced = (...headers: readonly string[]) =>
  headers.map((header, position) => ({ position, header, meaning: 'unitPrice', dates: undefined }));

test.each([
  ['Unit price EUR', 'EUR', 'Unit price'],
  ['Unit price (GBP)', 'GBP', 'Unit price'],
  ['Preis (€)', 'EUR', 'Preis'],
  ['price_usd', 'USD', 'price'],
  ['Price', undefined, 'Price'],
  ['Unit price ($)', undefined, 'Unit price ($)'],
  ['Valeur', undefined, 'Valeur'],
])('%s names %s', (header, currency, rest) => {
  expect(currencyOfHeaders(priced(header))).toBe(currency);
  expect(withoutCurrency(header)).toBe(rest);
});

test('headers that disagree, and a column of currencies, leave the currency to the rows', () => {
  expect(currencyOfHeaders(priced('Price EUR', 'Price GBP'))).toBeUndefined();
  const column = { position: 1, header: 'Currency', meaning: 'currency', dates: undefined };
  expect(currencyOfHeaders([...priced('Price EUR'), column])).toBeUndefined();
});
