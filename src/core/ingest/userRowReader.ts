import { ABSENT, isDay } from '../base/dayValue.ts';
import { cellText } from './cellText.ts';
import { readExpectedPattern, readFlag, readStatus, readSuspended, readUserType } from './cellWords.ts';
import { compileDateReader, type DateReader } from './dateReader.ts';
import { dateProblemKind, isDateProblem } from './dateProblem.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { EVIDENCE_MEANINGS, LIFE_MEANINGS, type LifeMeaning, type Meaning } from './meaning.ts';
import { mayLookAhead } from './momentToDay.ts';
import type { RowError } from './rowError.ts';
import type { UserRow } from './userRow.ts';

/** Reads rows of a users file under one plan. */
export interface UserRowReader {
  /** Filled by every {@link read} that returns `undefined`; after an error its content has no meaning. */
  readonly row: UserRow;
  /** Columns behind `row.evidenceDays` and `row.evidenceTexts`, in their order. */
  readonly evidenceColumns: readonly ColumnPlan[];
  /** Rows that were accepted although they had further empty cells, or lacked cells of columns that are ignored. */
  readonly deviations: { widerRows: number; narrowerRows: number };
  /**
   * Reads the cells of one row into {@link row}, or says why the row is rejected; the first reason found counts.
   * A row with more filled cells than the header has columns, or without a column that the plan uses, is rejected,
   * since its values may stand in the wrong columns.
   */
  read(cells: readonly string[], fileRow: number): RowError | undefined;
  /** Whether a row repeats the header, as paged exports do. Such a row is neither read nor rejected. */
  isRepeatedHeader(cells: readonly string[]): boolean;
}

/**
 * Sets one text of a row unless an earlier column of the same meaning already did. One function each, since a property
 * chosen at run time costs several times as much over a million rows.
 */
const TEXT_SETTERS = {
  accountId: (row, text) => void (row.accountId ||= text),
  displayName: (row, text) => void (row.displayName ||= text),
  email: (row, text) => void (row.email ||= text),
  userName: (row, text) => void (row.userName ||= text),
  userPrincipalName: (row, text) => void (row.userPrincipalName ||= text),
  employeeNumber: (row, text) => void (row.employeeNumber ||= text),
  unit: (row, text) => void (row.unit ||= text),
  manager: (row, text) => void (row.manager ||= text),
  role: (row, text) => void (row.role ||= text),
  delegates: (row, text) => void (row.delegates ||= text),
  inheritedFrom: (row, text) => void (row.inheritedFrom ||= text),
} as const satisfies Partial<Record<Meaning, (row: UserRow, text: string) => void>>;

const FLAG_MEANINGS = ['webServiceOnly', 'integrationUser', 'vip'] as const satisfies readonly (Meaning &
  keyof UserRow)[];

type TextMeaning = keyof typeof TEXT_SETTERS;
type FlagMeaning = (typeof FLAG_MEANINGS)[number];

const isTextMeaning = (meaning: Meaning): meaning is TextMeaning => Object.hasOwn(TEXT_SETTERS, meaning);

const isOneOf = <Wanted extends Meaning>(list: readonly Wanted[], meaning: Meaning): meaning is Wanted =>
  (list as readonly Meaning[]).includes(meaning);

/** Columns of the plan that hold dates of use, in file order: the order of the evidence columns of the snapshot. */
export const evidenceColumnsOf = (plan: ImportPlan): readonly ColumnPlan[] =>
  plan.columns.filter((column) => isOneOf(EVIDENCE_MEANINGS, column.meaning));

/** Reading of a date column for which the plan gives none. */
const plainReading = (plan: ImportPlan): NonNullable<ColumnPlan['dates']> => ({
  order: 'dayFirst',
  numbers: 'none',
  zone: plan.workspaceZone,
  blankMeans: 'notKnown',
  neverWords: [],
});

const readerFor = (column: ColumnPlan, plan: ImportPlan): DateReader =>
  compileDateReader(column.dates ?? plainReading(plan), {
    asOf: plan.asOf,
    workspaceZone: plan.workspaceZone,
    futureAllowed: mayLookAhead(column.meaning),
  });

