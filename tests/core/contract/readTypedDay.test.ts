import { expect, test } from 'vitest';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import { readTypedDay } from '../../../src/core/contract/readTypedDay.ts';

test.each([
  ['2026-12-31', '31 Dec 2026'],
  [' 31 Dec 2026 ', '31 Dec 2026'],
  ['1 january 2027', '1 Jan 2027'],
  ['1 Sept 2026', '1 Sep 2026'],
  ['31/12/2026', undefined],
  ['05/04/2026', undefined],
  ['2026-02-30', undefined],
  ['31 Apr 2026', undefined],
  ['', undefined],
])('reads %j as %j', (text, shown) => {
  const day = readTypedDay(text);
  expect(day === undefined ? undefined : formatDay(day)).toBe(shown);
});
