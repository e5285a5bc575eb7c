import type { ScannedRows } from '../ingest/rowScanner.ts';
import { utf8Length } from '../ingest/utf8Bytes.ts';
import type { ChunkSink } from './chunkSink.ts';
import { CodedTexts } from './codedTexts.ts';
import { codedTextsToBytes } from './codedTextBytes.ts';
import { ownedText } from './ownedText.ts';
import { rowsInChunk } from './snapshotLayout.ts';
import { readTextChunk } from './sunkTextColumn.ts';
import { textChunkToBytes } from './textChunkBytes.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextChunk } from './textColumn.ts';
import type { TextCodec } from './textCodec.ts';

/** Texts that are encoded together. */
const BATCH_ROWS = 512;

/**
 * Builds a column of original texts of dates row by row, as numbers of their parts. Full chunks leave for the sink under
 * the column's name. A text that arrives for a row of such a chunk waits until `finish`, which rewrites the few chunks
 * concerned. What is written depends on nothing but the texts that the rows have in the end.
 */
export class CodedTextBuilder {
  private count = 0;
  private batch: string[] = [];
  private readonly open: CodedTexts;
  /** Whether a text of the open chunk was replaced, so that parts may be left over or out of order. */
  private isReplaced = false;
  private readonly late = new Map<number, Map<number, string>>();

  constructor(
    private readonly name: string,
    private readonly chunkRows: number,
    private readonly codec: TextCodec,
    private readonly sink: ChunkSink,
  ) {
    this.open = new CodedTexts(chunkRows);
  }

  get length(): number {
    return this.count;
  }

  push(text: string): void {
    this.batch.push(text);
    this.count += 1;
    if (this.open.count + this.batch.length === this.chunkRows) this.seal();
    else if (this.batch.length === BATCH_ROWS) this.encodeBatch();
  }

  /** As `push`, for a text that stands in bytes of valid UTF-8. */
  pushSpan(bytes: Uint8Array, start: number, end: number): void {
    if (this.batch.length > 0) this.encodeBatch();
    this.open.set(this.open.count, bytes, start, end);
    this.count += 1;
    if (this.open.count === this.chunkRows) this.seal();
  }

  /** As `pushSpan`, for the cells at one position of the rows from `from` to `to`. */
  pushCells({ bytes, cells, rowStarts }: ScannedRows, position: number, from: number, to: number): void {
    if (this.batch.length > 0) this.encodeBatch();
    const { open, chunkRows } = this;
    for (let row = from; row < to; row += 1) {
      const cell = (rowStarts[row]! + position) * 2;
      open.set(open.count, bytes, cells[cell]!, cells[cell + 1]!);
      this.count += 1;
      if (open.count === chunkRows) this.seal();
    }
  }

  /** Sets the text of a row that is there. */
  replace(row: number, text: string): void {
    const waiting = row - (this.count - this.batch.length);
    if (waiting >= 0) {
      this.batch[waiting] = text;
      return;
    }
    const inOpen = waiting + this.open.count;
    if (inOpen >= 0) {
      const bytes = this.codec.encode(text);
      this.open.set(inOpen, bytes, 0, bytes.length);
      this.isReplaced = true;
      return;
    }
    const chunk = Math.floor(row / this.chunkRows);
    const changes = this.late.get(chunk) ?? new Map<number, string>();
    changes.set(row - chunk * this.chunkRows, ownedText(text));
    this.late.set(chunk, changes);
  }

  async finish(): Promise<void> {
    if (this.open.count + this.batch.length > 0) this.seal();
    for (const [index, changes] of this.late) {
      const rows = rowsInChunk(this.count, this.chunkRows, index);
      const chunk = await readTextChunk(this.name, index, rows, this.sink);
      const texts = textsOfChunk(chunk, this.codec);
      for (const [offset, text] of changes) texts[offset] = text;
      this.encode(texts);
      this.write(index);
    }
    this.late.clear();
  }

  private encodeBatch(): void {
    this.encode(this.batch);
    this.batch = [];
  }

  private encode(texts: readonly string[]): void {
    const bytes = this.codec.encode(texts.join(''));
    pushTexts(this.open, texts, bytes);
  }

  private seal(): void {
    if (this.batch.length > 0) this.encodeBatch();
    if (this.isReplaced) this.numberAnew();
    this.write(Math.floor((this.count - 1) / this.chunkRows));
  }

  /** Numbers the parts of the open chunk as if its texts had come as they are now. */
  private numberAnew(): void {
    const texts = textsOfChunk(this.open.chunk().spelledOut(), this.codec);
    this.open.clear();
    this.encode(texts);
  }

  private write(index: number): void {
    const { open } = this;
    this.sink.write(this.name, index, toBytes(open));
    open.clear();
    this.isReplaced = false;
  }
}

/** Stored form of a chunk of original texts of dates, as the builder writes it. */
export function dateTextsToBytes(chunk: TextChunk, codec: TextCodec): Uint8Array<ArrayBuffer> {
  const coded = new CodedTexts(chunk.ends.length);
  pushTexts(coded, textsOfChunk(chunk, codec), chunk.utf8);
  return toBytes(coded);
}

const toBytes = (texts: CodedTexts): Uint8Array<ArrayBuffer> =>
  codedTextsToBytes(texts) ?? textChunkToBytes(texts.chunk().spelledOut());

/** Appends texts whose bytes stand one after another. */
function pushTexts(coded: CodedTexts, texts: readonly string[], bytes: Uint8Array): void {
  let at = 0;
  for (const text of texts) {
    const end = at + utf8Length(text);
    coded.set(coded.count, bytes, at, end);
    at = end;
  }
}
