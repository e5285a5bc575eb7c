import type { BriefTable, Inline } from '../content/briefContent.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText, raised, type TextLine, type TextLook } from './layoutText.ts';
import { INK, LINE, SHADE, SIZES, SOFT, SPACE } from './look.ts';
import type { Pen } from './pen.ts';

const LEADING = 11;
const HEADER_LEADING = 9.6;
const PADDING = 3.4;
const COLUMN_GAP = 10;
/** Lines of one cell; what is longer ends in an ellipsis. */
const MOST_LINES = 14;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
  /** Room right of the numbers for their ids, so that digits of one column stand under each other. */
  readonly gutter: number;
}

/** A table with its caption; header and caption are repeated on every page it reaches. */
export function drawTable(flow: Flow, table: BriefTable): void {
  const { pen } = flow;
  const columns = columnsOf(pen, table);
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
  const opening = rows.slice(0, 2).reduce((sum, row) => sum + heightOf(row), 0);

  flow.ensure(24 + headerHeight + opening);
  drawCaption(flow, table.caption);
  drawHeader(flow, headers, columns, headerHeight);
  for (const row of rows) {
    const height = heightOf(row);
    if (flow.ensure(height)) {
      drawCaption(flow, `${table.caption} (continued)`);
      drawHeader(flow, headers, columns, headerHeight);
    }
    drawRow(flow, row, columns, height);
  }
  flow.advance(SPACE.wide);
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
): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  const most = linesOf(headers);
  for (const [index, lines] of headers.entries()) {
    const column = columns[index];
    if (!column) continue;
    const first = flow.y() + PADDING + 7 + (most - lines.length) * HEADER_LEADING;
    for (const [row, line] of lines.entries()) {
      const x = column.right ? column.x + column.width - column.gutter - line.width : column.x;
      drawTextLine(pen, line, Math.max(column.x - COLUMN_GAP / 2, x), first + row * HEADER_LEADING);
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
): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
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
    const id = only.id.split('/')[0];
    return { lines: layoutText(pen, [only.text], look, column.width - column.gutter), id };
  }
  const lines = layoutText(pen, cell, look, column.right ? column.width - column.gutter : column.width);
  if (lines.length <= MOST_LINES) return { lines, id: undefined };
  const [ellipsis] = layoutText(pen, ['…'], look, column.width);
  return { lines: [...lines.slice(0, MOST_LINES - 1), ...(ellipsis ? [ellipsis] : [])], id: undefined };
}

const isFigure = (inline: Inline | undefined): inline is { readonly id: string; readonly text: string } =>
  typeof inline === 'object' && 'id' in inline;

/** Number columns take what their numbers need; texts share the rest by weight. */
function columnsOf(pen: Pen, table: BriefTable): readonly Column[] {
  const { left, right } = pen.paper;
  const room = right - left - COLUMN_GAP * (table.columns.length - 1);
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
    Math.max(0, width - Math.max(needs[index] ?? 0, table.columns[index]?.align === 'left' ? 46 : 0)),
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
