import type { ScannedRows } from '../ingest/rowScanner.ts';
import { utf16Length } from '../ingest/utf8Bytes.ts';
import { ownedText } from './ownedText.ts';
import type { TextCodec } from './textCodec.ts';
import type { TextChunk } from './textColumn.ts';

/** How finished chunks of a text column leave the builder, and come back when a late row changes one. */
export interface TextChunkStore {
  /** The chunk is valid only during the call. */
  write(index: number, chunk: TextChunk): void;
  read(index: number): Promise<TextChunk>;
}

/** Rows that are encoded together: enough to be quick, few enough that their texts never grow old in memory. */
const BATCH_ROWS = 512;
/** Bytes that are copied together, and the bits that only letters beyond ASCII have. */
const WORD = 4;
const NOT_ASCII = 0x8080_8080;

/**
 * Builds a text column row by row. Texts are encoded in small batches; a full chunk is handed to the store. A text that
 * arrives for a row which is already encoded waits until `finish`, which rewrites the few chunks concerned.
 */
export class TextColumnBuilder {
  private count = 0;
  private batch: string[] = [];
  /** The open chunk: its encoded texts, and the end of every row in UTF-16 code units. */
  private utf8 = new Uint8Array(1 << 12);
  private utf8Length = 0;
  private readonly ends: Uint32Array;
  private chunkCount = 0;
  private end = 0;
  /** Where the last row's text starts in `utf8`, when it came as bytes; else −1. */
  private lastSpan = -1;
  private readonly late = new Map<number, Map<number, string>>();
  /** 1 where the row has a text. */
  private filled = new Uint8Array(1 << 10);

  constructor(
    private readonly chunkRows: number,
    private readonly codec: TextCodec,
    private readonly store: TextChunkStore,
  ) {
    this.ends = new Uint32Array(chunkRows);
  }

  get length(): number {
    return this.count;
  }

  /** Makes room for so many rows. To be called while there is none. */
  reserve(rows: number): void {
    if (rows > this.filled.length) this.filled = new Uint8Array(rows);
  }

  push(text: string): void {
    if (this.count === this.filled.length) this.filled = widened(this.filled, this.count * 2);
    if (text !== '') this.filled[this.count] = 1;
    this.batch.push(text);
    this.count += 1;
    if (this.chunkCount + this.batch.length === this.chunkRows) this.seal();
    else if (this.batch.length === BATCH_ROWS) this.encodeBatch();
  }

  /** As `push`, for a text that stands in bytes of valid UTF-8. The bytes are copied. */
  pushSpan(bytes: Uint8Array, start: number, end: number): void {
    if (this.batch.length > 0) this.encodeBatch();
    if (this.count === this.filled.length) this.filled = widened(this.filled, this.count * 2);
    if (start < end) this.filled[this.count] = 1;
    this.count += 1;
    let into = this.utf8Length;
    this.lastSpan = into;
    const needed = into + end - start;
    if (needed > this.utf8.length) this.utf8 = widened(this.utf8, Math.max(needed, this.utf8.length * 2));
    const { utf8 } = this;
    for (let at = start; at < end; at += 1) {
      utf8[into] = bytes[at]!;
      into += 1;
    }
    this.utf8Length = into;
    this.end += utf16Length(bytes, start, end);
    this.ends[this.chunkCount] = this.end;
    this.chunkCount += 1;
    if (this.chunkCount === this.chunkRows) this.seal();
  }

  /** As `pushSpan`, for the cells at one position of the rows from `from` to `to`. */
  pushCells(rows: ScannedRows, position: number, from: number, to: number): void {
    if (this.batch.length > 0) this.encodeBatch();
    const count = this.count + to - from;
    if (count > this.filled.length) this.filled = widened(this.filled, Math.max(count, this.count * 2));
    for (let row = from; row < to;) {
      const until = Math.min(to, row + this.chunkRows - this.chunkCount);
      this.copyCells(rows, position, row, until);
      if (this.chunkCount === this.chunkRows) this.seal();
      row = until;
    }
  }

