import { rowIdOf, type BriefTable, type Figure, type Inline } from '../content/briefContent.ts';
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

const COLUMN_GAP = 12;
const LEAST_GAP = 3;
/** Least width of a column of texts. */
const LEAST_TEXT = 46;
/** Widths of a table of numbers beside one column of names: it is not stretched over the page. */
const NAMES_WIDTH = 206;
const NUMBERS_WIDTH = 92;

/** A figure inside a cell. */
export const isFigure = (inline: Inline | undefined): inline is Figure =>
  typeof inline === 'object' && 'id' in inline;

/**
 * Number columns take what their numbers need; texts share the rest by weight. Where all of that is wider than the
 * page, gaps shrink first and then every column alike, so that a table never leaves the margins.
 */
export function tableColumns(pen: Pen, table: BriefTable): readonly TableColumn[] {
  const width = widthOfTable(pen, table);
  const gutters = table.columns.map((_, index) => gutterOf(pen, table, index));
  const needs = table.columns.map((_, index) => needOf(pen, table, index, gutters[index] ?? 0));
  const gaps = table.columns.length - 1;
  const left = width - sum(needs);
  const gap = gaps === 0 ? 0 : Math.max(LEAST_GAP, Math.min(COLUMN_GAP, left / gaps));
  const widths = shared(table, needs, width - gap * gaps);
  let x = pen.paper.left;
  return table.columns.map(({ align }, index) => {
    const column = { x, width: widths[index] ?? 0, right: align === 'right', gutter: gutters[index] ?? 0 };
    x += column.width + gap;
    return column;
  });
}

/** Widths that fill the room: by weight where the needs allow it. */
function shared({ columns }: BriefTable, needs: readonly number[], room: number): readonly number[] {
  if (sum(needs) >= room) return needs.map((need) => (need * room) / sum(needs));
  const weights = sum(columns.map(({ weight }) => weight));
  const wanted = columns.map(({ weight }, index) => Math.max((room * weight) / weights, needs[index] ?? 0));
  const excess = sum(wanted) - room;
  const spare = wanted.map((width, index) => width - (needs[index] ?? 0));
  const share = excess <= 0 ? 0 : excess / sum(spare);
  return wanted.map((width, index) => width - (spare[index] ?? 0) * share);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What a column cannot do without: its widest number or heading word, or a few letters of text. */
function needOf(pen: Pen, table: BriefTable, index: number, gutter: number): number {
  const column = table.columns[index];
  if (column === undefined || column.align === 'left') return LEAST_TEXT;
  const widest = table.rows.map((row) => numberWidth(pen, row.cells[index] ?? [], row.total) + gutter);
  return Math.max(longestWord(pen, column.header), ...widest);
}

function gutterOf(pen: Pen, table: BriefTable, index: number): number {
  if (table.columns[index]?.align !== 'right') return 0;
  const ids = table.rows.map((row) => row.cells[index]?.[0]).filter(isFigure);
  return Math.max(0, ...ids.map((figure) => raised(pen, rowIdOf(figure), SIZES.table).width));
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
