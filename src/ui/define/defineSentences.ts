import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatLongDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { CategoryCounts } from '../../core/reconcile/seatSets.ts';

/** `1 leaver`, `3 leavers`; the other four lines have no plural. */
const leavers = (count: number): string => `${formatCount(count)} ${count === 1 ? 'leaver' : 'leavers'}`;

/** The five lines as they follow a total: "0 leavers, 40 never used, 0 borderline, 0 login only, 190 dormant". */
export const fiveLines = (totals: CategoryCounts): string =>
  [
    leavers(totals.leaver),
    `${formatCount(totals.neverUsed)} never used`,
    `${formatCount(totals.borderline)} borderline`,
    `${formatCount(totals.loginOnly)} login only`,
    `${formatCount(totals.dormant)} dormant`,
  ].join(', ');

/** The live line under the slider. */
export function flaggedLine(
  flagged: number,
  totals: CategoryCounts,
  other: { readonly window: number; readonly flagged: number } | undefined,
): string {
  const line = `${formatCount(flagged)} flagged: ${fiveLines(totals)}.`;
  return other ? `${line} At ${other.window} days it would be ${formatCount(other.flagged)}.` : line;
}

/** Why a window is hard to defend; nothing for 60 to 90 days. */
export function windowAdvice(days: number): readonly string[] {
  const advice: string[] = [];
  if (days < 60 || days > 90) {
    advice.push(`Most definitions use 60 to 90 days. With ${days} days expect to be asked why.`);
  }
  if (days <= 30) {
    advice.push(
      'A 30-day window makes busy teams look good and unfairly condemns teams with quarterly work.',
    );
  }
  return advice;
}

export const frozenSentence = (version: number, asOf: EpochDay, flagged: number): string =>
  `Definition ${version} is frozen. Measured on data as of ${formatLongDay(asOf)}: ${formatCount(flagged)} flagged.`;

export const revisedSentence = (version: number, flagged: number): string =>
  `A measurement under definition ${version} exists (${formatCount(flagged)} flagged). The brief will say that the definition was revised.`;
