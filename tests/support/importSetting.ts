import { afterEach, beforeEach } from 'vitest';
import { readIsoDay } from '../../src/core/base/epochDay.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import { nextTask } from '../../src/worker/thread/importPace.ts';
import type { TableImportTools } from '../../src/worker/thread/importTable.ts';
import type { ImportTools } from '../../src/worker/thread/importUsers.ts';

/** What stands around an import that a test runs without a thread: its database, its day, its tools. */

export const IMPORTED_AT = '2026-06-30T14:02:11+01:00';
export const AS_OF = readIsoDay('2026-06-30')!;

/** The signal of an import that nobody cancels. */
export const LIVE = new AbortController().signal;

/** What a survey asks when nothing is known of the file but its bytes. */
export const SURVEY_ASK = {
  fileTime: undefined,
  system: 'other',
  plan: undefined,
  workspaceZone: 'Europe/London',
  workingDay: AS_OF,
} as const;

let databases = 0;

/** Opens an empty database before each test of the file and deletes it afterwards. */
export function eachInOwnDatabase(use: (db: ClientDatabase) => void): void {
  let db: ClientDatabase;
  beforeEach(() => {
    databases += 1;
    db = new ClientDatabase(`own-${databases}`);
    use(db);
  });
  afterEach(async () => {
    await db.delete();
  });
}

let ids = 0;
const nextId = (): string => {
  ids += 1;
  return `import-${ids}`;
};

const common = (db: ClientDatabase) => ({
  db,
  locks: undefined,
  importedAt: IMPORTED_AT,
  elapsed: () => performance.now(),
  nextTask,
  record: () => Promise.resolve(),
});

/** Tools of the import of a users list, under an id of its own. */
export const usersTools = (db: ClientDatabase, more: Partial<ImportTools> = {}): ImportTools => ({
  ...common(db),
  snapshot: nextId(),
  again: false,
  ...more,
});

/** Tools of the import of a file of another kind, under an id of its own. */
export const tableTools = (db: ClientDatabase, more: Partial<TableImportTools> = {}): TableImportTools => ({
  ...common(db),
  file: nextId(),
  ...more,
});
