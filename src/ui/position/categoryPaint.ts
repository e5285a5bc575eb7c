import type { Category } from '../../core/policy/category.ts';
import { CATEGORY_LOOKS } from '../shared/categoryColours.ts';
import { PATTERN_TILES } from '../shared/CategoryPatternFill.tsx';

const TILE = 6;

/** Colour and pattern of a category as a paint for canvas charts: the same as in the bars of the page. */
export function categoryPaint(category: Category): CanvasPattern | string {
  const { fill, mark, pattern } = CATEGORY_LOOKS[category];
  const tile = document.createElement('canvas');
  const scale = Math.max(1, Math.round(window.devicePixelRatio));
  tile.width = TILE * scale;
  tile.height = TILE * scale;
  const ink = tile.getContext('2d');
  if (!ink) return fill;
  ink.scale(scale, scale);
  ink.fillStyle = fill;
  ink.fillRect(0, 0, TILE, TILE);
  ink.strokeStyle = mark;
  ink.lineWidth = pattern === 'hatch' ? 1.6 : 1;
  ink.stroke(new Path2D(PATTERN_TILES[pattern]));
  const paint = ink.createPattern(tile, 'repeat');
  paint?.setTransform(new DOMMatrix().scale(1 / scale));
  return paint ?? fill;
}
