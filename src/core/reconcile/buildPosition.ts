import type { LinePosition, RateRange } from './linePosition.ts';
import { assignedOf, flaggedOf, humanAssignedOf, inUseOf, type CategoryCounts } from './seatSets.ts';

/**
 * Entitled, assigned and used of one licence type, with both licence positions and three rates. A rate is never
 * clipped; unknown seats widen it to a range (least: counted idle, most: counted active).
 * Sources: formulae 12.2 and 12.13.
 */
export function buildPosition(entitled: number, counts: CategoryCounts): LinePosition {
  const assigned = assignedOf(counts);
  const humanAssigned = humanAssignedOf(counts);
  const flagged = flaggedOf(counts);
  const inUse = inUseOf(counts);
  return {
    entitled,
    assigned,
    unassigned: Math.max(0, entitled - assigned),
    inUse,
    humanAssigned,
    flagged,
    unknown: counts.unknown,
    contractPosition: entitled - assigned,
    usagePosition: entitled - (assigned - flagged),
    allocationRate: rate(assigned, entitled, 0),
    activityRate: rate(inUse, humanAssigned, counts.unknown),
    effectiveUtilisation: rate(inUse, entitled, counts.unknown),
  };
}

const rate = (part: number, whole: number, unknown: number): RateRange => ({
  part,
  whole,
  least: part,
  most: part + unknown,
  rangeWhole: whole,
});

/**
 * All licence types together. Seats are added; `unassigned` is the sum of what each licence type has left, so that
 * a shortfall of one never hides spare seats of another. The two positions of the total are arithmetic sums and not
 * a licence position: surplus and shortfall of different licence types are not exchangeable. Source: formula 12.13.
 */
export function totalPosition(positions: readonly LinePosition[]): LinePosition {
  const sum = (field: (position: LinePosition) => number): number =>
    positions.reduce((total, position) => total + field(position), 0);
  const sumRate = (field: (position: LinePosition) => RateRange): RateRange => ({
    part: sum((position) => field(position).part),
    whole: sum((position) => field(position).whole),
    least: sum((position) => field(position).least),
    most: sum((position) => field(position).most),
    rangeWhole: sum((position) => field(position).rangeWhole),
  });
  return {
    entitled: sum(({ entitled }) => entitled),
    assigned: sum(({ assigned }) => assigned),
    unassigned: sum(({ unassigned }) => unassigned),
    inUse: sum(({ inUse }) => inUse),
    humanAssigned: sum(({ humanAssigned }) => humanAssigned),
    flagged: sum(({ flagged }) => flagged),
    unknown: sum(({ unknown }) => unknown),
    contractPosition: sum(({ contractPosition }) => contractPosition),
    usagePosition: sum(({ usagePosition }) => usagePosition),
    allocationRate: sumRate(({ allocationRate }) => allocationRate),
    activityRate: sumRate(({ activityRate }) => activityRate),
    effectiveUtilisation: sumRate(({ effectiveUtilisation }) => effectiveUtilisation),
  };
}
