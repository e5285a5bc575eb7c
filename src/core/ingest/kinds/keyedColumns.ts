import type { ClassifiedColumn } from '../classifyRow.ts';
import { schemaOf } from './kindSchemas.ts';
import type { TablePlan } from './tablePlan.ts';

/** The columns of a plan as rows are classified by: the first that every row must fill is marked as the key. */
export function keyedColumns({ kind, columns }: TablePlan): readonly ClassifiedColumn[] {
  const keys = schemaOf(kind).forms.flatMap(({ groups }) => groups[0]?.anyOf ?? []);
  const key = columns.find(({ meaning }) => keys.includes(meaning));
  return columns.map((column) => (column === key ? { ...column, meaning: 'accountId' } : column));
}
