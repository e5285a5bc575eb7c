import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONG_TEXT, PackedTexts } from '../../../src/core/inventory/packedTexts.ts';
import { buildSunkTextColumn } from '../../../src/core/inventory/sunkTextColumn.ts';
import { bytesToTextChunk } from '../../../src/core/inventory/textChunkBytes.ts';
import { textsOfChunk } from '../../../src/core/inventory/textColumnBuilder.ts';
import { MemorySink, testCodec } from './memorySink.ts';

const clock = fc.oneof(
  fc.nat({ max: 999_999 }).map((number) => `${number}`.padStart(6, '0').replace(/(..)(..)(..)/, '$1:$2:$3')),
  fc.constantFrom('08:14:2x', '08-14-22', ':8:14:22', '/9:00:00', '0::00:00', '08:1é:2'),
);

const text = fc.oneof(
  fc
    .tuple(fc.string({ unit: fc.constantFrom('0', '7', '-', 'T'), minLength: 6, maxLength: 14 }), clock)
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('2026-03-27 ', '2026-03-28T', '20260327', '1234567890 '), clock)
    .map((parts) => parts.join('')),
  fc.constantFrom('2026-03-27 08:14:22', '2026-03-27T23:59:59.123Z', '27/03/2026', '7.3.26', '', '0', '9'),
  fc.string({ unit: fc.constantFrom('0', '1', '9', '-', ':', 'T', 'é', '😀'), maxLength: 44 }),
  fc.nat().map((number) => `${number}`.padStart(18, '0')),
);

async function unpacked(texts: PackedTexts, packed: readonly (readonly [number, number, number])[]) {
  const sink = new MemorySink();
  const column = buildSunkTextColumn('raw', Math.max(1, packed.length), testCodec, sink);
  for (const [form, high, low] of packed) texts.pushTo(column, form, high, low);
  await column.finish();
  if (packed.length === 0) return [];
  return textsOfChunk(bytesToTextChunk(sink.chunkOf('raw', 0)!, packed.length)!, testCodec);
}

test('a packed text comes back as it was, from bytes and from strings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 40 }), async (given) => {
      const texts = new PackedTexts();
      const packed = given.map(([own, asBytes]) => {
        const bytes = new TextEncoder().encode(`,${own},`);
        const form = asBytes ? texts.pack(bytes, 1, bytes.length - 1) : texts.packText(own);
        return [form, texts.high, texts.low] as const;
      });
      expect(await unpacked(texts, packed)).toEqual(given.map(([own]) => own));
    }),
    { numRuns: 1_000 },
  );
});

test('time stamps share a form; only texts beyond all forms are kept as strings, and dropped again', async () => {
  const texts = new PackedTexts();
  expect([texts.packText('2026-03-27 08:14:22'), texts.high, texts.low]).toEqual([1, 202603270, 81422]);
  expect(texts.packText('2025-12-31 23:59:59')).toBe(1);
  expect(texts.longTexts).toBe(0);
  const long = Array.from({ length: 300 }, (_, number) => {
    const form = texts.packText(`${'x'.repeat(number % 30)}${'y'.repeat(number % 17)}${number}`);
    return [form, texts.high, texts.low] as const;
  }).filter(([form]) => form === LONG_TEXT);
  expect(long.length).toBe(texts.longTexts);
  expect(long.length).toBeGreaterThan(2);
  const [first] = await unpacked(texts, long.slice(-1));
  const numbers = texts.keepLong([long.at(-1)![1]]);
  expect(texts.longTexts).toBe(1);
  expect(await unpacked(texts, [[LONG_TEXT, numbers[0]!, 0]])).toEqual([first]);
});
