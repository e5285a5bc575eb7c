import type { Color, Pattern, Swatch } from './look.ts';
import type { Pen } from './pen.ts';

const TILE = 6;

type Point = readonly [number, number];

/** Strokes of one tile; a stroke that leaves the tile meets the one of its neighbour. */
const STROKES: Readonly<Partial<Record<Pattern, readonly (readonly [Point, Point])[]>>> = {
  hatch: [
    [
      [-1, 4],
      [4, -1],
    ],
    [
      [-1, 7],
      [7, -1],
    ],
    [
      [2, 7],
      [7, 2],
    ],
  ],
  backDiagonal: [
    [
      [0, 0],
      [6, 6],
    ],
  ],
  horizontal: [
    [
      [0, 3],
      [6, 3],
    ],
  ],
  vertical: [
    [
      [3, 0],
      [3, 6],
    ],
  ],
  grid: [
    [
      [0, 3],
      [6, 3],
    ],
    [
      [3, 0],
      [3, 6],
    ],
  ],
  crosses: [
    [
      [1.5, 1.5],
      [4.5, 4.5],
    ],
    [
      [4.5, 1.5],
      [1.5, 4.5],
    ],
  ],
};

/** Centres of the dots of one tile. */
const DOTS: Readonly<Partial<Record<Pattern, readonly Point[]>>> = {
  dots: [
    [2, 1.5],
    [5, 4.5],
  ],
  sparseDots: [[3, 3]],
  rings: [[3, 3]],
};

/** A filled rectangle with its pattern over it, cut at its edges. */
export function drawSwatch(
  pen: Pen,
  swatch: Swatch,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  pen.rect(x, y, width, height, swatch.fill);
  if (swatch.pattern === 'plain' || width <= 0 || height <= 0) return;
  pen.within(x, y, width, height, () => {
    for (let tileY = y; tileY < y + height; tileY += TILE) {
      for (let tileX = x; tileX < x + width; tileX += TILE) drawTile(pen, swatch, tileX, tileY);
    }
  });
}

function drawTile(pen: Pen, { pattern, fill, mark }: Swatch, x: number, y: number): void {
  const width = pattern === 'hatch' ? 1 : 0.8;
  for (const [[x1, y1], [x2, y2]] of STROKES[pattern] ?? [])
    pen.line([x + x1, y + y1], [x + x2, y + y2], mark, width);
  for (const [dotX, dotY] of DOTS[pattern] ?? []) {
    if (pattern === 'rings') drawRing(pen, x + dotX, y + dotY, mark, fill);
    else pen.dot(x + dotX, y + dotY, 0.8, mark);
  }
}

function drawRing(pen: Pen, x: number, y: number, mark: Color, fill: Color): void {
  pen.dot(x, y, 1.7, mark);
  pen.dot(x, y, 0.9, fill);
}
