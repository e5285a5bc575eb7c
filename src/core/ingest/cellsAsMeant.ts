import { readApostropheQuotes } from './apostropheQuotes.ts';
import type { Dialect } from './importPlan.ts';
import { readSingleQuotes } from './singleQuotes.ts';
import { unwrapLine } from './wrappedLines.ts';

/** The reading of the cells of a row whose file wrote them oddly; `undefined` for a file that did not. */
export function cellsAsMeant({
  delimiter,
  apostropheQuotes,
  singleQuotes,
  wrappedLines,
  lineDelimiter = delimiter,
}: Dialect): ((cells: readonly string[]) => readonly string[]) | undefined {
  if (singleQuotes === true) return (cells) => readSingleQuotes(cells, delimiter);
  const isWrapped = wrappedLines === true;
  if (apostropheQuotes !== true) return isWrapped ? (cells) => unwrapLine(cells, lineDelimiter) : undefined;
  return (cells) => readApostropheQuotes(isWrapped ? unwrapLine(cells, lineDelimiter) : cells);
}
