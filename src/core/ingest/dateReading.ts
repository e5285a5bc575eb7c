import type { EpochDay } from '../base/epochDay.ts';

/** Order of day, month and year where the text itself does not decide. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'yearFirst';

/** How one date column is read; decided per column from all its values, never per cell. */
export interface DateReading {
  /** Order of numeric day and month. `undecided` only while a question is open: nothing is imported then. */
  readonly order: DateOrder | 'undecided';
  /** Unit of bare integers in this column; `none` when bare integers are not dates here. */
  readonly numbers:
    | 'none'
    | 'unixSeconds'
    | 'unixMilliseconds'
    | 'unixMicroseconds'
    | 'windowsFileTime'
    | 'compactDay'
    | 'compactStamp'
    | 'excelSerial1900'
    | 'excelSerial1904';
  /** IANA name of the zone in which time stamps without an offset are meant. */
  readonly zone: string;
  /** The answer to "does empty mean never?"; a blank stays a blank until a person says otherwise. */
  readonly blankMeans: 'never' | 'notKnown';
  /** Further words for never in this column, as typed by the user (compared trimmed, in lower case). */
  readonly neverWords: readonly string[];
  /** The answer to "do dates such as 1601 or 9999, 0 and −1 mean never?"; until a yes they are unreadable. */
  readonly placeholdersMeanNever?: boolean;
  /** Days that a person declared to mean never, for example one date that many accounts share. */
  readonly neverDays?: readonly EpochDay[];
  /** Days that an empty cell is known to reach back at least, where the source drops older dates; not with `never`. */
  readonly blankMeansAtLeast?: number | undefined;
  /** Texts with a four-digit year first were date cells of a spreadsheet that took the day for the month: they are read with day and month exchanged. */
  readonly cellsSwapped?: boolean;
  /** The column showed only dates that need no order: a numeric date that comes later is an order conflict. */
  readonly numericDates?: 'refused';
}
