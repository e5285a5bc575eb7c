import { recordOf } from '../../core/base/exhaustive.ts';
import { formatIsoDay } from '../../core/base/formatDay.ts';
import { ASSIGNED_CATEGORIES, CATEGORIES, CATEGORY_NAMES } from '../../core/policy/category.ts';
import type { PositionView } from '../../worker/positionView.ts';

export type UnitRow = PositionView['units'][number];

export const unitName = ({ unit }: Pick<UnitRow, 'unit'>): string => (unit === '' ? 'No unit' : unit);

/** The row that every column adds up to. */
export function totalRow(units: readonly UnitRow[]): Omit<UnitRow, 'unit'> {
  const sum = (of: (row: UnitRow) => number): number => units.reduce((total, row) => total + of(row), 0);
  const counts = recordOf(CATEGORIES, (category) => sum((row) => row.counts[category]));
  return { counts, assigned: sum(({ assigned }) => assigned), flagged: sum(({ flagged }) => flagged) };
}

/** The units as rows of an exported table; the last row is the total. */
export function unitTable({
  asOf,
  units,
}: Pick<PositionView, 'asOf' | 'units'>): readonly (readonly string[])[] {
  const row = (name: string, { counts, assigned, flagged }: Omit<UnitRow, 'unit'>): readonly string[] => [
    formatIsoDay(asOf),
    name,
    ...ASSIGNED_CATEGORIES.map((category) => String(counts[category])),
    String(flagged),
    String(assigned),
  ];
  return [
    [
      'Data as of',
      'Unit',
      ...ASSIGNED_CATEGORIES.map((category) => CATEGORY_NAMES[category]),
      'Flagged',
      'Assigned',
    ],
    ...units.map((unit) => row(unitName(unit), unit)),
    row('Total', totalRow(units)),
  ];
}
