import { BLANK, NEVER, UNREADABLE, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';

/** A day value in words, as shown beside the original text. */
export function wordDayValue(value: number): string {
  if (isDay(value)) return formatDay(value as EpochDay);
  if (value === NEVER) return 'never';
  if (isAtLeast(value)) return `nothing for at least ${formatCount(boundOf(value))} days`;
  if (value === UNREADABLE) return 'not readable as a date';
  return value === BLANK ? 'empty, not known' : 'no value';
}
