import { readHeaderKey } from './headerKey.ts';
import type { ColumnPlan } from './importPlan.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';

/** Columns whose source empties a date after 90 days, known by their header alone. Source: platforms, GitHub. */
const EMPTIED_AFTER_90_DAYS = new Set(['lastactivityat', 'lastauthenticatedat']);

/**
 * Days for which the source of a date of use keeps a date before it empties the cell; `undefined` where it keeps all, or
 * nothing is known. `platformKeeps`: what the recognised export says of itself.
 */
export function keptDaysOf(column: ColumnPlan, platformKeeps: number | undefined): number | undefined {
  if (!isEvidenceMeaning(column.meaning)) return undefined;
  return platformKeeps ?? (EMPTIED_AFTER_90_DAYS.has(readHeaderKey(column.header).key) ? 90 : undefined);
}
