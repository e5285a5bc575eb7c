import { CATEGORIES, FLAGGED_CATEGORIES, categoryCode } from './category.ts';
import type { Evaluation } from './evaluation.ts';
import type { Policy } from './policy.ts';
import { DOUBTFUL_DATE, PROTECTED_ROLE, type PreparedSeats } from './preparedSeats.ts';

/** The part of a policy that turns flagged seats into candidates. */
export type CandidateChoice = Pick<Policy, 'mayBecomeCases' | 'checksOff'>;

/**
 * 1 for each seat that may become a case: flagged, its category allowed by the policy, and no check blocks it.
 * Borderline seats are candidates only under a recorded waiver of the queue, whatever the policy allows: a reviewed
 * seat has left the category. Of the ten checks, 3 (protected role) and 9 (evidence quality) can block a flagged seat
 * of a users file; what 2, 4, 5 and 6 would block has a category of its own, and 10 has nothing to block while the
 * seat is paid. Source: Sets built on the categories; the ten safety checks.
 */
export function candidateSeats(
  prepared: PreparedSeats,
  evaluation: Evaluation,
  choice: CandidateChoice,
  queueWaived: boolean,
): Uint8Array<ArrayBuffer> {
  const allowed = allowedByCode(choice, queueWaived);
  const candidates = new Uint8Array(prepared.count);
  const { category } = evaluation;
  const { blocks } = prepared;
  for (let seat = 0; seat < candidates.length; seat += 1) {
    candidates[seat] = allowed[(category[seat]! << 2) | blocks[seat]!]!;
  }
  return candidates;
}

/** Number of candidates without making the column, see {@link candidateSeats}. */
export function countCandidates(
  prepared: PreparedSeats,
  evaluation: Evaluation,
  choice: CandidateChoice,
  queueWaived: boolean,
): number {
  const allowed = allowedByCode(choice, queueWaived);
  const { category } = evaluation;
  const { blocks, count } = prepared;
  let candidates = 0;
  for (let seat = 0; seat < count; seat += 1) candidates += allowed[(category[seat]! << 2) | blocks[seat]!]!;
  return candidates;
}

/** Whether a seat may become a case, by category · 4 + blocks. A Leaver rests on the leaving date, so a doubtful date of use does not block it. */
export function allowedByCode(
  { mayBecomeCases, checksOff }: CandidateChoice,
  queueWaived: boolean,
): Uint8Array {
  const isOn = (name: 'protectedRole' | 'evidenceQuality'): boolean =>
    !checksOff.some(({ check }) => check === name);
  const allowed = new Uint8Array(CATEGORIES.length * 4);
  for (const category of FLAGGED_CATEGORIES) {
    const mayBe = category === 'borderline' ? queueWaived : mayBecomeCases.includes(category);
    if (!mayBe) continue;
    for (let blocks = 0; blocks < 4; blocks += 1) {
      const byRole = (blocks & PROTECTED_ROLE) !== 0 && isOn('protectedRole');
      const byDate = (blocks & DOUBTFUL_DATE) !== 0 && isOn('evidenceQuality') && category !== 'leaver';
      if (!byRole && !byDate) allowed[categoryCode(category) * 4 + blocks] = 1;
    }
  }
  return allowed;
}
