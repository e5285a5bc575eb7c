import { expect, test } from 'vitest';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import { DEFAULT_TERMS } from '../../../src/core/contract/contractLine.ts';
import type { ContractLineTexts } from '../../../src/core/contract/contractLineTexts.ts';
import { readContractLine } from '../../../src/core/contract/readContractLine.ts';
import { termsByLicenceType, termsOf } from '../../../src/core/contract/termsByLicenceType.ts';
import { contractLine } from './contractLineBuilder.ts';

const typed: ContractLineTexts = {
  id: 'line-1',
  vendor: 'Tern',
  product: 'Tern Desk',
  licenceType: 'Fulfiller',
  metric: 'namedUser',
  committedQuantity: '1 000',
  unitPrice: '100.00',
  pricePeriod: 'month',
  currency: 'GBP',
  termStart: '2024-01-01',
  termEnd: '31 Dec 2026',
  reductionRight: 'none',
  notice: '60',
  noticeUnit: 'days',
  renewsAutomatically: true,
  uplift: '7',
  minimumQuantity: '700',
  lotSize: '10',
  restricted: false,
  paidSeat: true,
  deactivatedCounts: 'notStated',
  lighterLicenceType: '',
  overlap: undefined,
};

function sentences(changes: Partial<ContractLineTexts>): readonly (readonly [string, string])[] {
  const read = readContractLine({ ...typed, ...changes });
  return read.ok ? [] : read.failure.map(({ field, sentence }) => [field, sentence] as const);
}

test('stores every term of a line as typed, with the reduction right none by default [CONTRACT-01]', () => {
  const read = readContractLine(typed);
  expect(read).toMatchObject({
    ok: true,
    value: {
      vendor: 'Tern',
      product: 'Tern Desk',
      licenceType: 'Fulfiller',
      metric: 'namedUser',
      committedQuantity: 1000,
      currency: 'GBP',
      reductionRight: 'none',
      notice: { length: 60, unit: 'days' },
      upliftBasisPoints: 700,
      minimumQuantity: 700,
      lotSize: 10,
      lighterLicenceType: undefined,
    },
  });
  expect(read.ok && [formatDay(read.value.termStart), formatDay(read.value.termEnd)]).toEqual([
    '1 Jan 2024',
    '31 Dec 2026',
  ]);
});

test('reads a monthly price as twelve times a year, in the decimals of its currency [CONTRACT-03]', () => {
  const yearly = (changes: Partial<ContractLineTexts>): number | undefined => {
    const read = readContractLine({ ...typed, ...changes });
    return read.ok ? read.value.unitPriceAYear : undefined;
  };
  expect(yearly({})).toBe(120_000);
  expect(yearly({ pricePeriod: 'year' })).toBe(10_000);
  expect(yearly({ unitPrice: '1 200', currency: 'JPY', pricePeriod: 'year' })).toBe(1200);
  expect(yearly({ unitPrice: '1.125', currency: 'KWD', pricePeriod: 'month' })).toBe(13_500);
});

test('leaves an untyped price and an untyped notice unknown, never zero', () => {
  const read = readContractLine({ ...typed, unitPrice: ' ', notice: '' });
  expect(read.ok && [read.value.unitPriceAYear, read.value.notice]).toEqual([undefined, undefined]);
});

test('refuses a term end before the term start [CONTRACT-04]', () => {
  expect(sentences({ termEnd: '2023-12-31' })).toEqual([['termEnd', 'Term end is before term start.']]);
  expect(sentences({ termEnd: '2024-01-01' })).toEqual([]);
});

test('names every field that cannot be saved, in the order of the form', () => {
  expect(
    sentences({
      vendor: ' ',
      committedQuantity: '0',
      currency: 'Euro',
      termStart: '2024-02-30',
      lotSize: '0',
    }).map(([field]) => field),
  ).toEqual(['vendor', 'committedQuantity', 'currency', 'termStart', 'lotSize']);
  expect(sentences({ termStart: '30 Feb 2024' })).toEqual([
    ['termStart', "'30 Feb 2024' is not a date. Type it as 2026-12-31 or 31 Dec 2026."],
  ]);
  expect(sentences({ termStart: '04/05/2024' })).toEqual([
    ['termStart', "'04/05/2024' could be 4 May 2024 or 5 Apr 2024. Type it as 2024-05-04 or 2024-04-05."],
  ]);
  expect(sentences({ unitPrice: '12.345' })).toEqual([
    ['unitPrice', "'12.345' could be 12345.00 or 12.35. Type it in one of these forms."],
  ]);
  expect(sentences({ unitPrice: '0,125' })).toEqual([
    ['unitPrice', "'0,125' is not an amount in GBP. Type it like 1200.00."],
  ]);
});

test('gives the terms of the line that starts last, and defaults where no line speaks', () => {
  const terms = termsByLicenceType([
    contractLine({ id: 'new', termStart: '2026-01-01', termEnd: '2026-12-31', deactivatedCounts: 'yes' }),
    contractLine({ id: 'old', termStart: '2024-01-01', termEnd: '2025-12-31', paidSeat: false }),
  ]);
  expect(termsOf(terms, 'Fulfiller')).toMatchObject({ paidSeat: true, deactivatedCounts: 'yes' });
  expect(termsOf(terms, 'Analytics')).toBe(DEFAULT_TERMS);
});
