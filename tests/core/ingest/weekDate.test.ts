import { expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { dayOfOrdinalDate, dayOfWeekDate } from '../../../src/core/ingest/weekDate.ts';
import { day, readCell } from './columnBuilder.ts';

test.each([
  ['2026-W24-3', '2026-06-10'],
  ['2026W243', '2026-06-10'],
  ['2025-W01-1', '2024-12-30'],
  ['2020-W53-5', '2021-01-01'],
  ['2026-W01-1T08:14:22Z', '2025-12-29'],
  ['2026-163', '2026-06-12'],
  ['2024-366', '2024-12-31'],
])('%s is %s [LOAD-20]', (text, expected) => {
  expect(readCell(text)).toBe(expected);
});

test.each([
  '2026-W24',
  '2026-W54-1',
  '2025-W53-1',
  '2026-W00-1',
  '2026-W24-8',
  '2026-W24-0',
  '2025-366',
  '2026-000',
])('%s is no day [LOAD-20]', (text) => {
  expect(readCell(text)).toBe('unreadable');
});

test('every day of a cycle of 400 years has one week date and one place in its year', () => {
  let expected = dayOfWeekDate(1900, 1, 1)!;
  for (let year = 1900; year < 2300; year++) {
    for (let week = 1; dayOfWeekDate(year, week, 1) !== undefined; week++)
      for (let weekday = 1; weekday <= 7; weekday++)
        expect(dayOfWeekDate(year, week, weekday)).toBe(expected++);
  }
  expect(expected).toBe(dayOfWeekDate(2300, 1, 1));
  for (let ordinal = 1; ordinal <= 365; ordinal++)
    expect(dayOfOrdinalDate(2026, ordinal)).toBe(day('2025-12-31') + ordinal);
  expect(formatIsoDay(dayOfOrdinalDate(2024, 60)!)).toBe('2024-02-29');
});
