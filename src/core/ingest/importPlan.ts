import type { EpochDay } from '../base/epochDay.ts';
import type { DateReading } from './dateReading.ts';
import type { GivenAnswer } from './givenAnswer.ts';
import type { Meaning } from './meaning.ts';
import type { EvidenceClass, SignalKind } from './signalKind.ts';

/** Encodings that are read. Source of the rule: LOAD-05. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What parts the cells of a row. */
export type Delimiter = ',' | ';' | '\t' | '|' | '^' | '~';

/** The outer form of a delimited file, found before any row is read. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Read as windows-1252, but its letters are those of another alphabet in a code page that is not read. */
  readonly otherAlphabet?: boolean;
  readonly delimiter: Delimiter;
  /** Lines above the header that are not rows (title lines, `sep=;`, `#TYPE`). */
  readonly linesBeforeHeader: number;
  /** How many of them are blank. */
  readonly blankLinesAbove?: number;
  /** The names of the columns stand in two rows, of which the upper one counts among the lines above. */
  readonly twoHeaderRows?: boolean;
  /** Quotation marks inside cells are written as two apostrophes. */
  readonly apostropheQuotes?: boolean;
  /** Apostrophes enclose cells instead of quotation marks. */
  readonly singleQuotes?: boolean;
  /** The header ends with the delimiter, and so do the rows: text behind the last name belongs to a row that is too wide. */
  readonly trailingDelimiter?: boolean;
  /** Some or all lines stand in one quoted cell each. */
  readonly wrappedLines?: boolean;
  /** What parts the cells inside such a line, where it is not the delimiter of the file. */
  readonly lineDelimiter?: Delimiter;
  /** Lines above the header that come again below it, as on every page of a report; in lower case. */
  readonly repeatedLines?: readonly string[];
  /** A row with nothing but its first cell heads a group of rows and is no account. */
  readonly loneCellIsGroup?: boolean;
  /** For a workbook: the sheets that are read, one after the other. Its rows are then read as text of this dialect. */
  readonly workbook?: { readonly sheets: readonly string[] };
}

/** What one row of a users file stands for. */
export type RowIs = 'account' | 'accountAndLicence' | 'accountAndGroup' | 'accountAndRole' | 'accountAndSite';

/** How one source column is read. Columns are known by position, never by name: names repeat or are empty. */
export interface ColumnPlan {
  /** 0-based position in the row. */
  readonly position: number;
  /** Header text as it stands in the file. */
  readonly header: string;
  readonly meaning: Meaning;
  /** For dates of use. */
  readonly signalKind: SignalKind | undefined;
  /** For dates of use: the class proposed to the policy. */
  readonly proposedClass: EvidenceClass | undefined;
  /** For dates of use: the licence type or product that this column names, which makes it seat-level evidence. */
  readonly forLicenceType: string | undefined;
  /** For a licence column of yes and no: the licence type that *no* means; *yes* means `forLicenceType`. */
  readonly licenceWhenNo?: string;
  /** For date columns. */
  readonly dates: DateReading | undefined;
}

/** How a further file of the same columns is read where it differs from the first. */
export interface AppendedPlan {
  readonly dialect: Dialect;
  /** Licence type of its rows when no column gives one; `undefined` for that of the first file. */
  readonly fixedLicenceType: string | undefined;
}

/** Everything that decides how a users file is read. Same bytes and same plan give the same tables. */
export interface ImportPlan {
  readonly dialect: Dialect;
  readonly system: string;
  readonly rowIs: RowIs;
  readonly columns: readonly ColumnPlan[];
  /** Licence type of every row when no column gives one. */
  readonly fixedLicenceType: string | undefined;
  /** Separator of several licence types in one cell, or `undefined`. */
  readonly licenceSeparator: string | undefined;
  readonly asOf: EpochDay;
  readonly workspaceZone: string;
  readonly lagDays: number;
  /** An active account whose dates of use all say never has not accepted its invitation. */
  readonly neverIsInvited?: true;
  /** A row whose own key is empty is named by its address. */
  readonly addressForKey?: true;
  readonly historyStart: EpochDay | undefined;
  /** The user's answer to the completeness guard, or `undefined` where it was not asked. */
  readonly completeness: 'full' | 'filtered' | undefined;
  /** The further files whose rows follow those of the first, in order; without it there is one file. */
  readonly appended?: readonly AppendedPlan[];
  /** Answers to questions about the file, in the order in which they were given; one a kind and column. */
  readonly answers?: readonly GivenAnswer[];
}
