import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { CodedTextBuilder, dateTextsToBytes } from '../../../src/core/inventory/codedTextBuilder.ts';
import { openTextColumn } from '../../../src/core/inventory/openTextColumn.ts';
import {
  bytesToStoredTexts,
  bytesToTextChunk,
  textChunkToBytes,
} from '../../../src/core/inventory/textChunkBytes.ts';
import { buildTextChunk, textsOfChunk } from '../../../src/core/inventory/textColumnBuilder.ts';
import { MemorySink, testCodec } from './memorySink.ts';

const CHUNK = 32;

const stored = (texts: readonly string[]): ArrayBuffer =>
  dateTextsToBytes(buildTextChunk(texts, testCodec), testCodec).buffer;

const dateText = fc.oneof(
  fc
    .tuple(fc.integer({ min: 10, max: 28 }), fc.integer({ min: 10, max: 14 }))
    .map(([day, hour]) => `2026-03-${day} ${hour}:00:00`),
  fc.constantFrom(
    '',
    '2026-03-27',
    '27.3.26 14:05',
    '2026-03-27T10:00:00',
    '2026-03-27T10:01:00',
    '2026-13-31 99:99:99',
    '1969-12-31 10:00:0x',
    '2026-03-27T14:05:11.123Z',
    'never',
    'zum 1. März 2026 früh',
    '二〇二六年三月二十七日十四時',
    '😀2026-03-27😀😀',
    '\ufeff2026-03-27',
    '\u000b\u0000',
  ),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.constantFrom('x'.repeat(271), 'x'.repeat(272), 'y'.repeat(4_000)),
);

/** Rows of a column, and texts that arrive later for some of them. */
const column = fc.record({
  texts: fc.array(dateText, { minLength: 1, maxLength: CHUNK * 3 }),
  replaced: fc.array(fc.tuple(fc.nat(), dateText), { maxLength: 12 }),
});

/** What a builder writes when texts come as strings or as bytes and some are replaced on the way. */
async function built(
  { texts, replaced }: { texts: readonly string[]; replaced: readonly (readonly [number, string])[] },
  asBytes: (row: number) => boolean,
): Promise<MemorySink> {
  const sink = new MemorySink();
  const builder = new CodedTextBuilder('raw', CHUNK, testCodec, sink);
  texts.forEach((text, row) => {
    const bytes = testCodec.encode(`,${text},`);
    if (asBytes(row)) builder.pushSpan(bytes, 1, bytes.length - 1);
    else builder.push(text);
    for (const [number, later] of replaced) if (number % texts.length === row) builder.replace(row, later);
  });
  for (const [number, later] of replaced) builder.replace(number % texts.length, later);
  await builder.finish();
  return sink;
}

describe('original texts of dates', () => {
  test('come back as they were, all together and one by one', () => {
    fc.assert(
      fc.property(fc.array(dateText, { minLength: 1, maxLength: CHUNK * 4 }), (texts) => {
        const bytes = stored(texts);
        const read = bytesToTextChunk(bytes, texts.length)!;
        expect(textsOfChunk(read, testCodec)).toEqual(texts);
        const opened = openTextColumn(texts.length, CHUNK * 4, testCodec, [
          bytesToStoredTexts(bytes, texts.length)!,
        ]);
        texts.forEach((text, row) => expect(opened.at(row as RowIndex)).toBe(text));
        expect(opened.hasEmpty()).toBe(texts.includes(''));
      }),
      { numRuns: 150 },
    );
  });

  test('give the same bytes however they came and whatever was replaced', async () => {
    await fc.assert(
      fc.asyncProperty(column, async (given) => {
        const inTheEnd = given.texts.slice();
        for (const [number, later] of given.replaced) inTheEnd[number % inTheEnd.length] = later;
        const expected = new Map<string, ArrayBuffer>();
        for (let from = 0; from < inTheEnd.length; from += CHUNK) {
          expected.set(`raw/${from / CHUNK}`, stored(inTheEnd.slice(from, from + CHUNK)));
        }
        for (const asBytes of [() => true, () => false, (row: number) => row % 5 < 3]) {
          const { chunks } = await built(given, asBytes);
          expect([...chunks].toSorted()).toEqual([...expected].toSorted());
        }
      }),
      { numRuns: 120 },
    );
  });

  test('take a few bytes a row where days and minutes repeat', () => {
    const texts = Array.from(
      { length: 4096 },
      (_, row) => `2026-03-${10 + (row % 17)} ${10 + ((row * 7) % 11)}:${10 + ((row * 13) % 49)}:00`,
    );
    const parts = 20 + 17 * 11 + 539 * 7 + 1 * 4;
    expect(stored(texts).byteLength).toBe(parts + texts.length * (1 + 2));
  });

  test('are kept plain where that is shorter, or a part is too long', () => {
    for (const texts of [['2026-03-27'], ['x'.repeat(272), ...Array<string>(20).fill('x'.repeat(272))]]) {
      expect(new Uint8Array(stored(texts))).toEqual(textChunkToBytes(buildTextChunk(texts, testCodec)));
    }
  });

  test('with damaged bytes are refused', () => {
    const texts = Array.from({ length: 300 }, (_, row) => `2026-03-27 08:${10 + (row % 40)}:00`);
    const bytes = stored(texts);
    expect(bytesToStoredTexts(bytes, 300)).not.toBeInstanceOf(Uint8Array);
    expect(bytesToStoredTexts(bytes, 299)).toBeUndefined();
    for (const length of [8, 19, 21, bytes.byteLength - 1]) {
      expect(bytesToStoredTexts(bytes.slice(0, length), 300)).toBeUndefined();
    }
    const longer = new Uint8Array(bytes.byteLength + 1);
    longer.set(new Uint8Array(bytes));
    expect(bytesToStoredTexts(longer.buffer, 300)).toBeUndefined();
    for (const [word, value] of [
      [2, 0],
      [3, 41],
      [3, 39],
      [4, 70_000],
    ] as const) {
      const changed = bytes.slice();
      new Uint32Array(changed, 0, 5)[word] = value;
      expect(bytesToStoredTexts(changed, 300)).toBeUndefined();
    }
    const code = bytes.slice();
    new Uint8Array(code)[20] = 40;
    expect(bytesToStoredTexts(code, 300)).toBeUndefined();
  });
});
