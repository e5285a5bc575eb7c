import type { EpochDay } from '../../core/base/epochDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { FileSurvey, UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import { cellsAsMeant } from '../../core/ingest/cellsAsMeant.ts';
import { findDialect, type FoundDialect } from '../../core/ingest/findDialect.ts';
import type { Dialect, Encoding, ImportPlan } from '../../core/ingest/importPlan.ts';
import { recogniseBytes } from '../../core/ingest/recogniseBytes.ts';
import { SingleQuotes } from '../../core/ingest/singleQuotes.ts';
import { isSecretHeader } from '../../core/ingest/secretHeader.ts';
import { surveyFile as surveyRows, type SurveyInput } from '../../core/ingest/surveyFile.ts';
import { zoneTableOf } from '../../core/ingest/zoneTable.ts';
import type { Failure, ImportSource } from '../protocol.ts';
import { confirmUtf8 } from './confirmUtf8.ts';
import { pastedFile, readBytes, type ByteSource } from './decodeFile.ts';
import { PieceDecoder } from './decodePieces.ts';
import { openMarkup } from './markupFile.ts';
import { isBlankRow } from './importRows.ts';
import { LONGEST_ROW, RowSplitter, whyUnreadable } from './splitRows.ts';
import { surveyParts } from './surveyParts.ts';
import { openSheets, UnreadableWorkbook, type OpenedSheets } from './workbook/openSheets.ts';
import { isSlicedFile } from './workbook/slicedFile.ts';

/** Files up to this size are surveyed whole; of a larger one its first half million bytes. */
const WHOLE_FILE_BYTES = 4 << 20;
const HEAD_BYTES = 1 << 19;

const PREVIEW_LINES = 8;
const PREVIEW_LETTERS = 240;
const HIDDEN_CELL = '••••';
const DAY_SECONDS = 86_400;

/** What a survey is asked with beside the file. */
export interface SurveyAsk {
  /** The file's own time in milliseconds since 1970; `undefined` for pasted rows. */
  readonly fileTime: number | undefined;
  /** Id of a system card. */
  readonly system: string;
  /** The user's changes so far. */
  readonly plan: ImportPlan | undefined;
  /** The outer form as the user left it, where there is no plan of a users file. */
  readonly dialect?: Dialect | undefined;
  readonly workspaceZone: string;
  readonly workingDay: EpochDay;
  /**
   * Whether a head of plain ASCII is taken for UTF-8 without a look at the rest of the file, because the import finds out
   * and then reads the file as what it is.
   */
  readonly leavesEncodingOpen?: boolean;
}

/** Reads the head of a file, or the whole of a small one, and surveys it. Nothing is stored. */
export async function surveyFile(
  source: ImportSource,
  ask: SurveyAsk,
  signal: AbortSignal,
): Promise<Result<FileSurvey, Failure>> {
  const read = await readSurveyInput(source, ask, signal);
  if (!read.ok) return read;
  const appended = 'file' in source ? (source.appended ?? []) : [];
  if (appended.length === 0) return succeed(surveyRows(read.value));
  const inputs = [read.value];
  for (const [index, file] of appended.entries()) {
    const dialect = ask.plan?.appended?.[index]?.dialect;
    const plan = ask.plan && dialect ? { ...ask.plan, dialect } : ask.plan;
    const further = await readSurveyInput({ file }, { ...ask, plan }, signal);
    if (!further.ok) return further;
    inputs.push(further.value);
  }
  return surveyParts(inputs);
}

const dialectOf = ({ dialect, plan }: SurveyAsk): Dialect | undefined => dialect ?? plan?.dialect;

/** Recognises a file of any kind and reads its head, or the whole of a small one: what a survey is made from. */
export async function readSurveyInput(
  source: ImportSource,
  ask: SurveyAsk,
  signal: AbortSignal,
): Promise<Result<SurveyInput, Failure>> {
  const file = 'file' in source ? source.file : pastedFile(source.pasted);
  const refuse = (why: UnreadableFile): Result<never, Failure> =>
    fail({ kind: 'unreadableFile', fileName: file.name, why });
  const sheets =
    'file' in source && isSlicedFile(source.file)
      ? await openSheets(source.file, dialectOf(ask)?.workbook?.sheets, signal)
      : undefined;
  if (sheets && !sheets.ok) return refuse(sheets.failure);
  if (sheets?.value) {
    const read = await readSheets(sheets.value, file.size, ask, signal);
    return read.ok ? read : refuse(read.failure);
  }
  const table = await openMarkup(file, signal);
  const read = await readFile(
    table ?? file,
    'file' in source ? ask : { ...ask, fileTime: undefined },
    signal,
    table && file.size,
  );
  return read.ok ? read : refuse(table ? { kind: 'webPage' } : read.failure);
}

