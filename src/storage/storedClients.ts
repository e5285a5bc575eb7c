import { DATABASE_PREFIX, databaseName } from './databaseName.ts';
import type { AboutRecord } from './database.ts';
import { readStored } from './readStored.ts';

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
  const stored = await storedDatabases(browserStorage());
  return stored.flatMap(({ name, version }) =>
    name?.startsWith(DATABASE_PREFIX) ? [{ id: name.slice(DATABASE_PREFIX.length), version }] : [],
  );
}

/** The stored client of an id, or `undefined` when this browser has none. */
export const findStored = async (id: string): Promise<StoredClient | undefined> =>
  (await storedClients()).find((stored) => stored.id === id);

/** The record about a client as it is stored, or `undefined` where there is none. */
export const readAbout = (id: string): Promise<AboutRecord | undefined> =>
  readStored(browserStorage(), databaseName(id), async (records) =>
    records.has('about')
      ? records.read<AboutRecord | undefined>('about', (about) => about.get('about'))
      : undefined,
  );

/** What this browser keeps databases with. Throws where it keeps none, as a private window may. */
export function browserStorage(): IDBFactory {
  const { indexedDB } = globalThis as { readonly indexedDB?: IDBFactory };
  if (!indexedDB) throw new DOMException('This browser offers no IndexedDB here.', 'InvalidStateError');
  return indexedDB;
}

/** Browsers that cannot name their databases leave it to Dexie, which then keeps a list of those that it made. */
async function storedDatabases(
  factory: IDBFactory,
): Promise<readonly { readonly name?: string; readonly version?: number | undefined }[]> {
  if (typeof factory.databases === 'function') return factory.databases();
  const { Dexie } = await import('dexie');
  return (await Dexie.getDatabaseNames()).map((name) => ({ name }));
}
