import type { ClientDatabase } from './database.ts';

/** Column under which something computed from a snapshot is kept beside it. */
export const computedColumn = (name: string): string => `computed.${name}`;

/**
 * Keeps something that was computed from a snapshot, over what stood under the name before. It goes when the snapshot
 * goes, is no fact, and may be missing at any time; nothing is kept for a snapshot that has been deleted.
 */
export async function saveComputed(
  db: ClientDatabase,
  snapshot: string,
  name: string,
  bytes: ArrayBuffer,
): Promise<void> {
  await db.transaction('rw', db.snapshots, db.chunks, async () => {
    if ((await db.snapshots.where('id').equals(snapshot).count()) === 0) return;
    await db.chunks.put({ snapshot, column: computedColumn(name), chunk: 0, bytes });
  });
}

/** What `saveComputed` kept under the name, if anything. To be checked by the caller. */
export async function loadComputed(
  db: ClientDatabase,
  snapshot: string,
  name: string,
): Promise<ArrayBuffer | undefined> {
  return (await db.chunks.get([snapshot, computedColumn(name), 0]))?.bytes;
}
