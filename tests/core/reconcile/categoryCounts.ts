import * as fc from 'fast-check';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { emptyCounts, type CategoryCounts } from '../../../src/core/reconcile/seatSets.ts';

/** Counts with the named categories, all others 0. */
export const countsOf = (some: Partial<Record<Category, number>>): CategoryCounts => ({
  ...emptyCounts(),
  ...some,
});

/** The running example: entitled 1 000, assigned 940, 230 flagged. */
export const RUNNING_EXAMPLE = countsOf({
  nonHuman: 30,
  active: 610,
  periodic: 45,
  tooNew: 25,
  dormant: 190,
  neverUsed: 40,
});

export const anyCounts = (): fc.Arbitrary<CategoryCounts> =>
  fc
    .array(fc.nat({ max: 5000 }), { minLength: CATEGORIES.length, maxLength: CATEGORIES.length })
    .map((numbers) =>
      countsOf(Object.fromEntries(CATEGORIES.map((category, i) => [category, numbers[i] ?? 0]))),
    );
