import { Dexie } from 'dexie';
import { DATABASE_PREFIX, databaseName, type AboutRecord } from './database.ts';

/** Why an open database was given up: a newer Fallow wants to upgrade it, or another tab deletes the client. */
export type LostReason = 'newerVersion' | 'wiped';

/** Every client of this browser, the last opened first. Databases that hold no client yet are passed over. */
export async function listClients(): Promise<AboutRecord[]> {
  const clients: AboutRecord[] = [];
  for (const { id } of await storedClients()) {
    const about = await readAbout(id);
    if (about !== undefined) clients.push(about);
  }
  return clients.toSorted((left, right) =>
    left.lastOpenedAt === right.lastOpenedAt ? 0 : left.lastOpenedAt < right.lastOpenedAt ? 1 : -1,
  );
}

export interface StoredClient {
  readonly id: string;
  /** Native version of the database; `undefined` where the browser does not tell without opening it. */
  readonly version: number | undefined;
}

export async function storedClients(): Promise<StoredClient[]> {
  const { indexedDB } = Dexie.dependencies as { readonly indexedDB: IDBFactory | undefined };
  if (indexedDB === undefined) throw new Dexie.MissingAPIError('This browser offers no IndexedDB here.');
  const stored =
    typeof indexedDB.databases === 'function'
      ? await indexedDB.databases()
      : (await Dexie.getDatabaseNames()).map((name) => ({ name, version: undefined }));
  return stored.flatMap(({ name, version }) =>
    name?.startsWith(DATABASE_PREFIX) ? [{ id: name.slice(DATABASE_PREFIX.length), version }] : [],
  );
}

/** The stored client of an id, or `undefined` when this browser has none. */
export const findStored = async (id: string): Promise<StoredClient | undefined> =>
  (await storedClients()).find((stored) => stored.id === id);

/** Reads the record about a client without any expectation of the schema, so that no version is changed by it. */
export async function readAbout(id: string): Promise<AboutRecord | undefined> {
  const db = new Dexie(databaseName(id));
  giveWay(db, () => undefined);
  try {
    await db.open();
    if (!db.tables.some(({ name }) => name === 'about')) return undefined;
    return (await db.table('about').get('about')) as AboutRecord | undefined;
  } finally {
    db.close();
  }
}

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
