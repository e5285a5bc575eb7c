import { fail, succeed, type Result } from '../core/base/result.ts';
import {
  HELD_COLUMNS,
  decodeColumns,
  decodeHeldSeats,
  numbersToDecode,
} from '../core/inventory/decodeColumns.ts';
import { NumberReader, type ChunkOf } from '../core/inventory/numberReader.ts';
import type { HeldSeats } from '../core/inventory/seatHistory.ts';
import type { Snapshot } from '../core/inventory/snapshot.ts';
import { STRINGS_COLUMN } from '../core/inventory/snapshotLayout.ts';
import type { ChunkRecord, ClientDatabase } from './database.ts';
import { deleteChunks } from './deleteChunks.ts';
import { withDeadImport, type Locks } from './importLock.ts';
import { beginColumns, readColumns } from './readColumns.ts';
import { readSnapshotHead, type SnapshotHead, type SnapshotProblem } from './snapshotHead.ts';
import { computedColumn, loadComputed } from './snapshotExtra.ts';
import { utf8Codec } from './utf8Codec.ts';

/** Column under which the rejected rows of an import are stored: lines of CSV as UTF-8, in file order. */
export const REJECTED_COLUMN = 'rejected';

/** A snapshot in memory. Its numbers can be used at once, its texts after `loadTexts`. */
export interface LoadedSnapshot {
  readonly head: SnapshotHead;
  readonly snapshot: Snapshot;
  /** Names of all text columns. */
  readonly textColumns: readonly string[];
  /** Loads the text columns (all, or those named as in the layout, such as `account.email`); once each. */
  loadTexts(columns?: readonly string[]): Promise<Result<null, SnapshotProblem>>;
  /** What was kept with the snapshot under a name, see `loadComputed`. */
  loadComputed(name: string): Promise<ArrayBuffer | undefined>;
  /** Whether a text column that was loaded has an empty row; `true` for one that the snapshot lacks. */
  hasEmptyText(column: string): boolean;
}

/** What will be asked for next: names of what was kept with a snapshot, and text columns. */
export interface ReadAhead {
  readonly computed: readonly string[];
  readonly texts: readonly string[];
}

/** Heads of all snapshots in the order of import, or the first that cannot be read. */
export async function listSnapshots(db: ClientDatabase): Promise<Result<SnapshotHead[], SnapshotProblem>> {
  const heads: SnapshotHead[] = [];
  for (const record of await db.snapshots.toArray()) {
    const read = readSnapshotHead(record);
    if (!read.ok) return read;
    heads.push(read.value);
  }
  return succeed(heads.toSorted((a, b) => a.sequence - b.sequence));
}

/**
 * Loads the numeric columns and the string table: all that categories and counts need. `ahead`: what is read
 * right behind them, since it will be asked for next.
 */
export async function loadSnapshot(
  db: ClientDatabase,
  id: string,
  ahead: ReadAhead = { computed: [], texts: [] },
): Promise<Result<LoadedSnapshot, SnapshotProblem>> {
  const record = await db.snapshots.get(id);
  if (!record) return fail({ kind: 'missing', snapshot: id });
  const read = readSnapshotHead(record);
  if (!read.ok) return read;
  const head = read.value;
  const numbers = numbersToDecode(head.layout);
  const needed = [...numbers.map(({ column }) => column), STRINGS_COLUMN];
  const begun = new Map(
    beginColumns(db, id, [...needed, ...ahead.computed.map(computedColumn), ...ahead.texts]),
  );

  const stored = new Map<string, ChunkRecord[]>();
  const chunkOf: ChunkOf = (column, chunk) =>
    stored.get(column)?.find((found) => found.chunk === chunk)?.bytes;
  const reader = new NumberReader(head.layout.chunkRows, chunkOf);
  for (const numeric of numbers) {
    stored.set(numeric.column, await begun.get(numeric.column)!);
    reader.readAhead(numeric);
  }
  stored.set(STRINGS_COLUMN, await begun.get(STRINGS_COLUMN)!);
  const decoded = decodeColumns(head.layout, chunkOf, utf8Codec, reader);
  if (!decoded.ok) return fail({ kind: 'damaged', snapshot: id, part: decoded.failure.column });
  const { snapshot, textColumns, fillText, hasEmptyText } = decoded.value;
  const loaded = new Set<string>();

  return succeed({
    head,
    snapshot,
    textColumns: textColumns.map(({ column }) => column),
    hasEmptyText,
    async loadComputed(name) {
      const reading = begun.get(computedColumn(name));
      begun.delete(computedColumn(name));
      return reading ? (await reading)[0]?.bytes : loadComputed(db, id, name);
    },
    async loadTexts(columns = textColumns.map(({ column }) => column)) {
      const wanted = textColumns.filter(({ column }) => columns.includes(column) && !loaded.has(column));
      const anew = wanted.map(({ column }) => column).filter((column) => !begun.has(column));
      const readings = new Map([...begun, ...beginColumns(db, id, anew)]);
      for (const { column } of wanted) begun.delete(column);
      for (const { column, chunks } of wanted) {
        const records = await readings.get(column)!;
        const isWhole = records.every(({ chunk, bytes }) => fillText(column, chunk, bytes));
        if (!isWhole || records.length !== chunks)
          return fail({ kind: 'damaged', snapshot: id, part: column });
        loaded.add(column);
      }
      return succeed(null);
    },
  });
}

