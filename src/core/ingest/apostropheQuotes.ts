/** Cells of a row in which two apostrophes stand for a quotation mark. Source: platforms, GLPI. */
export const readApostropheQuotes = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.includes("''")) ? cells.map((cell) => cell.replaceAll("''", '"')) : cells;
