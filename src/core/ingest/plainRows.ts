import { isOneOf } from '../base/exhaustive.ts';
import { NEVER, UNREADABLE } from '../base/dayValue.ts';
import { compileByteDateReader, type ByteDateReader } from './byteDateReader.ts';
import { buildSharedTexts } from './byteColumnStep.ts';
import { buildRowContext } from './classifyRow.ts';
import { compileColumnStep, dateReadingOf } from './columnStep.ts';
import { isDateProblem } from './dateProblem.ts';
import { clearUserRow, emptyUserRow } from './emptyUserRow.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { DECIDING_LIFE_MEANINGS, LIFE_MEANINGS, type LifeMeaning } from './meaning.ts';
import { compileOtherRowTest } from './otherRowBytes.ts';
import { REPEATING_TEXTS, SPAN_TEXTS } from './rowSpans.ts';
import type { ScannedRows } from './rowScanner.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { ACTIVE } from './markInvited.ts';
import { isPlainCell } from './spanCellText.ts';
import { SpanTexts } from './spanTexts.ts';
import { namedWidthOf } from './unnamedCells.ts';
import type { UnreadWords } from './unreadWords.ts';
import type { UserRow } from './userRow.ts';
import { evidenceColumnsOf, fixedLicenceTypeOf, widthOf } from './userRowReader.ts';

/** Codes of a row that one column gives. */
export const CODE_FIELDS = [
  'status',
  'userType',
  'webServiceOnly',
  'integrationUser',
  'vip',
  'expectedPattern',
  'subjectType',
  'openRecords',
] as const satisfies readonly (keyof UserRow)[];
export type CodeField = (typeof CODE_FIELDS)[number];

/** Numbers, one for each row of a batch; `undefined` where no column gives them. */
export type BatchNumbers = { values: Int32Array } | undefined;

/**
 * The plain rows of a batch, column by column: a row is plain when it is an accepted account with exactly one licence
 * type whose texts stand in the file as they are kept. Numbers of other rows have no meaning.
 */
export interface PlainRows {
  readonly rows: ScannedRows;
  /** 1 for a plain row. */
  readonly isPlain: Uint8Array;
  /** Cell in the row of each text of `SPAN_TEXTS`, of `DECIDING_LIFE_MEANINGS`, of each evidence column; −1 for none. */
  readonly textAt: Int32Array;
  readonly lifeTextAt: Int32Array;
  readonly evidenceTextAt: Int32Array;
  /** By place in `REPEATING_TEXTS`: number of the text, −1 for an empty cell. */
  readonly repeating: readonly BatchNumbers[];
  repeatingText(place: number, number: number): string;
  /** By place in `LIFE_MEANINGS`, and by evidence column: day values. */
  readonly life: readonly BatchNumbers[];
  readonly evidence: readonly NonNullable<BatchNumbers>[];
  /** By place in `CODE_FIELDS`. */
  readonly codes: readonly BatchNumbers[];
  /** Number of the licence type; `undefined` when all rows have licence type 0. */
  readonly licences: BatchNumbers;
  licenceType(number: number): string;
}

/** Reads the plain rows of a batch from row `from` into {@link PlainRows}, which the next batch overwrites. */
export interface PlainRowReader {
  readonly plain: PlainRows;
  read(rows: ScannedRows, from: number): void;
}

/** Reads one column of the rows that are plain so far, and marks those that are not. */
type BatchStep = (rows: ScannedRows, from: number, isPlain: Uint8Array) => void;

/** Different cells of a column whose codes are remembered; further ones make a row other than plain. */
const MOST_CODES = 1 << 12;
const MOST_LICENCES = 1 << 16;
const NOT_PLAIN = -2;

function textStep(position: number, mustHaveText: boolean): BatchStep {
  return ({ bytes, cells, rowStarts, count }, from, isPlain) => {
    for (let row = from; row < count; row += 1) {
      if (isPlain[row] === 0) continue;
      const cell = (rowStarts[row]! + position) * 2;
      const start = cells[cell]!;
      const end = cells[cell + 1]!;
      if (start === end ? mustHaveText : !isPlainCell(bytes, start, end)) isPlain[row] = 0;
    }
  };
}

