import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNKS_A_BUNDLE,
  bundleToChunks,
  chunksOfBundles,
  fillFromBundles,
  numbersToBundles,
} from '../../../src/core/inventory/numberBundle.ts';
import { numbersToChunk, type Numbers } from '../../../src/core/inventory/numberChunkBytes.ts';

const CHUNK_ROWS = 6;

const bundlesOf = (column: Numbers): ArrayBuffer[] =>
  [...numbersToBundles(column, CHUNK_ROWS)].map((bytes) => bytes.slice().buffer);

const column = (rows: number): Uint32Array =>
  Uint32Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? row * 70_000 : 3));

describe('bundles of the chunks of a numeric column', () => {
  test('give every column back, whatever it holds and however many chunks and bundles it takes', () => {
    const kinds = [Uint8Array, Uint16Array, Uint32Array, Int32Array] as const;
    const lists = fc.array(fc.integer({ min: -3, max: 400_000 }), { maxLength: 230 });
    fc.assert(
      fc.property(lists, fc.constantFrom(...kinds), (list, Kind) => {
        const stored = bundlesOf(Kind.from(list));
        const read = new Kind(list.length);
        expect(fillFromBundles('c', read, CHUNK_ROWS, (_, bundle) => stored[bundle])).toBe(true);
        expect(read).toEqual(Kind.from(list));
      }),
    );
  });

  test('hold so many chunks in a record, each as it would be stored alone', () => {
    const rows = column(CHUNK_ROWS * (CHUNKS_A_BUNDLE + 2) - 1);
    const stored = bundlesOf(rows);
    expect(stored).toHaveLength(2);
    const chunks = chunksOfBundles('c', rows.length, CHUNK_ROWS, (_, bundle) => stored[bundle])!;
    expect(chunks).toHaveLength(CHUNKS_A_BUNDLE + 2);
    expect(new Uint8Array(chunks[17]!)).toEqual(numbersToChunk(rows.subarray(CHUNK_ROWS * 17)));
  });

  test('that are missing, cut or of another number of chunks are told from sound ones', () => {
    const [bundle] = bundlesOf(column(20)) as [ArrayBuffer];
    const chunks = Math.ceil(20 / CHUNK_ROWS);
    expect(bundleToChunks(bundle, chunks)).toHaveLength(chunks);
    for (let end = 0; end < bundle.byteLength; end += 1) {
      expect(bundleToChunks(bundle.slice(0, end), chunks)).toBeUndefined();
    }
    expect(bundleToChunks(bundle, chunks - 1)).toBeUndefined();
    expect(bundleToChunks(bundle, chunks + 1)).toBeUndefined();
    expect(chunksOfBundles('c', 20, CHUNK_ROWS, () => undefined)).toBeUndefined();
  });
});
