import type { EpochDay } from '../../base/epochDay.ts';

/**
 * One row of an activity log as the log's builder takes it: which account, what, when, how often. One object is filled
 * again for every row.
 */
export interface ActivityCells {
  /** Row number as in a spreadsheet, 1-based. */
  fileRow: number;
  /** Bytes of the account key, plain ASCII without outer white space; valid UTF-8. */
  keyStart: number;
  keyEnd: number;
  day: EpochDay;
  /** Original text of the date. */
  rawStart: number;
  rawEnd: number;
  /** Bytes of the event type; empty where the log names none. */
  eventStart: number;
  eventEnd: number;
  /** Bytes of the licence type or module; empty where the log names none. */
  licenceStart: number;
  licenceEnd: number;
  events: number;
}

/** Columns that name the account of a row: the first of them that a row fills is its key. */
export const KEY_COLUMNS = ['accountId', 'userName', 'email'] as const;
/** Columns that date a row, in the same way. */
export const DATE_COLUMNS = ['date', 'logOn', 'month'] as const;
/** Columns that tie a row to one kind of seat: the first of them that is mapped. */
export const LICENCE_COLUMNS = ['licenceType', 'module'] as const;
