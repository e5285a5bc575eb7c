import { FLAGGED_CATEGORIES, type Category } from '../core/policy/category.ts';
import type { SeatQuery, SeatSort } from '../worker/reviewView.ts';

/** The tabs of the Review screen. The first shows all seats, the last none, every other one category only. */
const REVIEW_TABS = ['all', 'borderline', 'notPeople', 'exceptions', 'gaps'] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

/** The category a tab is about; `undefined` leaves the choice to the filter. */
export const CATEGORY_OF_TAB: Readonly<Record<ReviewTab, Category | undefined>> = {
  all: undefined,
  borderline: 'borderline',
  notPeople: 'nonHuman',
  exceptions: 'excepted',
  gaps: undefined,
};

/** What the person narrowed the seats down to. Kept from tab to tab, apart from the categories. */
export interface ReviewFilter {
  readonly categories: readonly Category[];
  readonly licenceType: string | undefined;
  /** Several licence types together, as behind a number of another screen; a single one stands in `licenceType`. */
  readonly licenceTypes: readonly string[] | undefined;
  /** '' is the unit of seats without one; `undefined` every unit. */
  readonly unit: string | undefined;
  readonly candidatesOnly: boolean;
  readonly search: string;
}

export interface ReviewOrder {
  readonly sort: SeatSort;
  readonly descending: boolean;
}

export const NO_FILTER: ReviewFilter = {
  categories: [],
  licenceType: undefined,
  licenceTypes: undefined,
  unit: undefined,
  candidatesOnly: false,
  search: '',
};

export const FIRST_ORDER: ReviewOrder = { sort: 'name', descending: false };

/** The seats of one tab under a filter, in an order. */
export function seatQueryOf(tab: ReviewTab, filter: ReviewFilter, order: ReviewOrder): SeatQuery {
  const category = CATEGORY_OF_TAB[tab];
  return { ...filter, ...order, categories: category ? [category] : filter.categories };
}

/** The same seats whatever their category: what the category bar shows, so that its parts add up under every filter. */
export const anyCategory = (filter: ReviewFilter): SeatQuery => ({
  ...filter,
  ...FIRST_ORDER,
  categories: [],
  candidatesOnly: false,
});

export const isNarrowed = (filter: ReviewFilter): boolean =>
  filter.categories.length > 0 ||
  filter.licenceType !== undefined ||
  filter.licenceTypes !== undefined ||
  filter.unit !== undefined ||
  filter.candidatesOnly ||
  filter.search !== '';

export const isAllFlagged = (categories: readonly Category[]): boolean =>
  categories.length === FLAGGED_CATEGORIES.length &&
  FLAGGED_CATEGORIES.every((category) => categories.includes(category));
