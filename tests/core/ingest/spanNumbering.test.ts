import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpanNumbering } from '../../../src/core/ingest/spanNumbering.ts';

const MOST = 1_000;

test('runs of bytes are numbered in the order in which they are first met', () => {
  const run = fc.uint8Array({ maxLength: 40 });
  const alike = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 }))
    .map(([length, last]) => {
      const bytes = new Uint8Array(length);
      bytes[length - 1] = last;
      return bytes;
    });
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 20 }),
      fc.array(fc.oneof(run, alike), { maxLength: 400 }),
      (after, runs) => {
        const numbering = new SpanNumbering();
        numbering.numberOf(new Uint8Array(3), 0, 3, MOST);
        numbering.clear();
        const known: string[] = [];
        for (const bytes of runs) {
          const text = bytes.join();
          if (!known.includes(text)) known.push(text);
          const framed = Uint8Array.of(7, 7, ...bytes, ...after);
          expect(numbering.numberOf(framed, 2, 2 + bytes.length, MOST)).toBe(known.indexOf(text));
        }
        const kept = known.map((_, number) =>
          numbering.pool.slice(numbering.startOf(number), numbering.ends[number]).join(),
        );
        expect(kept).toEqual(known);
      },
    ),
    { numRuns: 100 },
  );
});

test('no more than the most runs are numbered, and known ones are still found', () => {
  const numbering = new SpanNumbering();
  const numbers = ['a', 'b', 'c', 'a', 'bb', 'b'].map((text) => {
    const bytes = new TextEncoder().encode(text);
    return numbering.numberOf(bytes, 0, bytes.length, 2);
  });
  expect(numbers).toEqual([0, 1, -1, 0, -1, 1]);
});
