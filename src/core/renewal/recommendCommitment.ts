import type { LineCommitment } from './lineCommitment.ts';
import type { LinePlan } from './commitmentPlan.ts';

/** What the recommended commitment of one licence type rests on. Whole seats. */
export interface CommitmentFacts {
  /** Committed quantity C. */
  readonly current: number;
  readonly assigned: number;
  readonly candidates: number;
  readonly plan: LinePlan;
  readonly bufferBasisPoints: number;
  readonly lotSize: number;
  readonly minimumQuantity: number;
}

type Step = LineCommitment['waterfall'][number];

/**
 * Recommends the next commitment N* and shows the way to it. Need is everything assigned that is no candidate, so
 * unknown seats and unworked borderline seats count as needed. Planned leavers never take demand below 0.
 * The waterfall closes exactly by construction: each step is the difference of two neighbouring totals.
 * Source: formula 12.5.
 */
export function recommendCommitment(facts: CommitmentFacts): LineCommitment {
  const { current, assigned, candidates, plan } = facts;
  const need = assigned - candidates;
  const demand = Math.max(0, need + plan.plannedJoiners - plan.plannedLeavers + plan.approvedExpansions);
  const buffered = ceilDivide(demand * (10_000 + facts.bufferBasisPoints), 10_000);
  const inLots = ceilDivide(buffered, facts.lotSize) * facts.lotSize;
  const recommended = Math.max(inLots, facts.minimumQuantity);
  const toAssigned: Step =
    assigned > current
      ? { step: 'overAssigned', seats: assigned - current }
      : { step: 'unassigned', seats: negative(current - assigned) };
  const waterfall: readonly Step[] = [
    { step: 'current', seats: current },
    toAssigned,
    { step: 'candidates', seats: negative(candidates) },
    { step: 'netGrowth', seats: demand - need },
    { step: 'buffer', seats: buffered - demand },
    { step: 'lotRounding', seats: inLots - buffered },
    ...(recommended > inLots ? [{ step: 'minimum', seats: recommended - inLots } as const] : []),
    { step: 'proposed', seats: recommended },
  ];
  return {
    current,
    assigned,
    candidates,
    need,
    demand,
    buffered,
    inLots,
    recommended,
    reduction: current - recommended,
    doNotReduce: recommended >= current,
    waterfall,
  };
}

const negative = (seats: number): number => (seats === 0 ? 0 : -seats);

/** Integers only; exact up to 2^53. */
const ceilDivide = (dividend: number, divisor: number): number => {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest > 0 ? 1 : 0);
};
