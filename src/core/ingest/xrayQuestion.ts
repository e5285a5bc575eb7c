import type { EpochDay } from '../base/epochDay.ts';

/** A row that caused a finding, as it stands in the file. */
export interface FindingRow {
  /** Row number as in a spreadsheet. */
  readonly fileRow: number;
  /** Original text of the cell. */
  readonly text: string;
  /** What the finding sets beside it: another cell of the row, or how the cell would be read, in words. */
  readonly beside?: string;
}

/** What every question of the X-ray has. `Answer` is the union of its radio answers. */
interface Finding<Kind extends string, Answer extends string> {
  readonly kind: Kind;
  /** Column that it concerns. */
  readonly position: number;
  /** Rows that caused it. */
  readonly count: number;
  /** The first of those rows, at most {@link MOST_FINDING_ROWS}. */
  readonly rows: readonly FindingRow[];
  /** In the order in which they are offered. */
  readonly answers: readonly Answer[];
  readonly recommended: Answer;
}

/** Rows shown with one finding. */
export const MOST_FINDING_ROWS = 3;

/**
 * What the X-ray of the columns found before an import, each one plain question with a recommended answer. Unlike an
 * open order of day and month none of them holds the import back: without an answer nothing is read as *never*, and
 * everything else is read as it stands; rows of a table that is surely another one are left out. `replaceFile` changes no plan: the file is put aside.
 * Source of the rule: LOAD-23, LOAD-26 to LOAD-28.
 */
export type XrayQuestion =
  /** The latest date lies more than 7 days before the as-of date. */
  | (Finding<'frozenColumn', 'replaceFile' | 'useAnyway'> & { readonly latest: EpochDay })
  /** The column counts failed attempts. `better`: the column of successful sign-ins, where the file has one. */
  | (Finding<'attemptsColumn', 'useSuccessful' | 'markAttempts' | 'useAnyway'> & {
      readonly better: { readonly position: number; readonly header: string } | undefined;
    })
  /** `createdPosition`: column of the creation dates. */
  | (Finding<'signInBeforeCreated', 'keep' | 'ignoreCreated'> & { readonly createdPosition: number })
  /** `signInPosition`: column of the sign-ins. */
  | (Finding<'actionAfterSignIn', 'keep' | 'ignoreSignIn'> & { readonly signInPosition: number })
  /** Bare numbers of five digits among dates in words: a spreadsheet saved days as serial numbers. */
  | Finding<'serialNumbers', 'excelSerial1900' | 'excelSerial1904' | 'none'>
  /** Cells that a spreadsheet took for dates hold day and month exchanged; the others stayed text. */
  | (Finding<'swappedDays', 'swapBack' | 'asWritten'> & {
      /** Order of the cells that stayed text. */
      readonly textOrder: 'dayFirst' | 'monthFirst';
    })
  /** Numbers in scientific notation: the digits after the first few are gone. */
  | Finding<'lostDigits', 'replaceFile' | 'useAnyway'>
  /** Numbers of a key that are shorter than the rest, so that leading zeros are probably gone. `usual`: usual length. */
  | (Finding<'lostZeros', 'replaceFile' | 'useAnyway'> & { readonly usual: number })
  /** Names of 32 hexadecimal characters. */
  | Finding<'concealedNames', 'countOnly' | 'replaceFile'>
  /** Dates and numbers that systems write where there is no date. */
  | Finding<'placeholderDates', 'never' | 'notKnown'>
  /** Another table begins below the list at `row`. `names`: its column names where they are known. */
  | (Finding<'secondTable', 'leaveOut' | 'belongs'> & {
      readonly row: number;
      readonly names: readonly string[];
    })
  /** One date that more than 20 accounts share and that is older than every other date. */
  | (Finding<'sharedOldestDate', 'never' | 'realDate'> & { readonly day: EpochDay })
  /** Words that probably mean never, in lower case, most frequent first. */
  | (Finding<'neverWords', 'never' | 'notKnown'> & { readonly words: readonly string[] })
  /** The source empties a date after so many days, so that empty means *at least* that long ago. */
  | (Finding<'droppedDates', 'atLeast' | 'notKnown'> & { readonly days: number });

export type XrayKind = XrayQuestion['kind'];

/** The answers that a question of a kind offers. */
export type XrayAnswerOf<Kind extends XrayKind> = Extract<
  XrayQuestion,
  { readonly kind: Kind }
>['recommended'];

/** An answer as it is kept in the plan, and with it in the snapshot. */
export type XrayAnswer = {
  [Kind in XrayKind]: {
    readonly kind: Kind;
    readonly position: number;
    readonly answer: XrayAnswerOf<Kind>;
  };
}[XrayKind];
