import { CATEGORIES, FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';
import type { ReviewFilter } from '../../state/reviewQuery.ts';

/** The groups of seats that numbers of the position count. */
export type CountedSeats = 'assigned' | 'people' | 'inUse' | 'unknown' | 'flagged' | 'candidates';

/** What a number is about: the licence types whose seats it counts. */
export type CountedTypes = Pick<ReviewFilter, 'licenceType' | 'licenceTypes'>;

const ASSIGNED = CATEGORIES.filter((category) => category !== 'notASeat');

const GROUPS: Readonly<Record<Exclude<CountedSeats, 'candidates'>, readonly Category[]>> = {
  assigned: ASSIGNED,
  people: ASSIGNED.filter((category) => category !== 'nonHuman'),
  inUse: ['active', 'periodic'],
  unknown: ['unknown'],
  flagged: FLAGGED_CATEGORIES,
};

const isGroup = (counted: CountedSeats | Category): counted is keyof typeof GROUPS =>
  Object.hasOwn(GROUPS, counted);

/** The filter of the Review screen that shows exactly the seats which a number counts: a group of them, or a category. */
export function seatsBehind(counted: CountedSeats | Category, types: CountedTypes): Partial<ReviewFilter> {
  if (counted === 'candidates') return { ...types, candidatesOnly: true };
  return { ...types, categories: isGroup(counted) ? GROUPS[counted] : [counted] };
}

/** The licence types of the figures shown; `undefined` twice where these are all that the list knows. */
export function typesBehind(shown: readonly string[], inList: readonly string[]): CountedTypes {
  if (shown.length === 1) return { licenceType: shown[0], licenceTypes: undefined };
  const all = inList.every((licenceType) => shown.includes(licenceType));
  return { licenceType: undefined, licenceTypes: all ? undefined : shown };
}