function emptyRow(evidenceCount: number): UserRow {
  return {
    fileRow: 0,
    accountId: '',
    displayName: '',
    email: '',
    userName: '',
    userPrincipalName: '',
    employeeNumber: '',
    unit: '',
    manager: '',
    role: '',
    delegates: '',
    inheritedFrom: '',
    licenceTypes: [],
    status: 0,
    userType: 0,
    expectedPattern: 0,
    webServiceOnly: 0,
    integrationUser: 0,
    vip: 0,
    openRecords: -1,
    createdOn: ABSENT,
    invitedOn: ABSENT,
    leftOn: ABSENT,
    assignedOn: ABSENT,
    activatedOn: ABSENT,
    retiredOn: ABSENT,
    evidenceDays: new Int32Array(evidenceCount).fill(ABSENT),
    evidenceTexts: Array.from({ length: evidenceCount }, () => ''),
  };
}

/** The stricter of two account states: deactivated, suspended, invited, active, unknown. */
const STATUS_STRENGTH = [0, 1, 3, 4, 2];
const strongerStatus = (left: number, right: number): number =>
  STATUS_STRENGTH[right]! > STATUS_STRENGTH[left]! ? right : left;

/** Of several columns with one meaning: the earliest creation, else the latest day; a day wins over every other value. */
function mergeLifeDay(meaning: LifeMeaning, before: number, next: number): number {
  if (!isDay(before)) return before === ABSENT || isDay(next) ? next : before;
  if (!isDay(next)) return before;
  return meaning === 'createdOn' ? Math.min(before, next) : Math.max(before, next);
}

/** Different cells that one column's reading remembers at most. */
const MOST_REMEMBERED = 4096;

type ColumnStep = (row: UserRow, cell: string) => number;
/** A step that cannot reject the row returns this. */
const READ = 0;

function textStep(meaning: TextMeaning): ColumnStep {
  const set: (row: UserRow, text: string) => void = TEXT_SETTERS[meaning];
  return (row, cell) => {
    set(row, cellText(cell));
    return READ;
  };
}

function flagStep(meaning: FlagMeaning): ColumnStep {
  const readCode = remember(readFlag);
  return (row, cell) => {
    row[meaning] = Math.max(row[meaning], readCode(cell));
    return READ;
  };
}

function lifeStep(meaning: LifeMeaning, reader: DateReader): ColumnStep {
  return (row, cell) => {
    const day = reader.read(cell);
    if (isDateProblem(day)) return day;
    row[meaning] = mergeLifeDay(meaning, row[meaning], day);
    return READ;
  };
}

function evidenceStep(index: number, reader: DateReader): ColumnStep {
  return (row, cell) => {
    const day = reader.read(cell);
    if (isDateProblem(day)) return day;
    row.evidenceDays[index] = day;
    row.evidenceTexts[index] = cell;
    return READ;
  };
}

/** Texts of a column with few different cells → what they mean; the map stops growing before it could cost memory. */
function remember<Meant>(read: (cell: string) => Meant): (cell: string) => Meant {
  const known = new Map<string, Meant>();
  return (cell) => {
    let meant = known.get(cell);
    if (meant === undefined) {
      meant = read(cell);
      if (known.size < MOST_REMEMBERED) known.set(cell, meant);
    }
    return meant;
  };
}

const isLicence = (name: string): boolean => name !== '' && name.toLowerCase() !== 'unlicensed';

function licenceStep(column: ColumnPlan, separator: string | undefined): ColumnStep {
  const named = column.forLicenceType;
  const readLicences = remember((cell): readonly string[] => {
    const text = cellText(cell);
    if (named !== undefined) return text !== '' && readFlag(text) !== 1 ? [named] : [];
    return (separator === undefined ? [text] : text.split(separator).map(cellText)).filter(isLicence);
  });
  return (row, cell) => {
    for (const name of readLicences(cell)) if (!row.licenceTypes.includes(name)) row.licenceTypes.push(name);
    return READ;
  };
}

function statusStep(read: (cell: string) => number): ColumnStep {
  const readCode = remember(read);
  return (row, cell) => {
    row.status = strongerStatus(row.status, readCode(cell));
    return READ;
  };
}

function codeStep(meaning: Meaning): ColumnStep | undefined {
  switch (meaning) {
    case 'accountStatus':
      return statusStep(readStatus);
    case 'accountSuspended':
      return statusStep(readSuspended);
    case 'userType':
      return (row, cell) => {
        row.userType ||= readUserType(cell);
        return READ;
      };
    case 'expectedPattern':
      return (row, cell) => {
        row.expectedPattern ||= readExpectedPattern(cell);
        return READ;
      };
    case 'openRecords':
      return (row, cell) => {
        const text = cell.trim();
        if (/^\d{1,9}$/.test(text)) row.openRecords = Math.max(0, row.openRecords) + Number(text);
        return READ;
      };
    default:
      return undefined;
  }
}

