import type { EpochDay } from '../core/base/epochDay.ts';
import type { AskedOrder } from '../core/ingest/dateOrderScout.ts';
import type { FileFinding } from '../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../core/ingest/importPlan.ts';
import type { XrayQuestion } from '../core/ingest/xrayQuestion.ts';
import type { RowError } from '../core/ingest/rowError.ts';
import type { RowAccount, SourceFile } from '../core/inventory/sourceFile.ts';
import type { SubjectCounts } from '../core/inventory/summariseTables.ts';

/** The summary of one import; equals what is stored. */
export interface Receipt {
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** Wall-clock time of the import as recorded in the ledger. */
  readonly importedAt: string;
  readonly source: SourceFile;
  readonly rows: RowAccount;
  readonly accounts: number;
  readonly seats: number;
  readonly licenceTypes: readonly { readonly name: string; readonly seats: number }[];
  /** First and last date of work or sign-in found; `undefined` when there was none. */
  readonly lastUse: { readonly from: EpochDay; readonly to: EpochDay } | undefined;
  readonly units: number;
  /** Accounts that are devices and virtual environments; not set where no column tells subjects. */
  readonly subjects?: SubjectCounts;
  readonly findings: readonly FileFinding[];
  /** The first errors, for display; all of them are in the rejected rows. */
  readonly errors: readonly RowError[];
  readonly completeness: 'full' | 'filtered';
  readonly plan: ImportPlan;
}

/** A question of the X-ray that a person has seen, answered or not. */
export type ShownQuestion = Pick<XrayQuestion, 'kind' | 'position'>;

/** The first column whose order no value of the whole file decides; `further`: the others, in file order. */
export interface DateOrderOpen extends AskedOrder {
  readonly outcome: 'dateOrderOpen';
  readonly further?: readonly AskedOrder[];
}

/** What `importUsers` ends in when it does not fail. */
export type ImportAnswer =
  | { readonly outcome: 'imported'; readonly receipt: Receipt }
  /** The same bytes are there already. With `otherSettings` no snapshot of them was read as now asked. */
  | { readonly outcome: 'alreadyLoaded'; readonly receipt: Receipt; readonly otherSettings: boolean }
  /** No value of the whole file decided day and month: nothing was imported; ask, then import again. */
  | DateOrderOpen
  /** The whole file asks what its head did not: nothing was imported; ask, then import again. */
  | { readonly outcome: 'xrayOpen'; readonly questions: readonly XrayQuestion[] }
  /** The list looks incomplete beside the last one: ask, then import again. */
  | {
      readonly outcome: 'completenessOpen';
      readonly previousAccounts: number;
      readonly accounts: number;
      /** Accepted rows, where fewer than 80 % of those of the last list are left. */
      readonly fewerRows?: { readonly previous: number; readonly rows: number } | undefined;
      readonly missingLicenceTypes: readonly string[];
      /** Units of the last list that this one lacks. */
      readonly missingUnits?: readonly string[];
      readonly otherSystem?: boolean;
      /** Snapshot that the list was compared with; handed back with the answer. */
      readonly beside?: string;
    };
