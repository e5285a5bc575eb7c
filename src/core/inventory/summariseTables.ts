import { isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { PATTERN_UNREAD } from '../ingest/patternWords.ts';
import type { EvidenceClass } from '../ingest/signalKind.ts';
import { SUBJECT_UNREAD } from '../ingest/subjectWords.ts';
import type { WordMeaning } from '../ingest/unreadWords.ts';
import { SUBJECT_TYPES } from './subjectTypes.ts';
import { spanDates, type DateSpan } from './spanDates.ts';
import {
  NO_TEXT,
  type AccountTable,
  type EvidenceColumn,
  type SeatTable,
  type StringTable,
} from './snapshot.ts';

/** How many accounts of a list are no users. */
export interface SubjectCounts {
  readonly devices: number;
  readonly virtual: number;
}

/** Figures of the receipt. */
export interface TablesSummary {
  readonly accounts: number;
  readonly seats: number;
  /** In order of first appearance. */
  readonly licenceTypes: readonly { readonly name: string; readonly seats: number }[];
  /** Names of the units that have accounts, in order of first appearance; the empty unit is left out. */
  readonly units: readonly string[];
  /** First and last day of work or sign-in; `undefined` when there is none. */
  readonly lastUse: { readonly from: EpochDay; readonly to: EpochDay } | undefined;
  /** Accounts with a sign-in before they were created. */
  readonly signInBeforeCreated: number;
  /** Days of each evidence column, in their order; `undefined` for a column without a day. */
  readonly dates?: readonly (DateSpan | undefined)[];
  /** Accounts that are devices and virtual environments; not set where no column tells subjects. */
  readonly subjects?: SubjectCounts;
  /** Accounts whose pattern or subject stands in a word that is not known; not set where there are none. */
  readonly unread?: { readonly [Meaning in WordMeaning]?: number };
  /** Accounts without a seat, and the file rows of the first few; not set where there are none. */
  readonly withoutSeat?: { readonly accounts: number; readonly fileRows: readonly number[] };
}

/** Rows named of the accounts without a seat. */
const MOST_ROWS = 3;

/** The columns that the figures are taken from. */
export interface SummarisedTables {
  readonly accounts: Pick<AccountTable, 'unit' | 'createdOn' | 'subjectType'> &
    Partial<Pick<AccountTable, 'expectedPattern' | 'sourceRow'>>;
  readonly seats: Pick<SeatTable, 'account' | 'licenceType'>;
  readonly strings: StringTable;
  readonly licenceTypes: readonly string[];
  readonly evidence: readonly Pick<EvidenceColumn, 'level' | 'values' | 'sourceRow' | 'proposedClass'>[];
}

/** Counts a finished pair of tables. Units are compared as written, since they are matched to people only later. */
export function summariseTables(tables: SummarisedTables): TablesSummary {
  const { accounts, seats, strings, licenceTypes } = tables;
  const seatsOfType = countCodes(seats.licenceType, licenceTypes.length);
  const usedUnits = distinctInOrder(accounts.unit, strings.length);

  let from = Infinity;
  let to = -Infinity;
  const early = new Uint8Array(accounts.createdOn.length);
  for (const { level, values, proposedClass } of tables.evidence) {
    if (!isUse(proposedClass)) continue;
    for (let row = 0; row < values.length; row += 1) {
      const day = values[row]!;
      if (!isDay(day)) continue;
      if (day < from) from = day;
      if (day > to) to = day;
      if (proposedClass !== 'loginOnly') continue;
      const account = level === 'seat' ? seats.account[row]! : row;
      const created = accounts.createdOn[account]!;
      if (isDay(created) && day < created) early[account] = 1;
    }
  }
  return {
    accounts: accounts.createdOn.length,
    seats: seats.account.length,
    licenceTypes: licenceTypes.map((name, type) => ({ name, seats: seatsOfType[type]! })),
    units: usedUnits.map((code) => strings[code]!),
    lastUse: from <= to ? { from: from as EpochDay, to: to as EpochDay } : undefined,
    signInBeforeCreated: countCode(early, 1),
    ...summariseWords(accounts),
    ...findWithoutSeat(tables),
    dates: tables.evidence.map(({ level, values, sourceRow }) =>
      spanDates(values, sourceRow, level === 'seat' ? seats.account : undefined),
    ),
  };
}

function findWithoutSeat({ accounts, seats }: SummarisedTables): Pick<TablesSummary, 'withoutSeat'> {
  const { sourceRow } = accounts;
  if (!sourceRow) return {};
  const hasSeat = new Uint8Array(sourceRow.length);
  for (let seat = 0; seat < seats.account.length; seat += 1) hasSeat[seats.account[seat]!] = 1;
  const fileRows: number[] = [];
  let count = 0;
  for (let account = 0; account < hasSeat.length; account += 1) {
    if (hasSeat[account] === 1) continue;
    count += 1;
    if (fileRows.length < MOST_ROWS) fileRows.push(sourceRow[account]!);
  }
  return count > 0 ? { withoutSeat: { accounts: count, fileRows } } : {};
}

/** What the columns of fixed words say of a list. */
function summariseWords({
  subjectType,
  expectedPattern,
}: SummarisedTables['accounts']): Pick<TablesSummary, 'subjects' | 'unread'> {
  const patterns = expectedPattern ? countCode(expectedPattern, PATTERN_UNREAD) : 0;
  const subjects = subjectType ? countCode(subjectType, SUBJECT_UNREAD) : 0;
  const unread = {
    ...(patterns > 0 ? { expectedPattern: patterns } : {}),
    ...(subjects > 0 ? { subjectType: subjects } : {}),
  };
  return {
    ...(subjectType
      ? {
          subjects: {
            devices: countCode(subjectType, SUBJECT_TYPES.indexOf('device')),
            virtual: countCode(subjectType, SUBJECT_TYPES.indexOf('virtual')),
          },
        }
      : {}),
    ...(patterns + subjects > 0 ? { unread } : {}),
  };
}

function countCodes(codes: Uint16Array, count: number): Uint32Array {
  const counts = new Uint32Array(count);
  for (let row = 0; row < codes.length; row += 1) counts[codes[row]!]! += 1;
  return counts;
}

function countCode(codes: Uint8Array, wanted: number): number {
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) if (codes[row] === wanted) count += 1;
  return count;
}

/** Codes of texts in the order of first appearance, without that of no text. */
function distinctInOrder(codes: Uint32Array, count: number): number[] {
  const isSeen = new Uint8Array(count);
  isSeen[NO_TEXT] = 1;
  const distinct: number[] = [];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (isSeen[code] === 1) continue;
    isSeen[code] = 1;
    distinct.push(code);
  }
  return distinct;
}

const isUse = (evidenceClass: EvidenceClass): boolean =>
  evidenceClass === 'meaningful' || evidenceClass === 'loginOnly';
