import { expect, test } from 'vitest';
import { buildDelimitedCase, chanceOf, isWellFormed } from './delimitedCases.ts';
import { compareReaders, readWithFour } from './fourReaders.ts';

const CASES = 5_000;

test('fast and general reader agree with each other and, on well-formed text, with two other parsers [LOAD-05]', () => {
  const chance = chanceOf(20_260_630);
  const run = compareReaders(() => buildDelimitedCase(chance), CASES);
  expect(run.firstDifference).toBeUndefined();
  expect(run.wellFormed).toBeGreaterThan(CASES / 2);
});

test('the comparison stops at a difference to any of the readers', () => {
  const given = { text: '\n"a""b";c\r\n\nd;\r', delimiter: ';', cuts: [] } as const;
  const fair = readWithFour(given);
  expect(fair.ours).toEqual([[''], ['a"b', 'c'], [''], ['d', '']]);
  const others = fair.others!;
  const wrong = [...fair.ours, ['x']];
  expect(compareReaders(() => given, 1).firstDifference).toBeUndefined();
  for (const readings of [
    { ...fair, fast: '[]' },
    { ...fair, others: { ...others, csvParse: wrong } },
    { ...fair, others: { ...others, d3: wrong } },
  ]) {
    expect(
      compareReaders(
        () => given,
        3,
        () => readings,
      ),
    ).toMatchObject({
      cases: 1,
      firstDifference: given,
    });
  }
});

test('only text whose quotes stand where they belong is put before the others', () => {
  expect(isWellFormed('"a""b",c\r\n\n;', ',')).toBe(true);
  for (const odd of ['"a', 'a"b', '"a" ,b', '"a"b', 'a,"b\n']) expect(isWellFormed(odd, ',')).toBe(false);
});
