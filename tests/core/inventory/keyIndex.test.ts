import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRowScanner } from '../../../src/core/ingest/rowScanner.ts';
import { utf8CharacterLength } from '../../../src/core/ingest/utf8Bytes.ts';
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

test('keys in cells have the numbers that the same texts have, up to the first that is known or not ASCII', () => {
  const text = fc.oneof(
    fc.stringMatching(/^[!-+\--~]{0,24}$/).filter((one) => !one.includes('"')),
    fc.constantFrom('a', 'B', 'Anna.Lee@Example.ORG', 'ANNA.LEE@EXAMPLE.ORG', 'zoë', ''),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 40 }), (before, keys) => {
      const scanner = buildRowScanner(',', utf8CharacterLength);
      const bytes = new TextEncoder().encode(keys.map((key) => `x,${key}\n`).join(''));
      scanner.scan(bytes, 0, bytes.length, true);
      const inCells = new KeyIndex();
      const asTexts = new KeyIndex();
      for (const key of before) {
        inCells.numberOf(key.toLowerCase());
        asTexts.numberOf(key.toLowerCase());
      }
      for (let row = 0; row < keys.length;) {
        row = inCells.addCells(scanner, 1, row, keys.length);
        if (row === keys.length) break;
        const cell = (scanner.rowStarts[row]! + 1) * 2;
        const known = inCells.size;
        const number = inCells.numberOfLowerCase(
          scanner.bytes,
          scanner.cells[cell]!,
          scanner.cells[cell + 1]!,
        );
        expect(number).toBeLessThan(known);
        if (number < 0) inCells.numberOf(keys[row]!.toLowerCase());
        row += 1;
      }
      const numbers = keys.map((key) => asTexts.numberOf(key.toLowerCase()));
      expect(inCells.size).toBe(asTexts.size);
      expect(keys.map((key) => inCells.find(key.toLowerCase()))).toEqual(numbers);
    }),
    { numRuns: 200 },
  );
});
