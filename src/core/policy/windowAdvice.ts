import { formatCount } from '../base/formatNumber.ts';
import { listed } from '../base/listed.ts';

/** Windows that most definitions use. Source: DEFINE-02. */
const USUAL = { least: 60, most: 90 } as const;
const SHORT = 30;

/** Why a window is hard to defend, as sentences; none for 60 to 90 days. Source: DEFINE-02. */
export function windowAdvice(days: number): readonly string[] {
  if (days >= USUAL.least && days <= USUAL.most) return [];
  const advice = [
    `Most definitions use 60 to 90 days. With ${formatCount(days)} days expect to be asked why.`,
  ];
  if (days <= SHORT) {
    advice.push(
      'A 30-day window makes busy teams look good and unfairly condemns teams with quarterly work.',
    );
  }
  return advice;
}

/**
 * The limitation that Define, Review and the brief state for licence types without dates of work, of all of them at once;
 * `undefined` where there is none. Source: DEFINE-04.
 */
export const signInLimitation = (licenceTypes: readonly string[]): string | undefined =>
  licenceTypes.length === 0
    ? undefined
    : `For ${listed(licenceTypes)} only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.`;
