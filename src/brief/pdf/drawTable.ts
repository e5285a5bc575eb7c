import { rowIdOf, type BriefTable, type Inline } from '../content/briefContent.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText, raised, type TextLine, type TextLook } from './layoutText.ts';
import { INK, LINE, SHADE, SIZES, SOFT, SPACE } from './look.ts';
import type { Pen } from './pen.ts';
import { isFigure, tableColumns, type TableColumn as Column } from './tableColumns.ts';

const LEADING = 11;
const HEADER_LEADING = 9.6;
const PADDING = 3.4;
/** A table up to this height is kept on one page. */
const KEPT_WHOLE = 170;
const CAPTION_ROOM = 24;
/** Rows that are never parted from the end of their table. */
const KEPT_LAST = 3;
/** Lines of one cell; what is longer ends in an ellipsis. */
const MOST_LINES = 14;

/** A table laid out on its columns, with the heights that decide where pages break. */
function layoutTable(pen: Pen, table: BriefTable, noteHeight: number) {
  const columns = tableColumns(pen, table);
  const headers = table.columns.map(({ header }, index) =>
    layoutText(pen, [header], headerLook, columns[index]?.width ?? 0),
  );
  const rows = table.rows.map((row) => ({
    total: row.total,
    cells: row.cells.map((cell, index) => cellLines(pen, cell, row.total, columns[index])),
  }));
  const headerHeight = linesOf(headers) * HEADER_LEADING + 2 * PADDING;
  const heightOf = (row: (typeof rows)[number]): number =>
    linesOf(row.cells.map(({ lines }) => lines)) * LEADING + 2 * PADDING;
  const whole = rows.reduce((sum, row) => sum + heightOf(row), 0);
  const opening = rows.slice(0, 2).reduce((sum, row) => sum + heightOf(row), 0);
  const noteRoom = noteHeight === 0 ? 0 : SPACE.wide + noteHeight;
  const kept = CAPTION_ROOM + headerHeight + (whole <= KEPT_WHOLE ? whole + noteRoom : opening);
  const last = rows.slice(-KEPT_LAST).reduce((sum, row) => sum + heightOf(row), noteRoom);
  return { columns, headers, rows, headerHeight, heightOf, kept, last: Math.min(last, KEPT_WHOLE) };
}

/**
 * Height of what a table never parts: caption, header and its first two rows, or the whole of a short one with the
 * note below it, which is `noteHeight` high (0 without one).
 */
export const keptTableHeight = (pen: Pen, table: BriefTable, noteHeight: number): number =>
  layoutTable(pen, table, noteHeight).kept;

/**
 * A table with its caption; header and caption are repeated on every page it reaches. Its last rows stay together,
 * and with the note below it.
 */
export function drawTable(flow: Flow, table: BriefTable, noteHeight: number): void {
  const { pen } = flow;
  const { columns, headers, rows, headerHeight, heightOf, kept, last } = layoutTable(pen, table, noteHeight);
  const lastFrom = Math.max(rows.length - KEPT_LAST, Math.min(2, rows.length - 2));
  const edges = { left: pen.paper.left, right: rightEdge(columns, pen.paper.right) };

  flow.ensure(kept);
  drawCaption(flow, table.caption);
  drawHeader(flow, headers, columns, headerHeight, edges);
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row);
    if (flow.ensure(index > 0 && index === lastFrom ? Math.max(height, last) : height)) {
      drawCaption(flow, `${table.caption} (continued)`);
      drawHeader(flow, headers, columns, headerHeight, edges);
    }
    drawRow(flow, row, columns, height, edges);
  }
  flow.advance(SPACE.wide);
}

/** Left and right end of the rules of a table. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function rightEdge(columns: readonly Column[], most: number): number {
  const last = columns.at(-1);
  return last === undefined ? most : last.x + last.width;
}

const headerLook: TextLook = { size: SIZES.small, color: SOFT };
const bodyLook = (total: boolean): TextLook => ({
  size: SIZES.table,
  color: INK,
  bold: total,
  shortIds: true,
});

const linesOf = (cells: readonly (readonly TextLine[])[]): number =>
  Math.max(1, ...cells.map((lines) => lines.length));

function drawCaption(flow: Flow, caption: string): void {
  const lines = layoutText(
    flow.pen,
    [{ strong: caption }],
    { size: SIZES.table, color: INK },
    flow.pen.paper.right - flow.pen.paper.left,
  );
  for (const line of lines) {
    drawTextLine(flow.pen, line, flow.pen.paper.left, flow.y() + 9);
    flow.advance(LEADING);
  }
  flow.advance(SPACE.hair);
}

function drawHeader(
  flow: Flow,
  headers: readonly (readonly TextLine[])[],
  columns: readonly Column[],
  height: number,
  { left, right }: Edges,
): void {
  const { pen } = flow;
  const most = linesOf(headers);
  for (const [index, lines] of headers.entries()) {
    const column = columns[index];
    if (!column) continue;
    const first = flow.y() + PADDING + 7 + (most - lines.length) * HEADER_LEADING;
    for (const [row, line] of lines.entries()) {
      const x = column.right ? column.x + column.width - column.gutter - line.width : column.x;
      drawTextLine(pen, line, Math.max(column.x, x), first + row * HEADER_LEADING);
    }
  }
  flow.advance(height);
  pen.line([left, flow.y()], [right, flow.y()], SOFT, 0.7);
}

interface CellLines {
  readonly lines: readonly TextLine[];
  /** Id of a cell that is one figure, drawn in the gutter. */
  readonly id: string | undefined;
}

function drawRow(
  flow: Flow,
  row: { readonly total: boolean; readonly cells: readonly CellLines[] },
  columns: readonly Column[],
  height: number,
  { left, right }: Edges,
): void {
  const { pen } = flow;
  const top = flow.y();
  if (row.total) {
    pen.rect(left - SPACE.tight, top, right - left + 2 * SPACE.tight, height, SHADE);
    pen.line([left - SPACE.tight, top], [right + SPACE.tight, top], SOFT, 0.7);
  }
  for (const [index, { lines, id }] of row.cells.entries()) {
    const column = columns[index];
    if (!column) continue;
    for (const [at, line] of lines.entries()) {
      const baseline = top + PADDING + 8 + at * LEADING;
      const end = column.x + column.width - column.gutter;
      drawTextLine(pen, line, column.right ? end - line.width : column.x, baseline);
      if (id !== undefined && at === 0) {
        const mark = raised(pen, id, SIZES.table);
        pen.text(mark.text, end, baseline - mark.shift, mark.style);
      }
    }
  }
  flow.advance(height);
  if (!row.total) pen.line([left, flow.y()], [right, flow.y()], LINE, 0.5);
}

function cellLines(pen: Pen, cell: readonly Inline[], total: boolean, column: Column | undefined): CellLines {
  if (column === undefined) return { lines: [], id: undefined };
  const look = bodyLook(total);
  const [only] = cell;
  if (column.right && cell.length === 1 && isFigure(only)) {
    const id = rowIdOf(only);
    return { lines: layoutText(pen, [only.text], look, column.width - column.gutter), id };
  }
  const lines = layoutText(pen, cell, look, column.right ? column.width - column.gutter : column.width);
  if (lines.length <= MOST_LINES) return { lines, id: undefined };
  const [ellipsis] = layoutText(pen, ['…'], look, column.width);
  return { lines: [...lines.slice(0, MOST_LINES - 1), ...(ellipsis ? [ellipsis] : [])], id: undefined };
}
