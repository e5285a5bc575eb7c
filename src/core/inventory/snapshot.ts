import type { EpochDay } from '../base/epochDay.ts';
import type { DecidingLifeMeaning, FurtherText } from '../ingest/meaning.ts';
import type { EvidenceClass, SignalKind } from '../ingest/signalKind.ts';
import type { JoinedSource } from './evidenceSource.ts';
import type { RowAccount, SourceFile } from './sourceFile.ts';
import type { TextColumn } from './textColumn.ts';

/** Code of an absent text in a dictionary column. */
export const NO_TEXT = 0;

/**
 * The snapshot's string table: texts that repeat (licence types, units, managers, roles). Code 0 is the empty text.
 * Codes are given in order of first appearance in the file, so that the same file gives the same codes.
 */
export type StringTable = readonly string[];

/** One column of dates of use, kept apart per source column so that the policy can class it anew at any time. */
export interface EvidenceColumn {
  /** Header of the source column: the name under which Define lists it. */
  readonly header: string;
  readonly signalKind: SignalKind;
  readonly proposedClass: EvidenceClass;
  /** `seat`: values are indexed by seat row; `account`: by account row. Seat-level evidence wins where present. */
  readonly level: 'account' | 'seat';
  /** Day values (see `DayValue`), one a row of the level's table. */
  readonly values: Int32Array;
  /** Original text of the deciding cell. */
  readonly raw: TextColumn;
  /** File row (1-based, as in a spreadsheet) of the deciding cell; 0 when the row had none. */
  readonly sourceRow: Uint32Array;
  /**
   * File row of an unreadable cell that a day in another row of the same account or seat outvoted, 0 for none: it may
   * hide a later day. `undefined` where the column has no such cell.
   */
  readonly doubtRow?: Uint32Array | undefined;
  /** First day this source can show, or `undefined` for a source that keeps only the last date. */
  readonly historyStart: EpochDay | undefined;
  /** The file that the column was joined from; a column without it is one of the snapshot's own list. */
  readonly source?: JoinedSource;
  /** Of an event log: the distinct active days of a row until the as-of day, ascending. */
  readonly activeDays?: (row: number) => readonly EpochDay[];
}

/**
 * Where one date of the life of accounts or seats was read. Indexed by seat row for `assignedOn`, else by account row;
 * the days themselves stand in the tables.
 */
export interface LifeColumn {
  readonly meaning: DecidingLifeMeaning;
  /** Headers of the source columns with this meaning, one or more, in file order. */
  readonly headers: readonly string[];
  /** Place in `headers` of the deciding column. */
  readonly column: Uint16Array;
  /** Original text of the deciding cell. */
  readonly raw: TextColumn;
  /** File row of the deciding cell. */
  readonly sourceRow: Uint32Array;
}

/** Codes of the string table: further texts of accounts as written; one is there only when a source column was mapped to it. */
export type FurtherTextColumns = { readonly [Name in FurtherText]?: Uint32Array | undefined };

/** One row per login. Optional columns are `undefined` when no source column was mapped to them. */
export interface AccountTable extends FurtherTextColumns {
  readonly count: number;
  /** Key of the account in its system, as written in the file. Unique by its canonical form. */
  readonly accountId: TextColumn;
  readonly displayName: TextColumn | undefined;
  readonly email: TextColumn | undefined;
  readonly userName: TextColumn | undefined;
  readonly userPrincipalName: TextColumn | undefined;
  readonly employeeNumber: TextColumn | undefined;
  /** Code of `ACCOUNT_STATUSES`. */
  readonly status: Uint8Array;
  /** Code of `USER_TYPES`. */
  readonly userType: Uint8Array;
  /** 0 not stated, 1 no, 2 yes. */
  readonly webServiceOnly: Uint8Array;
  readonly integrationUser: Uint8Array;
  readonly vip: Uint8Array;
  /** Codes of the string table. */
  readonly unit: Uint32Array;
  readonly manager: Uint32Array;
  readonly role: Uint32Array;
  readonly delegates: Uint32Array;
  /** Code of `EXPECTED_PATTERNS`, or `PATTERN_UNREAD`. */
  readonly expectedPattern: Uint8Array;
  /** Code of `SUBJECT_TYPES`, or `SUBJECT_UNREAD`; there only when a source column was mapped to it. */
  readonly subjectType?: Uint8Array | undefined;
  /** Day values. `ABSENT` throughout when no column was mapped. */
  readonly createdOn: Int32Array;
  readonly invitedOn: Int32Array;
  readonly leftOn: Int32Array;
  /** Open records owned; −1 not known. */
  readonly openRecords: Int32Array;
  /** File row of the account's first row. */
  readonly sourceRow: Uint32Array;
}

/** One row per account and licence type. Seats of one account stand together, in file order of the account. */
export interface SeatTable {
  readonly count: number;
  /** Row of the account table. */
  readonly account: Uint32Array;
  /** Index into `Snapshot.licenceTypes`. */
  readonly licenceType: Uint16Array;
  /** Day values. */
  readonly assignedOn: Int32Array;
  readonly activatedOn: Int32Array;
  readonly retiredOn: Int32Array;
  /** Code of the string table: the group that gives the licence, or 0. */
  readonly inheritedFrom: Uint32Array;
  /** File row that gave the seat. */
  readonly sourceRow: Uint32Array;
}

/** The seats and evidence of one system as of one date. Immutable once committed. */
export interface Snapshot {
  readonly id: string;
  readonly asOf: EpochDay;
  readonly source: SourceFile;
  readonly rows: RowAccount;
  /** A complete list, or a filtered one that may change no case and remove no seat. */
  readonly completeness: 'full' | 'filtered';
  readonly strings: StringTable;
  /** Licence types in order of first appearance; a seat names one by index. */
  readonly licenceTypes: readonly string[];
  readonly accounts: AccountTable;
  readonly seats: SeatTable;
  /** One for each meaning that a source column was mapped to. */
  readonly life: readonly LifeColumn[];
  readonly evidence: readonly EvidenceColumn[];
}
