import { buildRowContext, classifyRow, type ClassifiedColumn, type OtherRow } from './classifyRow.ts';
import { findLoneGroups } from './findLoneGroups.ts';

/** Rows at hand parted into data and others. */
export interface SortedRows {
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
  readonly loneCellIsGroup: boolean;
  /** Rows that are no data, by reason. */
  readonly others: ReadonlyMap<OtherRow, number>;
  /** Texts of lines that the report prints around its rows, for the data-as-of date. */
  readonly footers: readonly string[];
}

/**
 * Parts the rows of a head into data and others by the same rules as the import, so that samples, dates and counts of a
 * survey rest on data alone. `loneCellIsGroup` is asked of the rows when it is not given.
 */
export function sortRows(
  columns: readonly ClassifiedColumn[],
  rows: readonly (readonly string[])[],
  fileRows: readonly number[],
  loneCellIsGroup: boolean | undefined,
): SortedRows {
  const plain = buildRowContext(columns, false);
  const kinds = rows.map((cells) => classifyRow(cells, plain));
  const isGrouped =
    loneCellIsGroup ??
    findLoneGroups(
      rows.filter((_, index) => kinds[index] === undefined),
      plain.accountAt,
      plain.header.length,
    );
  const context = { ...plain, loneIsGroup: isGrouped };
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
    loneCellIsGroup: isGrouped,
    others,
    footers,
  };
}
