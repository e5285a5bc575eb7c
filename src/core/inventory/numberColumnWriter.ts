import type { ChunkSink } from './chunkSink.ts';
import { numbersToChunk } from './numberChunkBytes.ts';

/** A numeric column whose rows come in pieces and leave for the sink in chunks, so that it never stands in memory whole. */
export class NumberColumnWriter {
  /** Rows so far. */
  length = 0;
  private chunks = 0;

  /** `chunk`: room for the rows of one chunk, of the type of the column. */
  constructor(
    private readonly name: string,
    private readonly chunk: Uint32Array | Int32Array,
    private readonly sink: ChunkSink,
  ) {}

  /** Appends `rows`, each with `more` added. */
  push(rows: Uint16Array | Uint32Array | Int32Array, more = 0): void {
    const { chunk } = this;
    for (let from = 0; from < rows.length;) {
      const used = this.length % chunk.length;
      const to = Math.min(rows.length, from + chunk.length - used);
      if (more === 0) chunk.set(rows.subarray(from, to), used);
      else for (let row = from; row < to; row += 1) chunk[used + row - from] = rows[row]! + more;
      this.length += to - from;
      from = to;
      if (this.length % chunk.length === 0) this.emit(chunk.length);
    }
  }

  finish(): void {
    const used = this.length % this.chunk.length;
    if (used > 0) this.emit(used);
  }

  private emit(rows: number): void {
    this.sink.write(this.name, this.chunks, numbersToChunk(this.chunk.subarray(0, rows)));
    this.chunks += 1;
  }
}
