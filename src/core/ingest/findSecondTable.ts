import { foldLine, type OtherRow } from './classifyRow.ts';
import { countSureNames, hasValues } from './findHeader.ts';

/** Known names of columns that a line must have before it is taken for a header. */
const FEWEST_NAMES = 2;

/**
 * The row, as in a spreadsheet, at which another table begins below the first: a line of known names of columns that
 * are not those of `header`, with a blank line above it and a row of at least two cells below it. `undefined` for a
 * file of one table. `kinds` says what each of the rows is; a gap between two numbers of
 * `fileRows` is a blank line as well. Source of the rule: LOAD-05, file hazards.
 */
export function findSecondTable(
  rows: readonly (readonly string[])[],
  fileRows: readonly number[],
  kinds: readonly (OtherRow | undefined)[],
  header: readonly string[],
): number | undefined {
  const filledCells = (cells: readonly string[]): number =>
    cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);
  const names = foldLine(header);
  const at = rows.findIndex((cells, index) => {
    if (index === 0) return false;
    const isBelowBlank = kinds[index - 1] === 'blank' || fileRows[index]! - fileRows[index - 1]! > 1;
    if (!isBelowBlank) return false;
    if (kinds[index] === 'blank' || kinds[index] === 'repeatedHeader' || foldLine(cells) === names)
      return false;
    const sure = countSureNames(cells);
    if (sure < FEWEST_NAMES || sure * 2 < filledCells(cells) || hasValues({ cells })) return false;
    const isElsewhere = cells.some((cell, place) => {
      const name = cell.trim().toLowerCase();
      return name !== '' && name !== header[place];
    });
    return isElsewhere && filledCells(rows[index + 1] ?? []) >= FEWEST_NAMES;
  });
  return at === -1 ? undefined : fileRows[at];
}
