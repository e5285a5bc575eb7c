import type { BriefBlock } from '../content/briefContent.ts';
import { printedCount } from '../content/printed.ts';
import { drawChartCaption } from './drawChartCaption.ts';
import { drawSwatch } from './drawSwatch.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText } from './layoutText.ts';
import { GREY, INK, LINE, OCHRE, OCHRE_LIGHT, PAPER, SIZES, SOFT, SPACE, type Swatch } from './look.ts';

type Histogram = Extract<BriefBlock, { kind: 'histogram' }>;

const HEIGHT = 104;
const LABEL_ROOM = 24;
const NUMBER_ROOM = 14;
const BAR_SHARE = 0.74;
const GRID_LINES = 4;
const MARKED: Swatch = { fill: OCHRE, mark: OCHRE_LIGHT, pattern: 'hatch' };
const UNMARKED: Swatch = { fill: GREY, mark: PAPER, pattern: 'plain' };

/** Zero-based bars with their numbers above; marked bars are told apart by colour and by pattern. */
export function drawHistogram(flow: Flow, { caption, bars }: Histogram): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  flow.ensure(HEIGHT + LABEL_ROOM + NUMBER_ROOM + 40);
  drawChartCaption(flow, caption);
  const base = flow.y() + NUMBER_ROOM + HEIGHT;
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  for (let line = 0; line <= GRID_LINES; line += 1) {
    const y = base - (HEIGHT * line) / GRID_LINES;
    pen.line([left, y], [right, y], line === 0 ? SOFT : LINE, line === 0 ? 0.8 : 0.5);
  }
  const slot = (right - left) / Math.max(1, bars.length);
  for (const [index, { label, count, marked }] of bars.entries()) {
    const x = left + slot * (index + (1 - BAR_SHARE) / 2);
    const width = slot * BAR_SHARE;
    const height = (HEIGHT * count) / highest;
    if (count > 0) drawSwatch(pen, marked ? MARKED : UNMARKED, x, base - height, width, height);
    const number = { size: SIZES.small, color: INK, bold: true };
    const shown = printedCount(count);
    pen.text(shown, x + (width - pen.widthOf(shown, number)) / 2, base - height - 4, number);
    const lines = layoutText(pen, [label], { size: SIZES.tiny, color: SOFT }, slot - 2);
    for (const [at, line] of lines.slice(0, 2).entries()) {
      drawTextLine(pen, line, x + (width - line.width) / 2, base + 11 + at * 8.4);
    }
  }
  flow.advance(NUMBER_ROOM + HEIGHT + LABEL_ROOM + SPACE.block);
}