/** Loads whose seats a snapshot holds, and nothing else of it. */
export async function loadHeldSeats(
  db: ClientDatabase,
  id: string,
): Promise<Result<HeldSeats, SnapshotProblem>> {
  const record = await db.snapshots.get(id);
  if (!record) return fail({ kind: 'missing', snapshot: id });
  const head = readSnapshotHead(record);
  if (!head.ok) return head;
  const stored = await readColumns(db, id, HELD_COLUMNS);
  const decoded = decodeHeldSeats(
    head.value.layout,
    (column, chunk) => stored.get(column)?.find((found) => found.chunk === chunk)?.bytes,
    utf8Codec,
  );
  return decoded.ok ? decoded : fail({ kind: 'damaged', snapshot: id, part: decoded.failure.column });
}

/** Rejected rows of an import of any kind as CSV lines without a header; `''` when there are none. */
export async function loadRejectedRows(db: ClientDatabase, id: string): Promise<string> {
  const chunks = (await readColumns(db, id, [REJECTED_COLUMN])).get(REJECTED_COLUMN) ?? [];
  return chunks.map(({ bytes }) => utf8Codec.decode(new Uint8Array(bytes))).join('');
}

/**
 * Deletes a snapshot: first its head together with whatever `withinDelete` writes, then its columns in small steps.
 * `withinDelete` may await nothing but this database.
 */
export async function deleteSnapshot(
  db: ClientDatabase,
  id: string,
  withinDelete: () => Promise<void>,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await withinDelete();
    await db.snapshots.delete(id);
  });
  await deleteChunks(db, id);
}

/**
 * Removes what broken imports and deletions left behind: chunks without a head, unless an import that is alive in some
 * tab stages them. To be called when a client is opened. Returns the number of imports cleaned away.
 */
export async function cleanOrphans(db: ClientDatabase, locks: Locks | undefined): Promise<number> {
  const { heads, staged, chunked } = await db.transaction(
    'r',
    [db.snapshots, db.files, db.staging, db.chunks],
    async () => ({
      heads: new Set([
        ...(await db.snapshots.toCollection().primaryKeys()),
        ...(await db.files.toCollection().primaryKeys()),
      ]),
      staged: await db.staging.toCollection().primaryKeys(),
      chunked: (await db.chunks.orderBy('snapshot').uniqueKeys()) as string[],
    }),
  );
  let cleaned = 0;
  for (const snapshot of chunked) {
    if (heads.has(snapshot) || staged.includes(snapshot)) continue;
    await deleteChunks(db, snapshot);
    cleaned += 1;
  }
  for (const snapshot of staged) {
    await withDeadImport(locks, snapshot, async () => {
      // The import may have been committed since the lists were read.
      if (!(await db.staging.get(snapshot))) return;
      await deleteChunks(db, snapshot);
      await db.staging.delete(snapshot);
      cleaned += 1;
    });
  }
  return cleaned;
}
