import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatAmount } from '../../../src/core/base/formatNumber.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { entitlementOf } from '../../../src/core/contract/entitlementOf.ts';
import { nextCommitmentSentence } from '../../../src/core/renewal/nextCommitmentSentence.ts';
import { totalMoney } from '../../../src/core/renewal/totalMoney.ts';
import { valueLine } from '../../../src/core/renewal/valueLine.ts';
import { contractLine, day, entitlement } from '../contract/contractLineBuilder.ts';

const asOf = day('2026-06-30');
const commitment = { recommended: 780 };
const pounds = (amount: MinorUnits | undefined): string =>
  amount === undefined ? 'not known' : formatAmount(amount, 'GBP' as CurrencyCode).replaceAll('\u00a0', ' ');

test('values the worked example to the penny, each kind of money apart [RENEWAL-05]', () => {
  const money = valueLine(entitlement(), commitment, 230, asOf);
  expect(pounds(money.currentAnnual)).toBe('1 200 000.00');
  expect(pounds(money.doNothingNextYear)).toBe('1 284 000.00');
  expect(pounds(money.proposedNextYear)).toBe('1 001 520.00');
  expect(pounds(money.difference)).toBe('282 480.00');
  expect(pounds(money.hardSaving)).toBe('198 480.00');
  expect(pounds(money.costAvoidance)).toBe('84 000.00');
  expect(pounds(money.threeYears)).toBe('908 144.95');
  expect(pounds(money.quantityEffect)).toBe('264 000.00');
  expect(pounds(money.exposure)).toBe('276 000.00');
});

test('is exactly 0 inside the term while the contract gives no reduction right [RENEWAL-01]', () => {
  expect(valueLine(entitlement(), commitment, 230, asOf).inTermCashSaving).toBe(0);
  expect(valueLine(entitlement({ unitPriceAYear: undefined }), commitment, 230, asOf).inTermCashSaving).toBe(
    0,
  );
});

test('counts the remaining days inside the term only from when a reduction right can be used', () => {
  const anyTime = valueLine(entitlement({ reductionRight: 'anyTime' }), commitment, 230, asOf);
  expect(pounds(anyTime.inTermCashSaving)).toBe('133 084.93');
  const anniversary = { reductionRight: 'atAnniversary', termEnd: '2027-12-31' } as const;
  expect(pounds(valueLine(entitlement(anniversary), commitment, 230, asOf).inTermCashSaving)).toBe(
    '264 000.00',
  );
  const unpriced = entitlement({ reductionRight: 'anyTime', unitPriceAYear: undefined });
  expect(valueLine(unpriced, commitment, 230, asOf).inTermCashSaving).toBeUndefined();
});

test('calls everything avoidance when the proposal costs more than today', () => {
  const money = valueLine(entitlement({ upliftBasisPoints: 3000 }), commitment, 230, asOf);
  expect([pounds(money.hardSaving), pounds(money.costAvoidance)]).toEqual(['0.00', '343 200.00']);
});

test('the sentence that stands beside a saving names the first day of the next commitment', () => {
  expect(nextCommitmentSentence(day('2026-12-31'))).toBe(
    "Freeing a seat does not lower this term's bill. It lowers the next commitment, from 1 Jan 2027.",
  );
});

test('sums printed amounts per currency and never across, unknown staying unknown [RENEWAL-05] [CONTRACT-03]', () => {
  const pound = valueLine(
    entitlement({ unitPriceAYear: 333 as MinorUnits, committedQuantity: 3 }),
    { recommended: 2 },
    1,
    asOf,
  );
  const dollar = valueLine(entitlement({ currency: 'USD' as CurrencyCode }), commitment, 230, asOf);
  const unpriced = valueLine(
    entitlement({ currency: 'USD' as CurrencyCode, unitPriceAYear: undefined }),
    commitment,
    0,
    asOf,
  );
  const totals = totalMoney([dollar, pound, pound]);
  expect(totals.map(({ currency, lines }) => [currency, lines])).toEqual([
    ['GBP', 2],
    ['USD', 1],
  ]);
  expect(totals[0]?.difference).toBe(2 * 356);
  const withUnknown = totalMoney([dollar, unpriced]);
  expect(withUnknown[0]?.difference).toBeUndefined();
  expect(withUnknown[0]?.inTermCashSaving).toBe(0);
});

test('splits the difference into hard saving and avoidance without a remainder, rounded once [RENEWAL-05]', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 100_000_000 }),
      fc.integer({ min: -9999, max: 100_000 }),
      (current, recommended, price, upliftBasisPoints) => {
        fc.pre(price * current < 10 ** 13 && price * recommended < 10 ** 13);
        const money = valueLine(
          entitlement({
            committedQuantity: current,
            unitPriceAYear: price as MinorUnits,
            upliftBasisPoints,
          }),
          { recommended },
          0,
          asOf,
        );
        expect((money.hardSaving ?? 0) + (money.costAvoidance ?? 0)).toBe(money.difference);
        const exact = BigInt(current - recommended) * BigInt(price) * BigInt(10_000 + upliftBasisPoints);
        const error = BigInt(money.difference ?? 0) * 10_000n - exact;
        expect(error <= 5000n && error >= -5000n).toBe(true);
      },
    ),
  );
});

const dearer = contractLine({ id: 'a' });
const cheaper = contractLine({
  id: 'b',
  committedQuantity: 100,
  unitPriceAYear: 90_000 as MinorUnits,
  upliftBasisPoints: 300,
  termStart: '2026-01-01',
  overlap: 'additional',
});

test('several lines: paid at their own prices, changes valued at the lowest price in force [CONTRACT-04]', () => {
  const money = valueLine(entitlementOf([dearer, cheaper]), { recommended: 880 }, 230, asOf);
  // 1 000 × 1 200 + 100 × 900
  expect(pounds(money.currentAnnual)).toBe('1 290 000.00');
  // 1 200 000 × 1.07 + 90 000 × 1.03
  expect(pounds(money.doNothingNextYear)).toBe('1 376 700.00');
  // 220 × 900 × 1.03
  expect(pounds(money.difference)).toBe('203 940.00');
  expect(pounds(money.proposedNextYear)).toBe('1 172 760.00');
  expect(pounds(money.hardSaving)).toBe('117 240.00');
  expect(pounds(money.costAvoidance)).toBe('86 700.00');
  expect(pounds(money.quantityEffect)).toBe('198 000.00');
  expect(pounds(money.exposure)).toBe('207 000.00');
});

test('several lines: a missing price makes the money not known', () => {
  const unpriced = { ...cheaper, unitPriceAYear: undefined };
  const money = valueLine(entitlementOf([dearer, unpriced]), { recommended: 880 }, 230, asOf);
  expect([money.currentAnnual, money.difference, money.exposure]).toEqual([undefined, undefined, undefined]);
});

test('several lines: inside the term the narrowest right counts, over the fewest days', () => {
  const saving = (a: Partial<typeof dearer>, b: Partial<typeof dearer>) =>
    valueLine(
      entitlementOf([
        { ...dearer, ...a },
        { ...cheaper, ...b },
      ]),
      { recommended: 880 },
      0,
      asOf,
    ).inTermCashSaving;
  const any = { reductionRight: 'anyTime' } as const;
  expect(saving(any, {})).toBe(0);
  // 220 × 900 × 92 ÷ 365, to 30 Sep
  expect(pounds(saving(any, { ...any, termEnd: day('2026-09-30') }))).toBe('49 906.85');
});
