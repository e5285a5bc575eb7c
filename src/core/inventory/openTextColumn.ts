import type { RowIndex } from '../base/brand.ts';
import type { TextCodec } from './textCodec.ts';
import type { TextChunk, TextColumn } from './textColumn.ts';

/** Decoded chunks kept per column: one for a walk over all rows, the others for pages of a sorted view. */
const KEPT_CHUNKS = 4;

interface DecodedChunk {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** A text column whose chunks may be filled in after it was opened. */
export interface OpenedTextColumn extends TextColumn {
  /** Hands over one chunk of bytes. */
  fill(index: number, chunk: TextChunk): void;
}

/**
 * Opens a text column of `length` rows in chunks of `chunkRows` (a power of two). Chunks are decoded when they are
 * first read and the last few are kept. Reading a chunk that was not filled in yet is a bug of the caller and throws.
 */
export function openTextColumn(
  length: number,
  chunkRows: number,
  codec: TextCodec,
  chunks: readonly TextChunk[] = [],
): OpenedTextColumn {
  const filled: (TextChunk | undefined)[] = [...chunks];
  const kept = new Map<number, DecodedChunk>();
  let lastIndex = -1;
  let last: DecodedChunk | undefined;

  function chunk(index: number): DecodedChunk {
    if (index === lastIndex && last) return last;
    let decoded = kept.get(index);
    if (decoded) {
      kept.delete(index);
    } else {
      const bytes = filled[index];
      if (!bytes) throw new Error(`Chunk ${index} of a text column was read before it was loaded`);
      decoded = { text: codec.decode(bytes.utf8), ends: bytes.ends };
      if ((bytes.ends.at(-1) ?? 0) !== decoded.text.length) {
        throw new Error(`Chunk ${index} of a text column does not have the length that it states`);
      }
    }
    kept.set(index, decoded);
    if (kept.size > KEPT_CHUNKS) kept.delete(kept.keys().next().value!);
    lastIndex = index;
    last = decoded;
    return decoded;
  }

  return {
    length,
    at(row: RowIndex): string {
      const index = Math.floor(row / chunkRows);
      const { text, ends } = chunk(index);
      const offset = row - index * chunkRows;
      return text.slice(offset === 0 ? 0 : ends[offset - 1]!, ends[offset]!);
    },
    chunk,
    fill(index: number, bytes: TextChunk): void {
      filled[index] = bytes;
    },
  };
}
