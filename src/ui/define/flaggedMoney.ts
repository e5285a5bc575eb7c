import { recordOf } from '../../core/base/exhaustive.ts';
import { formatAmount } from '../../core/base/formatNumber.ts';
import { decimalsOf, type CurrencyCode, type MinorUnits } from '../../core/base/minorUnits.ts';
import { FLAGGED_CATEGORIES, type FlaggedCategory } from '../../core/policy/category.ts';
import type { PreviewAnswer } from '../../worker/reviewView.ts';

/** Price a year of the flagged seats in one currency. Currencies are never added. */
export interface FlaggedMoney {
  readonly currency: CurrencyCode;
  /** `undefined` is "not known". */
  readonly byCategory: Readonly<Record<FlaggedCategory, MinorUnits | undefined>>;
  /** Sum of the known amounts; `undefined` when none is known. */
  readonly total: MinorUnits | undefined;
  /** Some flagged seats have no price and are not in the sum. */
  readonly partly: boolean;
  /** All amounts are whole: decimals are left out of the column. */
  readonly whole: boolean;
}

/** Gathers the money of an answer by currency, in order of code. */
export function flaggedMoney(money: PreviewAnswer['money']): readonly FlaggedMoney[] {
  const currencies = [...new Set(money.map((line) => line.currency))].toSorted() as CurrencyCode[];
  return currencies.map((currency) => {
    const lines = money.filter((line) => line.currency === currency);
    const amountOf = (category: FlaggedCategory): MinorUnits | undefined => {
      const own = lines.filter((line) => line.category === category);
      if (own.some((line) => line.amount === undefined)) return undefined;
      return own.reduce((sum, line) => sum + (line.amount ?? 0), 0) as MinorUnits;
    };
    const byCategory = recordOf(FLAGGED_CATEGORIES, amountOf);
    const known = FLAGGED_CATEGORIES.map((category) => byCategory[category]).filter(
      (amount) => amount !== undefined,
    );
    const unit = 10 ** decimalsOf(currency);
    return {
      currency,
      byCategory,
      total: known.length === 0 ? undefined : (known.reduce((sum, amount) => sum + amount, 0) as MinorUnits),
      partly: known.length < FLAGGED_CATEGORIES.length,
      whole: known.every((amount) => amount % unit === 0),
    };
  });
}

/** An amount of a column, without decimals when the whole column has none. */
export function printFlaggedAmount(
  amount: MinorUnits | undefined,
  { currency, whole }: FlaggedMoney,
): string {
  if (amount === undefined) return 'not known';
  const text = formatAmount(amount, currency);
  return whole && decimalsOf(currency) > 0 ? text.slice(0, text.lastIndexOf('.')) : text;
}
