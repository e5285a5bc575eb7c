import type { MinorUnits } from '../base/minorUnits.ts';
import type { LineMoney, MoneyTotals } from './lineMoney.ts';

/**
 * Sums the printed amounts of all lines, one total per currency in alphabetical order. An amount that one line does
 * not know is not known in the total either. Amounts in different currencies are never added.
 */
export function totalMoney(lines: readonly LineMoney[]): readonly MoneyTotals[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const sum = (field: (line: LineMoney) => MinorUnits | undefined): MinorUnits | undefined => {
      const amounts = own.map(field).filter((amount) => amount !== undefined);
      return amounts.length < own.length
        ? undefined
        : (amounts.reduce((total, amount) => total + amount, 0) as MinorUnits);
    };
    return {
      currency,
      lines: own.length,
      inTermCashSaving: sum((line) => line.inTermCashSaving),
      currentAnnual: sum((line) => line.currentAnnual),
      doNothingNextYear: sum((line) => line.doNothingNextYear),
      proposedNextYear: sum((line) => line.proposedNextYear),
      difference: sum((line) => line.difference),
      hardSaving: sum((line) => line.hardSaving),
      costAvoidance: sum((line) => line.costAvoidance),
      threeYears: sum((line) => line.threeYears),
      quantityEffect: sum((line) => line.quantityEffect),
      exposure: sum((line) => line.exposure),
    };
  });
}
