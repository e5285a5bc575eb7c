import type { BriefBlock, Inline } from '../content/briefContent.ts';
import { drawBigFigures } from './drawBigFigures.ts';
import { drawCurves } from './drawCurves.ts';
import { drawHistogram } from './drawHistogram.ts';
import { drawStackedBar } from './drawStackedBar.ts';
import { drawTable } from './drawTable.ts';
import { drawWaterfall } from './drawWaterfall.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText, type TextLook } from './layoutText.ts';
import { FIELD, INK, SIZES, SOFT, SPACE } from './look.ts';
import type { Pen } from './pen.ts';

const BODY: TextLook = { size: SIZES.body, color: INK };
const LEAD: TextLook = { size: SIZES.lead, color: INK, figure: { bold: true, color: FIELD } };
const NOTE: TextLook = { size: SIZES.small, color: SOFT };
const RULE_INDENT = 12;
const LEADING = 14;
const MOST_KEPT_LINES = 12;

const NOTE_LEADING = 11;

/** Height of what stays with the table above it: a note, or the first lines of a long one. 0 of every other block. */
export function noteHeight(pen: Pen, block: BriefBlock | undefined): number {
  if (block?.kind !== 'note') return 0;
  const { length } = layoutText(pen, block.text, NOTE, pen.paper.right - pen.paper.left);
  return Math.min(length, MOST_KEPT_LINES) * NOTE_LEADING;
}

/** Draws one block where the flow stands and moves the flow past it. `next` is the block below it. */
export function drawBlock(flow: Flow, block: BriefBlock, next: BriefBlock | undefined): void {
  switch (block.kind) {
    case 'heading':
      flow.ensure(70);
      flow.pen.text(block.text, flow.pen.paper.left, flow.y() + 12, {
        size: SIZES.heading,
        color: INK,
        bold: true,
      });
      return flow.advance(22);
    case 'paragraph':
      return block.lead
        ? drawText(flow, block.text, LEAD, 20, SPACE.block)
        : drawText(flow, block.text, BODY, LEADING, SPACE.block);
    case 'statement':
      return drawStatement(flow, block.text);
    case 'note':
      return drawText(flow, block.text, NOTE, NOTE_LEADING, SPACE.wide);
    case 'bigFigures':
      return drawBigFigures(flow, block);
    case 'table':
      return drawTable(flow, block.table, noteHeight(flow.pen, next));
    case 'waterfall':
      return drawWaterfall(flow, block);
    case 'stackedBar':
      return drawStackedBar(flow, block);
    case 'histogram':
      return block.curves ? drawCurves(flow, block.caption, block.curves) : drawHistogram(flow, block);
    default:
      return block satisfies never;
  }
}

function drawText(flow: Flow, text: readonly Inline[], look: TextLook, leading: number, after: number): void {
  const { left, right } = flow.pen.paper;
  const lines = layoutText(flow.pen, text, look, right - left);
  flow.ensure(Math.min(lines.length, 3) * leading);
  for (const line of lines) {
    flow.ensure(leading);
    drawTextLine(flow.pen, line, left, flow.y() + look.size);
    flow.advance(leading);
  }
  flow.advance(after);
}

/** A statement that must appear stands beside a rule, kept on one page where it can be. */
function drawStatement(flow: Flow, text: readonly Inline[]): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  const lines = layoutText(pen, text, BODY, right - left - RULE_INDENT);
  flow.ensure(Math.min(lines.length, MOST_KEPT_LINES) * LEADING);
  for (const line of lines) {
    flow.ensure(LEADING);
    pen.rect(left, flow.y(), 2, LEADING, FIELD);
    drawTextLine(pen, line, left + RULE_INDENT, flow.y() + 10.4);
    flow.advance(LEADING);
  }
  flow.advance(SPACE.block);
}