/** The text of a workbook's chosen sheets, surveyed like any other, with what is known of the sheets. */
async function readSheets(
  workbook: OpenedSheets,
  bytes: number,
  ask: SurveyAsk,
  signal: AbortSignal,
): Promise<Result<SurveyInput, UnreadableFile>> {
  try {
    const read = await readFile(await workbook.sample(), ask, signal, undefined);
    if (!read.ok) return read;
    const { found } = read.value;
    const { names, sheets } = workbook;
    return succeed({
      ...read.value,
      bytes,
      found: { ...found, dialect: { ...found.dialect, workbook: { sheets: names } } },
      workbook: { sheets, findings: workbook.findings() },
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return fail(error.why);
    throw error;
  }
}

/** `markupBytes`: size of the web page or XML workbook whose table `file` is. */
async function readFile(
  file: ByteSource,
  ask: SurveyAsk,
  signal: AbortSignal,
  markupBytes: number | undefined,
): Promise<Result<SurveyInput, UnreadableFile>> {
  const wholeFile = file.size <= WHOLE_FILE_BYTES;
  let head = await readHead(file, wholeFile ? file.size : HEAD_BYTES, signal);
  if (!wholeFile && !hasRows(head)) {
    head = await readHead(file, LONGEST_ROW, signal);
    if (!hasRows(head) && recogniseBytes(head, false).ok)
      return fail({ kind: 'endlessRow', row: rowsIn(head) + 1 });
  }
  const recognised = recogniseBytes(head, wholeFile);
  if (!recognised.ok) return recognised;
  const { encoding: seen, bomBytes } = recognised.value;
  const isSettled = wholeFile || seen !== 'utf-8' || bomBytes > 0;
  const encoding = isSettled ? seen : await encodingBehindAscii(file, ask, signal);

  const decoder = new PieceDecoder(encoding);
  const { text, broken } = decoder.push(head);
  const isBroken = broken || (wholeFile && decoder.end().broken);
  const found = findDialect(text, encoding, wholeFile && !isBroken);
  if (isBroken) {
    const { dialect } = found.ok ? found.value : { dialect: undefined };
    const splitter = new RowSplitter(dialect?.delimiter ?? ',', dialect?.linesBeforeHeader ?? 0);
    splitter.push(text);
    return fail({ kind: 'brokenText', encoding, row: splitter.currentRow });
  }
  if (!found.ok) return found;

  const { dialect } = found.value;
  const read = readRows(text, dialect, wholeFile);
  if (!read.ok) return read;
  const { rows, fileRows } = read.value;
  return succeed({
    rows,
    fileRows,
    fileName: file.name,
    bytes: markupBytes ?? file.size,
    isMarkup: markupBytes !== undefined,
    preview: previewOf(text, found.value, rows),
    found: found.value,
    wholeFile,
    estimatedRows: Math.round((rows.length * file.size) / Math.max(1, head.length)),
    system: ask.system,
    workspaceZone: ask.workspaceZone,
    fileDay: ask.fileTime === undefined ? undefined : dayOfInstant(ask.fileTime, ask.workspaceZone),
    workingDay: ask.workingDay,
    plan: ask.plan,
  });
}

/** A plan was made from a survey of the same file, so its answer stands. */
async function encodingBehindAscii(file: ByteSource, ask: SurveyAsk, signal: AbortSignal): Promise<Encoding> {
  const known = dialectOf(ask)?.encoding;
  if (known === 'utf-8' || known === 'windows-1252') return known;
  return ask.leavesEncodingOpen === true ? 'utf-8' : confirmUtf8(file, signal);
}

/** Line ends among the bytes, in any encoding, up to `most`. */
function rowsIn(head: Uint8Array, most = Infinity): number {
  let rows = 0;
  for (let at = 0; at < head.length && rows < most; at += 1) {
    const byte = head[at]!;
    if (byte === 0x0a || (byte === 0x0d && head[at + 1] !== 0x0a)) rows += 1;
  }
  return rows;
}

/** Whether the header and at least one row end within the bytes. */
const hasRows = (head: Uint8Array): boolean => rowsIn(head, 2) > 1;

async function readHead(file: ByteSource, length: number, signal: AbortSignal): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  for await (const bytes of readBytes(file, signal)) {
    const part = bytes.subarray(0, length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === length) break;
  }
  return head.subarray(0, filled);
}

interface HeadRows {
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
}

/** The rows below the header, without blank ones and without a last row that the head cuts off. */
function readRows(text: string, dialect: Dialect, wholeFile: boolean): Result<HeadRows, UnreadableFile> {
  const { delimiter, linesBeforeHeader } = dialect;
  const readCells = cellsAsMeant(dialect);
  const splitter = new RowSplitter(delimiter, linesBeforeHeader);
  const plain = dialect.singleQuotes === true ? new SingleQuotes(delimiter).push(text, wholeFile) : text;
  const batches = [splitter.push(plain), ...(wholeFile ? [splitter.end()] : [])];
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  for (const batch of batches) {
    batch.rows.forEach((cells, index) => {
      const fileRow = batch.firstRow + index;
      if (fileRow === linesBeforeHeader + 1 || isBlankRow(cells) || batch.unclosed.has(index)) return;
      rows.push(readCells ? readCells(cells) : cells);
      fileRows.push(fileRow);
    });
    if (batch.refused) return fail(whyUnreadable(batch.refused));
  }
  return succeed({ rows, fileRows });
}

/** First lines as decoded. Below a header with a secret column its cells are covered: a secret is never shown. */
function previewOf(text: string, found: FoundDialect, rows: readonly (readonly string[])[]): string[] {
  const lines = text.slice(0, PREVIEW_LINES * PREVIEW_LETTERS * 4).split(/\r\n|\r|\n/, PREVIEW_LINES);
  const secret = found.header.map(isSecretHeader);
  const { linesBeforeHeader, delimiter } = found.dialect;
  const shown = secret.includes(true)
    ? [
        ...lines.slice(0, linesBeforeHeader + 1),
        ...rows
          .slice(0, PREVIEW_LINES)
          .map((cells) => cells.map((cell, at) => (secret[at] ? HIDDEN_CELL : cell)).join(delimiter)),
      ]
    : lines;
  return shown.slice(0, PREVIEW_LINES).map((line) => line.slice(0, PREVIEW_LETTERS));
}

function dayOfInstant(milliseconds: number, zone: string): EpochDay {
  const seconds = Math.floor(milliseconds / 1000);
  return Math.floor((seconds + zoneTableOf(zone).offsetAt(seconds)) / DAY_SECONDS) as EpochDay;
}
