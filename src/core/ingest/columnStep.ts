import { isOneOf } from '../base/exhaustive.ts';
import { ABSENT, isDay } from '../base/dayValue.ts';
import { cellText } from './cellText.ts';
import { readFlag, readStatus, readReversedStatus, readUserType } from './cellWords.ts';
import { isDateProblem } from './dateProblem.ts';
import { compileDateReader, type DateReader } from './dateReader.ts';
import type { DateReading } from './dateReading.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { joinFurtherText } from './furtherText.ts';
import {
  DECIDING_LIFE_MEANINGS,
  FURTHER_TEXTS,
  LIFE_MEANINGS,
  type FurtherText,
  type LifeMeaning,
  type Meaning,
} from './meaning.ts';
import { readNumberCell } from './kinds/readNumberCell.ts';
import { mayLookAhead, type DateContext } from './momentToDay.ts';
import { PATTERN_UNREAD, readExpectedPattern } from './patternWords.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { SUBJECT_UNREAD, readSubjectType } from './subjectWords.ts';
import type { UnreadWords } from './unreadWords.ts';
import type { UserRow } from './userRow.ts';

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
  firstName: (row, text) => void (row.firstName ||= text),
  lastName: (row, text) => void (row.lastName ||= text),
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

/** Reading of a date column for which the plan gives none. */
const plainReading = (plan: ImportPlan): DateReading => ({
  order: 'dayFirst',
  numbers: 'none',
  zone: plan.workspaceZone,
  blankMeans: 'notKnown',
  neverWords: [],
});

/** How the dates of a column are read, and in what surroundings. */
export const dateReadingOf = (
  column: ColumnPlan,
  plan: ImportPlan,
): { readonly reading: DateReading; readonly context: DateContext } => ({
  reading: column.dates ?? plainReading(plan),
  context: {
    asOf: plan.asOf,
    workspaceZone: plan.workspaceZone,
    futureAllowed: mayLookAhead(column.meaning),
  },
});

function readerFor(column: ColumnPlan, plan: ImportPlan): DateReader {
  const { reading, context } = dateReadingOf(column, plan);
  return compileDateReader(reading, context);
}

/** The stricter of two account states: deactivated, suspended, invited, active, unknown. */
const STATUS_STRENGTH = [0, 1, 3, 4, 2];
const strongerStatus = (left: number, right: number): number =>
  STATUS_STRENGTH[right]! > STATUS_STRENGTH[left]! ? right : left;

/** Place of a date of life among those whose texts are kept, or −1. */
export const keptLifeIndex = (meaning: LifeMeaning): number =>
  (DECIDING_LIFE_MEANINGS as readonly LifeMeaning[]).indexOf(meaning);

/** A column's place among the plan's columns of its meaning. */
export const placeInMeaning = (column: ColumnPlan, plan: ImportPlan): number =>
  plan.columns.filter(({ meaning }) => meaning === column.meaning).indexOf(column);

/** Of several columns with one meaning: the earliest creation, else the latest day; a day wins over every other value. */
export function mergeLifeDay(meaning: LifeMeaning, before: number, next: number): number {
  if (!isDay(before)) return before === ABSENT || isDay(next) ? next : before;
  if (!isDay(next)) return before;
  return meaning === 'createdOn' ? Math.min(before, next) : Math.max(before, next);
}

/** Different cells that one column's reading remembers at most. */
const MOST_REMEMBERED = 4096;

/**
 * Reads one cell into the row: {@link CELL_READ}, or the date problem for which the row is rejected. Of several columns with
 * one meaning the first filled text counts, or all of them (see `joinFurtherText`), and the stricter state.
 */
export type ColumnStep = (row: UserRow, cell: string) => number;
/** Answer of a step that found nothing to reject. */
export const CELL_READ = 0;

function textStep(meaning: TextMeaning): ColumnStep {
  const set: (row: UserRow, text: string) => void = TEXT_SETTERS[meaning];
  return (row, cell) => {
    set(row, cellText(cell));
    return CELL_READ;
  };
}

function furtherTextStep(meaning: FurtherText): ColumnStep {
  const place = FURTHER_TEXTS.indexOf(meaning);
  return ({ further }, cell) => {
    further[place] = joinFurtherText(meaning, further[place]!, cellText(cell));
    return CELL_READ;
  };
}

function flagStep(meaning: FlagMeaning): ColumnStep {
  const readCode = remember(readFlag);
  return (row, cell) => {
    row[meaning] = Math.max(row[meaning], readCode(cell));
    return CELL_READ;
  };
}

