import type { Category } from './category.ts';
import { flaggedTotal } from './totalsByCategory.ts';

/** What a count could be if the truth about unknown seats were known. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Seats in use (active and periodic) and flagged seats with the range that unknown seats allow: all of them idle, or
 * all of them in use. Source: formula 12.2.
 */
export function unknownRange(totals: Readonly<Record<Category, number>>): {
  readonly inUse: CountRange;
  readonly flagged: CountRange;
} {
  const inUse = totals.active + totals.periodic;
  const flagged = flaggedTotal(totals);
  return {
    inUse: { least: inUse, most: inUse + totals.unknown },
    flagged: { least: flagged, most: flagged + totals.unknown },
  };
}
