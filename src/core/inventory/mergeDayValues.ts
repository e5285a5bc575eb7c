import { ABSENT, BLANK, NEVER, UNREADABLE, isAtLeast, isDay } from '../base/dayValue.ts';
import type { LifeMeaning } from '../ingest/meaning.ts';

/**
 * Whether a further value of the same column and account decides over the one that is kept. The latest day wins.
 * Without a day an unreadable cell wins, since it could hide a day that neither *never* nor *at least* may outvote
 * unseen. Of the two *never* wins only when the source keeps its full history, otherwise the largest *at least*; both
 * win over a blank cell, that over none. Equal values change nothing, so that the first row stays the deciding one.
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
  if (value === UNREADABLE) return 5;
  if (value === NEVER) return keepsFullHistory ? 4 : 2;
  if (isAtLeast(value)) return 3;
  return value === BLANK ? 1 : 0;
}

/**
 * Of two dates of the life of an account or seat from different rows: the earlier creation, else the later day. A day
 * wins over any other value, a bound (`Before 11 Feb 2017`) over what proves nothing, the earlier bound over the later,
 * any other value over a blank, that over none; of two other values the first stays.
 */
export function mergeLifeDay(meaning: LifeMeaning, kept: number, next: number): number {
  if (isDay(kept) && isDay(next)) {
    return meaning === 'createdOn' ? Math.min(kept, next) : Math.max(kept, next);
  }
  if (isAtLeast(kept) && isAtLeast(next)) return Math.max(kept, next);
  return rankOfLife(next) > rankOfLife(kept) ? next : kept;
}

function rankOfLife(value: number): number {
  if (isDay(value)) return 4;
  if (isAtLeast(value)) return 3;
  if (value === ABSENT) return 0;
  return value === BLANK ? 1 : 2;
}
