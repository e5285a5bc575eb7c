import { Dexie } from 'dexie';
import type { ChunkRecord, ClientDatabase } from './database.ts';

/**
 * Begins to read the stored chunks of some columns of a snapshot or file, each in order. Columns are read one after the
 * other as they are named, so that what is needed first can be worked on while the rest is on its way.
 *
 * The requests are the browser's own, on a transaction of Dexie: what waits for a column must not go on inside that
 * transaction, as whatever waits for a promise of Dexie does.
 */
export function beginColumns(
  db: ClientDatabase,
  id: string,
  columns: readonly string[],
): ReadonlyMap<string, Promise<ChunkRecord[]>> {
  const { IDBKeyRange } = Dexie.dependencies as { readonly IDBKeyRange: typeof globalThis.IDBKeyRange };
  const begun = new Map<string, Promise<ChunkRecord[]>>();
  const requested: ((chunks: IDBObjectStore) => void)[] = [];
  const failed: ((error: unknown) => void)[] = [];
  for (const column of columns) {
    const reading = new Promise<ChunkRecord[]>((resolve, reject) => {
      requested.push((chunks) => {
        const request = chunks.getAll(IDBKeyRange.bound([id, column, 0], [id, column, Infinity]));
        request.onsuccess = () => resolve(request.result as ChunkRecord[]);
      });
      failed.push(reject);
    });
    // A failure is told to whoever asks for the column.
    reading.catch(() => undefined);
    begun.set(column, reading);
  }
  const request = ({ idbtrans }: { readonly idbtrans: IDBTransaction }): void => {
    const chunks = idbtrans.objectStore(db.chunks.name);
    for (const read of requested) read(chunks);
  };
  db.transaction('r', db.chunks, request).catch((error: unknown) => {
    for (const reject of failed) reject(error);
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
