import type { EpochDay } from '../base/epochDay.ts';
import type { DateOrder } from './dateReading.ts';
import type { GivenAnswer } from './givenAnswer.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import type { TextForm } from './otherTextForm.ts';
import type { WordMeaning } from './unreadWords.ts';
import type { WorkbookFault } from './workbook/workbookFault.ts';
import type { FindingRow, XrayQuestion } from './xrayQuestion.ts';

/** One value of a column and how it would be read under the proposed plan. */
export interface SampleReading {
  readonly text: string;
  /** `30 Jun 2026`, `never`, `blank`, `not a date`, `Active`, … in Fallow's words. */
  readonly reading: string;
}

/** A question that must be answered before import, asked at the column it concerns. */
export type ColumnQuestion =
  | {
      readonly kind: 'dateOrder';
      readonly position: number;
      /** Three rows of the column with both readings. */
      readonly rows: readonly {
        readonly fileRow: number;
        readonly text: string;
        readonly dayFirst: EpochDay;
        readonly monthFirst: EpochDay;
      }[];
      /** The orders that the values leave open, two or three of them; day or month first where it is not given. */
      readonly orders?: readonly DateOrder[];
      /** The same three rows under every open order, two-digit years first included; an order that a row rules out is not set. */
      readonly readings?: readonly ({ readonly fileRow: number; readonly text: string } & {
        readonly [Order in DateOrder]?: EpochDay;
      })[];
      /** Values of the column that fit more than one order. */
      readonly fitBoth: number;
      readonly recommended: undefined;
    }
  | {
      readonly kind: 'blankMeaning';
      readonly position: number;
      readonly empty: number;
      readonly filled: number;
      readonly recommended: 'never' | 'notKnown';
    };

/** A column as it is shown before the import: what it holds, three samples, what it is proposed to mean. */
export interface ColumnSurvey {
  readonly position: number;
  readonly header: string;
  readonly filled: number;
  readonly empty: number;
  /** Three sample values with their readings, distinct where possible. */
  readonly samples: readonly SampleReading[];
  readonly proposal: ColumnPlan;
}

/** Something the user should know before or after import; never an error. */
export type FileFinding =
  /** `byNotice`: the file says itself that it stops early; otherwise its number of rows does. */
  | { readonly kind: 'rowLimit'; readonly rows: number; readonly byNotice?: true }
  | { readonly kind: 'secretColumn'; readonly header: string }
  | { readonly kind: 'noDateOfUse' }
  | { readonly kind: 'noSignIn' }
  | { readonly kind: 'noAction' }
  | { readonly kind: 'encodingFallback' }
  /** As `encodingFallback`, but the letters are those of another alphabet: names make no sense. */
  | { readonly kind: 'otherAlphabet' }
  | { readonly kind: 'duplicateHeader'; readonly header: string }
  | { readonly kind: 'emptyHeader'; readonly position: number }
  | { readonly kind: 'linesAboveHeader'; readonly lines: number }
  /** Accepted rows with empty cells beyond the header, as trailing delimiters make them. */
  | { readonly kind: 'widerRows'; readonly rows: number }
  /** Accepted rows that lack cells of columns that are left out. */
  | { readonly kind: 'narrowerRows'; readonly rows: number }
  /** Rows that repeat the header, as paged exports do; neither read nor rejected. */
  | { readonly kind: 'repeatedHeaders'; readonly rows: number }
  /** Rows that are no data: lines of totals, headings of groups, lines that a report prints around its rows. */
  | { readonly kind: 'otherRows'; readonly reason: 'total' | 'group' | 'footer'; readonly rows: number }
  /** Rows with text in cells that the header does not name; those cells are left out. */
  | { readonly kind: 'unnamedCells'; readonly rows: number }
  /** Accounts whose own key is empty in the file and that are named by their address instead. */
  | { readonly kind: 'keyedByAddress'; readonly rows: number }
  /** The names of the columns stand in two rows. */
  | { readonly kind: 'twoHeaderRows' }
  /**
   * Another table begins below the first, at `row` as in a spreadsheet. `rows`: how many were left out with it; without it they
   * were read as rows of the list. `tables`: how many such tables there are, one where it is not given.
   */
  | {
      readonly kind: 'secondTable';
      readonly row: number;
      readonly names?: readonly string[];
      readonly rows?: number;
      readonly tables?: number;
    }
  /** Lines stand in one quoted cell each and were split again. */
  | { readonly kind: 'wrappedLines' }
  /** Apostrophes enclose the cells; they were read as quotation marks. */
  | { readonly kind: 'singleQuotes' }
  | { readonly kind: 'htmlTable' }
  /** Sheets of a workbook whose rows follow those of the first one, because they have the same header. */
  | { readonly kind: 'appendedSheets'; readonly sheets: readonly string[] }
  /** Sheets that are not read, because they have no header or another one. */
  | { readonly kind: 'otherSheets'; readonly sheets: readonly string[] }
  /** Hidden sheets that are not read. */
  | { readonly kind: 'hiddenSheets'; readonly sheets: readonly string[] }
  /** Rows that a filter or a person has hidden in the sheet; they are read like all others. */
  | { readonly kind: 'hiddenRows'; readonly rows: number }
  /** Formulas that were stored without their result; their cells are empty. */
  | { readonly kind: 'missingResults'; readonly cells: number }
  | { readonly kind: 'signInBeforeCreated'; readonly rows: number }
  /** Cells of a text column in which a spreadsheet shows an error; they are read as empty. The first few of them. */
  | {
      readonly kind: 'spreadsheetErrors';
      readonly header: string;
      readonly cells: number;
      readonly rows: readonly FindingRow[];
    }
  /** Filled cells of a date column that are neither a date nor a word for never, kept as unreadable; the first few. */
  | {
      readonly kind: 'unreadableDates';
      readonly header: string;
      readonly cells: number;
      readonly rows: readonly FindingRow[];
    }
  /** Questions that were on the screen and left open: what they are about is read as it stands. Headers, each once. */
  | { readonly kind: 'unanswered'; readonly questions: number; readonly headers: readonly string[] }
  /** Accounts that hold no seat because no row of theirs names a licence type, and the first rows of some of them. */
  | { readonly kind: 'withoutSeat'; readonly accounts: number; readonly fileRows: readonly number[] }
  /** Words of a column of patterns or subjects that are not known, the first few of them; they say nothing of a seat. */
  | {
      readonly kind: 'unreadWords';
      readonly meaning: WordMeaning;
      readonly header: string;
      readonly words: readonly string[];
      readonly count: number;
      /** Rows at hand before the import, accounts after it. */
      readonly of: 'rows' | 'accounts';
    }
  /** Nobody has a date of use in the column after `latest`, which lies well before the as-of date. Of the whole file. */
  | {
      readonly kind: 'frozenColumn';
      readonly position: number;
      readonly header: string;
      readonly latest: EpochDay;
      readonly asOf: EpochDay;
    }
  /** Accounts that share the oldest date of a column, where nobody was asked whether it means never. Of the whole file. */
  | {
      readonly kind: 'sharedOldestDate';
      readonly position: number;
      readonly header: string;
      readonly day: EpochDay;
      /** The oldest date but one. */
      readonly next: EpochDay;
      readonly accounts: number;
    };

