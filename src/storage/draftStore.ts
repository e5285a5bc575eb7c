import type { ClientDatabase } from './database.ts';

/** Reads a mutable record that is not a fact; `undefined` when it was never saved. To be validated by the caller. */
export async function loadDraft(db: ClientDatabase, key: string): Promise<unknown> {
  return (await db.drafts.get(key))?.value;
}

/** Saves a mutable record under its key, over the one before. */
export async function saveDraft(db: ClientDatabase, key: string, value: unknown): Promise<void> {
  await db.drafts.put({ key, value });
}

/** What another tab has saved since the draft was last read or saved here. */
export interface DraftTaken {
  readonly stored: unknown;
}

/**
 * Saves a record over the one that `known` tells (as JSON; `undefined` for none), unless another tab has put another
 * one there meanwhile: then nothing is changed and that one is given back. One that is the same already is no conflict.
 */
export async function replaceDraft(
  db: ClientDatabase,
  key: string,
  value: unknown,
  known: string | undefined,
): Promise<DraftTaken | undefined> {
  return db.transaction('rw', db.drafts, async () => {
    const record = await db.drafts.get(key);
    const stored = record && JSON.stringify(record.value);
    if (stored !== undefined && stored !== known && stored !== JSON.stringify(value))
      return { stored: record?.value };
    await db.drafts.put({ key, value });
    return undefined;
  });
}
