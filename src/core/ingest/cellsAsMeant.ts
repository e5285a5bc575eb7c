import { readApostropheQuotes } from './apostropheQuotes.ts';
import type { Dialect } from './importPlan.ts';
import { unwrapLine } from './wrappedLines.ts';

/** The reading of the cells of a row whose file wrote them oddly; `undefined` for a file that did not. */
export function cellsAsMeant({
  delimiter,
  apostropheQuotes,
  wrappedLines,
  lineDelimiter = delimiter,
}: Dialect): ((cells: readonly string[]) => readonly string[]) | undefined {
  const isWrapped = wrappedLines === true;
  if (apostropheQuotes !== true) return isWrapped ? (cells) => unwrapLine(cells, lineDelimiter) : undefined;
  return (cells) => readApostropheQuotes(isWrapped ? unwrapLine(cells, lineDelimiter) : cells);
}
