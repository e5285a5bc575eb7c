import type { Category } from '../../core/policy/category.ts';
import type { FigureId } from './printed.ts';

/** The figure that prints each category. *Not a seat* stands outside the assigned seats and has none. */
export const CATEGORY_FIGURES: Readonly<Record<Exclude<Category, 'notASeat'>, FigureId>> = {
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

/** Order in which the categories of assigned seats are printed: in use, protected, then the five flagged lines. */
export const PRINTED_CATEGORIES = [
  'active',
  'periodic',
  'nonHuman',
  'tooNew',
  'excepted',
  'unknown',
  'leaver',
  'neverUsed',
  'borderline',
  'loginOnly',
  'dormant',
] as const satisfies readonly Category[];

export type AssignedCategory = (typeof PRINTED_CATEGORIES)[number];
