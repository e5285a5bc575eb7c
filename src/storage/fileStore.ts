import { fail, succeed, type Result } from '../core/base/result.ts';
import { decodeFactTable, factColumnsOf } from '../core/inventory/decodeFactTable.ts';
import type { FactTable } from '../core/inventory/factTable.ts';
import type { ClientDatabase } from './database.ts';
import { deleteChunks } from './deleteChunks.ts';
import { readFileHead, type FileHead, type FileProblem } from './fileHead.ts';
import { readColumns } from './readColumns.ts';
import { utf8Codec } from './utf8Codec.ts';

/** Heads of all loaded files but users lists in the order of import, or the first that cannot be read. */
export async function listFiles(db: ClientDatabase): Promise<Result<FileHead[], FileProblem>> {
  const heads: FileHead[] = [];
  for (const record of await db.files.toArray()) {
    const read = readFileHead(record);
    if (!read.ok) return read;
    heads.push(read.value);
  }
  return succeed(heads.toSorted((a, b) => a.sequence - b.sequence));
}

/** Loads the whole table of one file. */
export async function loadFactTable(
  db: ClientDatabase,
  file: string,
): Promise<Result<{ readonly head: FileHead; readonly table: FactTable }, FileProblem>> {
  const record = await db.files.get(file);
  if (!record) return fail({ kind: 'missing', file });
  const head = readFileHead(record);
  if (!head.ok) return head;
  const { layout } = head.value;
  if (layout.kind === 'activity') return fail({ kind: 'damaged', file, part: 'layout' });
  const stored = await readColumns(db, file, factColumnsOf(layout));
  const table = decodeFactTable(
    layout,
    (column, chunk) => stored.get(column)?.find((found) => found.chunk === chunk)?.bytes,
    utf8Codec,
  );
  if (!table.ok) return fail({ kind: 'damaged', file, part: table.failure.column });
  return succeed({ head: head.value, table: table.value });
}

/**
 * Deletes a file: first its head together with whatever `withinDelete` writes, then its columns in small steps.
 * `withinDelete` may await nothing but this database.
 */
export async function deleteFile(
  db: ClientDatabase,
  file: string,
  withinDelete: () => Promise<void>,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await withinDelete();
    await db.files.delete(file);
  });
  await deleteChunks(db, file);
}
