import { fail, succeed, type Result } from '../base/result.ts';
import type { UnreadableFile } from './fileSurvey.ts';
import { findHeader, LOOK_AT_CELLS, MOST_TITLE_LINES } from './findHeader.ts';
import { isKnownHeader } from './headerWords.ts';
import { areCellsInPlace } from './areCellsInPlace.ts';
import { findTextForm, hasLabelledLines, isScreenTable } from './otherTextForm.ts';
import { looksLikeOtherAlphabet } from './looksLikeOtherAlphabet.ts';
import type { Delimiter, Dialect, Encoding } from './importPlan.ts';
import { offsetAfterLines, splitRecords, type SplitText, type TextRecord } from './splitRecords.ts';
import { isSingleQuoted, SingleQuotes } from './singleQuotes.ts';
import { hasUnnamedCells, namedWidthOf } from './unnamedCells.ts';
import { unwrapEveryRecord, unwrapRecords } from './wrappedLines.ts';

/** Records of the head that are looked at. */
const LOOK_AT = 300;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Delimiters of hosts and databases; looked for where none of the usual ones parts a row. */
const RARE_DELIMITERS: readonly Delimiter[] = ['^', '~'];

/** The outer form of a file and its header, trimmed, by position. */
export interface FoundDialect {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  /** Text of the lines above the header, for the data-as-of date. */
  readonly linesAbove: readonly string[];
}

const filledCells = (record: TextRecord): number =>
  record.cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);

const isBlank = (record: TextRecord): boolean => filledCells(record) === 0;

interface Candidate {
  readonly delimiter: Delimiter;
  readonly split: SplitText;
  /** Cells that most records have. */
  readonly width: number;
  readonly score: number;
  /** Lines that stood in one cell each were opened. */
  readonly isWrapped?: boolean;
  /** Apostrophes enclosed the cells. */
  readonly isSingleQuoted?: boolean;
  /** What parts the cells of these lines, where it is not `delimiter`. */
  readonly lineDelimiter?: Delimiter;
}

/** How many times wider than the records that agree a record is that fits nothing. */
const FAR_WIDER = 4;

function usualWidth(records: readonly TextRecord[]): { width: number; share: number } {
  const countByWidth = new Map<number, number>();
  for (const { cells } of records) countByWidth.set(cells.length, (countByWidth.get(cells.length) ?? 0) + 1);
  const agreed = [...countByWidth]
    .filter(([width, count]) => width > 1 && count > 1)
    .reduce((widest, [width]) => Math.max(widest, width), 0);
  for (const { cells } of records) {
    const isFarWider =
      agreed > 0 && cells.length > agreed * FAR_WIDER && countByWidth.get(cells.length) === 1;
    if (isFarWider && countKnown(cells) < 2) countByWidth.delete(cells.length);
  }
  let width = 1;
  let best = 0;
  for (const [candidate, count] of countByWidth) {
    if (count * Math.log2(candidate + 1) > best * Math.log2(width + 1)) {
      width = candidate;
      best = count;
    }
  }
  return { width, share: best / records.length };
}

/** Known headers of a record as far as they count. */
const MOST_KNOWN = 4;
function countKnown(cells: readonly string[]): number {
  let known = 0;
  for (const cell of cells.slice(0, LOOK_AT_CELLS)) {
    if (isKnownHeader(cell)) known += 1;
    if (known === MOST_KNOWN) break;
  }
  return known;
}

/** The first records of a text under one delimiter. */
interface HeadRecords {
  readonly delimiter: Delimiter;
  readonly split: SplitText;
  /** Those that are neither blank nor cut off at the end of the head. */
  readonly whole: readonly TextRecord[];
}

function readHeadRecords(text: string, delimiter: Delimiter, isWholeFile: boolean): HeadRecords {
  const split = splitRecords(text, delimiter, LOOK_AT);
  const isCut = !isWholeFile && split.records.length > 1 && split.records.length < LOOK_AT;
  const whole = (isCut ? split.records.slice(0, -1) : split.records).filter((record) => !isBlank(record));
  return { delimiter, split, whole };
}

/**
 * The head with its apostrophes read as quotation marks; `undefined` unless they enclose every cell of the first record
 * that has several, and cells of most records. Source of the rule: file hazards, quotes.
 */
