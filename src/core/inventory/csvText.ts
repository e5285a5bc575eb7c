/**
 * A cell that a spreadsheet would take for a formula: it begins with `= + - @`, a tab, a carriage return or the
 * full-width form of one of the first four. The whole text is looked at, so line breaks inside a cell hide nothing.
 * Source of the rule: Imports 7, *Writing tables*.
 */
const FORMULA_START = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * One cell of an exported table. A cell that would start a formula gets a leading apostrophe and quotes; a cell with
 * a delimiter, quote, line break or outer space gets quotes.
 */
export function textToCsvCell(text: string): string {
  const isFormula = FORMULA_START.test(text);
  if (!isFormula && !NEEDS_QUOTES.test(text)) return text;
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

/** A number that Fallow itself has written: digits, perhaps a hyphen before them and decimals after a point. */
export interface NumberCell {
  readonly digits: string;
}

/** Text of whatever origin, or a number of Fallow's own. */
export type CsvCell = string | NumberCell;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A number as a cell that stands plain, `-218` too. It comes from a computed figure and never from a text of a file:
 * text keeps the rule against formulas even where it looks like a number. Anything but plain digits is a bug and throws.
 */
export function numberCell(digits: string): NumberCell {
  if (!PLAIN_NUMBER.test(digits)) throw new Error('a number cell holds digits only');
  return { digits };
}

/** One row of an exported table, with its line end (CRLF). */
export const cellsToCsvLine = (cells: readonly CsvCell[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? textToCsvCell(cell) : cell.digits)).join(',')}\r\n`;

/**
 * A whole exported table: comma, CRLF, UTF-8 without a mark. Every table that leaves Fallow goes through here, so
 * that the rule against formulas has one place.
 */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string => rows.map(cellsToCsvLine).join('');
