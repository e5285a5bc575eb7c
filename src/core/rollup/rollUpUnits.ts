import type { EvaluationCounts } from '../policy/evaluation.ts';
import { assignedOf, flaggedOf, sumCounts, type CategoryCounts } from '../reconcile/seatSets.ts';
import { cellCounts } from './countsByLicenceType.ts';

/** Seats of one unit. `unit` is '' for seats whose account names none. */
export interface UnitRow {
  readonly unit: string;
  readonly counts: CategoryCounts;
  readonly assigned: number;
  readonly flagged: number;
}

/** Rows per unit and their exact sum. Source: formula 12.21. */
export interface UnitTable {
  /** In code-unit order of the name; seats without a unit last. Units without any seat are left out. */
  readonly rows: readonly UnitRow[];
  readonly total: Omit<UnitRow, 'unit'>;
}

/** Rolls seats up to units, over all licence types or the named ones. Every seat is in exactly one row. */
export function rollUpUnits(counts: EvaluationCounts, licenceTypes?: ReadonlySet<string>): UnitTable {
  const chosen = [...counts.licenceTypes.keys()].filter(
    (index) => licenceTypes?.has(counts.licenceTypes[index] ?? '') ?? true,
  );
  const rows = counts.units
    .map((unit, index) => ({
      unit,
      ...withSets(sumCounts(chosen.map((type) => cellCounts(counts, index, type)))),
    }))
    .filter(({ assigned, counts }) => assigned > 0 || counts.notASeat > 0)
    .toSorted((a, b) => compareUnits(a.unit, b.unit));
  return { rows, total: withSets(sumCounts(rows.map((row) => row.counts))) };
}

const withSets = (counts: CategoryCounts): Omit<UnitRow, 'unit'> => ({
  counts,
  assigned: assignedOf(counts),
  flagged: flaggedOf(counts),
});

function compareUnits(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
