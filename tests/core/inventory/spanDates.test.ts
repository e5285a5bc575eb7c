import { expect, test } from 'vitest';
import { BLANK, NEVER, UNREADABLE } from '../../../src/core/base/dayValue.ts';
import { spanDates } from '../../../src/core/inventory/spanDates.ts';

const days = (...values: number[]): Int32Array => Int32Array.from(values);

test('the first and the last day are found among other values', () => {
  expect(spanDates(days(BLANK, 300, NEVER, 100, UNREADABLE, 200), undefined)).toEqual({
    oldest: 100,
    latest: 300,
    next: 200,
    sharing: 1,
  });
  expect(spanDates(days(BLANK, NEVER), undefined)).toBeUndefined();
  expect(spanDates(days(100, 100), undefined)?.next).toBe(100);
  expect(spanDates(days(300, 200, 100), undefined)?.next).toBe(200);
});

test('accounts that share the oldest day are counted once, however many seats they hold', () => {
  const accounts = Uint32Array.from([0, 0, 1, 2, 2]);
  expect(spanDates(days(100, 100, 100, 400, 100), accounts)).toEqual({
    oldest: 100,
    latest: 400,
    next: 400,
    sharing: 3,
  });
  expect(spanDates(days(400, 100, 100), undefined)?.sharing).toBe(2);
});
