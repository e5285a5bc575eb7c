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

/** One row of an exported table, with its line end (CRLF). */
export const cellsToCsvLine = (cells: readonly string[]): string =>
  `${cells.map(textToCsvCell).join(',')}\r\n`;

/**
 * A whole exported table: comma, CRLF, UTF-8 without a mark. Every table that leaves Fallow goes through here, so
 * that the rule against formulas has one place.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string => rows.map(cellsToCsvLine).join('');
