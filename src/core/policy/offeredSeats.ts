import { CATEGORIES, FLAGGED_CATEGORIES, categoryCode, isFlagged } from './category.ts';

/** Idle seats that could be given to somebody else, and why the others are not offered. */
export interface OfferedSeats {
  /** Rows of seats in the order in which they are offered. */
  readonly seats: Uint32Array;
  /** `flagged = notCandidates + inCase + held + seats.length`. */
  readonly flagged: number;
  /** Flagged seats that are no candidates: a check protects them, or their category waits for a person. */
  readonly notCandidates: number;
  /** Candidates with an open case. */
  readonly inCase: number;
  /** Candidates that were reclaimed and are held. */
  readonly held: number;
}

const IS_FLAGGED: readonly boolean[] = CATEGORIES.map(isFlagged);

/** Leavers first: nobody will miss their seats. Then never used, dormant, login only and, under a waiver, borderline. */
const ORDER = (['leaver', 'neverUsed', 'dormant', 'loginOnly', 'borderline'] as const).map(categoryCode);

/**
 * Chooses the idle seats that may be offered: candidates without an open case that are not held. A protected, excepted,
 * periodic or unknown seat is no candidate and never offered. Ordered by category, within it by row.
 * Source of the rule: REVIEW-23; *Sets built on the categories*.
 */
export function offeredSeats(
  category: Uint8Array,
  candidates: Uint8Array,
  inCase: ReadonlySet<number>,
  held: ReadonlySet<number>,
): OfferedSeats {
  const counts = { flagged: 0, notCandidates: 0, inCase: 0, held: 0 };
  const byCategory = new Map<number, number[]>(FLAGGED_CATEGORIES.map((name) => [categoryCode(name), []]));
  for (let seat = 0; seat < category.length; seat += 1) {
    if (!IS_FLAGGED[category[seat]!]) continue;
    counts.flagged += 1;
    if (candidates[seat] !== 1) counts.notCandidates += 1;
    else if (inCase.has(seat)) counts.inCase += 1;
    else if (held.has(seat)) counts.held += 1;
    else byCategory.get(category[seat]!)!.push(seat);
  }
  return { seats: Uint32Array.from(ORDER.flatMap((code) => byCategory.get(code)!)), ...counts };
}
