import { expect, test } from 'vitest';
import { daysAgo, kindsOf, questionOf, xrayOf } from './xrayBuilder.ts';

const file = (latest: number): string =>
  `User ID|Last login\na|${daysAgo(latest)}\nb|${daysAgo(latest + 30)}\nc|${daysAgo(latest)}\nd|`;

test('a latest date more than 7 days before the as-of date looks frozen; 7 days do not [LOAD-27]', () => {
  expect(kindsOf(xrayOf(file(7)))).toEqual([]);
  const frozen = questionOf(xrayOf(file(8)), 'frozenColumn');
  expect(frozen).toMatchObject({ position: 1, count: 3, recommended: 'replaceFile' });
  expect(frozen.rows).toEqual([
    { fileRow: 2, text: daysAgo(8) },
    { fileRow: 4, text: daysAgo(8) },
  ]);
});

test('of a part of a file, and of a column whose order is open, the latest date says nothing', () => {
  expect(xrayOf(file(60), { wholeFile: false })).toEqual([]);
  expect(xrayOf('User ID|Last login\na|04/05/2026\nb|05/04/2026')).toEqual([]);
});

test('a column of creation dates, and one without any date, is not frozen', () => {
  expect(kindsOf(xrayOf(`User ID|Created|Last login\na|${daysAgo(500)}|never`))).toEqual([]);
});
