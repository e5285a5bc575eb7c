import { addMonths, type EpochDay } from '../base/epochDay.ts';
import type { MinorUnits } from '../base/minorUnits.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { Entitlement } from '../contract/entitlementOf.ts';
import type { LineCommitment } from './lineCommitment.ts';
import type { LineMoney } from './lineMoney.ts';
import { roundedQuotient } from './roundedQuotient.ts';

/** What money depends on, of the lines in force of one licence type. */
export type PricedTerms = Pick<
  Entitlement,
  'lines' | 'committedQuantity' | 'currency' | 'unitPriceAYear' | 'upliftBasisPoints' | 'reductionRight'
>;

const WHOLE = 10_000n;
const DAYS_A_YEAR = 365n;
const NOTHING = 0 as MinorUnits;

/**
 * Money of one licence type at the next commitment. Exact integer arithmetic; every amount is rounded once, half away
 * from zero. Without a price every amount is `undefined` ("not known"), save the in-term cash saving, which is exactly
 * 0 while the contract gives no reduction right. Hard saving + cost avoidance = difference, to the minor unit.
 * Where several lines are in force, what is paid is each line at its own price and uplift; what changes, and what is
 * exposed, is valued at the lowest price with that line's uplift. Sources: formulae 12.6 and 12.7.
 */
export function valueLine(
  terms: PricedTerms,
  commitment: Pick<LineCommitment, 'recommended'>,
  flagged: number,
  asOf: EpochDay,
): LineMoney {
  const known = { currency: terms.currency, upliftBasisPoints: terms.upliftBasisPoints };
  if (terms.unitPriceAYear === undefined) {
    return {
      ...known,
      unitPriceAYear: undefined,
      inTermCashSaving: terms.reductionRight === 'none' ? NOTHING : undefined,
      currentAnnual: undefined,
      doNothingNextYear: undefined,
      proposedNextYear: undefined,
      difference: undefined,
      hardSaving: undefined,
      costAvoidance: undefined,
      threeYears: undefined,
      quantityEffect: undefined,
      exposure: undefined,
    };
  }
  const price = BigInt(terms.unitPriceAYear);
  const factor = WHOLE + BigInt(terms.upliftBasisPoints);
  const reducible = BigInt(terms.committedQuantity - commitment.recommended) * price;
  const today = sumOfLines(terms, annualPrice);
  const doNothing = sumOfLines(terms, (line) => annualPrice(line) * (WHOLE + BigInt(line.upliftBasisPoints)));
  const proposed = doNothing - reducible * factor;
  const compounded = factor * WHOLE * WHOLE + factor * factor * WHOLE + factor * factor * factor;
  const difference = roundedQuotient(reducible * factor, WHOLE);
  const belowToday = roundedQuotient(today * WHOLE - proposed, WHOLE);
  const hardSaving = Math.max(0, belowToday) as MinorUnits;
  return {
    ...known,
    unitPriceAYear: terms.unitPriceAYear,
    inTermCashSaving: inTermCashSaving(terms, reducible, asOf),
    currentAnnual: roundedQuotient(today, 1n),
    doNothingNextYear: roundedQuotient(doNothing, WHOLE),
    proposedNextYear: roundedQuotient(proposed, WHOLE),
    difference,
    hardSaving,
    costAvoidance: (difference - hardSaving) as MinorUnits,
    threeYears: roundedQuotient(reducible * compounded, WHOLE * WHOLE * WHOLE),
    quantityEffect: roundedQuotient(reducible, 1n),
    exposure: roundedQuotient(BigInt(flagged) * price, 1n),
  };
}

const sumOfLines = ({ lines }: PricedTerms, amount: (line: ContractLine) => bigint): bigint =>
  lines.reduce((sum, line) => sum + amount(line), 0n);

/** Called only where every line has a price. */
const annualPrice = ({ committedQuantity, unitPriceAYear }: ContractLine): bigint =>
  BigInt(committedQuantity) * BigInt(unitPriceAYear ?? 0);

/**
 * Reducible seats × price × remaining days ÷ 365; the days begin when the right can first be used after A. Where
 * several lines are in force the one that leaves the fewest days counts.
 */
function inTermCashSaving(terms: PricedTerms, reducible: bigint, asOf: EpochDay): MinorUnits {
  if (terms.reductionRight === 'none' || reducible <= 0n) return NOTHING;
  const days = Math.min(...terms.lines.map((line) => remainingDays(line, asOf)));
  return roundedQuotient(reducible * BigInt(days), DAYS_A_YEAR);
}

function remainingDays({ reductionRight, termStart, termEnd }: ContractLine, asOf: EpochDay): number {
  const from = reductionRight === 'anyTime' ? asOf + 1 : nextAnniversary(termStart, asOf);
  return Math.max(0, termEnd + 1 - Math.max(from, termStart));
}

function nextAnniversary(termStart: EpochDay, asOf: EpochDay): EpochDay {
  let years = 1;
  while (addMonths(termStart, 12 * years) <= asOf) years += 1;
  return addMonths(termStart, 12 * years);
}