/** A sheet of a workbook as it is offered. */
export interface SheetSurvey {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with content, exact when `wholeSheet`. */
  readonly rows: number;
  readonly wholeSheet: boolean;
  readonly chosen: boolean;
  /** Sheets with one number share a header and can be read together; `undefined` when there is no header. */
  readonly header: number | undefined;
}

/** One of several files that are to be put together. */
export interface PartSurvey {
  readonly name: string;
  readonly wholeFile: boolean;
  readonly estimatedRows: number;
}

/** What was found in a file before any row is imported, and the plan proposed for it. */
export interface FileSurvey {
  readonly fileName: string;
  readonly bytes: number;
  /** First lines as decoded, for the encoding preview. */
  readonly preview: readonly string[];
  /** Rows surveyed; equals the file's rows when `wholeFile`. */
  readonly surveyedRows: number;
  readonly wholeFile: boolean;
  readonly estimatedRows: number;
  readonly columns: readonly ColumnSurvey[];
  readonly plan: ImportPlan;
  readonly asOfFrom: 'file' | 'fileTime' | 'typed';
  /** The export that the header is known to come from: id of its system card and its name there. */
  readonly recognised?: { readonly system: string; readonly exportName: string } | undefined;
  readonly questions: readonly ColumnQuestion[];
  /** Findings of the X-ray, one plain question each, in file order of their columns. */
  readonly xray?: readonly XrayQuestion[];
  readonly findings: readonly FileFinding[];
  /** The sheets of a workbook in the order of their tabs. */
  readonly sheets?: readonly SheetSurvey[];
  /** The files, where several are to be put together. */
  readonly parts?: readonly PartSurvey[];
  /** The meanings are those that were used last for the same columns. */
  readonly isRemembered?: true;
  /** What was answered last about a file with the same columns: proposed again, not applied. */
  readonly lastAnswers?: readonly GivenAnswer[];
}

/** Why a file cannot be read at all. Each is one sentence on screen: what the file is and what to do. */
export type UnreadableFile =
  | { readonly kind: 'empty' }
  | { readonly kind: 'headerOnly'; readonly header: readonly string[] }
  | { readonly kind: 'image'; readonly format: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'lockedWorkbook' }
  | { readonly kind: 'unreadableWorkbook'; readonly fault: WorkbookFault }
  /** `isXml`: data in XML, as some platforms export them beside CSV. */
  | { readonly kind: 'webPage'; readonly isXml?: boolean }
  | { readonly kind: 'binary' }
  | { readonly kind: 'brokenText'; readonly encoding: string; readonly row: number }
  | { readonly kind: 'unclosedQuote'; readonly row: number; readonly text: string }
  /** A row so long that no export has it. */
  | { readonly kind: 'endlessRow'; readonly row: number }
  /** Text, but no list. */
  | { readonly kind: 'otherText'; readonly form: TextForm }
  | { readonly kind: 'archive'; readonly format: string }
  /** A file for other programs; its form with an article. */
  | { readonly kind: 'dataFile'; readonly format: string }
  /** Text with empty bytes in it from a row on, as a copy that was broken off leaves them. */
  | { readonly kind: 'emptyBytes'; readonly row: number }
  | { readonly kind: 'noHeader' };
