import { isOneOf } from '../core/base/exhaustive.ts';
import { fail, succeed, type Result } from '../core/base/result.ts';
import { FILE_KINDS } from '../core/ingest/kinds/fileKind.ts';
import { ACTIVITY_FORMAT, type ActivityLayout } from '../core/inventory/activityLog.ts';
import { FACT_TABLE_FORMAT, type FactTableLayout } from '../core/inventory/factTable.ts';
import type { FileHeadRecord } from './database.ts';
import { isCount, isFields } from './storedFields.ts';

/** How to read a loaded file back: row by row, or as the series of an activity log. */
export type FileLayout = FactTableLayout | ActivityLayout;

/** The head of a loaded file that is not a users list: how to read its table, and its receipt. */
export interface FileHead {
  /** Counted from 1 in the order of import. */
  readonly sequence: number;
  readonly layout: FileLayout;
  /** Fingerprint of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** As shown after the import; its shape belongs to the worker. */
  readonly receipt: unknown;
}

/** Why a stored file cannot be used. Nothing is changed in it. */
export type FileProblem =
  | { readonly kind: 'missing'; readonly file: string }
  /** Written by a newer Fallow. */
  | { readonly kind: 'newerFormat'; readonly file: string; readonly format: number }
  | { readonly kind: 'damaged'; readonly file: string; readonly part: string };

const HELD: readonly unknown[] = ['text', 'word', 'day', 'number', 'code'];

function isLayout(value: unknown, file: string): value is FileLayout {
  return (
    isFields(value) &&
    value['id'] === file &&
    isCount(value['format']) &&
    isOneOf(FILE_KINDS, value['kind']) &&
    value['kind'] !== 'users' &&
    isCount(value['rows']) &&
    isCount(value['chunkRows']) &&
    value['chunkRows'] > 0 &&
    isCount(value['strings']) &&
    (value['kind'] !== 'activity' || (isCount(value['keys']) && isCount(value['days']))) &&
    Array.isArray(value['columns']) &&
    value['columns'].every(
      (column) => isFields(column) && typeof column['name'] === 'string' && HELD.includes(column['held']),
    )
  );
}

/** Logs and tables of rows are numbered apart. */
const newestFormatOf = (head: unknown): number =>
  isFields(head) && isFields(head['layout']) && head['layout']['kind'] === 'activity'
    ? ACTIVITY_FORMAT
    : FACT_TABLE_FORMAT;

/** Checks a stored head record. A format that is newer than this program's is refused before anything else. */
export function readFileHead(record: FileHeadRecord): Result<FileHead, FileProblem> {
  const { id: file, formatVersion, sequence, head } = record;
  if (!isCount(formatVersion) || !isCount(sequence)) return fail({ kind: 'damaged', file, part: 'head' });
  if (formatVersion > newestFormatOf(head)) return fail({ kind: 'newerFormat', file, format: formatVersion });
  if (!isFields(head) || typeof head['sha256'] !== 'string')
    return fail({ kind: 'damaged', file, part: 'head' });
  if (!isLayout(head['layout'], file)) return fail({ kind: 'damaged', file, part: 'layout' });
  if (!isFields(head['receipt'])) return fail({ kind: 'damaged', file, part: 'receipt' });
  return succeed({ sequence, layout: head['layout'], sha256: head['sha256'], receipt: head['receipt'] });
}
