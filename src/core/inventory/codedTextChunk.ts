import { utf16Length } from '../ingest/utf8Bytes.ts';
import type { TextChunk } from './textColumn.ts';

/** The parts that stand at one place of the texts of a chunk, each once. */
export interface PlaceParts {
  readonly count: number;
  /** Valid UTF-8 where parts are joined to texts, one part after another. */
  readonly pool: Uint8Array;
  /** End of part i in `pool`; it starts where the one before ends. */
  readonly ends: Uint32Array;
}

/** Part of every row at one place; `undefined` where there is one part only. */
export type PlaceCodes = Uint8Array | Uint16Array | Uint32Array | undefined;

const startOf = ({ ends }: PlaceParts, part: number): number => (part === 0 ? 0 : ends[part - 1]!);

/** A chunk of texts as parts. It stays small as long as nobody asks for its texts. */
export class CodedTextChunk {
  /** `codes` and `places`: by place in a text, from its start. */
  constructor(
    private readonly rows: number,
    private readonly codes: readonly PlaceCodes[],
    private readonly places: readonly PlaceParts[],
  ) {}

  /** UTF-8 of one text. */
  bytesOf(row: number): Uint8Array {
    const pieces = this.places.map((parts, place) => {
      const part = this.codes[place]?.[row] ?? 0;
      return parts.pool.subarray(startOf(parts, part), parts.ends[part]!);
    });
    const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  /** All texts, made anew with every call. */
  spelledOut(): TextChunk {
    const { rows, places } = this;
    const codes = this.codes.map((ofPlace) => (ofPlace ? new Uint32Array(ofPlace) : new Uint32Array(rows)));
    const starts = new Uint32Array(rows);
    const ends = new Uint32Array(rows);
    places.forEach((parts, place) => addLengths(codes[place]!, parts, starts, ends));
    let bytes = 0;
    let units = 0;
    for (let row = 0; row < rows; row += 1) {
      const start = bytes;
      bytes += starts[row]!;
      starts[row] = start;
      units += ends[row]!;
      ends[row] = units;
    }
    const utf8 = new Uint8Array(bytes);
    places.forEach((parts, place) => fillParts(codes[place]!, parts, starts, utf8));
    return { utf8, ends };
  }
}

/** Adds the length of every row's part, in bytes and in UTF-16 code units. */
function addLengths(codes: Uint32Array, parts: PlaceParts, bytes: Uint32Array, units: Uint32Array): void {
  const byteLengths = new Uint32Array(parts.count);
  const unitLengths = new Uint32Array(parts.count);
  for (let part = 0; part < parts.count; part += 1) {
    const start = startOf(parts, part);
    byteLengths[part] = parts.ends[part]! - start;
    unitLengths[part] = utf16Length(parts.pool, start, parts.ends[part]!);
  }
  for (let row = 0; row < bytes.length; row += 1) {
    bytes[row]! += byteLengths[codes[row]!]!;
    units[row]! += unitLengths[codes[row]!]!;
  }
}

/** Copies every row's part to where the row's text goes on, and moves that on. */
function fillParts(codes: Uint32Array, parts: PlaceParts, goesOn: Uint32Array, into: Uint8Array): void {
  const { pool, ends } = parts;
  for (let row = 0; row < goesOn.length; row += 1) {
    const part = codes[row]!;
    const end = ends[part]!;
    let to = goesOn[row]!;
    for (let at = part === 0 ? 0 : ends[part - 1]!; at < end; at += 1) {
      into[to] = pool[at]!;
      to += 1;
    }
    goesOn[row] = to;
  }
}
