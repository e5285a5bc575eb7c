import type { Page } from 'playwright-core';

/**
 * Puts the records of a client back into a database of the first version: its stores alone, made with the browser's own
 * interface. The page must not have the client open. Returns the stores that the first version did not have, with what
 * is lost in them.
 */
export function makeVersionOne(
  page: Page,
  client: string,
): Promise<readonly { readonly store: string; readonly records: number }[]> {
  return page.evaluate(async (wanted) => {
    /** Stores of the first version by name, with their key and indexes. */
    const STORES: Readonly<Record<string, { readonly key: string | string[]; readonly index?: string }>> = {
      about: { key: 'key' },
      snapshots: { key: 'id' },
      chunks: { key: ['snapshot', 'column', 'chunk'], index: 'snapshot' },
      staging: { key: 'snapshot' },
      ledger: { key: 'sequence' },
      drafts: { key: 'key' },
    };
    /** The browser counts ten times the version of the library. */
    const FIRST = 10;
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name!));
      const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
      if (about[0]?.name !== wanted) {
        db.close();
        continue;
      }
      const found = new Map<string, unknown[]>();
      for (const store of db.objectStoreNames) {
        found.set(store, await settle(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
      await settle(indexedDB.deleteDatabase(name!));
      const opening = indexedDB.open(name!, FIRST);
      opening.onupgradeneeded = () => {
        for (const [store, { key, index }] of Object.entries(STORES)) {
          const made = opening.result.createObjectStore(store, { keyPath: key });
          if (index) made.createIndex(index, index);
        }
      };
      const old = await settle(opening);
      for (const store of Object.keys(STORES)) {
        const writing = old.transaction(store, 'readwrite').objectStore(store);
        for (const record of found.get(store) ?? []) await settle(writing.add(record));
      }
      old.close();
      return [...found]
        .filter(([store]) => !(store in STORES))
        .map(([store, records]) => ({ store, records: records.length }));
    }
    throw new Error(`The browser holds no client ${wanted}.`);
  }, client);
}

/** Version of a client's database as the browser counts it, and its stores. */
export function versionOf(
  page: Page,
  client: string,
): Promise<{ readonly version: number; readonly stores: readonly string[] }> {
  return page.evaluate(async (wanted) => {
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name!));
      const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
      const found = { version: db.version, stores: [...db.objectStoreNames] };
      db.close();
      if (about[0]?.name === wanted) return found;
    }
    throw new Error(`The browser holds no client ${wanted}.`);
  }, client);
}
