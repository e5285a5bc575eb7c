import type { BriefBlock, WaterfallStep } from '../content/briefContent.ts';
import { drawnSteps } from '../content/drawnSteps.ts';
import { drawChartCaption } from './drawChartCaption.ts';
import { drawSwatch } from './drawSwatch.ts';
import type { Flow } from './flow.ts';
import { drawTextLine, layoutText } from './layoutText.ts';
import {
  FAINT,
  FIELD,
  GREY,
  INK,
  LINE,
  OCHRE,
  OCHRE_LIGHT,
  PAPER,
  SIZES,
  SKY,
  SOFT,
  SPACE,
  type Swatch,
} from './look.ts';

type Waterfall = Extract<BriefBlock, { kind: 'waterfall' }>;

/** Height of the bars on Letter, so that section 1 with three licence types stays on its page. */
const LEAST_HEIGHT = 44;
const LETTER_ROOM = 652;
const LABEL_ROOM = 26;
const NUMBER_ROOM = 16;
const BAR_SHARE = 0.7;
const GRID_LINES = 4;
/** Labels shrink to this share before they are cut. */
const LEAST_LABEL = 0.75;

/** Zero-based bars from the first total to the last; each change hangs at the level the one before it reached. */
export function drawWaterfall(flow: Flow, { caption, steps: all }: Waterfall): void {
  const steps = drawnSteps(all);
  const { pen } = flow;
  const { left, right, top, bottom } = pen.paper;
  const room = LEAST_HEIGHT + Math.max(0, bottom - top - LETTER_ROOM) / 2;
  flow.ensure(room + LABEL_ROOM + NUMBER_ROOM + 40);
  drawChartCaption(flow, caption);
  const base = flow.y() + NUMBER_ROOM + room;
  const bars = barsOf(steps);
  const highest = Math.max(1, ...bars.map(({ high }) => high));
  const yOf = (seats: number): number => base - (room * seats) / highest;
  for (let line = 0; line <= GRID_LINES; line += 1) {
    const y = base - (room * line) / GRID_LINES;
    pen.line([left, y], [right, y], line === 0 ? SOFT : LINE, line === 0 ? 0.8 : 0.5);
  }
  const slot = (right - left) / steps.length;
  const words = steps.flatMap(({ label }) => label.split(' '));
  const longest = Math.max(...words.map((word) => pen.widthOf(word, { size: SIZES.small })));
  const labelSize = SIZES.small * Math.max(LEAST_LABEL, Math.min(1, (slot - 3) / longest));
  for (const [index, { step, low, high, level }] of bars.entries()) {
    const x = left + slot * (index + (1 - BAR_SHARE) / 2);
    const width = slot * BAR_SHARE;
    const height = Math.max(1.2, yOf(low) - yOf(high));
    drawSwatch(pen, swatchOf(step, index === steps.length - 1), x, yOf(high), width, height);
    if (index + 1 < bars.length) {
      pen.line([x + width, yOf(level)], [x + slot, yOf(level)], FAINT, 0.6, 2);
    }
    const center = x + width / 2;
    const number = { size: SIZES.table, color: INK, bold: true };
    pen.text(step.shown, center - pen.widthOf(step.shown, number) / 2, yOf(high) - 5, number);
    const label = layoutText(pen, [step.label], { size: labelSize, color: SOFT }, slot - 3);
    for (const [at, line] of label.slice(0, 2).entries()) {
      drawTextLine(pen, line, center - line.width / 2, base + 12 + at * 9.6);
    }
  }
  flow.advance(NUMBER_ROOM + room + LABEL_ROOM + SPACE.block);
}

interface Bar {
  readonly step: WaterfallStep;
  readonly low: number;
  readonly high: number;
  /** Level that the bar ends at. */
  readonly level: number;
}

function barsOf(steps: readonly WaterfallStep[]): readonly Bar[] {
  let level = 0;
  return steps.map((step) => {
    const before = step.kind === 'total' ? 0 : level;
    level = step.kind === 'total' ? step.seats : level + step.seats;
    return { step, low: Math.min(before, level), high: Math.max(before, level), level };
  });
}

function swatchOf(step: WaterfallStep, isLast: boolean): Swatch {
  if (step.kind === 'total') return { fill: isLast ? FIELD : SOFT, mark: PAPER, pattern: 'plain' };
  if (step.seats > 0) return { fill: SKY, mark: SKY, pattern: 'plain' };
  return step.step === 'unassigned'
    ? { fill: GREY, mark: LINE, pattern: 'vertical' }
    : { fill: OCHRE, mark: OCHRE_LIGHT, pattern: 'hatch' };
}
