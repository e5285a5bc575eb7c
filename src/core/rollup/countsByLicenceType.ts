import { CATEGORIES } from '../policy/category.ts';
import type { EvaluationCounts } from '../policy/evaluation.ts';
import { emptyCounts, type CategoryCounts } from '../reconcile/seatSets.ts';

/** Seats by category of one unit and licence type. Positions as in the counts' own lists. */
export function cellCounts(counts: EvaluationCounts, unit: number, licenceType: number): CategoryCounts {
  const start = (unit * counts.licenceTypes.length + licenceType) * CATEGORIES.length;
  const cell = emptyCounts();
  for (const [code, category] of CATEGORIES.entries()) cell[category] = counts.cells[start + code] ?? 0;
  return cell;
}

/** Seats by category of every licence type, all units together. In snapshot order. */
export function countsByLicenceType({
  licenceTypes,
  units,
  cells,
}: EvaluationCounts): ReadonlyMap<string, CategoryCounts> {
  return new Map(
    licenceTypes.map((name, licenceType) => {
      const sum = emptyCounts();
      for (let unit = 0; unit < units.length; unit += 1) {
        const start = (unit * licenceTypes.length + licenceType) * CATEGORIES.length;
        for (const [code, category] of CATEGORIES.entries()) sum[category] += cells[start + code] ?? 0;
      }
      return [name, sum];
    }),
  );
}
