import { ABSENT, BLANK, NEVER, UNREADABLE, isAtLeast, isDay } from '../base/dayValue.ts';

/**
 * Whether a further value of the same column and account decides over the one that is kept. The latest day wins.
 * Without a day, *never* wins over *at least* only when the source keeps its full history, otherwise the largest
 * *at least* wins; both win over an unreadable cell, that over a blank one, that over none. Equal values change
 * nothing, so that the first row stays the deciding one.
 * Source of the rule: Evidence, *Merging per class*.
 */
export function isDecidingUse(next: number, kept: number, keepsFullHistory: boolean): boolean {
  if (isDay(next)) return !isDay(kept) || next > kept;
  const nextRank = rankOfUse(next, keepsFullHistory);
  const keptRank = rankOfUse(kept, keepsFullHistory);
  if (nextRank !== keptRank) return nextRank > keptRank;
  return isAtLeast(next) && next > kept;
}

function rankOfUse(value: number, keepsFullHistory: boolean): number {
  if (isDay(value)) return 6;
  if (value === NEVER) return keepsFullHistory ? 5 : 3;
  if (isAtLeast(value)) return 4;
  if (value === UNREADABLE) return 2;
  return value === BLANK ? 1 : 0;
}

/**
 * Whether a further date of the life of an account or seat (created, assigned, left, …) replaces the one that is
 * kept: only when it says more. The first day stays; any day replaces none.
 */
export function saysMoreOfLife(next: number, kept: number): boolean {
  return rankOfLife(next) > rankOfLife(kept);
}

function rankOfLife(value: number): number {
  if (isDay(value)) return 4;
  if (value === ABSENT) return 0;
  if (value === BLANK) return 1;
  return value === UNREADABLE ? 2 : 3;
}
