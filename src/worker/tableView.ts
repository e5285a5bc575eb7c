import type { EpochDay } from '../core/base/epochDay.ts';
import type { FileKind } from '../core/ingest/kinds/fileKind.ts';
import type { AnswerHead } from '../core/ingest/kinds/readAnswerFile.ts';
import type { TableQuestion } from '../core/ingest/kinds/surveyTable.ts';
import type { TableFinding } from '../core/ingest/kinds/tableFinding.ts';
import type { TablePlan } from '../core/ingest/kinds/tablePlan.ts';
import type { RowError } from '../core/ingest/rowError.ts';
import type { ActivitySummary } from '../core/inventory/activityLog.ts';
import type { DayRange } from '../core/inventory/factTable.ts';
import type { RowAccount, SourcePart } from '../core/inventory/sourceFile.ts';
import type { DateOrderOpen } from './loadView.ts';

/** The summary of one loaded file of a kind other than users; equals what is stored. */
export interface FileReceipt {
  readonly file: string;
  readonly kind: Exclude<FileKind, 'users'>;
  readonly asOf: EpochDay;
  /** Wall-clock time of the import as recorded in the ledger. */
  readonly importedAt: string;
  readonly source: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    /** The files, where several were put together. */
    readonly parts?: readonly SourcePart[];
  };
  readonly rows: RowAccount;
  /** Rows that are kept: the accepted ones without repeats; of an activity log its series. */
  readonly stored: number;
  readonly range: DayRange;
  readonly findings: readonly TableFinding[];
  /** The first errors, for display; all of them are in the rejected rows. */
  readonly errors: readonly RowError[];
  /** `undefined` for an answer file. */
  readonly plan: TablePlan | undefined;
  /** Of an activity log: what its rows were folded into. */
  readonly activity?: ActivitySummary;
  /** Of an answer file. */
  readonly answer: AnswerHead | undefined;
}

/** What `importTable` ends in when it does not fail. */
export type TableAnswer =
  | { readonly outcome: 'imported'; readonly receipt: FileReceipt }
  /** The same bytes are there already as the same kind. */
  | { readonly outcome: 'alreadyLoaded'; readonly receipt: FileReceipt }
  /** No value of the whole file decided day and month: nothing was imported; ask, then import again. */
  | DateOrderOpen
  /** The whole file asks what its head did not: nothing was imported; ask, then import again. */
  | { readonly outcome: 'xrayOpen'; readonly questions: readonly TableQuestion[] };

/** What became of one of several answer files; each is checked on its own. */
export type AnswerFileOutcome = { readonly fileName: string } & (
  | { readonly outcome: 'imported' | 'alreadyLoaded'; readonly receipt: FileReceipt }
  /** `reason` is the sentence to show. */
  | { readonly outcome: 'refused'; readonly reason: string }
);
