import { recordOf } from '../base/exhaustive.ts';
import type { CaseRecord } from './caseRecord.ts';
import { CASE_STATES, type CaseState } from './caseState.ts';

/** Cases by state, live and dry-run apart: no dry-run case stands in a live total. */
export interface CaseCounts {
  readonly live: Readonly<Record<CaseState, number>>;
  readonly dryRun: Readonly<Record<CaseState, number>>;
}

/** Counts cases by state; every state has a number, 0 included. */
export function countCases(cases: Iterable<CaseRecord>): CaseCounts {
  const live = noCases();
  const dryRun = noCases();
  for (const { state, dryRun: isDryRun } of cases) (isDryRun ? dryRun : live)[state] += 1;
  return { live, dryRun };
}

/** Seats reclaimed: Closed Complete cases by evidence class, dry runs left out. Never counted at the freeze. */
export function countReclaimed(cases: Iterable<CaseRecord>): {
  readonly attested: number;
  readonly verified: number;
} {
  let attested = 0;
  let verified = 0;
  for (const { state, dryRun, proof } of cases) {
    if (state !== 'Closed Complete' || dryRun) continue;
    if (proof === 'verified') verified += 1;
    else attested += 1;
  }
  return { attested, verified };
}

/**
 * Cases whose seat is Held: reclaimed and not held again by the same person. A seat comes here only through Closed
 * Complete, which needs the deactivation recorded and grace ended.
 */
export const heldSeats = (cases: Iterable<CaseRecord>): readonly CaseRecord[] =>
  [...cases].filter(
    ({ state, dryRun, reactivatedOn }) =>
      state === 'Closed Complete' && !dryRun && reactivatedOn.length === 0,
  );

const noCases = (): Record<CaseState, number> => recordOf(CASE_STATES, () => 0);
