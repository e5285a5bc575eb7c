import type { Page } from 'playwright-core';

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

/** Reads all clients of the page's origin. */
export function readStored(page: Page): Promise<StoredFacts[]> {
  return page.evaluate(async () => {
    interface Entry {
      readonly entry: {
        readonly hash: string;
        readonly kind: string;
        readonly body: { readonly snapshot?: string };
      };
    }
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
      });
    const facts = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('fallow:')) continue;
      const db = await settle(indexedDB.open(name));
      if (!db.objectStoreNames.contains('ledger')) {
        db.close();
        continue;
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
      facts.push({
        database: name,
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
      });
      db.close();
    }
    return facts;
  });
}

/** The facts of one client by its name. */
export async function readClient(page: Page, client: string): Promise<StoredFacts> {
  const found = (await readStored(page)).find((facts) => facts.client === client);
  if (!found) throw new Error(`The browser holds no client ${client}.`);
  return found;
}
