import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { ContractLine } from '../../../src/core/contract/contractLine.ts';
import { contractLineToTexts } from '../../../src/core/contract/contractLineToTexts.ts';
import { readContractLine } from '../../../src/core/contract/readContractLine.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const START = day('2020-01-01');

const lines: fc.Arbitrary<ContractLine> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 10_000_000 }),
    typedPrice: fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: undefined }),
    pricePeriod: fc.constantFrom('month' as const, 'year' as const),
    currency: fc.constantFrom('GBP', 'EUR', 'JPY', 'KWD').map((code) => code as CurrencyCode),
    starts: fc.integer({ min: 0, max: 4000 }),
    lasts: fc.integer({ min: 0, max: 4000 }),
    notice: fc.option(
      fc.record({
        length: fc.integer({ min: 0, max: 120 }),
        unit: fc.constantFrom('days' as const, 'months' as const),
      }),
      { nil: undefined },
    ),
    upliftBasisPoints: fc.integer({ min: -9999, max: 100_000 }),
    minimumQuantity: fc.integer({ min: 0, max: 10_000_000 }),
    lotSize: fc.integer({ min: 1, max: 10_000_000 }),
    lighterLicenceType: fc.constantFrom(undefined, 'Viewer'),
    flag: fc.boolean(),
  })
  .map(({ quantity, typedPrice, starts, lasts, flag, ...rest }) => ({
    ...contractLine(),
    ...rest,
    committedQuantity: quantity,
    unitPriceAYear:
      typedPrice === undefined
        ? undefined
        : ((rest.pricePeriod === 'month' ? typedPrice * 12 : typedPrice) as MinorUnits),
    termStart: addDays(START, starts),
    termEnd: addDays(START, starts + lasts),
    renewsAutomatically: flag,
    restricted: !flag,
  }));

test('a line put into the form and read again is the same line', () => {
  fc.assert(
    fc.property(lines, (line) => {
      expect(readContractLine(contractLineToTexts(line))).toEqual({ ok: true, value: line });
    }),
  );
});
