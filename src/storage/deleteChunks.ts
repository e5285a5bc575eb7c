import type { ClientDatabase } from './database.ts';

/** Chunks deleted in one transaction: few, because one large deletion can bring a browser down. */
const BATCH = 32;

/** Deletes all chunks of a snapshot in small steps. Stopping in between leaves the rest for `cleanOrphans`. */
export async function deleteChunks(db: ClientDatabase, snapshot: string): Promise<void> {
  for (;;) {
    const keys = await db.chunks.where('snapshot').equals(snapshot).limit(BATCH).primaryKeys();
    if (keys.length === 0) return;
    await db.chunks.bulkDelete(keys);
  }
}
