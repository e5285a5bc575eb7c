import { CATEGORIES, FLAGGED_CATEGORIES } from '../../core/policy/category.ts';
import type { EvaluationCounts } from '../../core/policy/evaluation.ts';
import type { CategoryTotals } from './defineSentences.ts';

/** Seats by category over all units and licence types of an answer. */
export function categoryTotals(counts: EvaluationCounts): CategoryTotals {
  const totals = CATEGORIES.map(() => 0);
  counts.cells.forEach((seats, index) => {
    const category = index % CATEGORIES.length;
    totals[category] = (totals[category] ?? 0) + seats;
  });
  return Object.fromEntries(
    CATEGORIES.map((category, index) => [category, totals[index] ?? 0]),
  ) as unknown as CategoryTotals;
}

export const flaggedOf = (totals: CategoryTotals): number =>
  FLAGGED_CATEGORIES.reduce((sum, category) => sum + totals[category], 0);

/** Paid seats of open accounts: all categories but "not a seat". */
export const assignedOf = (totals: CategoryTotals): number =>
  CATEGORIES.reduce((sum, category) => sum + totals[category], 0) - totals.notASeat;
