import { CATEGORIES, isFlagged, type Category } from '../../core/policy/category.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import type { Evaluated } from './evaluated.ts';

/** Seats of an evaluated snapshot by category. */
export function countsOf(evaluated: Evaluated): Readonly<Record<Category, number>> {
  const counts = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Record<Category, number>;
  for (const code of evaluated.evaluation.category) counts[CATEGORIES[code]!] += 1;
  return counts;
}

/** The entry "measured": what a frozen version found in a snapshot. */
export function measuredFact(evaluated: Evaluated, version: number): LedgerFact {
  const counts = countsOf(evaluated);
  const flagged = CATEGORIES.filter(isFlagged).reduce((sum, category) => sum + counts[category], 0);
  return writeFact({
    kind: 'measured',
    version,
    snapshot: evaluated.snapshot.id,
    asOf: evaluated.snapshot.asOf,
    counts,
    flagged,
  });
}
