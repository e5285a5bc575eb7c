import type { OtherRow } from '../../core/ingest/classifyRow.ts';
import { addFoundTables } from '../../core/ingest/foundTables.ts';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { findPreset } from '../../core/ingest/platforms/presets.ts';
import { findRowLimit } from '../../core/ingest/rowLimit.ts';
import type { RowError } from '../../core/ingest/rowError.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { RowAccount, SourcePart } from '../../core/inventory/sourceFile.ts';
import type { ImportSource } from '../protocol.ts';
import type { CellBatch } from './cellBatches.ts';
import { withConfirmedEncoding } from './confirmUtf8.ts';
import { pastedFile, type ByteSource } from './decodeFile.ts';
import type { ReadRows } from './rowIntake.ts';
import { buildStreamSha256 } from './streamSha256.ts';

/** One of the files whose rows make a list; most lists have one. */
export interface ImportPart {
  readonly file: ByteSource;
  /** The plan of the list with the outer form and the licence type of this file. */
  readonly plan: ImportPlan;
}

/** The files behind a source, each with its plan. The plan names as many further files as the source has. */
export function partsOf(source: ImportSource, plan: ImportPlan): readonly ImportPart[] {
  if (!('file' in source)) {
    return [{ file: pastedFile(source.pasted), plan: withDialect(plan, { encoding: 'utf-8' }) }];
  }
  const appended = (source.appended ?? []).map((file, index): ImportPart => {
    const own = plan.appended?.[index];
    if (!own) throw new Error(`No plan for ${file.name}`);
    const { dialect, fixedLicenceType = plan.fixedLicenceType } = own;
    return { file, plan: { ...plan, dialect, fixedLicenceType } };
  });
  return [{ file: source.file, plan }, ...appended];
}

const withDialect = (plan: ImportPlan, change: Partial<ImportPlan['dialect']>): ImportPlan => ({
  ...plan,
  dialect: { ...plan.dialect, ...change },
});

/** As `withConfirmedEncoding`, of a users list: every plan names the outer form of its own and of the further files. */
export async function withConfirmedEncodings(
  parts: readonly ImportPart[],
  signal: AbortSignal,
): Promise<readonly ImportPart[] | undefined> {
  const read = parts.map(({ file, plan: { dialect } }) => ({ file, dialect }));
  const confirmed = await withConfirmedEncoding(read, signal);
  if (confirmed === undefined) return undefined;
  const forms = confirmed.map(({ dialect }) => dialect);
  return parts.map(({ file, plan }, index) => ({
    file,
    plan: {
      ...plan,
      dialect: forms[index]!,
      ...(plan.appended
        ? { appended: plan.appended.map((own, at) => ({ ...own, dialect: forms[at + 1] ?? own.dialect })) }
        : {}),
    },
  }));
}

export const bytesOf = (parts: readonly Pick<ImportPart, 'file'>[]): number =>
  parts.reduce((sum, { file }) => sum + file.size, 0);

/** "users_Page_1.csv", "users_Page_1.csv and users_Page_2.csv", "users_Page_1.csv and 3 more files". */
export function nameOfFiles(files: readonly { readonly name: string }[]): string {
  const [first, second] = files;
  if (!second) return first?.name ?? '';
  return files.length === 2
    ? `${first!.name} and ${second.name}`
    : `${first!.name} and ${files.length - 1} more files`;
}

/** The fingerprint of a list, and of each of its files. */
export interface Fingerprints {
  readonly sha256: string;
  readonly parts: readonly string[];
}

/**
 * The fingerprint of a list of the fingerprints of its files. That of several is the SHA-256 over theirs in hexadecimal
 * digits, written one after another.
 */
export function fingerprintsOf(parts: readonly string[]): Fingerprints {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return { sha256: first, parts };
  const hash = buildStreamSha256();
  hash.update(new TextEncoder().encode(parts.join('')));
  return { sha256: hash.digest(), parts };
}

