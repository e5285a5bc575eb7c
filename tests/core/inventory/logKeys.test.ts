import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { LogKeys } from '../../../src/core/inventory/logKeys.ts';

const key = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', '@', '.', '0'), minLength: 1, maxLength: 9 }),
  fc.constantFrom('Zoë', 'zoë', 'x'.repeat(252), 'X'.repeat(252), 'x'.repeat(253), 'X'.repeat(253)),
  fc.nat({ max: 40_000 }).map((number) => `user.${number}`),
  fc
    .tuple(fc.integer({ min: 20, max: 30 }), fc.constantFrom('a', 'b', 'A'))
    .map(([length, last]) => `${'y'.repeat(length - 1)}${last}`),
);

test('keys are numbered by their canonical form, whether they come as bytes or as strings [LOAD-29]', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 400 }), (asked) => {
      const keys = new LogKeys();
      const numbers = new Map<string, number>();
      for (const [text, asBytes] of asked) {
        const canonical = canonicalId(text);
        const bytes = new TextEncoder().encode(`,${text},`);
        const known = asBytes ? keys.numberOfBytes(bytes, 1, bytes.length - 1) : -1;
        const number = known < 0 ? keys.numberOf(canonical) : known;
        expect(number).toBe(numbers.get(canonical) ?? numbers.size);
        numbers.set(canonical, number);
        expect(keys.size).toBe(numbers.size);
      }
    }),
    { numRuns: 200 },
  );
});

test('many keys keep their numbers while the table grows', () => {
  const keys = new LogKeys();
  for (let turn = 0; turn < 2; turn += 1) {
    for (let number = 0; number < 50_000; number += 2) {
      expect(keys.numberOf(`user.${number}.desk`)).toBe(number);
      expect(keys.numberOf(`user.${number}@a-long-name.example.com`)).toBe(number + 1);
    }
  }
});

test('a large table that is widened in time is never widened in one piece', () => {
  const keys = new LogKeys();
  const widening = vi.spyOn(keys, 'widening');
  const nameOf = (number: number): string =>
    `user.${number}${number % 5 === 0 ? '@long-name.example.com' : ''}`;
  let pieces = 0;
  let inTime = 0;
  let wrong = 0;
  for (let number = 0; number < 400_000; number += 1) {
    if (keys.numberOf(nameOf(number)) !== number) wrong += 1;
    if (number % 40_000 !== 0 || !keys.isCrowded) continue;
    inTime += 1;
    for (const piece of keys.widening()) pieces += piece === undefined ? 1 : 0;
  }
  // From 2,048 slots on fourfold up to 524,288, and then twofold.
  expect(inTime).toBe(1);
  expect(pieces).toBe(524_288 / 32_768 - 1);
  expect(widening).toHaveBeenCalledTimes(4 + inTime);
  for (let number = 0; number < 400_000; number += 1) {
    if (keys.numberOf(nameOf(number)) !== number) wrong += 1;
  }
  expect(wrong).toBe(0);
});

test('keys that are taken in together have the numbers of keys that come one by one [LOAD-29]', () => {
  fc.assert(
    fc.property(fc.array(fc.array(key, { maxLength: 40 }), { maxLength: 8 }), (batches) => {
      const together = new LogKeys();
      const single = new LogKeys();
      for (const texts of batches) {
        const encoded = texts.map((text) => new TextEncoder().encode(text));
        const ends: number[] = [];
        for (const { length } of encoded) ends.push((ends.at(-1) ?? 0) + length);
        const bytes = Uint8Array.from(encoded.flatMap((own) => [...own]));
        together.ask(bytes, Int32Array.from([0, ...ends]), Int32Array.from(ends), texts.length);
        texts.forEach((text, index) => {
          const known = together.numberAt(index);
          const number = known < 0 ? together.numberOf(canonicalId(text)) : known;
          expect(number).toBe(single.numberOf(canonicalId(text)));
        });
      }
    }),
  );
});
