import { expect, test } from 'vitest';
import { formatIsoDay } from '../../../../src/core/base/formatDay.ts';
import { readMonth } from '../../../../src/core/ingest/kinds/readMonth.ts';
import { readNumberCell } from '../../../../src/core/ingest/kinds/readNumberCell.ts';

test.each([
  ['0', 0],
  ['1,600', 1600],
  ['1 600', 1600],
  ["1'600", 1600],
  ['12.00', 12],
  ['-100', -100],
  ['\u2212100', -100],
  ['1.600', undefined],
  ['12.5', undefined],
  ['1,60', undefined],
  ['about ten', undefined],
  ['', undefined],
])('reads the whole number %j as %j', (text, value) => {
  expect(readNumberCell(text)).toBe(value);
});

test.each([
  ['1.600', 1600],
  ['1.600.000', 1_600_000],
  ['1.600,00', 1600],
  ['-1.600', -1600],
  ['400', 400],
  ['1,600', 1600],
  ['1.60', undefined],
  ['16.00', 16],
  ['1.6000', undefined],
  ['0.5', undefined],
])('reads the whole number %j as %j where a point groups', (text, value) => {
  expect(readNumberCell(text, true)).toBe(value);
});

test.each([
  ['2026-05', '2026-05-01'],
  ['05/2026', '2026-05-01'],
  ['May 2026', '2026-05-01'],
  ['2026 mai', '2026-05-01'],
  ['13/2026', undefined],
  ['2026-05-04', undefined],
])('reads the month %j as %j', (text, day) => {
  const month = readMonth(text);
  expect(month === undefined ? undefined : formatIsoDay(month)).toBe(day);
});
