import { isOneOf } from '../base/exhaustive.ts';
/**
 * The twelve exclusive results of evaluating a seat, in the order of the rules. The position is the code stored in
 * category columns (a `Uint8Array`), so the order is part of every cache and test.
 */
export const CATEGORIES = [
  'notASeat',
  'nonHuman',
  'leaver',
  'excepted',
  'tooNew',
  'unknown',
  'active',
  'periodic',
  'neverUsed',
  'borderline',
  'loginOnly',
  'dormant',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The five flagged categories, in the order in which they are always shown. */
export const FLAGGED_CATEGORIES = ['leaver', 'neverUsed', 'borderline', 'loginOnly', 'dormant'] as const;
export type FlaggedCategory = (typeof FLAGGED_CATEGORIES)[number];

/** The categories of assigned seats in the order in which they are shown: in use, protected, then the five flagged. */
export const ASSIGNED_CATEGORIES = [
  'active',
  'periodic',
  'nonHuman',
  'tooNew',
  'excepted',
  'unknown',
  ...FLAGGED_CATEGORIES,
] as const;
export type AssignedCategory = (typeof ASSIGNED_CATEGORIES)[number];

/** The field's name of each category, as printed on screen and in the brief. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  notASeat: 'Not a seat',
  nonHuman: 'Non-human',
  leaver: 'Leaver',
  excepted: 'Excepted or absent',
  tooNew: 'Too new',
  unknown: 'Unknown',
  active: 'Active',
  periodic: 'Periodic',
  neverUsed: 'Never used',
  borderline: 'Borderline',
  loginOnly: 'Login only',
  dormant: 'Dormant',
};

/** Code of a category in columns. */
export const categoryCode = (category: Category): number => CATEGORIES.indexOf(category);

/** Whether seats of a category count as flagged. */
export const isFlagged = (category: Category): category is FlaggedCategory =>
  isOneOf(FLAGGED_CATEGORIES, category);
