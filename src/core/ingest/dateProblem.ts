import type { RowError } from './rowError.ts';

/**
 * What a date reader returns instead of a day value when the row must be rejected. Outside the range of day values,
 * so that a reader returns one number and allocates nothing.
 */
export const IMPOSSIBLE_DATE = -0x8000_0000;
export const LOST_DIGITS = -0x7fff_ffff;
export const FUTURE_DATE = -0x7fff_fffe;
export const ORDER_CONFLICT = -0x7fff_fffd;

/** Whether a date reader's answer is a problem and not a day value. */
export const isDateProblem = (answer: number): boolean => answer <= ORDER_CONFLICT;

/** The row error of a date problem. */
export function dateProblemKind(problem: number): RowError['kind'] {
  if (problem === LOST_DIGITS) return 'lostDigits';
  if (problem === FUTURE_DATE) return 'futureDate';
  return problem === ORDER_CONFLICT ? 'orderConflict' : 'impossibleDate';
}
