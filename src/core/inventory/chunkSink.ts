/**
 * Where a builder puts finished chunks while it is still reading, so that a large file never lies in memory whole.
 * Chunks of one column are numbered from 0; writing a number again replaces the chunk.
 */
export interface ChunkSink {
  write(column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>): void;
  /** A chunk that was written before. */
  read(column: string, chunk: number): Promise<ArrayBuffer>;
}
