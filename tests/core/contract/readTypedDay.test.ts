import { expect, test } from 'vitest';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import { readingsOfDay, readTypedDay } from '../../../src/core/contract/readTypedDay.ts';

test.each([
  ['2026-12-31', '31 Dec 2026'],
  [' 31 Dec 2026 ', '31 Dec 2026'],
  ['1 january 2027', '1 Jan 2027'],
  ['1 Sept 2026', '1 Sep 2026'],
  ['31/12/2026', '31 Dec 2026'],
  ['12/31/2026', '31 Dec 2026'],
  ['31.03.2027', '31 Mar 2027'],
  ['5.4.2026', '5 Apr 2026'],
  ['05/05/2026', '5 May 2026'],
  ['31/04/2026', undefined],
  ['12.31.2026', undefined],
  ['31.12/2026', undefined],
  ['31.12.26', undefined],
  ['05/04/2026', undefined],
  ['2026-02-30', undefined],
  ['31 Apr 2026', undefined],
  ['', undefined],
])('reads %j as %j', (text, shown) => {
  const day = readTypedDay(text);
  expect(day === undefined ? undefined : formatDay(day)).toBe(shown);
});

test.each([
  ['05/04/2026', ['5 Apr 2026', '4 May 2026']],
  ['05.04.2026', ['5 Apr 2026']],
  ['31/12/2026', ['31 Dec 2026']],
  ['2026-12-31', []],
])('%j can be %j', (text, shown) => {
  expect(readingsOfDay(text).map((day) => formatDay(day))).toEqual(shown);
});
