import type { BriefBlock, BriefContent, BriefSection } from '../content/briefContent.ts';
import type { BriefFonts } from './briefFonts.ts';
import { drawBlock, noteHeight } from './drawBlock.ts';
import { drawFrames } from './drawFrames.ts';
import { keptTableHeight } from './drawTable.ts';
import { beginFlow, type Flow } from './flow.ts';
import { drawTextLine, layoutText } from './layoutText.ts';
import { FIELD, INK, SIZES, SOFT, SPACE } from './look.ts';
import { paperOf } from './paper.ts';
import { openPen, type Pen } from './pen.ts';
import { toPrintableContent } from './unprintableText.ts';

export interface DrawnPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Draws the brief and computes nothing. The same content gives the same bytes on every machine. `onPage` hears the
 * number of every page that is begun.
 */
export function drawBrief(
  content: BriefContent,
  fonts: BriefFonts,
  onPage: (page: number) => void = () => {},
): DrawnPdf {
  const printable = toPrintableContent(content);
  const pen = openPen(printable, paperOf(content.paper), fonts);
  const flow = beginFlow(pen, onPage);
  onPage(1);
  drawTitle(flow, printable);
  for (const [index, section] of printable.sections.entries()) drawSection(flow, section, index);
  drawFrames(pen, printable);
  return { pdf: pen.bytes(), pages: pen.pages() };
}

function drawTitle(flow: Flow, content: BriefContent): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  pen.text(content.title, left, flow.y() + 22, { size: SIZES.title, color: INK, bold: true });
  flow.advance(34);
  for (const line of layoutText(
    pen,
    [{ strong: content.customer }],
    { size: 13, color: FIELD },
    right - left,
  ).slice(0, 3)) {
    drawTextLine(pen, line, left, flow.y() + 12);
    flow.advance(17);
  }
  pen.text(`Data as of ${content.asOf}. Internal edition: not for the vendor.`, left, flow.y() + 10, {
    size: SIZES.body,
    color: SOFT,
  });
  flow.advance(30);
}

const TITLE_ROOM = 40;
const HEADING_ROOM = 22;

/** Height that block `at` needs beneath a title or heading, so that none of them stands alone at the foot of a page. */
function roomOf(pen: Pen, blocks: readonly BriefBlock[], at: number): number {
  const block = blocks[at];
  switch (block?.kind) {
    case 'table':
      return keptTableHeight(pen, block.table, noteHeight(pen, blocks[at + 1]));
    case 'waterfall':
    case 'histogram':
      return 220;
    case 'stackedBar':
    case 'bigFigures':
      return 130;
    default:
      return 90;
  }
}

/** The first section has the first page to itself; the others follow on. */
function drawSection(flow: Flow, { number, title, blocks }: BriefSection, index: number): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  if (index === 1 && pen.pages() === 1) flow.newPage();
  if (index > 0) {
    flow.advance(flow.isAtTop() ? 0 : SPACE.block);
    flow.ensure(TITLE_ROOM + roomOf(pen, blocks, 0));
  }
  pen.bookmark(`${number} ${title}`);
  const style = { size: SIZES.section, bold: true } as const;
  pen.text(number, left, flow.y() + 14, { ...style, color: FIELD });
  const lines = layoutText(pen, [title], { ...style, color: INK }, right - left - 28);
  for (const line of lines) {
    drawTextLine(pen, line, left + 28, flow.y() + 14);
    flow.advance(20);
  }
  flow.advance(SPACE.block);
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') flow.ensure(HEADING_ROOM + roomOf(pen, blocks, at + 1));
    drawBlock(flow, block, blocks[at + 1]);
  }
}
