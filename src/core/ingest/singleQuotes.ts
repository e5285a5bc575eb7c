import type { Delimiter } from './importPlan.ts';
import type { TextRecord } from './splitRecords.ts';

const QUOTE = "'";

/** Whether a text is closed by an apostrophe: an odd number of them at its end, since a doubled one stands for itself. */
function isClosed(text: string): boolean {
  let marks = 0;
  while (marks < text.length && text[text.length - 1 - marks] === QUOTE) marks += 1;
  return text.length === marks ? marks % 2 === 0 : marks % 2 === 1;
}

/**
 * The cells of a row that apostrophes enclose, `'Lee, Ann','O''Ray'`: the delimiter may stand inside them, a doubled
 * apostrophe is one. Cells without them stay as they are, and a row whose last apostrophe is missing stays whole.
 */
export function readSingleQuotes(cells: readonly string[], delimiter: Delimiter): readonly string[] {
  const read: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    let text = cells[at]!;
    if (!text.startsWith(QUOTE)) {
      read.push(text);
      continue;
    }
    while (!isClosed(text)) {
      at += 1;
      if (at === cells.length) return cells;
      text += delimiter + cells[at]!;
    }
    read.push(text.slice(1, -1).replaceAll("''", QUOTE));
  }
  return read;
}

const isEnclosed = (cell: string): boolean => cell.startsWith(QUOTE) && cell.length > 1 && isClosed(cell);

/**
 * The records with their apostrophes read as quotation marks; `undefined` unless they enclose every cell of the first
 * record that has several, and of most records. Source of the rule: file hazards, quotes.
 */
export function readSingleQuotedRecords(
  records: readonly TextRecord[],
  delimiter: Delimiter,
): readonly TextRecord[] | undefined {
  const several = records.filter(({ cells }) => cells.length > 1);
  if (several.length < 2 || !several[0]!.cells.every(isEnclosed)) return undefined;
  const enclosed = several.filter(({ cells }) => cells[0]!.startsWith(QUOTE) && isClosed(cells.at(-1)!));
  if (enclosed.length * 2 <= several.length) return undefined;
  return records.map((record) => ({ ...record, cells: readSingleQuotes(record.cells, delimiter) }));
}
