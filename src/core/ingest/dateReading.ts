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
}
