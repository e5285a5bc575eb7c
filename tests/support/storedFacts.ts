import type { Page } from 'playwright-core';
import { inDatabase } from './clientDatabase.ts';

/** What lies in the database of one client, read with the browser's own interface and not with Fallow's. */
export interface StoredFacts {
  readonly database: string;
  readonly client: string;
  readonly snapshots: readonly string[];
  /** `snapshot/column/chunk` with the number of bytes. */
  readonly chunks: readonly string[];
  readonly staging: readonly string[];
  /** Hash of every entry, in order. */
  readonly ledger: readonly string[];
  /** Snapshots that the ledger says were imported and not deleted since. */
  readonly recorded: readonly string[];
}

/** The facts of one client by its name. */
export const readClient = (page: Page, client: string): Promise<StoredFacts> =>
  inDatabase(page, client, async ({ db, settle }) => {
    interface Entry {
      readonly entry: {
        readonly hash: string;
        readonly kind: string;
        readonly body: { readonly snapshot?: string };
      };
    }
    const read = db.transaction([...db.objectStoreNames], 'readonly');
    const all = (store: string): Promise<unknown[]> => settle(read.objectStore(store).getAll());
    const keys = (store: string): Promise<IDBValidKey[]> => settle(read.objectStore(store).getAllKeys());
    const [about, snapshots, chunks, staging, ledger] = await Promise.all([
      all('about'),
      keys('snapshots'),
      all('chunks'),
      keys('staging'),
      all('ledger'),
    ]);
    const entries = (ledger as Entry[]).map(({ entry }) => entry);
    const ofKind = (kind: string): string[] =>
      entries.filter((entry) => entry.kind === kind).map((entry) => entry.body.snapshot ?? '');
    const deleted = new Set(ofKind('snapshotDeleted'));
    return {
      database: db.name,
      client: (about as { name: string }[])[0]?.name ?? '',
      snapshots: snapshots.map(String).toSorted(),
      chunks: (chunks as { snapshot: string; column: string; chunk: number; bytes: ArrayBuffer }[]).map(
        ({ snapshot, column, chunk, bytes }) => `${snapshot}/${column}/${chunk} ${bytes.byteLength}`,
      ),
      staging: staging.map(String),
      ledger: entries.map((entry) => entry.hash),
      recorded: ofKind('usersImported')
        .filter((snapshot) => !deleted.has(snapshot))
        .toSorted(),
    };
  });

/** Names of the databases that Fallow keeps in this browser. */
export const storedDatabases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('fallow:')),
  );
