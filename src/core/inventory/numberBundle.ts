import { chunkToNumbers, numbersToChunk, type Numbers } from './numberChunkBytes.ts';
import { chunksOf } from './snapshotLayout.ts';

/**
 * Chunks of a numeric column that are stored in one record. A browser spends about as long on a record of a few bytes as
 * on one of a hundred kilobytes, and reads a megabyte in one record three times as fast as in eight.
 */
export const CHUNKS_A_BUNDLE = 16;

/** Every chunk begins at a multiple of this many bytes, behind the lengths of all. */
const ALIGNMENT = 4;

/** A stored bundle by column and number of the bundle; `undefined` when there is none. */
export type BundleOf = (column: string, bundle: number) => ArrayBuffer | undefined;

/** The stored bundles of a numeric column, in order. */
export function* numbersToBundles(column: Numbers, chunkRows: number): Generator<Uint8Array<ArrayBuffer>> {
  const bundleRows = chunkRows * CHUNKS_A_BUNDLE;
  for (let from = 0; from < column.length; from += bundleRows) {
    const rows = column.subarray(from, from + bundleRows);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for (let start = 0; start < rows.length; start += chunkRows) {
      chunks.push(numbersToChunk(rows.subarray(start, start + chunkRows)));
    }
    yield chunksToBundle(chunks);
  }
}

function chunksToBundle(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const head = chunks.length * Uint32Array.BYTES_PER_ELEMENT;
  const lengths = chunks.map(({ byteLength }) => byteLength);
  const bundle = new Uint8Array(lengths.reduce((end, length) => end + aligned(length), head));
  new Uint32Array(bundle.buffer, 0, chunks.length).set(lengths);
  let at = head;
  for (const chunk of chunks) {
    bundle.set(chunk, at);
    at += aligned(chunk.byteLength);
  }
  return bundle;
}

/** The stored chunks of a column of `rows` rows, in order; `undefined` when a bundle is missing or not one. */
export function chunksOfBundles(
  name: string,
  rows: number,
  chunkRows: number,
  bundleOf: BundleOf,
): ArrayBuffer[] | undefined {
  const wanted = chunksOf(rows, chunkRows);
  const chunks: ArrayBuffer[] = [];
  for (let bundle = 0; chunks.length < wanted; bundle += 1) {
    const bytes = bundleOf(name, bundle);
    const read = bytes && bundleToChunks(bytes, Math.min(CHUNKS_A_BUNDLE, wanted - chunks.length));
    if (!read) return undefined;
    chunks.push(...read);
  }
  return chunks;
}

/** The chunks of one stored bundle; `undefined` when the bytes are not a bundle of so many. */
export function bundleToChunks(bytes: ArrayBuffer, count: number): ArrayBuffer[] | undefined {
  const head = count * Uint32Array.BYTES_PER_ELEMENT;
  if (bytes.byteLength < head) return undefined;
  const chunks: ArrayBuffer[] = [];
  let at = head;
  for (const length of new Uint32Array(bytes, 0, count)) {
    if (at + length > bytes.byteLength) return undefined;
    chunks.push(bytes.slice(at, at + length));
    at += aligned(length);
  }
  return at === bytes.byteLength ? chunks : undefined;
}

/** Fills a column from its stored bundles; `false` when they are missing or damaged. */
export function fillFromBundles(
  name: string,
  column: Numbers,
  chunkRows: number,
  bundleOf: BundleOf,
): boolean {
  const chunks = chunksOfBundles(name, column.length, chunkRows, bundleOf);
  return (
    chunks?.every((bytes, chunk) =>
      chunkToNumbers(bytes, column.subarray(chunk * chunkRows, (chunk + 1) * chunkRows)),
    ) ?? false
  );
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
