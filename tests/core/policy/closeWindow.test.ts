import { expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import {
  completedCloseWindows,
  isInCloseWindow,
  lastCloseWindow,
} from '../../../src/core/policy/closeWindow.ts';
import { day } from '../../builders/snapshotOf.ts';

test('for a quarter that ends on 31 March the window runs from 21 March to 20 April', () => {
  const { start, end } = lastCloseWindow(day('2026-04-03'), 1);
  expect([formatIsoDay(start), formatIsoDay(end)]).toEqual(['2026-03-21', '2026-04-20']);
});

test.each([
  ['2026-03-20', false],
  ['2026-03-21', true],
  ['2026-04-20', true],
  ['2026-04-21', false],
  ['2026-12-21', true],
  ['2027-01-20', true],
])('%s is in a close window: %s', (iso, isIn) => {
  expect(isInCloseWindow(day(iso), 1)).toBe(isIn);
});

test('a fiscal year from February closes at the end of January', () => {
  expect(formatIsoDay(lastCloseWindow(day('2026-02-01'), 2).start)).toBe('2026-01-21');
});

test('a window that is still open is not completed', () => {
  const starts = completedCloseWindows(day('2026-04-03'), day('2026-04-10'), 1).map(({ start }) =>
    formatIsoDay(start),
  );
  expect(starts).toEqual(['2025-12-21', '2025-09-20', '2025-06-20', '2025-03-21']);
});
