import type { CurvePoint, Curves } from '../content/briefContent.ts';
import { printedCount } from '../content/printed.ts';
import { drawChartCaption } from './drawChartCaption.ts';
import type { Flow } from './flow.ts';
import { INK, LINE, OCHRE, OCHRE_LIGHT, SIZES, SKY, SOFT, SPACE, type Color } from './look.ts';
import type { Pen } from './pen.ts';

type Place = readonly [number, number];

const HEIGHT = 132;
const AXIS_ROOM = 20;
const HEAD_ROOM = 14;
const NUMBERS_ROOM = 34;
const KEY_ROOM = 18;
const GRID_LINES = 4;
const DASH = 3;

/** Two curves over a zero-based axis: the first solid with dots and a band inside, the second dashed with squares. */
export function drawCurves(flow: Flow, caption: string, { points, labels, marked }: Curves): void {
  const { pen } = flow;
  flow.ensure(HEIGHT + AXIS_ROOM + HEAD_ROOM + KEY_ROOM + 40);
  drawChartCaption(flow, caption);
  drawKey(flow, labels);
  const left = pen.paper.left + NUMBERS_ROOM;
  const right = pen.paper.right - SPACE.near;
  const base = flow.y() + HEAD_ROOM + HEIGHT;
  const highest = niceCeiling(Math.max(1, ...points.flatMap(({ upper, second }) => [upper, second])));
  const first = points[0]?.at ?? 0;
  const span = Math.max(1, (points.at(-1)?.at ?? 0) - first);
  const xOf = (at: number): number => left + ((right - left) * (at - first)) / span;
  const yOf = (seats: number): number => base - (HEIGHT * seats) / highest;

  drawGrid(pen, left, right, base, highest);
  drawMark(pen, points, marked, xOf, base);
  const placed = (seats: (point: CurvePoint) => number): readonly Place[] =>
    points.map((point) => [xOf(point.at), yOf(seats(point))]);
  const upper = placed((point) => point.upper);
  if (points.length > 1) pen.area([...upper, ...placed((point) => point.bandFrom).toReversed()], OCHRE_LIGHT);
  const second = placed((point) => point.second);
  drawCurve(pen, second, SKY, DASH);
  for (const [x, y] of second) pen.rect(x - 1.6, y - 1.6, 3.2, 3.2, SKY);
  drawCurve(pen, upper, OCHRE);
  for (const [x, y] of upper) pen.dot(x, y, 2, OCHRE);
  drawDays(pen, points, xOf, base);
  flow.advance(HEAD_ROOM + HEIGHT + AXIS_ROOM + SPACE.wide);
}

function drawKey(flow: Flow, labels: Curves['labels']): void {
  const { pen } = flow;
  const y = flow.y() + 5;
  let x = pen.paper.left;
  const name = (label: string): void => {
    pen.text(label, x + 22, y + 2.6, { size: SIZES.small, color: SOFT });
    x += 22 + pen.widthOf(label, { size: SIZES.small }) + 18;
  };
  pen.line([x, y], [x + 17, y], OCHRE, 1.6);
  pen.dot(x + 8.5, y, 2, OCHRE);
  name(labels.upper);
  pen.rect(x, y - 3.5, 17, 7, OCHRE_LIGHT);
  name(labels.band);
  pen.line([x, y], [x + 17, y], SKY, 1.2, DASH);
  pen.rect(x + 6.9, y - 1.6, 3.2, 3.2, SKY);
  name(labels.second);
  flow.advance(KEY_ROOM);
}

function drawGrid(pen: Pen, left: number, right: number, base: number, highest: number): void {
  for (let line = 0; line <= GRID_LINES; line += 1) {
    const y = base - (HEIGHT * line) / GRID_LINES;
    pen.line([left, y], [right, y], line === 0 ? SOFT : LINE, line === 0 ? 0.8 : 0.5);
    const shown = printedCount((highest * line) / GRID_LINES);
    const style = { size: SIZES.tiny, color: SOFT };
    pen.text(shown, left - 6 - pen.widthOf(shown, style), y + 2.4, style);
  }
}

/** The window of the definition: a line over the whole height with its count. */
function drawMark(
  pen: Pen,
  points: readonly CurvePoint[],
  marked: number | undefined,
  xOf: (at: number) => number,
  base: number,
): void {
  const point = points.find(({ at }) => at === marked);
  if (point === undefined) return;
  const x = xOf(point.at);
  pen.line([x, base], [x, base - HEIGHT], INK, 0.7);
  const flag = `${printedCount(point.at)}\u00a0days: ${printedCount(point.upper)} flagged`;
  const style = { size: SIZES.small, color: INK, bold: true };
  const width = pen.widthOf(flag, style);
  const beside = x + 4 + width <= pen.paper.right ? x + 4 : x - 4 - width;
  pen.text(flag, beside, base - HEIGHT - 3, style);
}

function drawCurve(pen: Pen, places: readonly Place[], color: Color, dash?: number): void {
  for (const [index, place] of places.slice(1).entries()) {
    const from = places[index];
    if (from) pen.line(from, place, color, dash === undefined ? 1.6 : 1.2, dash);
  }
}

/** Days under the axis, leaving out those that would touch their neighbour. */
function drawDays(pen: Pen, points: readonly CurvePoint[], xOf: (at: number) => number, base: number): void {
  const style = { size: SIZES.tiny, color: SOFT };
  let free = 0;
  for (const { at } of points) {
    const shown = printedCount(at);
    const width = pen.widthOf(shown, style);
    const x = xOf(at) - width / 2;
    if (x < free) continue;
    pen.text(shown, x, base + 11, style);
    free = x + width + 4;
  }
}

/** The next number of the form 4, 8, 12, 20, 40, 80, … whose quarters are whole. */
function niceCeiling(most: number): number {
  let scale = 1;
  for (;;) {
    for (const step of [4, 8, 12, 20, 28]) if (step * scale >= most) return step * scale;
    scale *= 10;
  }
}
