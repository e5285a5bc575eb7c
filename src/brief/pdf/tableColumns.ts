import type { BriefTable, Inline } from '../content/briefContent.ts';
import { raised } from './layoutText.ts';
import { SIZES } from './look.ts';
import type { Pen } from './pen.ts';

/** Where a column stands, in points. */
export interface TableColumn {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
  /** Room right of the numbers for their ids, so that digits of one column stand under each other. */
  readonly gutter: number;
}

export const COLUMN_GAP = 12;
/** Least width of a column of texts. */
const LEAST_TEXT = 46;
/** Widths of a table of numbers beside one column of names: it is not stretched over the page. */
const NAMES_WIDTH = 206;
const NUMBERS_WIDTH = 92;

/** A figure inside a cell. */
export const isFigure = (
  inline: Inline | undefined,
): inline is { readonly id: string; readonly text: string } => typeof inline === 'object' && 'id' in inline;

/** Number columns take what their numbers need; texts share the rest by weight. */
export function tableColumns(pen: Pen, table: BriefTable): readonly TableColumn[] {
  const { left } = pen.paper;
  const room = widthOfTable(pen, table) - COLUMN_GAP * (table.columns.length - 1);
  const weights = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  const gutters = table.columns.map(({ align }, index) =>
    align === 'right' ? gutterOf(pen, table, index) : 0,
  );
  const needs = table.columns.map((column, index) => {
    if (column.align === 'left') return 0;
    return (
      Math.max(
        ...table.rows.map((row) => numberWidth(pen, row.cells[index] ?? [], row.total)),
        longestWord(pen, column.header),
      ) + (gutters[index] ?? 0)
    );
  });
  const wanted = table.columns.map(({ weight }, index) =>
    Math.max((room * weight) / weights, needs[index] ?? 0),
  );
  const excess = wanted.reduce((sum, width) => sum + width, 0) - room;
  const spare = wanted.map((width, index) =>
    Math.max(0, width - Math.max(needs[index] ?? 0, table.columns[index]?.align === 'left' ? LEAST_TEXT : 0)),
  );
  const allSpare = spare.reduce((sum, width) => sum + width, 0);
  const share = allSpare === 0 ? 0 : Math.min(1, excess / allSpare);
  let x = left;
  return table.columns.map(({ align }, index) => {
    const width = (wanted[index] ?? 0) - (spare[index] ?? 0) * share;
    const column = { x, width, right: align === 'right', gutter: gutters[index] ?? 0 };
    x += width + COLUMN_GAP;
    return column;
  });
}

function gutterOf(pen: Pen, table: BriefTable, index: number): number {
  const ids = table.rows.map((row) => row.cells[index]?.[0]).filter(isFigure);
  return Math.max(0, ...ids.map(({ id }) => raised(pen, id.split('/')[0] ?? '', SIZES.table).width));
}

function numberWidth(pen: Pen, cell: readonly Inline[], bold: boolean): number {
  const text = cell
    .map((inline) => (typeof inline === 'string' ? inline : 'id' in inline ? inline.text : inline.strong))
    .join('');
  return pen.widthOf(text, { size: SIZES.table, bold });
}

const longestWord = (pen: Pen, header: string): number =>
  Math.max(...header.split(' ').map((word) => pen.widthOf(word, { size: SIZES.small })));

function widthOfTable(pen: Pen, { columns }: BriefTable): number {
  const full = pen.paper.right - pen.paper.left;
  const names = columns.filter(({ align }) => align === 'left').length;
  return names === 1 && columns.length <= 4
    ? Math.min(full, NAMES_WIDTH + NUMBERS_WIDTH * (columns.length - 1))
    : full;
}
