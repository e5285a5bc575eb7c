import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { ContractLine, ReductionRight } from '../../../src/core/contract/contractLine.ts';
import { entitlementOf } from '../../../src/core/contract/entitlementOf.ts';
import {
  heldBackSentence,
  replacementSentence,
  severalLinesSentence,
} from '../../../src/core/contract/wordEntitlement.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const first = contractLine({ id: 'a' });
const second = contractLine({
  id: 'b',
  committedQuantity: 100,
  unitPriceAYear: 90_000 as MinorUnits,
  upliftBasisPoints: 300,
  minimumQuantity: 50,
  lotSize: 25,
  termStart: '2026-01-01',
  termEnd: '2026-09-30',
  reductionRight: 'anyTime',
  paidSeat: false,
  overlap: 'additional',
});
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('several lines of one licence type', () => {
  test('add seats and minimum and take the careful one of everything else [CONTRACT-04]', () => {
    expect(entitlementOf([first, second])).toMatchObject({
      licenceType: 'Fulfiller',
      committedQuantity: 1100,
      minimumQuantity: 750,
      lotSize: 25,
      currency: 'GBP',
      unitPriceAYear: 90_000,
      upliftBasisPoints: 300,
      reductionRight: 'none',
      termEnd: day('2026-09-30'),
    });
  });

  test('one line without a price makes the price not known', () => {
    const unpriced = { ...first, unitPriceAYear: undefined };
    expect(entitlementOf([unpriced, second]).unitPriceAYear).toBeUndefined();
    expect(entitlementOf([second, unpriced]).upliftBasisPoints).toBe(300);
  });

  test('terms of the licence type come from the line with the latest start', () => {
    expect(entitlementOf([second, first]).terms.paidSeat).toBe(false);
    expect(entitlementOf([{ ...second, termStart: day('2023-01-01') }, first]).terms.paidSeat).toBe(true);
  });

  test('one line entitles to what it says', () => {
    const alone = entitlementOf([first]);
    const { committedQuantity, minimumQuantity, lotSize, unitPriceAYear, upliftBasisPoints, termEnd } = first;
    expect(alone).toMatchObject({
      committedQuantity,
      minimumQuantity,
      lotSize,
      unitPriceAYear,
      upliftBasisPoints,
      termEnd,
    });
  });

  test('the order of the lines changes no figure', () => {
    const line = fc
      .record({
        committedQuantity: fc.nat({ max: 10_000 }),
        minimumQuantity: fc.nat({ max: 10_000 }),
        lotSize: fc.integer({ min: 1, max: 100 }),
        unitPriceAYear: fc.option(
          fc.nat({ max: 3 }).map((price) => price as MinorUnits),
          { nil: undefined },
        ),
        upliftBasisPoints: fc.integer({ min: -100, max: 1000 }),
        reductionRight: fc.constantFrom<ReductionRight>('none', 'atAnniversary', 'anyTime'),
      })
      .map((changes): ContractLine => ({ ...contractLine(), ...changes }));
    fc.assert(
      fc.property(line, line, line, (a, b, c) => {
        const { lines: _, ...forwards } = entitlementOf([a, b, c]);
        const { lines: __, ...backwards } = entitlementOf([c, b, a]);
        expect(forwards).toEqual(backwards);
        expect(forwards.committedQuantity).toBe(
          a.committedQuantity + b.committedQuantity + c.committedQuantity,
        );
      }),
    );
  });
});

describe('in words', () => {
  test('the rule is said only where there are several lines', () => {
    expect(severalLinesSentence(entitlementOf([first]))).toBeUndefined();
    expect(plain(severalLinesSentence(entitlementOf([first, second])))).toBe(
      "Fulfiller: 2 lines are in force together, 1 000 + 100 = 1 100 seats. Minimum quantities are added; a reduction fits the largest lot, 25; today's amount takes each line at its own price, and idle seats and every change are valued at the lowest, GBP 900.00 a year, with the uplift of that line; the narrowest reduction right and the earliest term end and notice count.",
    );
    const unpriced = { ...first, unitPriceAYear: undefined };
    expect(severalLinesSentence(entitlementOf([unpriced, second]))).toContain(
      'a line has no price, so money is not known',
    );
  });

  test('why lines are held back, and what a replacement ends', () => {
    expect(heldBackSentence({ licenceType: 'Portal', reason: 'overlap' })).toContain(
      'additional or a replacement',
    );
    expect(heldBackSentence({ licenceType: 'Portal', reason: 'currencies' })).toBe(
      'Portal: contract lines in force together are in different currencies. Amounts in different currencies are never added, so these lines stand in no figure.',
    );
    expect(
      replacementSentence({
        licenceType: 'Portal',
        earlier: ['a'],
        second: 'b',
        from: day('2026-07-01'),
        answer: 'replacement',
      }),
    ).toBe('Portal: the line from 1 Jul 2026 replaces what ran before it; that is counted to 30 Jun 2026.');
  });
});
