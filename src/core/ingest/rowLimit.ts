import type { FileFinding } from './fileSurvey.ts';
import { COMMON_ROW_LIMITS, systemCardOf } from './systems.ts';

/**
 * The finding for a file whose number of data rows is exactly a count at which exports stop, or `undefined`. To be
 * asked with the count of the whole file. Source of the rule: LOAD-12, row and history limits.
 */
export function findRowLimit(
  rows: number,
  system: string,
  recognised: string | undefined = undefined,
): FileFinding | undefined {
  const systems = recognised === undefined ? [system] : [system, recognised];
  const isLimit =
    COMMON_ROW_LIMITS.includes(rows) || systems.some((id) => systemCardOf(id).rowLimits.includes(rows));
  return isLimit ? { kind: 'rowLimit', rows } : undefined;
}

const NOTICE =
  /^export stopped due to|^the (list|report|export) (is|was|has been) truncated|^results? truncated|^truncated\b/i;

/** Whether a row is an export's own notice that it stopped early; such a row is no account. Source: LOAD-12. */
export const isTruncationNotice = (cells: readonly string[]): boolean =>
  NOTICE.test((cells[0] ?? '').trim()) &&
  cells.every((cell, position) => position === 0 || cell.trim() === '');
