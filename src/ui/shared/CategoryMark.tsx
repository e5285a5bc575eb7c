import { useId, type ReactNode } from 'react';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import { CategoryPatternFill } from './CategoryPatternFill.tsx';

export interface CategoryMarkProps {
  readonly category: Category;
  /** Without its name the swatch is decoration: the name must stand beside it. */
  readonly withName?: boolean;
}

/** A category by colour, pattern and name. */
export function CategoryMark({ category, withName = true }: CategoryMarkProps): ReactNode {
  const id = `mark-${useId()}`;
  const swatch = (
    <svg className="category-swatch" viewBox="0 0 12 12" aria-hidden="true">
      <defs>
        <CategoryPatternFill id={id} category={category} />
      </defs>
      <rect width="12" height="12" rx="2" fill={`url(#${id})`} />
      <rect className="category-edge" x="0.5" y="0.5" width="11" height="11" rx="2" />
    </svg>
  );
  if (!withName) return swatch;
  return (
    <span className="category-mark">
      {swatch}
      {CATEGORY_NAMES[category]}
    </span>
  );
}
