import type { Page } from 'playwright-core';
import { inDatabase } from './clientDatabase.ts';

/**
 * Puts the records of a client back into a database of the first version: its stores alone, made with the browser's own
 * interface. The page must not have the client open. Returns the stores that the first version did not have, with what
 * is lost in them.
 */
export function makeVersionOne(
  page: Page,
  client: string,
): Promise<readonly { readonly store: string; readonly records: number }[]> {
  return inDatabase(page, client, async ({ db, settle }) => {
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
    const found = new Map<string, unknown[]>();
    for (const store of db.objectStoreNames) {
      found.set(store, await settle(db.transaction(store).objectStore(store).getAll()));
    }
    db.close();
    await settle(indexedDB.deleteDatabase(db.name));
    const opening = indexedDB.open(db.name, FIRST);
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
  });
}

/** Version of a client's database as the browser counts it, and its stores. */
export const versionOf = (
  page: Page,
  client: string,
): Promise<{ readonly version: number; readonly stores: readonly string[] }> =>
  inDatabase(page, client, async ({ db }) => ({ version: db.version, stores: [...db.objectStoreNames] }));

/** Raises the version of a client's database, as a newer Fallow would. */
export const openNewer = (page: Page, client: string): Promise<void> =>
  inDatabase(page, client, async ({ db, settle }) => {
    const newer = db.version + 10;
    db.close();
    (await settle(indexedDB.open(db.name, newer))).close();
  });
