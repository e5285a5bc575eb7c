import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToTextChunk, textChunkToBytes } from '../../../src/core/inventory/textChunkBytes.ts';
import { buildTextChunk, textsOfChunk } from '../../../src/core/inventory/textColumnBuilder.ts';
import { testCodec } from './memorySink.ts';

const stored = (texts: readonly string[]): ArrayBuffer =>
  textChunkToBytes(buildTextChunk(texts, testCodec)).buffer;

describe('a chunk of texts', () => {
  test('is read back as it was, with texts of any length', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('x'.repeat(255), 'ß'.repeat(256), 'y'.repeat(70_000)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 9 }), (texts) => {
        const read = bytesToTextChunk(stored(texts), texts.length);
        expect(read && textsOfChunk(read, testCodec)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  test('spends one byte on the length of a short text', () => {
    expect(stored(['ab', 'c', '', 'd'])).toHaveProperty('byteLength', 8 + 4 + 4);
  });

  test('of other rows or with missing bytes is refused', () => {
    const bytes = stored(['ab', 'c', 'd']);
    expect(bytesToTextChunk(bytes, 2)).toBeUndefined();
    expect(bytesToTextChunk(bytes.slice(0, 9), 3)).toBeUndefined();
    expect(bytesToTextChunk(new ArrayBuffer(0), 0)).toBeUndefined();
    const other = bytes.slice();
    new Uint32Array(other)[1] = 3;
    expect(bytesToTextChunk(other, 3)).toBeUndefined();
  });
});
