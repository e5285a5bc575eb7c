import type { EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import type { ContractLine, LicenceTerms, ReductionRight } from './contractLine.ts';
import { termsInLines } from './termsByLicenceType.ts';

/** The lines of one licence type that are in force together: at least one, all in one currency. */
export type LinesInForce = readonly [ContractLine, ...(readonly ContractLine[])];

/** What the lines in force entitle to, for one licence type. */
export interface Entitlement {
  readonly licenceType: string;
  /** In order of start. Each ends on the last day on which it runs. */
  readonly lines: LinesInForce;
  /** Sum of the lines. */
  readonly committedQuantity: number;
  /** Sum of the lines. */
  readonly minimumQuantity: number;
  /** The largest of the lines. */
  readonly lotSize: number;
  readonly currency: CurrencyCode;
  /** The lowest unit price a year; `undefined` ("not known") as soon as one line has none. */
  readonly unitPriceAYear: MinorUnits | undefined;
  /** Of the line with the lowest price; where prices are equal, the lowest uplift. */
  readonly upliftBasisPoints: number;
  /** The narrowest of the lines. */
  readonly reductionRight: ReductionRight;
  /** The earliest of the lines. */
  readonly termEnd: EpochDay;
  /** Of the line with the latest start. */
  readonly terms: LicenceTerms;
}

const NARROWEST_FIRST: readonly ReductionRight[] = ['none', 'atAnniversary', 'anyTime'];

/**
 * Adds up the lines in force of one licence type, so that every figure rests on the same sum. Seats and minimum are
 * added; what differs between the lines is taken so that no saving is overstated: the lowest price with its uplift,
 * the largest lot, the narrowest reduction right, the earliest end.
 * Source: formula 12.6 (lowest unit price in force), formula 12.12 (the earliest counts), formula 12.13.
 */
export function entitlementOf(lines: LinesInForce): Entitlement {
  const [first] = lines;
  const { licenceType, currency } = first;
  const sum = (quantity: (line: ContractLine) => number): number =>
    lines.reduce((total, line) => total + quantity(line), 0);
  const cheapest = lines.reduce((best, line) => (isCheaper(line, best) ? line : best));
  return {
    licenceType,
    lines,
    committedQuantity: sum((line) => line.committedQuantity),
    minimumQuantity: sum((line) => line.minimumQuantity),
    lotSize: Math.max(...lines.map((line) => line.lotSize)),
    currency,
    unitPriceAYear: lines.some((line) => line.unitPriceAYear === undefined)
      ? undefined
      : cheapest.unitPriceAYear,
    upliftBasisPoints: cheapest.upliftBasisPoints,
    reductionRight:
      NARROWEST_FIRST.find((right) => lines.some((line) => line.reductionRight === right)) ?? 'none',
    termEnd: lines.reduce(
      (earliest, line) => (line.termEnd < earliest ? line.termEnd : earliest),
      first.termEnd,
    ),
    terms: termsInLines(lines, licenceType),
  };
}

/** By price, then by uplift; a line without a price is never the cheaper one. */
function isCheaper(line: ContractLine, than: ContractLine): boolean {
  const price = line.unitPriceAYear ?? Infinity;
  const other = than.unitPriceAYear ?? Infinity;
  return price < other || (price === other && line.upliftBasisPoints < than.upliftBasisPoints);
}
