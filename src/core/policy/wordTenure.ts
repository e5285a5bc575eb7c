import type { EpochDay } from '../base/epochDay.ts';
import { unreachable } from '../base/exhaustive.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import type { Tenure } from './readSeat.ts';

/** `1 day`, `90 days`. */
export const wordDays = (days: number): string => `${formatCount(days)} ${days === 1 ? 'day' : 'days'}`;

const wordAbsence = (absentOn: EpochDay): string => `not in the complete list of ${formatDay(absentOn)}`;

/** Time held and what tells it, to follow *held for*: `46 days (assigned 15 May 2026)`. */
export function wordTenure(tenure: Tenure): string {
  switch (tenure.kind) {
    case 'known': {
      const from =
        tenure.absentOn === undefined
          ? `${tenure.source} ${formatDay(tenure.from)}`
          : wordAbsence(tenure.absentOn);
      return `${wordDays(tenure.days)} (${from})`;
    }
    case 'between': {
      const { least, most, absentOn } = tenure;
      return `${least > 0 ? `at least ${formatCount(least)} and ` : ''}at most ${wordDays(most)} (${wordAbsence(absentOn)})`;
    }
    case 'atLeast':
      if (tenure.before !== undefined)
        return `at least ${wordDays(tenure.days)} (${tenure.before.source} before ${formatDay(tenure.before.day)})`;
      return `at least ${wordDays(tenure.days)}, told by ${
        tenure.since === undefined
          ? 'the oldest date of use'
          : `the complete list of ${formatDay(tenure.since)}`
      }`;
    case 'unknown':
      return 'a time that is not known';
  }
  return unreachable(tenure);
}

/** Time without any work or sign-in of a seat that was never used, to follow *in*. */
export function wordUnusedTime(tenure: Tenure): string {
  switch (tenure.kind) {
    case 'known':
      return `${wordDays(tenure.days)} since ${formatDay(tenure.from)}`;
    case 'between':
      return `at least ${wordDays(tenure.least)}`;
    case 'atLeast':
      return `at least ${wordDays(tenure.days)}`;
    case 'unknown':
      return 'a time that is not known';
  }
  return unreachable(tenure);
}

/** Since when a seat is held, as a sentence for the panel beside its category. */
export function wordHeld(tenure: Tenure): string {
  switch (tenure.kind) {
    case 'known': {
      const { days, from, source, stated, absentOn } = tenure;
      if (stated === undefined || absentOn === undefined)
        return `Held since ${formatDay(from)} (${source} date), ${wordDays(days)}.`;
      return `Held since ${formatDay(from)} at the earliest, ${wordDays(days)}: the ${source} date is ${formatDay(stated)}, but the seat is ${wordAbsence(absentOn)}.`;
    }
    case 'between':
    case 'atLeast':
      return `Held for ${wordTenure(tenure)}.`;
    case 'unknown':
      return 'It is not known since when the seat is held.';
  }
  return unreachable(tenure);
}