/** Whether two files have the same columns: equal names in the same order, however many nameless ones follow. */
export function isSameHeader(one: readonly string[], other: readonly string[]): boolean {
  const names = (header: readonly string[]): readonly string[] => {
    const trimmed = header.map((name) => name.replace(/^\ufeff/, '').trim());
    return trimmed.slice(0, trimmed.findLastIndex((name) => name !== '') + 1);
  };
  const [left, right] = [names(one), names(other)];
  return left.length === right.length && left.every((name, at) => name === right[at]);
}

/** That the columns of a file are not those of the first one of a list. */
export const wordOtherColumns = (file: string, first: string): string =>
  `${visibleText(file)} does not have the columns of ${visibleText(first)}, so their rows cannot be put together.`;

/** That every row of a list was rejected, with the first reason. */
export const wordNoRow = (files: number, first: RowError): string =>
  `No row of ${files > 1 ? 'these files' : 'this file'} could be read. ${describeRowError(first)}`;

/** What was read of one file, and where its rows stand among those of the list. */
export interface ReadPart extends Pick<SourcePart, 'firstRow' | 'ownFirstRow'> {
  readonly read: ReadRows;
}

/** Rows of a batch under the numbers of the list. */
export const withRowOffset = (batch: CellBatch, offset: number): CellBatch =>
  offset === 0 ? batch : { ...batch, firstRow: batch.firstRow + offset };

/** First row behind a batch, in the file's own numbers. */
export const rowAfter = (batch: CellBatch): number =>
  batch.firstRow + (batch.kind === 'scanned' ? batch.rows.count : batch.rows.length);

/** What was read of all files together. */
export function sumOfParts(parts: readonly ReadPart[]): ReadRows {
  const [first, ...further] = parts;
  if (!first) throw new Error('A list has at least one file');
  return further.reduce((sum, { read }) => addRead(sum, read), first.read);
}

const addRead = (one: ReadRows, other: ReadRows): ReadRows => ({
  rows: addRows(one.rows, other.rows),
  hasTruncationNotice: one.hasTruncationNotice || other.hasTruncationNotice,
  widerRows: one.widerRows + other.widerRows,
  narrowerRows: one.narrowerRows + other.narrowerRows,
  repeatedHeaders: one.repeatedHeaders + other.repeatedHeaders,
  keyedByAddress: one.keyedByAddress + other.keyedByAddress,
  unnamedCells: one.unnamedCells + other.unnamedCells,
  furtherTables: addFoundTables(one.furtherTables, other.furtherTables),
});

function addRows(one: RowAccount, other: RowAccount): RowAccount {
  const others: Partial<Record<OtherRow, number>> = { ...one.others };
  for (const [reason, rows] of Object.entries(other.others ?? {})) {
    const key = reason as OtherRow;
    others[key] = (others[key] ?? 0) + rows;
  }
  return {
    read: one.read + other.read,
    accepted: one.accepted + other.accepted,
    rejected: one.rejected + other.rejected,
    repeats: one.repeats + other.repeats,
    blankLines: one.blankLines + other.blankLines,
    ...(Object.keys(others).length > 0 ? { others } : {}),
  };
}

/** Of one file what is left when the counts that run through all files until its start are taken off. */
export const withoutEarlier = (
  read: ReadRows,
  before: { readonly rejected: number; readonly repeats: number },
): ReadRows => ({
  ...read,
  rows: {
    ...read.rows,
    rejected: read.rows.rejected - before.rejected,
    repeats: read.rows.repeats - before.repeats,
  },
});

/**
 * Rows that are held against the limits of exports: a limit cuts off a file, never the sum of several. Where one file
 * has as many rows as a limit allows, those.
 */
export function rowsAtLimit(parts: readonly ReadPart[], plan: ImportPlan): number {
  const rows = parts.map(({ read }) => read.rows.read);
  const [first = 0] = rows;
  if (rows.length < 2) return first;
  const headers = plan.columns.map(({ header }) => header);
  const preset = findPreset(headers, plan.system)?.system;
  const cut = rows.find((count) => findRowLimit(count, plan.system, preset) !== undefined);
  return cut ?? parts.find(({ read }) => read.hasTruncationNotice)?.read.rows.read ?? first;
}
