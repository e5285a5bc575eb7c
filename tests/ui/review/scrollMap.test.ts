import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampOffset,
  isScaled,
  lastOffset,
  MOST_PIXELS,
  offsetOfScroll,
  offsetShowing,
  ROW_HEIGHT,
  rowsInView,
  scrollMapOf,
  scrollOfOffset,
} from '../../../src/ui/review/scrollMap.ts';

const VIEWPORT = 640;

describe('the place of the scroll bar', () => {
  test('is a place in true pixels as long as browsers can hold the height', () => {
    const map = scrollMapOf(2028, VIEWPORT);
    expect(isScaled(map)).toBe(false);
    expect(offsetOfScroll(map, 1234)).toBe(1234);
    expect(scrollOfOffset(map, 1234)).toBe(1234);
  });

  test('reaches the first and the last of a million rows', () => {
    const map = scrollMapOf(1_000_000, VIEWPORT);
    expect(isScaled(map)).toBe(true);
    expect(map.height).toBeLessThanOrEqual(MOST_PIXELS);
    expect(rowsInView(map, offsetOfScroll(map, 0)).first).toBe(0);
    const end = rowsInView(map, offsetOfScroll(map, map.height - VIEWPORT));
    expect(end.last).toBe(999_999);
    expect(end.first).toBe(Math.floor(1_000_000 - VIEWPORT / ROW_HEIGHT));
  });

  test('there and back is the same place, and more scrolling never goes back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, part) => {
          const map = scrollMapOf(rows, VIEWPORT);
          const offset = part * lastOffset(map);
          expect(offsetOfScroll(map, scrollOfOffset(map, offset))).toBeCloseTo(offset, 3);
          expect(offsetOfScroll(map, scrollOfOffset(map, offset) + 1)).toBeGreaterThanOrEqual(offset - 0.001);
          expect(scrollOfOffset(map, offset)).toBeLessThanOrEqual(Math.max(0, map.height - VIEWPORT) + 0.001);
        },
      ),
    );
  });

  test('any row can be brought wholly into view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (rows, place, which) => {
          const map = scrollMapOf(rows, VIEWPORT);
          const row = Math.floor(which * rows);
          const offset = offsetShowing(map, place * lastOffset(map), row);
          expect(row * ROW_HEIGHT).toBeGreaterThanOrEqual(offset - 0.001);
          expect((row + 1) * ROW_HEIGHT).toBeLessThanOrEqual(offset + VIEWPORT + 0.001);
          expect(clampOffset(map, offset)).toBe(offset);
        },
      ),
    );
  });

  test('no rows are in view of an empty table', () => {
    expect(rowsInView(scrollMapOf(0, VIEWPORT), 0)).toEqual({ first: 0, last: -1 });
  });
});
