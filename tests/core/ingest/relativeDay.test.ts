import { expect, test } from 'vitest';
import { readRelativeDay } from '../../../src/core/ingest/relativeDay.ts';
import { LONDON, readCell } from './columnBuilder.ts';

test.each([
  ['today', '2026-06-30'],
  ['Just now', '2026-06-30'],
  ['Yesterday', '2026-06-29'],
  ['2 days ago', '2026-06-28'],
  ['a day ago', '2026-06-29'],
  ['an hour ago', '2026-06-30'],
  ['about 30 hours ago', '2026-06-29'],
  ['5 minutes ago', '2026-06-30'],
  ['3 weeks ago', '2026-06-09'],
  ['vor 2 Tagen', '2026-06-28'],
  ['vor einer Stunde', '2026-06-30'],
  ['gestern', '2026-06-29'],
  ['il y a 10 jours', '2026-06-20'],
  ['2 dagen geleden', '2026-06-28'],
  ['hace 2 días', '2026-06-28'],
  ['2 giorni fa', '2026-06-28'],
])('%s is counted back from the as-of date: %s [LOAD-20]', (text, expected) => {
  expect(readCell(text)).toBe(expected);
});

test.each(['2 months ago', 'a year ago', 'last week', '-2 days ago', '2 ago', 'ago', 'two days ago'])(
  '%s names no day',
  (text) => {
    expect(readRelativeDay(text, LONDON.asOf)).toBeUndefined();
    expect(readCell(text)).toBe('unreadable');
  },
);
