import type { Dialect } from './importPlan.ts';

/** Columns up to the last one that has a name. */
export function namedWidthOf(header: readonly string[]): number {
  let width = header.length;
  while (width > 0 && header[width - 1]!.trim() === '') width -= 1;
  return width;
}

/**
 * Columns that a row can fill: all, unless the lines of the file end with the delimiter; then those that have a name or
 * are used.
 */
export const ownWidthOf = (
  columns: readonly { readonly header: string }[],
  { trailingDelimiter }: Pick<Dialect, 'trailingDelimiter'>,
  usedWidth: number,
): number =>
  trailingDelimiter === true
    ? Math.max(usedWidth, namedWidthOf(columns.map(({ header }) => header)))
    : columns.length;

/** Whether a row has text in cells behind the last column with a name. */
export const hasUnnamedCells = (cells: readonly string[], namedWidth: number): boolean => {
  for (let at = namedWidth; at < cells.length; at += 1) if (cells[at]!.trim() !== '') return true;
  return false;
};

/** Rows with text in cells that no name of the header covers. Source of the rule: file hazards, rows wider than the header. */
export function countUnnamedCells(header: readonly string[], rows: readonly (readonly string[])[]): number {
  const width = namedWidthOf(header);
  if (width === header.length) return 0;
  return rows.reduce((count, cells) => count + (hasUnnamedCells(cells, width) ? 1 : 0), 0);
}
