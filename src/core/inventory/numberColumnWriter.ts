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
  push(rows: ArrayLike<number>, more = 0): void {
    const { chunk } = this;
    let used = this.length % chunk.length;
    for (let row = 0; row < rows.length; row += 1) {
      chunk[used] = rows[row]! + more;
      used += 1;
      if (used === chunk.length) {
        this.emit(used);
        used = 0;
      }
    }
    this.length += rows.length;
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
