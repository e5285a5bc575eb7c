import { readHeaderKey } from '../headerKey.ts';
import { cellsOf } from '../proposeColumns.ts';
import { readNumberCell } from './readNumberCell.ts';
import { IGNORED } from './tablePlan.ts';

/** Rows that are looked at. */
const LOOK_AT = 2_000;

/**
 * What the columns of a log mean beside each other. A column *Application* beside the kind of log-in and the browser names
 * the program that was used, `Browser`, and no licence. A summary that differs from row to row is no type of event.
 * A time of log-in beside one of log-out begins a session. Of monthly figures without a known header for their count, the only
 * column of whole numbers is the count, so that a month with 0 proves nothing.
 */
export function settleLogColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  byHeader: readonly string[],
): readonly string[] {
  const keys = header.map((text) => readHeaderKey(text).key);
  const namesPrograms = keys.includes('logintype') && (keys.includes('browser') || keys.includes('platform'));
  const head = rows.slice(0, LOOK_AT);
  const isAnother = (meaning: string, position: number): boolean =>
    (namesPrograms && meaning === 'licenceType' && keys[position] === 'application') ||
    (meaning === 'eventType' && keys[position] === 'summary' && differs(cellsOf(head, position)));
  const beginsSession = byHeader.includes('logOff') && !byHeader.includes('logOn');
  const meanings = byHeader.map((meaning, position) => {
    if (isAnother(meaning, position)) return IGNORED;
    return beginsSession && meaning === 'date' && keys[position] === 'logintime' ? 'logOn' : meaning;
  });
  if (!meanings.includes('month') || meanings.includes('count')) return meanings;
  const numeric = meanings.flatMap((meaning, position) =>
    meaning === IGNORED && holdsNumbers(cellsOf(head, position)) ? [position] : [],
  );
  return numeric.length === 1 ? meanings.with(numeric[0]!, 'count') : meanings;
}

/** Rows from which on a column is known to repeat itself or not. */
const ENOUGH_ROWS = 20;

const differs = (cells: readonly string[]): boolean =>
  cells.length >= ENOUGH_ROWS && new Set(cells).size * 2 > cells.length;

function holdsNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => readNumberCell(cell.trim()) !== undefined);
}
