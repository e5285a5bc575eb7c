import type { Dexie } from 'dexie';

/** Why an open database was given up: a newer Fallow wants to upgrade it, or another tab deletes the client. */
export type LostReason = 'newerVersion' | 'wiped';

/**
 * Closes the connection for good when another one wants to upgrade or delete the database. Without this Dexie would
 * close it and silently open it again with the old shapes.
 */
export function giveWay(db: Dexie, onLost: (why: LostReason) => void): void {
  db.on('versionchange', (event) => {
    db.close({ disableAutoOpen: true });
    onLost(event.newVersion === null || event.newVersion === 0 ? 'wiped' : 'newerVersion');
    return false;
  });
}
