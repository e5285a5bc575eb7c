import { addMonths, type EpochDay } from '../base/epochDay.ts';
import type { MinorUnits } from '../base/minorUnits.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { LineCommitment } from './lineCommitment.ts';
import type { LineMoney } from './lineMoney.ts';
import { roundedQuotient } from './roundedQuotient.ts';

/** Terms of a contract line that money depends on. */
export type PricedTerms = Pick<
  ContractLine,
  'currency' | 'unitPriceAYear' | 'upliftBasisPoints' | 'reductionRight' | 'termStart' | 'termEnd'
>;

const WHOLE = 10_000n;
const DAYS_A_YEAR = 365n;
const NOTHING = 0 as MinorUnits;

/**
 * Money of one line at the next commitment. Exact integer arithmetic; every amount is rounded once, half away from
 * zero. Without a price every amount is `undefined` ("not known"), save the in-term cash saving, which is exactly 0
 * while the contract gives no reduction right. Hard saving + cost avoidance = difference, to the minor unit.
 * Source: formula 12.7.
 */
export function valueLine(
  terms: PricedTerms,
  commitment: Pick<LineCommitment, 'current' | 'recommended'>,
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
  const committed = BigInt(commitment.current) * price;
  const proposed = BigInt(commitment.recommended) * price;
  const reducible = committed - proposed;
  const compounded = factor * WHOLE * WHOLE + factor * factor * WHOLE + factor * factor * factor;
  const difference = roundedQuotient(reducible * factor, WHOLE);
  const belowToday = roundedQuotient(committed * WHOLE - proposed * factor, WHOLE);
  const hardSaving = Math.max(0, belowToday) as MinorUnits;
  return {
    ...known,
    unitPriceAYear: terms.unitPriceAYear,
    inTermCashSaving: inTermCashSaving(terms, reducible, asOf),
    currentAnnual: roundedQuotient(committed, 1n),
    doNothingNextYear: roundedQuotient(committed * factor, WHOLE),
    proposedNextYear: roundedQuotient(proposed * factor, WHOLE),
    difference,
    hardSaving,
    costAvoidance: (difference - hardSaving) as MinorUnits,
    threeYears: roundedQuotient(reducible * compounded, WHOLE * WHOLE * WHOLE),
    quantityEffect: roundedQuotient(reducible, 1n),
    exposure: roundedQuotient(BigInt(flagged) * price, 1n),
  };
}

/** Reducible seats × price × remaining days ÷ 365; the days begin when the right can first be used after A. */
function inTermCashSaving(terms: PricedTerms, reducible: bigint, asOf: EpochDay): MinorUnits {
  if (terms.reductionRight === 'none' || reducible <= 0n) return NOTHING;
  const from = terms.reductionRight === 'anyTime' ? asOf + 1 : nextAnniversary(terms.termStart, asOf);
  const days = Math.max(0, terms.termEnd + 1 - Math.max(from, terms.termStart));
  return roundedQuotient(reducible * BigInt(days), DAYS_A_YEAR);
}

function nextAnniversary(termStart: EpochDay, asOf: EpochDay): EpochDay {
  let years = 1;
  while (addMonths(termStart, 12 * years) <= asOf) years += 1;
  return addMonths(termStart, 12 * years);
}
