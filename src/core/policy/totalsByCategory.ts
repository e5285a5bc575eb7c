import { recordOf } from '../base/exhaustive.ts';
import { CATEGORIES, FLAGGED_CATEGORIES, type Category } from './category.ts';
import type { EvaluationCounts } from './evaluation.ts';

/** Seats by category over all units and licence types, or over one licence type. Every category has an entry. */
export function totalsByCategory(
  { cells, licenceTypes }: EvaluationCounts,
  licenceType?: string,
): Readonly<Record<Category, number>> {
  const totals: number[] = CATEGORIES.map(() => 0);
  const wanted = licenceType === undefined ? undefined : licenceTypes.indexOf(licenceType);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const type = Math.floor(cell / CATEGORIES.length) % licenceTypes.length;
    if (wanted === undefined || type === wanted) totals[cell % CATEGORIES.length]! += cells[cell]!;
  }
  return recordOf(CATEGORIES, (_, code) => totals[code]!);
}

/** Leaver + Never used + Borderline + Login only + Dormant; never shown without these five lines. */
export const flaggedTotal = (totals: Readonly<Record<Category, number>>): number =>
  FLAGGED_CATEGORIES.reduce((sum, category) => sum + totals[category], 0);
