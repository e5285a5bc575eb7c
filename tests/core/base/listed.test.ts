import { expect, test } from 'vitest';
import { listed } from '../../../src/core/base/listed.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j in a sentence is “%s”', (names, text) => {
  expect(listed(names)).toBe(text);
});