/** `place`: the column's place among those of its meaning. */
function lifeStep(meaning: LifeMeaning, reader: DateReader, place: number): ColumnStep {
  const kept = keptLifeIndex(meaning);
  return (row, cell) => {
    const day = reader.read(cell);
    if (isDateProblem(day)) return day;
    const before = row[meaning];
    const merged = mergeLifeDay(meaning, before, day);
    row[meaning] = merged;
    if (kept >= 0 && merged !== before) {
      row.lifeTexts[kept] = cell;
      row.lifeColumns[kept] = place;
    }
    return CELL_READ;
  };
}

function evidenceStep(index: number, reader: DateReader): ColumnStep {
  return (row, cell) => {
    const day = reader.read(cell);
    if (isDateProblem(day)) return day;
    row.evidenceDays[index] = day;
    row.evidenceTexts[index] = cell;
    return CELL_READ;
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
    if (named !== undefined) {
      if (text === '') return [];
      const granted = readFlag(text) === 1 ? column.licenceWhenNo : named;
      return granted === undefined ? [] : [granted];
    }
    return (separator === undefined ? [text] : text.split(separator).map(cellText)).filter(isLicence);
  });
  return (row, cell) => {
    for (const name of readLicences(cell)) if (!row.licenceTypes.includes(name)) row.licenceTypes.push(name);
    return CELL_READ;
  };
}

function statusStep(read: (cell: string) => number): ColumnStep {
  const readCode = remember(read);
  return (row, cell) => {
    row.status = strongerStatus(row.status, readCode(cell));
    return CELL_READ;
  };
}

/** The reading of a word, by which the words of a column that are not known are noted. */
const noting =
  (read: (cell: string) => number, unreadCode: number, { position }: ColumnPlan, unread?: UnreadWords) =>
  (cell: string): number => {
    const code = read(cell);
    if (code === unreadCode) unread?.note(position, cell);
    return code;
  };

/** The first word of a row that can be read; an unread one stays only while there is no other. */
const firstRead = (before: number, next: number, unreadCode: number): number =>
  next !== 0 && (before === 0 || before === unreadCode) ? next : before;

function codeStep(column: ColumnPlan, unread: UnreadWords | undefined): ColumnStep | undefined {
  switch (column.meaning) {
    case 'accountStatus':
      return statusStep(readStatus);
    case 'accountSuspended':
      return statusStep(readReversedStatus(column.header));
    case 'userType':
      return (row, cell) => {
        row.userType ||= readUserType(cell);
        return CELL_READ;
      };
    case 'expectedPattern': {
      const readCode = remember(noting(readExpectedPattern, PATTERN_UNREAD, column, unread));
      return (row, cell) => {
        row.expectedPattern = firstRead(row.expectedPattern, readCode(cell), PATTERN_UNREAD);
        return CELL_READ;
      };
    }
    case 'subjectType': {
      const readCode = remember(noting(readSubjectType, SUBJECT_UNREAD, column, unread));
      return (row, cell) => {
        row.subjectType = firstRead(row.subjectType, readCode(cell), SUBJECT_UNREAD);
        return CELL_READ;
      };
    }
    case 'openRecords':
      return (row, cell) => {
        const count = readNumberCell(cell);
        if (count !== undefined && count >= 0) row.openRecords = Math.max(0, row.openRecords) + count;
        return CELL_READ;
      };
    default:
      return undefined;
  }
}

/**
 * The step of a column under a plan, or `undefined` when it is not imported. `evidenceIndex` is its place among the
 * plan's evidence columns; `unread` takes the words of patterns and subjects that are not known.
 */
export function compileColumnStep(
  column: ColumnPlan,
  plan: ImportPlan,
  evidenceIndex: number,
  unread?: UnreadWords,
): ColumnStep | undefined {
  const { meaning } = column;
  if (isTextMeaning(meaning)) return textStep(meaning);
  if (isOneOf(FURTHER_TEXTS, meaning)) return furtherTextStep(meaning);
  if (isOneOf(FLAG_MEANINGS, meaning)) return flagStep(meaning);
  if (isOneOf(LIFE_MEANINGS, meaning)) {
    return lifeStep(meaning, readerFor(column, plan), placeInMeaning(column, plan));
  }
  if (isEvidenceMeaning(meaning)) return evidenceStep(evidenceIndex, readerFor(column, plan));
  if (meaning === 'licenceType') return licenceStep(column, plan.licenceSeparator);
  return codeStep(column, unread);
}
