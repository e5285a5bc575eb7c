import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areClockLetters, clockDigits } from '../../../src/core/ingest/clockLetters.ts';

const wordsOf = (bytes: readonly number[]): readonly [number, number] => {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return [view.getInt32(0, true), view.getInt32(4, true)];
};

test('only digits and colons in their places are a clock, and its digits are read', () => {
  const digit = fc.integer({ min: 0x30, max: 0x39 });
  const odd = fc.oneof(
    digit,
    fc.constantFrom(0x2f, 0x3a, 0x00, 0x7f, 0x80, 0xff),
    fc.integer({ min: 0, max: 255 }),
  );
  const colon = fc.oneof({ weight: 6, arbitrary: fc.constant(0x3a) }, odd);
  const letter = fc.oneof({ weight: 6, arbitrary: digit }, odd);
  fc.assert(
    fc.property(fc.tuple(letter, letter, colon, letter, letter, colon, letter, letter), (bytes) => {
      const text = String.fromCharCode(...bytes);
      const [head, tail] = wordsOf(bytes);
      const isClock = /^\d\d:\d\d:\d\d$/.test(text);
      expect(areClockLetters(head, tail)).toBe(isClock);
      if (isClock) expect(clockDigits(head, tail)).toBe(Number(text.replaceAll(':', '')));
    }),
    { numRuns: 5_000 },
  );
});
