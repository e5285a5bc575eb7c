import type { ImportPlan } from '../../core/ingest/importPlan.ts';

/** Key under which the mapping of a header is remembered: same columns in the same order. */
export const mappingKey = (plan: ImportPlan): string =>
  `mapping:${JSON.stringify(plan.columns.map(({ header }) => header))}`;

/**
 * The proposed plan with the meanings that were used last for the same header, or `undefined` when there are none.
 * What belongs to the file at hand (its outer form, its as-of date, the order of its dates) is never taken over.
 */
export function withSavedMapping(proposed: ImportPlan, saved: unknown): ImportPlan | undefined {
  if (!isPlan(saved) || saved.columns.length !== proposed.columns.length) return undefined;
  return {
    ...proposed,
    system: saved.system,
    rowIs: saved.rowIs,
    fixedLicenceType: saved.fixedLicenceType,
    licenceSeparator: saved.licenceSeparator,
    lagDays: saved.lagDays,
    columns: proposed.columns.map((column, index) => {
      const before = saved.columns[index]!;
      const dates = column.dates ?? before.dates;
      return {
        ...before,
        position: column.position,
        header: column.header,
        dates:
          dates && before.dates
            ? { ...dates, zone: before.dates.zone, blankMeans: before.dates.blankMeans }
            : before.dates,
      };
    }),
  };
}

const isPlan = (value: unknown): value is ImportPlan =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<ImportPlan>).columns);
