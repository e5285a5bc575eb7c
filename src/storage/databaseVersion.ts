import type { Dexie } from 'dexie';

/** The version that this code gives a database, as the browser counts it: ten times Dexie's. */
export const nativeVersion = (db: Dexie): number => Math.round(db.verno * 10);

/** Whether an open database has the version that this code was written for. Dexie opens newer ones without a word. */
export const isOwnVersion = (db: Dexie): boolean => db.backendDB().version === nativeVersion(db);
