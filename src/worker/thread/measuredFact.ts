import { CATEGORIES, isFlagged, type Category } from '../../core/policy/category.ts';
import { emptyCounts } from '../../core/reconcile/seatSets.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { sha256HexOfBytes } from '../../storage/ledgerHash.ts';
import type { Evaluated } from './evaluated.ts';

/** Seats of an evaluated snapshot by category. */
export function countsOf(evaluated: Evaluated): Readonly<Record<Category, number>> {
  const counts = emptyCounts();
  for (const code of evaluated.evaluation.category) counts[CATEGORIES[code]!] += 1;
  return counts;
}

/** What was found in a snapshot: how many seats of each category, and a hash of which seats they are. */
export interface Findings {
  readonly counts: Readonly<Record<Category, number>>;
  /** `undefined` in entries of earlier versions, which recorded the counts alone. */
  readonly categories?: string | undefined;
}

export const findingsOf = (evaluated: Evaluated): Findings & { readonly categories: string } => ({
  counts: countsOf(evaluated),
  categories: sha256HexOfBytes(evaluated.evaluation.category),
});

/** Whether the same was found in one snapshot: every seat in the same category, as far as both sides tell. */
export const isSameFinding = (one: Findings, other: Findings): boolean =>
  CATEGORIES.every((category) => one.counts[category] === other.counts[category]) &&
  (one.categories === undefined || other.categories === undefined || one.categories === other.categories);

/** The entry "measured": what a frozen version found in a snapshot. */
export function measuredFact(evaluated: Evaluated, version: number): LedgerFact {
  const { counts, categories } = findingsOf(evaluated);
  const flagged = CATEGORIES.filter(isFlagged).reduce((sum, category) => sum + counts[category], 0);
  return writeFact({
    kind: 'measured',
    version,
    snapshot: evaluated.snapshot.id,
    asOf: evaluated.snapshot.asOf,
    counts,
    flagged,
    categories,
  });
}
