import type { ReactNode } from 'react';
import type { Category } from '../../core/policy/category.ts';
import { CATEGORY_LOOKS, type CategoryPattern } from './categoryColours.ts';

/** One tile of each pattern, 6 × 6, as an SVG path. */
export const PATTERN_TILES: Readonly<Record<CategoryPattern, string>> = {
  plain: '',
  dots: 'M1.5 1.5h1M4.5 4.5h1',
  sparseDots: 'M2.5 3h1.2',
  backDiagonal: 'M-1.5 4.5L1.5 7.5M0 0L6 6M4.5 -1.5L7.5 1.5',
  horizontal: 'M0 3h6',
  vertical: 'M3 0v6',
  grid: 'M0 3h6M3 0v6',
  checks: 'M0 1.5h3M3 4.5h3',
  hatch: 'M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5',
  rings: 'M3 1.5a1.5 1.5 0 1 0 0.01 0',
  crosses: 'M1.5 1.5l3 3M4.5 1.5l-3 3',
};

/** The pattern of a category as an SVG paint; refer to it by `url(#id)`. */
export function CategoryPatternFill({
  id,
  category,
}: {
  readonly id: string;
  readonly category: Category;
}): ReactNode {
  const { fill, mark, pattern } = CATEGORY_LOOKS[category];
  const dotted = pattern === 'dots' || pattern === 'sparseDots';
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={fill} />
      <path
        d={PATTERN_TILES[pattern]}
        fill="none"
        stroke={mark}
        strokeWidth={dotted ? 1.4 : pattern === 'hatch' ? 1.8 : 0.9}
        strokeLinecap={dotted ? 'round' : 'butt'}
      />
    </pattern>
  );
}
