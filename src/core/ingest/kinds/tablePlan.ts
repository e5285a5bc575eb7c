import type { EpochDay } from '../../base/epochDay.ts';
import type { CurrencyCode } from '../../base/minorUnits.ts';
import type { DateReading } from '../dateReading.ts';
import type { GivenAnswer } from '../givenAnswer.ts';
import type { Dialect } from '../importPlan.ts';
import type { SignalKind } from '../signalKind.ts';
import type { SchemaKind } from './fileKind.ts';

/** Meaning of a source column that is not imported. */
export const IGNORED = 'ignore';

/** How one source column of a file of rows is read. Columns are known by position, never by name. */
export interface TableColumnPlan {
  /** 0-based position in the row. */
  readonly position: number;
  /** Header text as it stands in the file. */
  readonly header: string;
  /** Name of a canonical column of the kind, or {@link IGNORED}. */
  readonly meaning: string;
  /** For date columns. */
  readonly dates: DateReading | undefined;
  /** For columns of whole numbers: a point before three digits groups them. Absent: such a number is in doubt. */
  readonly pointGroups?: true;
}

/** What a person states, or the preset proposes, about the whole file; `undefined` where nobody has said. */
export interface FileFacts {
  /** Roster: where the list comes from. */
  readonly rosterSource: 'hr' | 'identity' | 'other' | undefined;
  /** Roster: only a complete one can make a person missing. */
  readonly completeness: 'full' | 'partial' | undefined;
  /** Activity: what its events prove. */
  readonly signalKind: SignalKind | undefined;
  /** Activity: nobody has said it; it follows from columns, title, file name or platform, and is proposed anew with them. */
  readonly signalProposed?: boolean | undefined;
  /** Activity: first day that the log can show. */
  readonly historyStart: EpochDay | undefined;
  /** Activity: days by which the source lags behind. */
  readonly lagDays: number | undefined;
  /** Activity: licence types that the log covers; left out: all. What it lacks says nothing of the others. */
  readonly coveredLicenceTypes?: readonly string[] | undefined;
  /** Purchases: currency of every price where no column names one. */
  readonly currency: CurrencyCode | undefined;
}

/** Nothing is said of the file: what a new plan starts from. */
export const NO_FACTS: FileFacts = {
  rosterSource: undefined,
  completeness: undefined,
  signalKind: undefined,
  historyStart: undefined,
  lagDays: undefined,
  currency: undefined,
};

/** Everything that decides how a file of rows is read. Same bytes and same plan give the same table. */
export interface TablePlan {
  readonly kind: SchemaKind;
  readonly dialect: Dialect;
  readonly system: string;
  readonly columns: readonly TableColumnPlan[];
  readonly facts: FileFacts;
  readonly asOf: EpochDay;
  readonly workspaceZone: string;
  /** What a person answered to questions about the file. */
  readonly answers?: readonly GivenAnswer[] | undefined;
  /** The further files whose rows follow those of the first, each with its outer form; without it there is one file. */
  readonly appended?: readonly { readonly dialect: Dialect }[];
}
