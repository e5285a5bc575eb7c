import { fail, succeed, type Result } from '../core/base/result.ts';
import type { ActivityLog } from '../core/inventory/activityLog.ts';
import { ACTIVITY_COLUMN_NAMES, decodingActivityLog } from '../core/inventory/decodeActivityLog.ts';
import type { ClientDatabase } from './database.ts';
import { readFileHead, type FileProblem } from './fileHead.ts';
import { readColumns } from './readColumns.ts';
import { utf8Codec } from './utf8Codec.ts';

/** Loads one activity log whole. `pause` is awaited between its chunks. */
export async function loadActivityLog(
  db: ClientDatabase,
  file: string,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<ActivityLog, FileProblem>> {
  const record = await db.files.get(file);
  if (!record) return fail({ kind: 'missing', file });
  const head = readFileHead(record);
  if (!head.ok) return head;
  const { layout } = head.value;
  if (layout.kind !== 'activity') return fail({ kind: 'damaged', file, part: 'layout' });
  const stored = await readColumns(db, file, ACTIVITY_COLUMN_NAMES);
  const pieces = decodingActivityLog(
    layout,
    (column, chunk) => stored.get(column)?.find((found) => found.chunk === chunk)?.bytes,
    utf8Codec,
  );
  let piece = pieces.next();
  for (; piece.done !== true; piece = pieces.next()) await pause();
  const log = piece.value;
  return log.ok ? succeed(log.value) : fail({ kind: 'damaged', file, part: log.failure.column });
}