  /** Copies cells into the open chunk, which has room for their rows. */
  private copyCells(
    { bytes, cells, rowStarts }: ScannedRows,
    position: number,
    from: number,
    to: number,
  ): void {
    const most = cells[(rowStarts[to - 1]! + position) * 2 + 1]! - cells[(rowStarts[from]! + position) * 2]!;
    const needed = this.utf8Length + most;
    if (needed > this.utf8.length) this.utf8 = widened(this.utf8, Math.max(needed, this.utf8.length * 2));
    const { utf8, ends, filled } = this;
    const source = viewOf(bytes);
    const target = viewOf(utf8);
    let { chunkCount, count, end } = this;
    let into = this.utf8Length;
    for (let row = from; row < to; row += 1) {
      const cell = (rowStarts[row]! + position) * 2;
      const start = cells[cell]!;
      const stop = cells[cell + 1]!;
      const shift = into - start;
      let bits = 0;
      if (stop - start >= WORD) {
        for (let at = start; at < stop - WORD; at += WORD) {
          const word = source.getInt32(at, true);
          target.setInt32(at + shift, word, true);
          bits |= word;
        }
        const last = source.getInt32(stop - WORD, true);
        target.setInt32(stop - WORD + shift, last, true);
        bits |= last;
      } else {
        for (let at = start; at < stop; at += 1) {
          const byte = bytes[at]!;
          utf8[at + shift] = byte;
          bits |= byte;
        }
      }
      into += stop - start;
      end += (bits & NOT_ASCII) === 0 ? stop - start : utf16Length(bytes, start, stop);
      ends[chunkCount] = end;
      chunkCount += 1;
      if (start < stop) filled[count] = 1;
      count += 1;
    }
    const last = (rowStarts[to - 1]! + position) * 2;
    this.lastSpan = into - (cells[last + 1]! - cells[last]!);
    this.utf8Length = into;
    this.chunkCount = chunkCount;
    this.count = count;
    this.end = end;
  }

  /** Whether a row has no text yet. */
  isEmpty(row: number): boolean {
    return this.filled[row] === 0;
  }

  /** Sets the text of a row that has none yet. */
  fillIfEmpty(row: number, text: string): void {
    if (text !== '' && this.filled[row] === 0) this.replace(row, text);
  }

  replace(row: number, text: string): void {
    this.filled[row] = text === '' ? 0 : 1;
    const waiting = row - (this.count - this.batch.length);
    if (waiting >= 0) {
      this.batch[waiting] = text;
      return;
    }
    if (row === this.count - 1 && this.lastSpan >= 0) {
      this.takeBack();
      this.push(text);
      return;
    }
    const chunk = Math.floor(row / this.chunkRows);
    const changes = this.late.get(chunk) ?? new Map<number, string>();
    changes.set(row - chunk * this.chunkRows, ownedText(text));
    this.late.set(chunk, changes);
  }

  /** Forgets the last row, which came as bytes: rows of one account often follow one another. */
  private takeBack(): void {
    this.utf8Length = this.lastSpan;
    this.lastSpan = -1;
    this.chunkCount -= 1;
    this.count -= 1;
    this.end = this.chunkCount === 0 ? 0 : this.ends[this.chunkCount - 1]!;
  }

  async finish(): Promise<void> {
    if (this.chunkCount + this.batch.length > 0) this.seal();
    for (const [chunk, changes] of this.late) {
      const texts = textsOfChunk(await this.store.read(chunk), this.codec);
      for (const [offset, text] of changes) texts[offset] = text;
      this.store.write(chunk, buildTextChunk(texts, this.codec));
    }
    this.late.clear();
  }

  private encodeBatch(): void {
    if (this.batch.length === 0) return;
    this.lastSpan = -1;
    for (const text of this.batch) {
      this.end += text.length;
      this.ends[this.chunkCount] = this.end;
      this.chunkCount += 1;
    }
    const encoded = this.codec.encode(this.batch.join(''));
    const needed = this.utf8Length + encoded.length;
    if (needed > this.utf8.length) this.utf8 = widened(this.utf8, Math.max(needed, this.utf8.length * 2));
    this.utf8.set(encoded, this.utf8Length);
    this.utf8Length = needed;
    this.batch = [];
  }

  private seal(): void {
    this.encodeBatch();
    const index = Math.floor((this.count - 1) / this.chunkRows);
    this.store.write(index, {
      utf8: this.utf8.subarray(0, this.utf8Length),
      ends: this.ends.subarray(0, this.chunkCount),
    });
    this.utf8Length = 0;
    this.chunkCount = 0;
    this.end = 0;
    this.lastSpan = -1;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function widened(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(length);
  wider.set(bytes);
  return wider;
}

/** Joins texts into a chunk. */
export function buildTextChunk(texts: readonly string[], codec: TextCodec): TextChunk {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (let row = 0; row < texts.length; row += 1) {
    end += texts[row]!.length;
    ends[row] = end;
  }
  return { utf8: codec.encode(texts.join('')), ends };
}

/** The single texts of a chunk. */
export function textsOfChunk(chunk: TextChunk, codec: TextCodec): string[] {
  const joined = codec.decode(chunk.utf8);
  const texts: string[] = [];
  let start = 0;
  for (const end of chunk.ends) {
    texts.push(joined.slice(start, end));
    start = end;
  }
  return texts;
}
