import { expect, test } from 'vitest';
import { BLANK, NEVER, UNREADABLE } from '../../../src/core/base/dayValue.ts';
import { spanDates } from '../../../src/core/inventory/spanDates.ts';

const days = (...values: number[]): Int32Array => Int32Array.from(values);
/** File rows of a list from row 2 on. */
const ROWS = Uint32Array.of(2, 3, 4, 5, 6, 7);

test('the first and the last day are found among other values', () => {
  expect(spanDates(days(BLANK, 300, NEVER, 100, UNREADABLE, 200), ROWS, undefined)).toEqual({
    oldest: 100,
    latest: 300,
    next: 200,
    sharing: 1,
    fileRows: [5],
  });
  expect(spanDates(days(BLANK, NEVER), ROWS, undefined)).toBeUndefined();
  expect(spanDates(days(100, 100), ROWS, undefined)?.next).toBe(100);
  expect(spanDates(days(300, 200, 100), ROWS, undefined)?.next).toBe(200);
});

test('accounts that share the oldest day are counted once, however many seats they hold', () => {
  const accounts = Uint32Array.from([0, 0, 1, 2, 2]);
  expect(spanDates(days(100, 100, 100, 400, 100), ROWS, accounts)).toEqual({
    oldest: 100,
    latest: 400,
    next: 400,
    sharing: 3,
    fileRows: [2, 4, 6],
  });
  expect(spanDates(days(400, 100, 100), ROWS, undefined)?.sharing).toBe(2);
});
