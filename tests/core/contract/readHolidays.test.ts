import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatDay, formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { HOLIDAY_LIMIT, holidaysToText, readHolidays } from '../../../src/core/contract/readHolidays.ts';

const readOf = (text: string): readonly string[] => {
  const read = readHolidays(text);
  return read.ok ? read.value.map(formatDay) : read.failure.map(({ sentence }) => sentence);
};

test('reads one day a line or several, in every form of the form, ascending and each once [CONTRACT-11]', () => {
  expect(readOf('26 Dec 2026\n2026-12-25, 30.10.2026\r\n\n 25 December 2026 ;1 Jan 2027')).toEqual([
    '30 Oct 2026',
    '25 Dec 2026',
    '26 Dec 2026',
    '1 Jan 2027',
  ]);
  expect(readHolidays(' \n\n')).toEqual({ ok: true, value: [] });
});

test('names every line that is not a day, and how to type it [CONTRACT-11]', () => {
  expect(readOf('2026-12-25\nBoxing Day\n\n30 Feb 2026, 2026-01-01\n3/4/2026')).toEqual([
    "Line 2: 'Boxing Day' is not a date. Type it as 2026-12-25 or 25 Dec 2026.",
    "Line 4: '30 Feb 2026' is not a date. Type it as 2026-12-25 or 25 Dec 2026.",
    "Line 5: '3/4/2026' could be 3 Apr 2026 or 4 Mar 2026. Type it as 2026-04-03 or 2026-03-04.",
  ]);
});

test('takes so many days and no more', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) => formatIsoDay((20_000 + index) as EpochDay)).join('\n');
  expect(readOf(lines(HOLIDAY_LIMIT))).toHaveLength(HOLIDAY_LIMIT);
  expect(readOf(lines(HOLIDAY_LIMIT + 1))).toEqual(['These are 2001 days; the field takes 2000.']);
});

test('what the field holds reads back to the same days', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -300_000, max: 900_000 })), (numbers) => {
      const days = numbers.toSorted((a, b) => a - b) as EpochDay[];
      expect(readHolidays(holidaysToText(days))).toEqual({ ok: true, value: days });
    }),
  );
});
