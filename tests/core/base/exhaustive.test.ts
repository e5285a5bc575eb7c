import { expect, test } from 'vitest';
import { isOneOf, recordOf, unreachable } from '../../../src/core/base/exhaustive.ts';

test('a record has every name of the list, in its order, `__proto__` included', () => {
  const record = recordOf(['b', '__proto__', 'a'], (name, place) => `${name}${place}`);
  expect(Object.entries(record)).toEqual([
    ['b', 'b0'],
    ['__proto__', '__proto__1'],
    ['a', 'a2'],
  ]);
});

test('only what stands in a list is one of it', () => {
  expect(['a', 'b', 'A', '', undefined].map((value) => isOneOf(['a', 'b'], value))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a value outside its type is named', () => {
  expect(() => unreachable('surprise' as never)).toThrow('A value outside its type was met: "surprise"');
});
