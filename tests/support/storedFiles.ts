import type { Page } from 'playwright-core';
import { inDatabase } from './clientDatabase.ts';

/** What lies in the database of one client of loaded files, read with the browser's own interface. */
export interface StoredFiles {
  /** Head records as JSON, by id. */
  readonly heads: readonly string[];
  /** `file/column/chunk` with the SHA-256 of the bytes, for files and snapshots. */
  readonly chunks: readonly string[];
  /** Chunks that belong to no head. */
  readonly orphans: readonly string[];
  readonly staging: readonly string[];
  /** Files that the ledger says were imported and not deleted since. */
  readonly recorded: number;
}

/** Reads the loaded files of the client of that name. */
export const readFiles = (page: Page, client: string): Promise<StoredFiles> =>
  inDatabase(page, client, async ({ db, settle }) => {
    const read = db.transaction([...db.objectStoreNames], 'readonly');
    const all = (store: string): Promise<unknown[]> => settle(read.objectStore(store).getAll());
    const [files, snapshots, chunks, staging, ledger] = await Promise.all(
      ['files', 'snapshots', 'chunks', 'staging', 'ledger'].map(all),
    );
    const heads = [...files!, ...snapshots!] as { id: string }[];
    const parts = chunks as { snapshot: string; column: string; chunk: number; bytes: ArrayBuffer }[];
    const names = await Promise.all(
      parts.map(async ({ snapshot, column, chunk, bytes }) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return { snapshot, text: `${snapshot}/${column}/${chunk} ${hex}` };
      }),
    );
    const kinds = (ledger as { entry: { kind: string } }[]).map(({ entry }) => entry.kind);
    const count = (kind: string): number => kinds.filter((found) => found === kind).length;
    return {
      heads: (files as { id: string }[]).map((head) => JSON.stringify(head)).toSorted(),
      chunks: names.map(({ text }) => text).toSorted(),
      orphans: names
        .filter(({ snapshot }) => !heads.some(({ id }) => id === snapshot))
        .map(({ text }) => text),
      staging: (staging as { snapshot: string }[]).map(({ snapshot }) => snapshot),
      recorded: count('fileImported') - count('fileDeleted'),
    };
  });
