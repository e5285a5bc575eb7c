import { CodedTextChunk, type PlaceCodes, type PlaceParts } from './codedTextChunk.ts';
import type { CodedTexts } from './codedTexts.ts';

/** Stands where the plain form of a chunk of texts has the width of a length. */
export const CODED_FORM = 0;

/** Places of parts in a text. */
const PLACES = 3;
const HEADER_WORDS = 2 + PLACES;
const HEADER = HEADER_WORDS * Uint32Array.BYTES_PER_ELEMENT;
const LONGEST_PART = 0xff;
const MOST_PARTS = 1 << 16;

/** Bytes of a row's code at a place with so many parts: none where all rows have the same. */
const codeWidth = (parts: number): 0 | 1 | 2 => (parts === 1 ? 0 : parts <= 0x100 ? 1 : 2);

/**
 * Stored form of a chunk of texts as parts, little-endian: number of rows and the form (32 bits each), number of parts
 * at each place (32 bits each); the part of every row at each place with more than 256 parts (16 bits each), then at
 * each with 2 to 256 (8 bits each); the length of every part in bytes (8 bits each), place after place; the parts.
 *
 * `undefined` where that takes no fewer bytes than the texts alone, or a part is longer than 255 bytes. Which form is
 * chosen depends on nothing but the texts.
 */
export function codedTextsToBytes(texts: CodedTexts): Uint8Array<ArrayBuffer> | undefined {
  const { count: rows, codes, places } = texts;
  let size = HEADER;
  let plain = 0;
  const lengths: Uint8Array[] = [];
  for (const [place, parts] of places.entries()) {
    const ofParts = lengthsOf(parts);
    if (!ofParts || parts.count > MOST_PARTS) return undefined;
    lengths.push(ofParts);
    size += codeWidth(parts.count) * rows + parts.count + bytesOf(parts);
    plain += sumOfLengths(ofParts, codes[place]!);
  }
  if (size >= plain) return undefined;

  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer, 0, HEADER_WORDS).set([rows, CODED_FORM, ...places.map(({ count }) => count)]);
  let at = HEADER;
  for (const width of [2, 1] as const) {
    for (const [place, { count }] of places.entries()) {
      if (codeWidth(count) !== width) continue;
      if (width === 2) new Uint16Array(bytes.buffer, at, rows).set(codes[place]!);
      else bytes.set(codes[place]!, at);
      at += rows * width;
    }
  }
  for (const ofParts of lengths) {
    bytes.set(ofParts, at);
    at += ofParts.length;
  }
  for (const parts of places) {
    bytes.set(parts.pool.subarray(0, bytesOf(parts)), at);
    at += bytesOf(parts);
  }
  return bytes;
}

/** Reads the stored form without copying codes or parts; `undefined` when the bytes are not such a chunk of that many rows. */
export function bytesToCodedChunk(bytes: ArrayBuffer, rows: number): CodedTextChunk | undefined {
  if (bytes.byteLength < HEADER) return undefined;
  const [storedRows, form, ...counts] = new Uint32Array(bytes, 0, HEADER_WORDS);
  const isChunk = storedRows === rows && form === CODED_FORM && counts.every((n) => n > 0 && n <= MOST_PARTS);
  const start = counts.reduce((sum, count) => sum + codeWidth(count) * rows, HEADER);
  const poolStart = counts.reduce((sum, count) => sum + count, start);
  if (!isChunk || bytes.byteLength < poolStart) return undefined;

  const codes: PlaceCodes[] = counts.map(() => undefined);
  let at = HEADER;
  for (const width of [2, 1] as const) {
    for (const [place, count] of counts.entries()) {
      if (codeWidth(count) !== width) continue;
      const ofPlace = width === 2 ? new Uint16Array(bytes, at, rows) : new Uint8Array(bytes, at, rows);
      if (highestOf(ofPlace) >= count) return undefined;
      codes[place] = ofPlace;
      at += rows * width;
    }
  }
  const places: PlaceParts[] = [];
  let pool = poolStart;
  for (const count of counts) {
    const ends = endsOf(new Uint8Array(bytes, at, count));
    at += count;
    const end = ends[count - 1]!;
    if (pool + end > bytes.byteLength) return undefined;
    places.push({ count, ends, pool: new Uint8Array(bytes, pool, end) });
    pool += end;
  }
  return pool === bytes.byteLength ? new CodedTextChunk(rows, codes, places) : undefined;
}

const bytesOf = ({ ends, count }: PlaceParts): number => (count === 0 ? 0 : ends[count - 1]!);

function lengthsOf({ ends, count }: PlaceParts): Uint8Array | undefined {
  const lengths = new Uint8Array(count);
  let start = 0;
  for (let part = 0; part < count; part += 1) {
    const length = ends[part]! - start;
    if (length > LONGEST_PART) return undefined;
    lengths[part] = length;
    start = ends[part]!;
  }
  return lengths;
}

function endsOf(lengths: Uint8Array): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  for (let part = 0; part < lengths.length; part += 1) {
    end += lengths[part]!;
    ends[part] = end;
  }
  return ends;
}

function sumOfLengths(lengths: Uint8Array, codes: Uint32Array): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row += 1) sum += lengths[codes[row]!]!;
  return sum;
}

/** A loop for each width: one over several types of array is many times slower. */
function highestOf(codes: Uint8Array | Uint16Array): number {
  let highest = 0;
  if (codes instanceof Uint8Array) {
    for (let row = 0; row < codes.length; row += 1) if (codes[row]! > highest) highest = codes[row]!;
  } else {
    for (let row = 0; row < codes.length; row += 1) if (codes[row]! > highest) highest = codes[row]!;
  }
  return highest;
}
