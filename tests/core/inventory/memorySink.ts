import type { ChunkSink } from '../../../src/core/inventory/chunkSink.ts';
import type { TextCodec } from '../../../src/core/inventory/textCodec.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const testCodec: TextCodec = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
};

/** Keeps chunks in memory under `column/chunk`. */
export class MemorySink implements ChunkSink {
  readonly chunks = new Map<string, ArrayBuffer>();

  write(column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.chunks.set(`${column}/${chunk}`, bytes.slice().buffer);
  }

  read(column: string, chunk: number): Promise<ArrayBuffer> {
    return Promise.resolve(this.chunks.get(`${column}/${chunk}`)!);
  }

  readonly chunkOf = (column: string, chunk: number): ArrayBuffer | undefined =>
    this.chunks.get(`${column}/${chunk}`);
}
