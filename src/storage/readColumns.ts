import type { ChunkRecord, ClientDatabase } from './database.ts';

/**
 * Begins to read the stored chunks of some columns of a snapshot or file, each in order. Columns are read one after the
 * other as they are named, so that what is needed first can be worked on while the rest is on its way.
 */
export function beginColumns(
  db: ClientDatabase,
  id: string,
  columns: readonly string[],
): ReadonlyMap<string, Promise<ChunkRecord[]>> {
  const begun = new Map<string, Promise<ChunkRecord[]>>();
  const settlers: { resolve(records: ChunkRecord[]): void; reject(error: unknown): void }[] = [];
  for (const column of columns) {
    const reading = new Promise<ChunkRecord[]>((resolve, reject) => settlers.push({ resolve, reject }));
    // A failure is told to whoever asks for the column.
    reading.catch(() => undefined);
    begun.set(column, reading);
  }
  const readAll = async (): Promise<void> => {
    await Promise.all(
      columns.map(async (column, index) => {
        const records = await db.chunks
          .where('[snapshot+column+chunk]')
          .between([id, column, 0], [id, column, Infinity], true, true)
          .toArray();
        settlers[index]!.resolve(records);
      }),
    );
  };
  db.transaction('r', db.chunks, readAll).catch((error: unknown) => {
    for (const { reject } of settlers) reject(error);
  });
  return begun;
}

/** Stored chunks of some columns of a snapshot or file, by column, in order. */
export async function readColumns(
  db: ClientDatabase,
  id: string,
  columns: readonly string[],
): Promise<Map<string, ChunkRecord[]>> {
  const begun = [...beginColumns(db, id, columns)];
  const read = await Promise.all(begun.map(([, reading]) => reading));
  return new Map(begun.map(([column], index) => [column, read[index]!]));
}
