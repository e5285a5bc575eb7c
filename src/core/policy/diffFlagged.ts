import { CATEGORIES, isFlagged } from './category.ts';
import type { Evaluation } from './evaluation.ts';

/** A seat that a change of the definition flags or lets go. */
export interface FlagChange {
  readonly seat: number;
  readonly change: 'added' | 'removed';
}

/** Changes of the flagged set between two evaluations of one snapshot. */
export interface FlagChanges {
  readonly added: number;
  readonly removed: number;
  /** Changed seats in seat order, found while they are asked for. */
  seats(): Iterable<FlagChange>;
}

const IS_FLAGGED = /* @__PURE__ */ Uint8Array.from(CATEGORIES, (category) => (isFlagged(category) ? 1 : 0));

/**
 * Which seats are newly flagged and no longer flagged. A seat that moves between two flagged categories is not a
 * change of the set. Both evaluations must be of the same snapshot. Source: DEFINE-09.
 */
export function diffFlagged(before: Evaluation, after: Evaluation): FlagChanges {
  const old = before.category;
  const now = after.category;
  if (old.length !== now.length) throw new Error('Evaluations of different snapshots cannot be compared');
  let added = 0;
  let kept = 0;
  let oldTotal = 0;
  for (let seat = 0; seat < now.length; seat += 1) {
    const was = IS_FLAGGED[old[seat]!]!;
    const is = IS_FLAGGED[now[seat]!]!;
    oldTotal += was;
    kept += was & is;
    added += is & (was ^ 1);
  }
  return {
    added,
    removed: oldTotal - kept,
    *seats() {
      for (let seat = 0; seat < now.length; seat += 1) {
        const step = IS_FLAGGED[now[seat]!]! - IS_FLAGGED[old[seat]!]!;
        if (step !== 0) yield { seat, change: step > 0 ? 'added' : 'removed' };
      }
    },
  };
}