function stepFor(
  column: ColumnPlan,
  plan: ImportPlan,
  evidence: readonly ColumnPlan[],
): ColumnStep | undefined {
  const { meaning } = column;
  if (isTextMeaning(meaning)) return textStep(meaning);
  if (isOneOf(FLAG_MEANINGS, meaning)) return flagStep(meaning);
  if (isOneOf(LIFE_MEANINGS, meaning)) return lifeStep(meaning, readerFor(column, plan));
  if (isOneOf(EVIDENCE_MEANINGS, meaning))
    return evidenceStep(evidence.indexOf(column), readerFor(column, plan));
  if (meaning === 'licenceType') return licenceStep(column, plan.licenceSeparator);
  return codeStep(meaning);
}

function clearRow(row: UserRow, fileRow: number): void {
  row.fileRow = fileRow;
  row.accountId =
    row.displayName =
    row.email =
    row.userName =
    row.userPrincipalName =
    row.employeeNumber =
      '';
  row.unit = row.manager = row.role = row.delegates = row.inheritedFrom = '';
  row.licenceTypes.length = 0;
  row.status = row.userType = row.expectedPattern = row.webServiceOnly = row.integrationUser = row.vip = 0;
  row.openRecords = -1;
  row.createdOn = row.invitedOn = row.leftOn = row.assignedOn = row.activatedOn = row.retiredOn = ABSENT;
}

/** Compiles a plan into a reader of rows. The plan must map a column to `accountId`, or every row is rejected. */
export function compileUserRowReader(plan: ImportPlan): UserRowReader {
  const evidence = evidenceColumnsOf(plan);
  const used: ColumnPlan[] = [];
  const steps: ColumnStep[] = [];
  for (const column of plan.columns) {
    const step = stepFor(column, plan, evidence);
    if (!step) continue;
    used.push(column);
    steps.push(step);
  }
  const positions = Int32Array.from(used, (column) => column.position);
  const width = plan.columns.reduce((most, column) => Math.max(most, column.position + 1), 0);
  const usedWidth = positions.reduce((most, position) => Math.max(most, position + 1), 0);
  const accountHeader = plan.columns.find((column) => column.meaning === 'accountId')?.header;
  const headers = plan.columns.map((column) => ({ position: column.position, text: column.header.trim() }));
  const hasLicenceColumn = used.some((column) => column.meaning === 'licenceType');
  const fixedLicenceType = hasLicenceColumn ? undefined : plan.fixedLicenceType;
  const row = emptyRow(evidence.length);
  const deviations = { widerRows: 0, narrowerRows: 0 };

  const rowText = (cells: readonly string[]): string => cells.join(plan.dialect.delimiter);

  /** Checks a row whose number of cells differs from the header's. */
  const readWidth = (cells: readonly string[], fileRow: number): RowError | undefined => {
    if (cells.length > width) {
      for (let at = width; at < cells.length; at++) {
        if (cells[at]!.trim() !== '')
          return { kind: 'tooManyCells', row: fileRow, column: undefined, text: rowText(cells) };
      }
      deviations.widerRows++;
    } else {
      if (cells.length < usedWidth)
        return { kind: 'tooFewCells', row: fileRow, column: undefined, text: rowText(cells) };
      deviations.narrowerRows++;
    }
    return undefined;
  };

  return {
    row,
    evidenceColumns: evidence,
    deviations,
    isRepeatedHeader: (cells) =>
      cells.length === width &&
      headers.every(({ position, text }) => (cells[position] ?? '').trim() === text),
    read(cells, fileRow) {
      if (cells.length !== width) {
        const error = readWidth(cells, fileRow);
        if (error) return error;
      }
      clearRow(row, fileRow);
      for (let index = 0; index < steps.length; index++) {
        const cell = cells[positions[index]!] ?? '';
        const problem = steps[index]!(row, cell);
        if (problem !== READ) {
          return { kind: dateProblemKind(problem), row: fileRow, column: used[index]!.header, text: cell };
        }
      }
      if (row.accountId === '')
        return { kind: 'missingAccount', row: fileRow, column: accountHeader, text: '' };
      if (fixedLicenceType !== undefined) row.licenceTypes.push(fixedLicenceType);
      return undefined;
    },
  };
}
