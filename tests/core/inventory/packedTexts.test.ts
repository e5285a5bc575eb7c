import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOfHead, LONG_TEXT, PackedTexts } from '../../../src/core/inventory/packedTexts.ts';
import { buildSunkTextColumn } from '../../../src/core/inventory/sunkTextColumn.ts';
import { bytesToTextChunk } from '../../../src/core/inventory/textChunkBytes.ts';
import { MOST_HEADS } from '../../../src/core/inventory/textHeads.ts';
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
  fc.constantFrom('2026-03-27T23:59:59.1234567Z', '2026-03-27T23:59:59.123+02:00', '1'.repeat(28)),
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
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.boolean(), fc.nat({ max: 2 })), { maxLength: 40 }),
      async (given) => {
        const texts = new PackedTexts();
        const packed = given.map(([own, asBytes, day]) => {
          const bytes = new TextEncoder().encode(`,${own},`);
          const code = asBytes ? texts.pack(bytes, 1, bytes.length - 1, day) : texts.packText(own, day);
          return [code, texts.high, texts.low] as const;
        });
        expect(await unpacked(texts, packed)).toEqual(given.map(([own]) => own));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('time stamps share a form; only texts beyond all forms are kept as strings, and dropped again', async () => {
  const texts = new PackedTexts();
  expect(texts.packText('2026-03-27 08:14:22', 7)).toBe(codeOfHead(0));
  expect(texts.high).toBe(81_422);
  expect(texts.packText('2026-03-27 23:59:59', 7)).toBe(codeOfHead(0));
  expect(texts.packText('2026-03-27 23:59:59', 8)).toBe(codeOfHead(1));
  expect(texts.packText('2025-12-31 23:59:59', 7)).toBe(codeOfHead(2));
  expect(texts.packText('2025-12-31T23:59:59.1234567Z', 7)).toBe(codeOfHead(3));
  expect([texts.high, texts.low]).toEqual([2359, 591_234_567]);
  expect(texts.packText('2025-12-31T23:59:58.7654321Z', 7)).toBe(codeOfHead(3));
  expect(texts.packText('2025123123:59:59', 7)).toBe(codeOfHead(4));
  expect(texts.longTexts).toBe(0);
  const long = Array.from({ length: 300 }, (_, number) => {
    const form = texts.packText(`${'x'.repeat(number % 30)}${'y'.repeat(number % 17)}${number}`, 7);
    return [form, texts.high, texts.low] as const;
  }).filter(([form]) => form === LONG_TEXT);
  expect(long.length).toBe(texts.longTexts);
  expect(long.length).toBeGreaterThan(2);
  const [first] = await unpacked(texts, long.slice(-1));
  const numbers = texts.keepLong([long.at(-1)![1]]);
  expect(texts.longTexts).toBe(1);
  expect(await unpacked(texts, [[LONG_TEXT, numbers[0]!, 0]])).toEqual([first]);
});

test('texts with more different dates than heads are numbered come back as they were', async () => {
  const texts = new PackedTexts();
  const given = Array.from({ length: MOST_HEADS + 200 }, (_, number) => {
    const year = String(1000 + number).padStart(4, '0');
    const texts = [
      `${year}-03-27 08:14:22`,
      `${year}0327T081422.123Z`,
      `${year}-03-27T08:14:22.1234Z`,
      `${year}-03-27T08:14:22.1234567Z`,
    ];
    return texts[number % texts.length]!;
  });
  const packed = given.map((own, day) => [texts.packText(own, day), texts.high, texts.low] as const);
  expect(texts.heads.count).toBe(MOST_HEADS);
  expect(packed.at(-2)![0]).toBeGreaterThan(LONG_TEXT);
  expect(packed.at(-1)![0]).toBe(LONG_TEXT);
  expect(await unpacked(texts, packed)).toEqual(given);
});