function repeatingStep(position: number, texts: SpanTexts, into: { values: Int32Array }): BatchStep {
  return ({ bytes, cells, rowStarts, count }, from, isPlain) => {
    const { values } = into;
    for (let row = from; row < count; row += 1) {
      if (isPlain[row] === 0) continue;
      const cell = (rowStarts[row]! + position) * 2;
      const start = cells[cell]!;
      const end = cells[cell + 1]!;
      const number = start === end ? -1 : texts.numberOf(bytes, start, end);
      values[row] = number;
      if (number < 0 && start !== end) isPlain[row] = 0;
    }
  };
}

/** `codeOf`: what a text means, asked once for each; `NOT_PLAIN` for a text that no plain row has. */
function codeStep(
  position: number,
  texts: SpanTexts,
  codeOf: (text: string) => number,
  into: { values: Int32Array },
): BatchStep {
  const codes: number[] = [];
  const empty = codeOf('');
  return ({ bytes, cells, rowStarts, count }, from, isPlain) => {
    const { values } = into;
    for (let row = from; row < count; row += 1) {
      if (isPlain[row] === 0) continue;
      const cell = (rowStarts[row]! + position) * 2;
      const start = cells[cell]!;
      const end = cells[cell + 1]!;
      let code = empty;
      if (start !== end) {
        const number = texts.numberOf(bytes, start, end);
        if (number === codes.length) codes.push(codeOf(texts.textAt(number)));
        code = number < 0 ? NOT_PLAIN : codes[number]!;
      }
      values[row] = code;
      if (code === NOT_PLAIN) isPlain[row] = 0;
    }
  };
}

/** A row with a date that cannot be read is not plain. */
function dateStep(position: number, read: ByteDateReader, into: { values: Int32Array }): BatchStep {
  return ({ bytes, cells, rowStarts, count }, from, isPlain) => {
    const { values } = into;
    for (let row = from; row < count; row += 1) {
      if (isPlain[row] === 0) continue;
      const cell = (rowStarts[row]! + position) * 2;
      const day = read(bytes, cells[cell]!, cells[cell + 1]!);
      values[row] = day;
      if (isDateProblem(day) || day === UNREADABLE) isPlain[row] = 0;
    }
  };
}

/** Leaves out active accounts with a date of never, which may be invitations: see `markInvited`. */
const invitedStep =
  (status: { readonly values: Int32Array }, evidence: PlainRows['evidence']): BatchStep =>
  ({ count }, from, isPlain) => {
    for (const { values } of evidence) {
      for (let row = from; row < count; row += 1) {
        if (values[row] === NEVER && status.values[row] === ACTIVE) isPlain[row] = 0;
      }
    }
  };

/** Where the answer of a column goes; two columns with one target make a plan too odd for this reader. */
function targetOf({ meaning }: ColumnPlan): string | undefined {
  if (meaning === 'ignore' || isEvidenceMeaning(meaning)) return undefined;
  return meaning === 'accountStatus' || meaning === 'accountSuspended' ? 'status' : meaning;
}

/**
 * Compiles a plan into a reader of plain rows, which goes through a batch one column after another. `undefined` for
 * plans that give one value in several columns: their rows are read one by one.
 */
