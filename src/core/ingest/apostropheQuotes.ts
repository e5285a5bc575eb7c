/** Inside a word stands an apostrophe (`O''Ray`), never a quotation mark. */
const INSIDE_A_WORD = /(?<=\p{L})''(?=\p{L})/gu;

/**
 * Cells of a row in which two apostrophes stand for a quotation mark; between two letters they are a doubled
 * apostrophe. Source: platforms, GLPI.
 */
export const readApostropheQuotes = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.includes("''"))
    ? cells.map((cell) => cell.replace(INSIDE_A_WORD, "'").replaceAll("''", '"'))
    : cells;
