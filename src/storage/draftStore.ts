import type { ClientDatabase } from './database.ts';

/** Reads a mutable record that is not a fact; `undefined` when it was never saved. To be validated by the caller. */
export async function loadDraft(db: ClientDatabase, key: string): Promise<unknown> {
  return (await db.drafts.get(key))?.value;
}

/** Saves a mutable record under its key, over the one before. */
export async function saveDraft(db: ClientDatabase, key: string, value: unknown): Promise<void> {
  await db.drafts.put({ key, value });
}
