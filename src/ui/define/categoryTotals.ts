import { CATEGORIES } from '../../core/policy/category.ts';
import type { EvaluationCounts } from '../../core/policy/evaluation.ts';
import { emptyCounts, type CategoryCounts } from '../../core/reconcile/seatSets.ts';

/** Seats by category over all units and licence types of an answer: one pass, since it runs at every step of a drag. */
export function categoryTotals(counts: EvaluationCounts): CategoryCounts {
  const totals = emptyCounts();
  for (let start = 0; start < counts.cells.length; start += CATEGORIES.length) {
    for (const [code, category] of CATEGORIES.entries()) totals[category] += counts.cells[start + code] ?? 0;
  }
  return totals;
}
