import { bytesToCodedChunk, CODED_FORM } from './codedTextBytes.ts';
import type { CodedTextChunk } from './codedTextChunk.ts';
import type { TextChunk } from './textColumn.ts';

const WORD = 4;
const HEADER = 2 * WORD;

/** Bytes in which the length of a text is stored. */
type LengthWidth = 1 | 2 | 4;

/** A chunk of texts as it is stored: the texts one after another, or numbers of their parts. */
export type StoredTexts = TextChunk | CodedTextChunk;

/**
 * Plain stored form of a chunk of texts, little-endian: number of rows (32 bits), width of a length in bytes (32 bits: 1, 2
 * or 4, the least that holds the longest), the length of each row in UTF-16 code units, zeros up to a multiple of four
 * bytes, then the joined text as UTF-8.
 */
export function textChunkToBytes(chunk: TextChunk): Uint8Array<ArrayBuffer> {
  const { ends, utf8 } = chunk;
  const rows = ends.length;
  let longest = 0;
  let last = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = ends[row]!;
    if (end - last > longest) longest = end - last;
    last = end;
  }
  const width: LengthWidth = longest < 1 << 8 ? 1 : longest < 1 << 16 ? 2 : 4;
  const start = textStart(rows, width);
  const bytes = new Uint8Array(start + utf8.length);
  new Uint32Array(bytes.buffer, 0, 2).set([rows, width]);
  if (width === 1) fillShortLengths(new Uint8Array(bytes.buffer, HEADER, rows), ends);
  else {
    const lengths = lengthsIn(bytes.buffer, rows, width);
    for (let row = 0; row < rows; row += 1) lengths[row] = lengthAt(ends, row);
  }
  bytes.set(utf8, start);
  return bytes;
}

/** Reads either stored form, the texts spelled out; `undefined` when the bytes are not a chunk of that many rows. */
export function bytesToTextChunk(bytes: ArrayBuffer, rows: number): TextChunk | undefined {
  const chunk = bytesToStoredTexts(bytes, rows);
  return chunk && 'utf8' in chunk ? chunk : chunk?.spelledOut();
}

/**
 * Reads either stored form as it lies, without copying the text; `undefined` when the bytes are not a chunk of that many
 * rows.
 */
export function bytesToStoredTexts(bytes: ArrayBuffer, rows: number): StoredTexts | undefined {
  if (bytes.byteLength < HEADER) return undefined;
  const [storedRows, width] = new Uint32Array(bytes, 0, 2);
  if (width === CODED_FORM) return bytesToCodedChunk(bytes, rows);
  if (storedRows !== rows || (width !== 1 && width !== 2 && width !== 4)) return undefined;
  const start = textStart(rows, width);
  if (bytes.byteLength < start) return undefined;
  const lengths = lengthsIn(bytes, rows, width);
  const ends = new Uint32Array(rows);
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    end += lengths[row]!;
    ends[row] = end;
  }
  return { utf8: new Uint8Array(bytes, start), ends };
}

/** Apart from the other widths, since a loop over one type of array is several times faster. */
function fillShortLengths(lengths: Uint8Array, ends: Uint32Array): void {
  let last = 0;
  for (let row = 0; row < ends.length; row += 1) {
    const end = ends[row]!;
    lengths[row] = end - last;
    last = end;
  }
}

const lengthAt = (ends: Uint32Array, row: number): number => ends[row]! - (row === 0 ? 0 : ends[row - 1]!);

const textStart = (rows: number, width: LengthWidth): number =>
  HEADER + Math.ceil((rows * width) / WORD) * WORD;

function lengthsIn(
  bytes: ArrayBuffer,
  rows: number,
  width: LengthWidth,
): Uint8Array | Uint16Array | Uint32Array {
  if (width === 1) return new Uint8Array(bytes, HEADER, rows);
  return width === 2 ? new Uint16Array(bytes, HEADER, rows) : new Uint32Array(bytes, HEADER, rows);
}
