import { addMonths, type EpochDay } from '../base/epochDay.ts';
import { EXPECTED_PATTERNS, type ExpectedPattern } from '../inventory/enumerations.ts';

/**
 * Days for which a declared pattern protects a seat in place of the window. Daily, weekly and monthly use leave the
 * window as it is, so they protect nothing beyond it. Source: Patterns, *Declared*.
 */
export const DECLARED_LIMITS: Readonly<Record<ExpectedPattern, number | undefined>> = {
  unknown: undefined,
  daily: 0,
  weekly: 0,
  monthly: 0,
  quarterly: 135,
  halfYearly: 225,
  yearly: 400,
  seasonal: 400,
  onCall: 180,
};

/** A declaration that counts for one seat. */
export interface Declaration {
  readonly pattern: ExpectedPattern;
  readonly declaredOn: EpochDay;
  /** A person's entry in the ledger, or the column *expected pattern* of the users file, which is as of A. */
  readonly source: 'person' | 'column';
}

/** Whether a fact of a day still holds on A: a declaration or a finding lasts 12 months. */
export const isWithinTwelveMonths = (on: EpochDay, asOf: EpochDay): boolean => asOf <= addMonths(on, 12);

/** The declaration that counts: a person's that is not older than 12 months, else that of the users file. */
export function chooseDeclaration(
  recorded: { readonly pattern: ExpectedPattern; readonly declaredOn: EpochDay } | undefined,
  columnCode: number,
  asOf: EpochDay,
): Declaration | undefined {
  if (recorded && recorded.pattern !== 'unknown' && isWithinTwelveMonths(recorded.declaredOn, asOf)) {
    return { pattern: recorded.pattern, declaredOn: recorded.declaredOn, source: 'person' };
  }
  const pattern = EXPECTED_PATTERNS[columnCode] ?? 'unknown';
  return pattern === 'unknown' ? undefined : { pattern, declaredOn: asOf, source: 'column' };
}

/**
 * The window that a declared pattern gives its seat, in days: its limit, or the seat's own window `window` where daily,
 * weekly or monthly use is declared.
 */
export const ownWindow = (pattern: ExpectedPattern, window: number): number =>
  DECLARED_LIMITS[pattern] || window;

/** Whether a declared pattern still protects a seat that has been idle (never used: held) for so many days. */
export const isWithinDeclaredLimit = (pattern: ExpectedPattern, idleOrTenure: number): boolean =>
  idleOrTenure < (DECLARED_LIMITS[pattern] ?? 0);
