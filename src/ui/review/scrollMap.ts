/** Height of the header of the seats table, in CSS pixels. */
export const HEADER_HEIGHT = 32;
/** Height of one row of the seats table, in CSS pixels: two lines of small text, for the category with its reason. */
export const ROW_HEIGHT = 38;
/** Browsers cap the height of an element (Firefox near 17.9 million pixels); beyond this the scroll bar is a scale. */
export const MOST_PIXELS = 10_000_000;

/**
 * How the place of the scroll bar stands for a place among the rows. `offset` is measured in pixels of all rows at
 * their full height, `scrollTop` in pixels of the element, which is shorter when there are very many rows.
 */
export interface ScrollMap {
  /** Height of all rows. */
  readonly full: number;
  /** Height given to the element. */
  readonly height: number;
  readonly viewport: number;
}

export function scrollMapOf(rows: number, viewport: number): ScrollMap {
  const full = rows * ROW_HEIGHT;
  return { full, height: Math.min(full, MOST_PIXELS), viewport };
}

export const isScaled = (map: ScrollMap): boolean => map.full > map.height;

export const lastOffset = (map: ScrollMap): number => Math.max(0, map.full - map.viewport);

export const clampOffset = (map: ScrollMap, offset: number): number =>
  Math.max(0, Math.min(lastOffset(map), offset));

const ratio = (map: ScrollMap): number => {
  const travel = map.height - map.viewport;
  return travel > 0 ? lastOffset(map) / travel : 1;
};

export const offsetOfScroll = (map: ScrollMap, scrollTop: number): number =>
  clampOffset(map, scrollTop * ratio(map));

export const scrollOfOffset = (map: ScrollMap, offset: number): number =>
  clampOffset(map, offset) / ratio(map);

/** First and last row that are at least partly in view. `last` is −1 when there are no rows. */
export function rowsInView(
  map: ScrollMap,
  offset: number,
): { readonly first: number; readonly last: number } {
  const rows = map.full / ROW_HEIGHT;
  const first = Math.min(Math.floor(offset / ROW_HEIGHT), Math.max(0, rows - 1));
  return { first, last: Math.min(rows - 1, Math.ceil((offset + map.viewport) / ROW_HEIGHT) - 1) };
}

/** The offset nearest to the present one at which a row is wholly in view. */
export function offsetShowing(map: ScrollMap, offset: number, row: number): number {
  const top = row * ROW_HEIGHT;
  if (top < offset) return clampOffset(map, top);
  if (top + ROW_HEIGHT > offset + map.viewport) return clampOffset(map, top + ROW_HEIGHT - map.viewport);
  return offset;
}
