import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildUtf8Check } from '../../../src/core/ingest/utf8Check.ts';

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const stretch = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => new TextEncoder().encode(text)),
  fc.string({ unit: 'binary', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 2 }),
);

test('bytes are UTF-8 where the strict decoder takes them, wherever they are cut and stand in memory', () => {
  fc.assert(
    fc.property(
      fc.array(stretch, { maxLength: 8 }),
      fc.nat({ max: 7 }),
      fc.array(fc.nat({ max: 120 }), { maxLength: 3 }),
      (stretches, offset, cuts) => {
        const joined = Uint8Array.from(stretches.flatMap((bytes) => [...bytes]));
        const memory = new Uint8Array(offset + joined.length);
        memory.set(joined, offset);
        const bytes = memory.subarray(offset);
        const check = buildUtf8Check();
        const places = [...cuts, joined.length]
          .map((cut) => Math.min(cut, joined.length))
          .toSorted((a, b) => a - b);
        let from = 0;
        for (const to of places) {
          check.push(bytes.subarray(from, to));
          from = to;
        }
        expect(check.isValid() && check.isComplete()).toBe(isUtf8(joined));
        if (isUtf8(joined)) expect(check.hasSeenMultibyte()).toBe(joined.some((byte) => byte >= 0x80));
      },
    ),
    { numRuns: 2_000 },
  );
});
