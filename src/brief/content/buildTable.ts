import type { BriefBlock, BriefTable, Inline } from './briefContent.ts';

/** A cell is one text or figure, or several. */
export type Cell = Inline | readonly Inline[];

type Column = BriefTable['columns'][number];

/** A column of texts. `weight` is its share of the width beside the other columns. */
export const texts = (header: string, weight: number): Column => ({ header, align: 'left', weight });
/** A column of numbers. */
export const numbers = (header: string, weight: number): Column => ({ header, align: 'right', weight });

/** A table block; rows of `totals` stand last and are set apart. */
export function buildTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  totals: readonly (readonly Cell[])[] = [],
): BriefBlock {
  const toRow = (cells: readonly Cell[], total: boolean): BriefTable['rows'][number] => ({
    cells: cells.map((cell) => (isList(cell) ? cell : [cell])),
    total,
  });
  return {
    kind: 'table',
    table: {
      caption,
      columns,
      rows: [...rows.map((row) => toRow(row, false)), ...totals.map((row) => toRow(row, true))],
    },
  };
}

const isList = (cell: Cell): cell is readonly Inline[] => Array.isArray(cell);
