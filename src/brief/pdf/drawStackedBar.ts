import type { BriefBlock, ChartPart } from '../content/briefContent.ts';
import { drawChartCaption } from './drawChartCaption.ts';
import { drawSwatch } from './drawSwatch.ts';
import type { Flow } from './flow.ts';
import { CATEGORY_SWATCHES, GREY, INK, PAPER, SIZES, SOFT, SPACE, type Swatch } from './look.ts';

type StackedBar = Extract<BriefBlock, { kind: 'stackedBar' }>;

const HEIGHT = 30;
const KEY_COLUMNS = 4;
const KEY_LEADING = 15;
const MARK = 9;

/** One bar whose parts add up to the whole, with a key that names and counts every part. */
export function drawStackedBar(flow: Flow, { caption, parts }: StackedBar): void {
  const { pen } = flow;
  const { left, right } = pen.paper;
  const present = parts.filter(({ count }) => count > 0);
  const keyRows = Math.ceil(present.length / KEY_COLUMNS);
  flow.ensure(HEIGHT + keyRows * KEY_LEADING + 48);
  drawChartCaption(flow, caption);
  const total = Math.max(
    1,
    present.reduce((sum, { count }) => sum + count, 0),
  );
  let x = left;
  for (const part of present) {
    const width = ((right - left) * part.count) / total;
    drawSwatch(pen, swatchOf(part), x, flow.y(), width, HEIGHT);
    x += width;
    if (x < right - 0.1) pen.rect(x - 0.4, flow.y(), 0.8, HEIGHT, PAPER);
  }
  const top = flow.y() + HEIGHT + SPACE.near;
  const column = (right - left) / KEY_COLUMNS;
  for (const [index, part] of present.entries()) {
    const keyX = left + (index % KEY_COLUMNS) * column;
    const keyY = top + Math.floor(index / KEY_COLUMNS) * KEY_LEADING;
    drawSwatch(pen, swatchOf(part), keyX, keyY, MARK, MARK);
    const label = { size: SIZES.small, color: SOFT };
    pen.text(part.label, keyX + MARK + 5, keyY + 7.6, label);
    pen.text(part.shown, keyX + MARK + 9 + pen.widthOf(part.label, label), keyY + 7.6, {
      size: SIZES.small,
      color: INK,
      bold: true,
    });
  }
  flow.advance(HEIGHT + SPACE.near + keyRows * KEY_LEADING + SPACE.block);
}

const swatchOf = ({ category }: ChartPart): Swatch =>
  category in CATEGORY_SWATCHES
    ? CATEGORY_SWATCHES[category as keyof typeof CATEGORY_SWATCHES]
    : { fill: GREY, mark: PAPER, pattern: 'plain' };