export function compilePlainRowReader(plan: ImportPlan, unread?: UnreadWords): PlainRowReader | undefined {
  const targets = plan.columns.map(targetOf).filter((target) => target !== undefined);
  const licenceColumn = plan.columns.find(({ meaning }) => meaning === 'licenceType');
  const fixedLicenceType = fixedLicenceTypeOf(plan);
  const width = widthOf(plan);
  const isOdd =
    new Set(targets).size < targets.length ||
    !targets.includes('accountId') ||
    (targets.includes('displayName') && (targets.includes('firstName') || targets.includes('lastName'))) ||
    licenceColumn?.forLicenceType !== undefined ||
    (licenceColumn === undefined && fixedLicenceType === undefined) ||
    namedWidthOf(plan.columns.map(({ header }) => header)) < width;
  if (isOdd) return undefined;

  const filled: { values: Int32Array }[] = [];
  const numbers = (): { values: Int32Array } => {
    const added = { values: new Int32Array(0) };
    filled.push(added);
    return added;
  };
  const evidenceColumns = evidenceColumnsOf(plan);
  const shared = buildSharedTexts();
  const textAt = new Int32Array(SPAN_TEXTS.length).fill(-1);
  const lifeTextAt = new Int32Array(DECIDING_LIFE_MEANINGS.length).fill(-1);
  const evidenceTextAt = Int32Array.from(evidenceColumns, ({ position }) => position);
  const repeating: BatchNumbers[] = REPEATING_TEXTS.map(() => undefined);
  const life: BatchNumbers[] = LIFE_MEANINGS.map(() => undefined);
  const evidence = evidenceColumns.map(numbers);
  const codes: BatchNumbers[] = CODE_FIELDS.map(() => undefined);
  const licenceTypes: string[] = fixedLicenceType === undefined ? [] : [fixedLicenceType];
  let licences: BatchNumbers;

  const scratch = emptyUserRow(evidenceColumns.length);
  const steps: BatchStep[] = [];
  for (const column of plan.columns) {
    const { meaning, position } = column;
    const dates = (): ByteDateReader => {
      const { reading, context } = dateReadingOf(column, plan);
      return compileByteDateReader(reading, context);
    };
    if (isOneOf(SPAN_TEXTS, meaning)) {
      textAt[SPAN_TEXTS.indexOf(meaning)] = position;
      steps.push(textStep(position, meaning === 'accountId'));
    } else if (isOneOf(REPEATING_TEXTS, meaning)) {
      const into = (repeating[REPEATING_TEXTS.indexOf(meaning)] = numbers());
      steps.push(repeatingStep(position, shared[meaning], into));
    } else if (isOneOf(LIFE_MEANINGS, meaning)) {
      const kept = (DECIDING_LIFE_MEANINGS as readonly LifeMeaning[]).indexOf(meaning);
      if (kept >= 0) lifeTextAt[kept] = position;
      const into = (life[LIFE_MEANINGS.indexOf(meaning)] = numbers());
      steps.push(dateStep(position, dates(), into));
    } else if (isEvidenceMeaning(meaning)) {
      steps.push(dateStep(position, dates(), evidence[evidenceColumns.indexOf(column)]!));
    } else {
      const step = compileColumnStep(column, plan, -1, unread);
      if (!step) continue;
      if (meaning === 'licenceType') {
        const licenceOf = (text: string): number => {
          clearUserRow(scratch, 0);
          step(scratch, text);
          const name = scratch.licenceTypes[0];
          if (name === undefined || scratch.licenceTypes.length > 1) return NOT_PLAIN;
          const known = licenceTypes.indexOf(name);
          return known >= 0 ? known : licenceTypes.push(name) - 1;
        };
        licences = numbers();
        steps.push(codeStep(position, new SpanTexts(MOST_LICENCES), licenceOf, licences));
      } else {
        const field: CodeField = isOneOf(['accountStatus', 'accountSuspended'], meaning)
          ? 'status'
          : (meaning as CodeField);
        const codeOf = (text: string): number => {
          clearUserRow(scratch, 0);
          step(scratch, text);
          return scratch[field];
        };
        const into = (codes[CODE_FIELDS.indexOf(field)] = numbers());
        steps.push(codeStep(position, new SpanTexts(MOST_CODES), codeOf, into));
      }
    }
  }

  const status = codes[CODE_FIELDS.indexOf('status')];
  if (plan.neverIsInvited && status) steps.push(invitedStep(status, evidence));

  const mayBeOther = compileOtherRowTest(buildRowContext(plan.columns, plan.dialect));
  const plain = {
    rows: undefined as unknown as ScannedRows,
    isPlain: new Uint8Array(0),
    textAt,
    lifeTextAt,
    evidenceTextAt,
    repeating,
    repeatingText: (place: number, number: number) => shared[REPEATING_TEXTS[place]!].textAt(number),
    life,
    evidence,
    codes,
    licences,
    licenceType: (number: number) => licenceTypes[number]!,
  };
  return {
    plain,
    read(rows, from) {
      const { bytes, cells, rowStarts, count } = rows;
      plain.rows = rows;
      if (count > plain.isPlain.length) {
        const capacity = count + (count >> 1);
        plain.isPlain = new Uint8Array(capacity);
        for (const column of filled) column.values = new Int32Array(capacity);
      }
      const { isPlain } = plain;
      for (let row = from; row < count; row += 1) {
        const first = rowStarts[row]!;
        isPlain[row] = rowStarts[row + 1]! - first === width && !mayBeOther(bytes, cells, first) ? 1 : 0;
      }
      for (const step of steps) step(rows, from, isPlain);
    },
  };
}
