import type { ClassifiedColumn } from '../classifyRow.ts';
import { schemaOf } from './kindSchemas.ts';
import type { TablePlan } from './tablePlan.ts';

/** The columns of a plan as rows are classified by: the first that every row must fill is marked as the key. */
export function keyedColumns({ kind, columns }: TablePlan): readonly ClassifiedColumn[] {
  const keys = schemaOf(kind).forms.flatMap(({ groups }) => groups[0]?.anyOf ?? []);
  const key = columns.find(({ meaning }) => keys.includes(meaning));
  return columns.map((column) => (column === key ? { ...column, meaning: 'accountId' } : column));
}

/** What the rows of a file are told from those of other tables below it by. */
export const listFormOf = (
  plan: TablePlan,
): Pick<TablePlan, 'answers'> & { readonly columns: readonly ClassifiedColumn[] } => ({
  columns: keyedColumns(plan),
  answers: plan.answers,
});
