import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex } from '../../../src/core/inventory/keyIndex.ts';

test('numbers keys as a map of first appearances does', () => {
  const key = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('', 'é', 'ł', 'Ł', '李', '\u0100', '__proto__', 'constructor'),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const index = new KeyIndex();
      const map = new Map<string, number>();
      for (const one of keys) {
        if (!map.has(one)) map.set(one, map.size);
        expect(index.numberOf(one)).toBe(map.get(one));
      }
      expect(index.size).toBe(map.size);
    }),
  );
});

test('grows far beyond its first tables', () => {
  const index = new KeyIndex();
  const keys = Array.from({ length: 50_000 }, (_, number) => `user${number * 7919}@example.org`);
  expect(keys.every((key, number) => index.numberOf(key) === number)).toBe(true);
  expect(keys.every((key, number) => index.numberOf(key) === number)).toBe(true);
});

test('a key is found without being added', () => {
  const index = new KeyIndex();
  index.numberOf('ann');
  index.numberOf('zoë');
  index.numberOf('zo\u4e2d');
  expect(['ann', 'zoë', 'zo\u4e2d', 'bob', 'zo\u4e2e', ''].map((key) => index.find(key))).toEqual([
    0, 1, 2, -1, -1, -1,
  ]);
  expect(index.size).toBe(3);
});
