import type { ChunkSink } from './chunkSink.ts';
import { rowsInChunk } from './snapshotLayout.ts';
import { TextColumnBuilder } from './textColumnBuilder.ts';
import { bytesToTextChunk, textChunkToBytes } from './textChunkBytes.ts';
import type { TextChunk } from './textColumn.ts';
import type { TextCodec } from './textCodec.ts';

/** A text column whose full chunks leave for the sink under `name` while it is built. */
export function buildSunkTextColumn(
  name: string,
  chunkRows: number,
  codec: TextCodec,
  sink: ChunkSink,
): TextColumnBuilder {
  const column = new TextColumnBuilder(chunkRows, codec, {
    write: (index, chunk) => {
      sink.write(name, index, textChunkToBytes(chunk));
    },
    read: (index) => readTextChunk(name, index, rowsInChunk(column.length, chunkRows, index), sink),
  });
  return column;
}

/** A chunk of texts that was written before. */
export async function readTextChunk(
  name: string,
  index: number,
  rows: number,
  sink: ChunkSink,
): Promise<TextChunk> {
  const chunk = bytesToTextChunk(await sink.read(name, index), rows);
  if (!chunk) throw new Error(`Chunk ${index} of column ${name} came back changed`);
  return chunk;
}
