import type { TextChunk } from './textColumn.ts';

const WORD = 4;

/**
 * Stored form of a chunk of texts, little-endian: number of rows (32 bits), the end of each row in UTF-16 code units
 * (32 bits each), then the joined text as UTF-8.
 */
export function textChunkToBytes(chunk: TextChunk): Uint8Array<ArrayBuffer> {
  const rows = chunk.ends.length;
  const bytes = new Uint8Array((rows + 1) * WORD + chunk.utf8.length);
  new Uint32Array(bytes.buffer, 0, 1)[0] = rows;
  new Uint32Array(bytes.buffer, WORD, rows).set(chunk.ends);
  bytes.set(chunk.utf8, (rows + 1) * WORD);
  return bytes;
}

/** Reads the stored form without copying the text; `undefined` when the bytes are not a chunk of that many rows. */
export function bytesToTextChunk(bytes: ArrayBuffer, rows: number): TextChunk | undefined {
  if (bytes.byteLength < (rows + 1) * WORD) return undefined;
  if (new Uint32Array(bytes, 0, 1)[0] !== rows) return undefined;
  const ends = new Uint32Array(bytes, WORD, rows);
  for (let row = 1; row < rows; row += 1) if (ends[row]! < ends[row - 1]!) return undefined;
  return { utf8: new Uint8Array(bytes, (rows + 1) * WORD), ends };
}
