import { isOneOf } from '../core/base/exhaustive.ts';
import { fail, succeed, type Result } from '../core/base/result.ts';
import type { ListSummary } from '../core/inventory/completeness.ts';
import { DECIDING_LIFE_MEANINGS } from '../core/ingest/meaning.ts';
import { ACCOUNT_TEXTS } from '../core/inventory/numberColumns.ts';
import { SNAPSHOT_FORMAT, type SnapshotLayout } from '../core/inventory/snapshotLayout.ts';
import type { SnapshotHeadRecord } from './database.ts';
import { isCount, isFields, type Fields } from './storedFields.ts';

/** The head of a stored snapshot: how to read its columns, what it is compared by, and its receipt. */
export interface SnapshotHead {
  /** Counted from 1 in the order of import. */
  readonly sequence: number;
  readonly layout: SnapshotLayout;
  readonly summary: ListSummary;
  /** As shown after the import; its shape belongs to the worker. */
  readonly receipt: unknown;
}

/** Why a stored snapshot cannot be used. Nothing is changed in it. */
export type SnapshotProblem =
  | { readonly kind: 'missing'; readonly snapshot: string }
  /** Written by a newer Fallow. */
  | { readonly kind: 'newerFormat'; readonly snapshot: string; readonly format: number }
  | { readonly kind: 'damaged'; readonly snapshot: string; readonly part: string };

/** Checks a stored head record. A format that is newer than this program's is refused before anything else. */
export function readSnapshotHead(record: SnapshotHeadRecord): Result<SnapshotHead, SnapshotProblem> {
  const { id: snapshot, formatVersion, sequence } = record;
  if (!isCount(formatVersion) || !isCount(sequence)) return fail({ kind: 'damaged', snapshot, part: 'head' });
  if (formatVersion > SNAPSHOT_FORMAT) return fail({ kind: 'newerFormat', snapshot, format: formatVersion });
  const head = record.head;
  if (!isFields(head)) return fail({ kind: 'damaged', snapshot, part: 'head' });
  if (!isLayout(head['layout'], snapshot)) return fail({ kind: 'damaged', snapshot, part: 'layout' });
  if (!isSummary(head['summary'])) return fail({ kind: 'damaged', snapshot, part: 'summary' });
  if (!isFields(head['receipt'])) return fail({ kind: 'damaged', snapshot, part: 'receipt' });
  return succeed({ sequence, layout: head['layout'], summary: head['summary'], receipt: head['receipt'] });
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function isLayout(value: unknown, snapshot: string): value is SnapshotLayout {
  return (
    isFields(value) &&
    value['id'] === snapshot &&
    isCount(value['format']) &&
    value['format'] <= SNAPSHOT_FORMAT &&
    Number.isSafeInteger(value['asOf']) &&
    isFields(value['source']) &&
    isText(value['source']['sha256']) &&
    isText(value['source']['system']) &&
    isFields(value['rows']) &&
    ['read', 'accepted', 'rejected', 'repeats', 'blankLines'].every((name) =>
      isCount((value['rows'] as Fields)[name]),
    ) &&
    (value['completeness'] === 'full' || value['completeness'] === 'filtered') &&
    isTexts(value['licenceTypes']) &&
    isCount(value['chunkRows']) &&
    value['chunkRows'] > 0 &&
    isCount(value['strings']) &&
    isCount(value['accounts']) &&
    isCount(value['seats']) &&
    isTexts(value['accountTexts']) &&
    value['accountTexts'].every((name) => isOneOf(ACCOUNT_TEXTS, name)) &&
    Array.isArray(value['life']) &&
    value['life'].every(isLife) &&
    Array.isArray(value['evidence']) &&
    value['evidence'].every(isEvidence)
  );
}

const isLife = (value: unknown): boolean =>
  isFields(value) && isOneOf(DECIDING_LIFE_MEANINGS, value['meaning']) && isTexts(value['headers']);

const isEvidence = (value: unknown): boolean =>
  isFields(value) &&
  isText(value['header']) &&
  isText(value['signalKind']) &&
  isText(value['proposedClass']) &&
  (value['level'] === 'account' || value['level'] === 'seat') &&
  (value['historyStart'] === null || Number.isSafeInteger(value['historyStart'])) &&
  isCount(value['dated']);

const isSummary = (value: unknown): value is ListSummary =>
  isFields(value) &&
  isText(value['system']) &&
  isCount(value['accounts']) &&
  isTexts(value['licenceTypes']) &&
  isTexts(value['units']);
