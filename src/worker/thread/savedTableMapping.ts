import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';

/** Key under which kind and mapping of a header are remembered: same columns in the same order. */
export const tableMappingKey = (plan: Pick<TablePlan, 'columns'>): string =>
  `tableMapping:${JSON.stringify(plan.columns.map(({ header }) => header))}`;

/**
 * The proposed plan with the meanings and file facts that were used last for the same header as the same kind, or
 * `undefined` when there are none. What belongs to the file at hand (outer form, as-of date, history start, order of its dates) is
 * never taken over; a date column that is mapped anew is read anew.
 */
export function withSavedTableMapping(proposed: TablePlan, saved: unknown): TablePlan | undefined {
  if (!isPlan(saved) || saved.kind !== proposed.kind) return undefined;
  if (saved.columns.length !== proposed.columns.length) return undefined;
  return {
    ...proposed,
    facts: { ...saved.facts, historyStart: proposed.facts.historyStart },
    columns: proposed.columns.map((column, index) => {
      const { meaning, dates } = saved.columns[index]!;
      const own = column.meaning === meaning ? column.dates : undefined;
      return { ...column, meaning, dates: own && dates ? { ...own, zone: dates.zone } : own };
    }),
  };
}

/** The kind that files with this header were loaded as last, or `undefined`. */
export const savedKind = (saved: unknown): TablePlan['kind'] | undefined =>
  isPlan(saved) ? saved.kind : undefined;

const isPlan = (value: unknown): value is TablePlan =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<TablePlan>).kind === 'string' &&
  Array.isArray((value as Partial<TablePlan>).columns);
