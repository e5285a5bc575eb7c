import type { RowIndex } from '../base/brand.ts';
import type { TextCodec } from './textCodec.ts';
import type { StoredTexts } from './textChunkBytes.ts';
import type { TextChunk, TextColumn } from './textColumn.ts';

/** Decoded chunks kept per column: one for a walk over all rows, the others for pages of a sorted view. */
export const KEPT_CHUNKS = 4;

/** Rows of a chunk that are read one by one before the whole chunk is decoded. */
const MOST_ALONE = 16;

interface DecodedChunk {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** A text column whose chunks may be filled in after it was opened. */
export interface OpenedTextColumn extends TextColumn {
  /** Hands over one chunk of bytes. */
  fill(index: number, chunk: StoredTexts): void;
  /** Whether any row that is filled in is empty; found without decoding. */
  hasEmpty(): boolean;
}

/**
 * Opens a text column of `length` rows in chunks of `chunkRows` (a power of two). Chunks are decoded when they are
 * first read and the last `keptChunks` are kept. Reading a chunk that was not filled in yet is a bug of the caller and throws.
 */
export function openTextColumn(
  length: number,
  chunkRows: number,
  codec: TextCodec,
  chunks: readonly StoredTexts[] = [],
  keptChunks = KEPT_CHUNKS,
): OpenedTextColumn {
  const filled: (StoredTexts | undefined)[] = [...chunks];
  const kept = new Map<number, DecodedChunk>();
  const readAloneOf = new Map<number, number>();
  let lastIndex = -1;
  let last: DecodedChunk | undefined;

  function chunk(index: number): DecodedChunk {
    if (index === lastIndex && last) return last;
    let decoded = kept.get(index);
    if (decoded) {
      kept.delete(index);
    } else {
      const stored = filled[index];
      if (!stored) throw new Error(`Chunk ${index} of a text column was read before it was loaded`);
      const bytes = textsOf(stored);
      decoded = { text: codec.decode(bytes.utf8), ends: bytes.ends };
      if ((bytes.ends.at(-1) ?? 0) !== decoded.text.length) {
        throw new Error(`Chunk ${index} of a text column does not have the length that it states`);
      }
    }
    kept.set(index, decoded);
    readAloneOf.delete(index);
    if (kept.size > keptChunks) kept.delete(kept.keys().next().value!);
    lastIndex = index;
    last = decoded;
    return decoded;
  }

  /**
   * One row of a chunk that is not decoded, where it is kept as parts or every letter of it is one byte. A walk over rows
   * soon decodes it all.
   */
  function readAlone(index: number, offset: number): string | undefined {
    const bytes = filled[index];
    const read = readAloneOf.get(index) ?? 0;
    if (!bytes || read >= MOST_ALONE) return undefined;
    if (!('utf8' in bytes)) {
      readAloneOf.set(index, read + 1);
      return codec.decode(bytes.bytesOf(offset));
    }
    if (bytes.utf8.length !== bytes.ends.at(-1)) return undefined;
    readAloneOf.set(index, read + 1);
    const start = offset === 0 ? 0 : bytes.ends[offset - 1]!;
    const text = codec.decode(bytes.utf8.subarray(start, bytes.ends[offset]!));
    return text.length === bytes.ends[offset]! - start ? text : undefined;
  }

  return {
    length,
    at(row: RowIndex): string {
      const index = Math.floor(row / chunkRows);
      const offset = row - index * chunkRows;
      const alone = index === lastIndex || kept.has(index) ? undefined : readAlone(index, offset);
      if (alone !== undefined) return alone;
      const { text, ends } = chunk(index);
      return text.slice(offset === 0 ? 0 : ends[offset - 1]!, ends[offset]!);
    },
    chunk,
    fill(index: number, bytes: StoredTexts): void {
      filled[index] = bytes;
    },
    hasEmpty(): boolean {
      return filled.some((bytes) => {
        if (!bytes) return false;
        const { ends } = textsOf(bytes);
        for (let row = 0, start = 0; row < ends.length; row += 1) {
          if (ends[row] === start) return true;
          start = ends[row]!;
        }
        return false;
      });
    },
  };
}

const textsOf = (stored: StoredTexts): TextChunk => ('utf8' in stored ? stored : stored.spelledOut());
