import type { ChunkRecord, ClientDatabase } from './database.ts';

/** Stored chunks of some columns of a snapshot or file, by column, in order. */
export async function readColumns(
  db: ClientDatabase,
  id: string,
  columns: readonly string[],
): Promise<Map<string, ChunkRecord[]>> {
  const read = await db.transaction('r', db.chunks, () =>
    Promise.all(
      columns.map((column) =>
        db.chunks
          .where('[snapshot+column+chunk]')
          .between([id, column, 0], [id, column, Infinity], true, true)
          .toArray(),
      ),
    ),
  );
  return new Map(columns.map((column, index) => [column, read[index]!]));
}
