import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';

/** Money of one licence type at the next commitment. `undefined` is "not known". Source: formula 12.7. */
export interface LineMoney {
  readonly currency: CurrencyCode;
  /** The lowest of the lines in force. */
  readonly unitPriceAYear: MinorUnits | undefined;
  readonly upliftBasisPoints: number;
  /** Exactly 0 without a reduction right, whether or not the price is known. */
  readonly inTermCashSaving: MinorUnits | undefined;
  readonly currentAnnual: MinorUnits | undefined;
  readonly doNothingNextYear: MinorUnits | undefined;
  readonly proposedNextYear: MinorUnits | undefined;
  readonly difference: MinorUnits | undefined;
  readonly hardSaving: MinorUnits | undefined;
  readonly costAvoidance: MinorUnits | undefined;
  readonly threeYears: MinorUnits | undefined;
  readonly quantityEffect: MinorUnits | undefined;
  /** All flagged seats × price; never added to the others. */
  readonly exposure: MinorUnits | undefined;
}

/** Sums of the printed amounts of all lines of one currency. */
export interface MoneyTotals extends Omit<LineMoney, 'unitPriceAYear' | 'upliftBasisPoints'> {
  readonly lines: number;
}
