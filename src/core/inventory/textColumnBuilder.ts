import { ownedText } from './ownedText.ts';
import type { TextCodec } from './textCodec.ts';
import type { TextChunk } from './textColumn.ts';

/** How finished chunks of a text column leave the builder, and come back when a late row changes one. */
export interface TextChunkStore {
  write(index: number, chunk: TextChunk): void;
  read(index: number): Promise<TextChunk>;
}

/**
 * Builds a text column row by row. A chunk is encoded once, when it is full, and handed to the store. A text that
 * arrives for a row of such a chunk waits until `finish`, which rewrites the few chunks concerned.
 */
export class TextColumnBuilder {
  private count = 0;
  private open: string[] = [];
  private readonly late = new Map<number, Map<number, string>>();
  /** 1 where the row has a text. */
  private filled = new Uint8Array(1 << 10);

  constructor(
    private readonly chunkRows: number,
    private readonly codec: TextCodec,
    private readonly store: TextChunkStore,
  ) {}

  get length(): number {
    return this.count;
  }

  push(text: string): void {
    if (this.count === this.filled.length) {
      const wider = new Uint8Array(this.filled.length * 2);
      wider.set(this.filled);
      this.filled = wider;
    }
    if (text !== '') this.filled[this.count] = 1;
    this.open.push(text);
    this.count += 1;
    if (this.open.length === this.chunkRows) this.seal();
  }

  /** Sets the text of a row that has none yet. */
  fillIfEmpty(row: number, text: string): void {
    if (text !== '' && this.filled[row] === 0) this.replace(row, text);
  }

  replace(row: number, text: string): void {
    this.filled[row] = text === '' ? 0 : 1;
    const chunk = Math.floor(row / this.chunkRows);
    const offset = row - chunk * this.chunkRows;
    if (chunk * this.chunkRows === this.count - this.open.length) {
      this.open[offset] = text;
      return;
    }
    const changes = this.late.get(chunk) ?? new Map<number, string>();
    changes.set(offset, ownedText(text));
    this.late.set(chunk, changes);
  }

  async finish(): Promise<void> {
    if (this.open.length > 0) this.seal();
    for (const [chunk, changes] of this.late) {
      const texts = textsOfChunk(await this.store.read(chunk), this.codec);
      for (const [offset, text] of changes) texts[offset] = text;
      this.store.write(chunk, buildTextChunk(texts, this.codec));
    }
    this.late.clear();
  }

  private seal(): void {
    const index = Math.floor((this.count - 1) / this.chunkRows);
    this.store.write(index, buildTextChunk(this.open, this.codec));
    this.open = [];
  }
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
