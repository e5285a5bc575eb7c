import type { AssignedCategory } from '../../core/policy/category.ts';
import type { FigureId } from './printed.ts';

export type { AssignedCategory } from '../../core/policy/category.ts';

/** The figure that prints each category. *Not a seat* stands outside the assigned seats and has none. */
export const CATEGORY_FIGURES: Readonly<Record<AssignedCategory, FigureId>> = {
  nonHuman: 'F-005',
  leaver: 'F-010',
  neverUsed: 'F-011',
  borderline: 'F-012',
  loginOnly: 'F-013',
  dormant: 'F-014',
  active: 'F-016',
  periodic: 'F-017',
  tooNew: 'F-018',
  excepted: 'F-019',
  unknown: 'F-020',
};
