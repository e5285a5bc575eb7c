/**
 * Seats that are ticked. With `all` every seat of the query is meant except the marked ones, so that "select all" of
 * a million seats costs nothing until something is done with them.
 */
export interface SeatSelection {
  readonly all: boolean;
  readonly marked: ReadonlySet<number>;
}

export const NOTHING_SELECTED: SeatSelection = { all: false, marked: new Set() };
export const ALL_SELECTED: SeatSelection = { all: true, marked: new Set() };

export const isSelected = (selection: SeatSelection, seat: number): boolean =>
  selection.marked.has(seat) !== selection.all;

/** Number of ticked seats of a query with `total` seats. */
export const selectedCount = (selection: SeatSelection, total: number): number =>
  selection.all ? total - selection.marked.size : selection.marked.size;

export function toggleSeat(selection: SeatSelection, seat: number): SeatSelection {
  const marked = new Set(selection.marked);
  if (!marked.delete(seat)) marked.add(seat);
  return { all: selection.all, marked };
}