function readSingleQuoted(
  { delimiter, whole }: HeadRecords,
  text: string,
  isWholeFile: boolean,
): HeadRecords | undefined {
  const several = whole.filter(({ cells }) => cells.length > 1);
  const isEnclosed = (cell: string, at: number, { length }: readonly string[]): boolean =>
    isSingleQuoted(cell) || (cell === '' && at > 0 && at === length - 1);
  if (several.length < 2 || !several[0]!.cells.every(isEnclosed)) return undefined;
  if (several.filter(({ cells }) => cells.some(isSingleQuoted)).length * 2 <= several.length)
    return undefined;
  return readHeadRecords(new SingleQuotes(delimiter).push(text, isWholeFile), delimiter, isWholeFile);
}

function tryDelimiter(raw: HeadRecords, text: string, isWholeFile: boolean): Candidate {
  const unquoted = readSingleQuoted(raw, text, isWholeFile);
  const { delimiter, split, whole } = unquoted ?? raw;
  if (whole.length === 0) return { delimiter, split, width: 1, score: 0 };
  const unwrapped = unquoted ? undefined : unwrapRecords(whole, delimiter);
  const records = unwrapped ?? whole;
  const { width, share } = usualWidth(records);
  if (width === 1) return { delimiter, split, width, score: 0 };
  const known = records
    .slice(0, MOST_TITLE_LINES)
    .reduce((most, { cells }) => Math.max(most, countKnown(cells)), 0);
  const quotePenalty = Math.min(1, split.strayQuotes / records.length);
  return {
    delimiter,
    split: unwrapped ? { ...split, records } : split,
    ...(unquoted ? { isSingleQuoted: true } : {}),
    ...(unwrapped ? { isWrapped: true } : {}),
    width,
    score: (share * share * Math.log2(width + 1) + known) * (1 - 0.8 * quotePenalty),
  };
}

/** Known headers that the first opened line must have before lines are opened by another letter than the file's. */
const FEWEST_KNOWN = 2;

/** The records of a file whose every line stands in one cell, parted by another letter inside than outside. */
function tryWrapped(
  { delimiter, split, whole }: HeadRecords,
  lineDelimiter: Delimiter,
): Candidate | undefined {
  const records = unwrapEveryRecord(whole, lineDelimiter);
  const [first] = records ?? [];
  if (!records || !first || countKnown(first.cells) < FEWEST_KNOWN) return undefined;
  const { width, share } = usualWidth(records);
  return {
    delimiter,
    lineDelimiter,
    split: { ...split, records },
    isWrapped: true,
    width,
    score: share * share * Math.log2(width + 1) + countKnown(first.cells),
  };
}

