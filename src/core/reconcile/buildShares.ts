import { flaggedOf, humanAssignedOf, type CategoryCounts } from './seatSets.ts';

/** A share with its denominator, so that the denominator can always be named. Whole seats. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Dormant and flagged shares. Source: formula 12.3. */
export interface Shares {
  readonly dormantOfHuman: Share;
  readonly dormantOfEntitled: Share;
  readonly flaggedOfHuman: Share;
  readonly flaggedOfEntitled: Share;
}

/** Dormant share counts Dormant and Never used; flagged share counts all five lines. Source: formula 12.3. */
export function buildShares(entitled: number, counts: CategoryCounts): Shares {
  const human = humanAssignedOf(counts);
  const dormant = counts.dormant + counts.neverUsed;
  const flagged = flaggedOf(counts);
  return {
    dormantOfHuman: { part: dormant, whole: human },
    dormantOfEntitled: { part: dormant, whole: entitled },
    flaggedOfHuman: { part: flagged, whole: human },
    flaggedOfEntitled: { part: flagged, whole: entitled },
  };
}
