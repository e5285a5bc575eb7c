import { recordOf } from '../base/exhaustive.ts';
import { CATEGORIES, FLAGGED_CATEGORIES, type Category } from '../policy/category.ts';

/** Seats by category; every category has an entry. */
export type CategoryCounts = Readonly<Record<Category, number>>;

/** Counts with every category at 0, to be filled. */
export const emptyCounts = (): Record<Category, number> => recordOf(CATEGORIES, () => 0);

/** Category by category sum. The sum of nothing is 0 throughout. */
export function sumCounts(all: Iterable<CategoryCounts>): CategoryCounts {
  const sum = emptyCounts();
  for (const counts of all) for (const category of CATEGORIES) sum[category] += counts[category];
  return sum;
}

/** Categories 1–12 together: the seats of the snapshot. */
export const seatsOf = (counts: CategoryCounts): number =>
  CATEGORIES.reduce((sum, category) => sum + counts[category], 0);

/** Categories 2–12. Source: sets built on the categories. */
export const assignedOf = (counts: CategoryCounts): number => seatsOf(counts) - counts.notASeat;

/** Categories 3–12. Source: sets built on the categories. */
export const humanAssignedOf = (counts: CategoryCounts): number => assignedOf(counts) - counts.nonHuman;

/** Leaver + Never used + Borderline + Login only + Dormant; never shown without these five lines. */
export const flaggedOf = (counts: CategoryCounts): number =>
  FLAGGED_CATEGORIES.reduce((sum, category) => sum + counts[category], 0);

/** Active and periodic seats. */
export const inUseOf = (counts: CategoryCounts): number => counts.active + counts.periodic;