/** Physical lines taken by a `sep=;` or `#TYPE …` line at the top, and the delimiter that the former names. */
function readPreamble(text: string): { lines: number; delimiter: Delimiter | undefined } {
  let lines = 0;
  let delimiter: Delimiter | undefined;
  for (;;) {
    const rest = text.slice(offsetAfterLines(text, lines));
    const separator = /^"?sep=(.)"?[^\S\r\n]*(?:\r|\n|$)/i.exec(rest)?.[1];
    const named =
      DELIMITERS.find((candidate) => candidate === separator) ?? (/^"?sep=\t/i.test(rest) ? '\t' : undefined);
    if (lines < 2 && (separator !== undefined || named !== undefined)) {
      delimiter = named;
      lines++;
    } else if (lines < 2 && /^"?#TYPE\b/.test(rest)) lines++;
    else return { lines, delimiter };
  }
}

/**
 * Finds delimiter, lines above the header and header in the decoded head of a file. Every delimiter is tried on the
 * same records; the one wins under which most records have one width, quotes stand where they belong and known header
 * words appear, so commas in prose do not win over a semicolon that rules every row.
 *
 * `text` may end anywhere unless `isWholeFile`. Fails when there is no text, no header, only a header, or an unclosed
 * quote to the end of the file. Source of the rule: LOAD-05, file hazards.
 */
export function findDialect(
  text: string,
  encoding: Encoding,
  isWholeFile: boolean,
): Result<FoundDialect, UnreadableFile> {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (content.trim() === '') return fail({ kind: 'empty' });
  const preamble = readPreamble(content);
  const body = content.slice(offsetAfterLines(content, preamble.lines));
  const form = findTextForm(body);
  if (form) return fail({ kind: 'otherText', form });
  const headOf = (delimiter: Delimiter): HeadRecords => readHeadRecords(body, delimiter, isWholeFile);
  const heads = DELIMITERS.map(headOf);
  const candidates = heads
    .filter(({ delimiter }) => preamble.delimiter === undefined || delimiter === preamble.delimiter)
    .map((head) => tryDelimiter(head, body, isWholeFile));
  for (const outer of heads) {
    for (const inner of DELIMITERS) {
      const wrapped = outer.delimiter === inner ? undefined : tryWrapped(outer, inner);
      if (wrapped) candidates.push(wrapped);
    }
  }
  if (candidates.every(({ width }) => width === 1)) {
    candidates.push(...RARE_DELIMITERS.map((rare) => tryDelimiter(headOf(rare), body, isWholeFile)));
  }
  const best = candidates.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.width === 1) {
    if (hasLabelledLines(body)) return fail({ kind: 'otherText', form: 'labelledLines' });
    if (isScreenTable(body)) return fail({ kind: 'otherText', form: 'screenTable' });
  }

  const { records, endsInQuotes } = best.split;
  if (endsInQuotes && isWholeFile) {
    const open = records[records.length - 1];
    return fail({
      kind: 'unclosedQuote',
      row: preamble.lines + records.length,
      text: open?.cells.join(best.delimiter) ?? '',
    });
  }
  const header = findHeader(records, best.width);
  if (!header) return fail({ kind: 'noHeader' });
  const below = records.slice(records.indexOf(header.record) + 1).filter((record) => !isBlank(record));
  if (isWholeFile && below.length === 0) return fail({ kind: 'headerOnly', header: header.names });

  const linesBeforeHeader = preamble.lines + header.record.line;
  const linesAbove = content
    .slice(0, offsetAfterLines(content, linesBeforeHeader))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replaceAll(best.delimiter, '').replaceAll('"', '').trim() !== '');
  const blankLinesAbove = linesBeforeHeader - linesAbove.length;
  const isApostrophed = hasApostropheQuotes(content, linesBeforeHeader, best.delimiter, below);
  const dialect: Dialect = { encoding, delimiter: best.delimiter, linesBeforeHeader };
  return succeed({
    dialect: {
      ...dialect,
      ...(encoding === 'windows-1252' && looksLikeOtherAlphabet(content) ? { otherAlphabet: true } : {}),
      ...(isApostrophed ? { apostropheQuotes: true } : {}),
      ...(best.isSingleQuoted === true ? { singleQuotes: true } : {}),
      ...(hasTrailingDelimiter(header.names, below) ? { trailingDelimiter: true } : {}),
      ...(blankLinesAbove > 0 ? { blankLinesAbove } : {}),
      ...(header.isTwoRows ? { twoHeaderRows: true } : {}),
      ...(best.isWrapped === true ? { wrappedLines: true } : {}),
      ...(best.lineDelimiter ? { lineDelimiter: best.lineDelimiter } : {}),
    },
    header: padHeader(header.names, best.width, below),
    linesAbove,
  });
}

/**
 * Whether quotation marks are written as two apostrophes: the export quotes every cell, ends every line with the
 * delimiter, and doubles no quotation mark. Source: platforms, GLPI.
 */
function hasApostropheQuotes(
  text: string,
  linesBeforeHeader: number,
  delimiter: Delimiter,
  below: readonly TextRecord[],
): boolean {
  if (!below.every(({ cells }) => cells.length > 1 && cells[cells.length - 1] === '')) return false;
  const line = text.slice(offsetAfterLines(text, linesBeforeHeader)).split(/[\r\n]/, 1)[0]!;
  const isQuoted = line.startsWith('"') && line.endsWith(`"${delimiter}`);
  return isQuoted && below.some(({ cells }) => cells.some((cell) => cell.includes("''")));
}

/** Whether the header has nothing behind its last delimiter, and neither have most rows. */
function hasTrailingDelimiter(names: readonly string[], below: readonly TextRecord[]): boolean {
  const width = namedWidthOf(names);
  if (width === names.length) return false;
  const filled = below.filter(({ cells }) => hasUnnamedCells(cells, width)).length;
  return filled * 2 < below.length;
}

/**
 * Where most rows have more cells than the header has names, the further cells become columns without a name, so that
 * the rows can be read; but only where a column of known form shows that the cells stand below their names, since
 * reading would mix up the columns otherwise.
 */
function padHeader(names: readonly string[], width: number, below: readonly TextRecord[]): readonly string[] {
  const wider = below.filter((record) => record.cells.length === width).length;
  const filled = below.filter(({ cells }) => hasUnnamedCells(cells, names.length)).length;
  if (filled * 2 <= below.length) return names;
  if (width <= names.length || wider * 2 <= below.length || below.length < 2) return names;
  const rows = below.map(({ cells }) => cells);
  return areCellsInPlace(names, rows)
    ? [...names, ...Array.from({ length: width - names.length }, () => '')]
    : names;
}
