import { readFlag, readStatus } from './cellWords.ts';
import { findHeaderMeaning } from './headerWords.ts';
import { CONFIRMED_NEVER } from './neverWords.ts';
import { buildScannedDate, scanDate } from './scanDate.ts';

const ADDRESS = /^\S+@\S+\.\S+$/;

/** Tests of cells whose form follows from their header. */
function formOf(header: string): ((cell: string) => boolean) | undefined {
  const meaning = findHeaderMeaning(header)?.meaning;
  const parts = buildScannedDate();
  switch (meaning) {
    case 'email':
      return (cell) => ADDRESS.test(cell);
    case 'accountStatus':
    case 'accountSuspended':
      return (cell) => readStatus(cell) !== 0 || readFlag(cell) !== 0;
    case 'createdOn':
    case 'assignedOn':
    case 'lastSignIn':
    case 'lastAction':
    case 'lastSsoSignIn':
      return (cell) => scanDate(cell, parts) || CONFIRMED_NEVER.has(cell.toLowerCase());
    default:
      return undefined;
  }
}

/**
 * Whether the cells of rows that are wider than their header are shown to stand below their names, and not one place to
 * the right, as when one column holds an unquoted delimiter in every row. Only columns whose form is known speak:
 * addresses, states, dates; where there is none, nothing is shown.
 */
export function areCellsInPlace(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  let inPlace = 0;
  let shifted = 0;
  names.forEach((name, at) => {
    const fits = formOf(name);
    if (!fits) return;
    for (const cells of rows) {
      const here = (cells[at] ?? '').trim();
      const next = (cells[at + 1] ?? '').trim();
      if (here !== '' && fits(here)) inPlace++;
      if (next !== '' && fits(next)) shifted++;
    }
  });
  return inPlace > 0 && inPlace >= shifted;
}
