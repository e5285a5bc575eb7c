import type { KindSchema } from './kindSchema.ts';
import type { TableColumnPlan } from './tablePlan.ts';

const COMMA_BEFORE_DECIMALS = /\d,\d{1,2}(?!\d)/;
const POINT_BEFORE_DECIMALS = /\d\.\d{1,2}(?!\d)/;
/** Cells that are looked at. */
const LOOK_AT = 2_000;

/**
 * The columns with what the amounts of the file say about its whole numbers: where a comma stands before their decimals
 * and a point before none, `1.200,00 €`, a point groups digits, so that `1.600` beside them is a whole number.
 */
export function withNumberNotation(
  schema: KindSchema,
  columns: readonly TableColumnPlan[],
  rows: readonly (readonly string[])[],
): readonly TableColumnPlan[] {
  const typeOf = new Map<string, string>(schema.columns.map(({ name, type }) => [name, type]));
  const amounts = columns
    .filter(({ meaning }) => typeOf.get(meaning) === 'money')
    .flatMap(({ position }) => rows.slice(0, LOOK_AT).map((cells) => cells[position] ?? ''));
  const pointGroups =
    amounts.some((cell) => COMMA_BEFORE_DECIMALS.test(cell)) &&
    !amounts.some((cell) => POINT_BEFORE_DECIMALS.test(cell));
  if (!pointGroups) return columns;
  return columns.map((column) =>
    typeOf.get(column.meaning) === 'number' ? { ...column, pointGroups } : column,
  );
}
