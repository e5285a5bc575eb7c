import {
  buildRowContext,
  classifyRow,
  foldLine,
  type ClassifiedColumn,
  type OtherRow,
} from './classifyRow.ts';
import { ClosingLines } from './closingLines.ts';
import { findLoneGroups } from './findLoneGroups.ts';
import type { FoundTables, FurtherTableAnswer } from './foundTables.ts';
import { FurtherTables } from './furtherTables.ts';
import type { Dialect } from './importPlan.ts';

/** Rows at hand parted into data and others. */
export interface SortedRows {
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
  /** What the rows say about the outer form of the file; nothing for an ordinary one. */
  readonly form: Pick<Dialect, 'loneCellIsGroup' | 'repeatedLines'>;
  /** Other tables below the list. */
  readonly furtherTables: FoundTables;
  /** Rows that are no data, by reason. */
  readonly others: ReadonlyMap<OtherRow, number>;
  /** Texts of lines that the report prints around its rows, for the data-as-of date. */
  readonly footers: readonly string[];
}

/** Rows at hand, with the text of the lines above their header. */
export interface RowsToSort {
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
  readonly linesAbove: readonly string[];
  /** Indexes of `rows` at which a further file begins. */
  readonly partStarts?: readonly number[];
  /** What a person answered about other tables below the list. */
  readonly furtherTableAnswer?: FurtherTableAnswer | undefined;
}

/** Lines above the header that stand again among the rows; of one delimiter or another only letters and digits count. */
function findRepeatedLines({ rows, linesAbove }: RowsToSort): readonly string[] {
  const letters = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const above = new Set(linesAbove.map(letters).filter((line) => line !== ''));
  if (above.size === 0) return [];
  const repeated = rows.filter((cells) => above.has(letters(cells.join(' ')))).map(foldLine);
  return [...new Set(repeated)];
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Which rows stand in other tables below the list. Blank lines are gaps between the numbers of rows. */
export function placeRows(
  tables: FurtherTables,
  { rows, fileRows, partStarts = [] }: Pick<RowsToSort, 'rows' | 'fileRows' | 'partStarts'>,
): readonly boolean[] {
  const isElsewhere: boolean[] = [];
  let held = 0;
  rows.forEach((cells, index) => {
    const isNewPart = partStarts.includes(index);
    if (isNewPart) tables.startFile();
    else if (index > 0 && fileRows[index]! - fileRows[index - 1]! > 1) tables.noteBlank();
    if (isNewPart || !tables.isHolding) held = 0;
    const place = tables.take(cells, fileRows[index]!);
    isElsewhere.push(place === 'elsewhere');
    if (place === 'elsewhere')
      for (let at = index - held; at < index; at += 1) isElsewhere[at] = !isBlank(rows[at]!);
    held = place === 'held' ? held + 1 : 0;
  });
  return isElsewhere;
}

/**
 * Parts the rows of a head into data and others by the same rules as the import, so that samples, dates and counts of a
 * survey rest on data alone. Whether lone cells head groups, and which lines come again, is asked of the rows when
 * `known` does not say it.
 */
export function sortRows(
  columns: readonly ClassifiedColumn[],
  input: RowsToSort,
  known: SortedRows['form'] | undefined,
): SortedRows {
  const { rows, fileRows } = input;
  const repeatedLines = known ? known.repeatedLines : findRepeatedLines(input);
  const lines = repeatedLines !== undefined && repeatedLines.length > 0 ? { repeatedLines } : {};
  const plain = buildRowContext(columns, lines);
  const tables = new FurtherTables(plain, input.furtherTableAnswer);
  const isElsewhere = placeRows(tables, input);
  const closing = new ClosingLines(plain);
  let read = 0;
  const kinds = rows.map((cells, index) => {
    if (isElsewhere[index]) return 'otherTable';
    const kind = closing.settle(classifyRow(cells, plain), cells, read);
    if (kind === undefined) read += 1;
    return kind;
  });
  const data = (): (readonly string[])[] => rows.filter((_, index) => kinds[index] === undefined);
  const isGrouped = known
    ? known.loneCellIsGroup === true
    : findLoneGroups(data(), plain.accountAt, plain.header.length, plain.people);
  const form = { ...lines, ...(isGrouped ? { loneCellIsGroup: true } : {}) };
  const context = buildRowContext(columns, form);
  const others = new Map<OtherRow, number>();
  const footers: string[] = [];
  const kept: number[] = [];
  kinds.forEach((plainKind, index) => {
    const kind = plainKind ?? (isGrouped ? classifyRow(rows[index]!, context) : undefined);
    if (kind === undefined) kept.push(index);
    else others.set(kind, (others.get(kind) ?? 0) + 1);
    if (kind === 'footer') footers.push(rows[index]!.filter((cell) => cell.trim() !== '').join(' '));
  });
  return {
    rows: kept.map((index) => rows[index]!),
    fileRows: kept.map((index) => fileRows[index]!),
    form,
    furtherTables: tables.found(),
    others,
    footers,
  };
}
