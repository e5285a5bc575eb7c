import type { SeatQuery } from '../../src/worker/reviewView.ts';

/** A question for every seat in order of name, or what is changed of it. */
export const seatQuery = (change: Partial<SeatQuery> = {}): SeatQuery => ({
  categories: [],
  licenceType: undefined,
  unit: undefined,
  candidatesOnly: false,
  search: '',
  sort: 'name',
  descending: false,
  ...change,
});
