import type { EpochDay } from '../core/base/epochDay.ts';
import type { Assignment } from '../core/inventory/assignmentHistory.ts';
import type { LicenceTypeChange } from '../core/inventory/compareLists.ts';
import type { DriftPart } from '../core/inventory/driftSeats.ts';
import type { BaselineLine } from '../core/reclaim/baseline.ts';
import type { Category } from '../core/policy/category.ts';

/** What changed from one list of a system to a later one. */
export interface ListComparison {
  readonly earlier: string;
  readonly later: string;
  readonly accounts: {
    readonly before: number;
    readonly after: number;
    readonly added: number;
    readonly gone: number;
  };
  readonly seats: {
    readonly before: number;
    readonly after: number;
    readonly added: number;
    readonly gone: number;
  };
  readonly byLicenceType: readonly LicenceTypeChange[];
  /** One of the two is a filtered list: what it lacks may only have been left out. */
  readonly isFiltered: boolean;
}

/** The rows behind one number of a comparison. */
export interface ComparedSet {
  readonly of: 'accounts' | 'seats';
  readonly part: 'before' | 'after' | 'added' | 'gone';
  /** For seats: of one licence type; `undefined` for all. */
  readonly licenceType: string | undefined;
}

/** One account or seat of a comparison, as text ready to show. */
export interface ComparedRow {
  /** Row in the list that holds it. */
  readonly row: number;
  readonly name: string;
  readonly accountId: string;
  /** '' for an account. */
  readonly licenceType: string;
  readonly unit: string;
  /** The file that holds the row, where the list was put together from several. */
  readonly file: string;
  readonly fileRow: number;
}

export interface ComparedPage {
  readonly total: number;
  readonly from: number;
  /** File of the list that holds the rows. */
  readonly file: string;
  readonly rows: readonly ComparedRow[];
}

/** The baseline as it was frozen, with what the page needs to say where it stands. */
export interface BaselineView {
  readonly snapshot: string;
  readonly asOf: EpochDay;
  readonly sha256: string;
  readonly system: string;
  readonly policyVersion: number;
  readonly accounts: number;
  readonly seats: number;
  readonly namedAt: string;
  readonly namedBy: string;
  /** Number of its ledger entry. */
  readonly entry: number;
  /** Whether its snapshot is still there. */
  readonly isKept: boolean;
}

/** One licence type at the baseline and now; `undefined` where a side does not have it. */
export interface DriftLine {
  readonly licenceType: string;
  readonly was: BaselineLine | undefined;
  readonly is: BaselineLine | undefined;
}

/** How the list in use differs from the baseline. */
export interface DriftView {
  readonly baseline: BaselineView;
  readonly asOf: EpochDay;
  /** Version under which the list in use was counted; `undefined` for a draft. */
  readonly policyVersion: number | undefined;
  readonly lines: readonly DriftLine[];
  readonly was: Readonly<Record<Category, number>>;
  readonly is: Readonly<Record<Category, number>>;
}

/** The seats behind one number of the drift. */
export interface DriftSet {
  readonly part: DriftPart;
  /** `undefined`: every licence type. */
  readonly licenceType: string | undefined;
  readonly categories: readonly Category[];
}

/** One seat then and now, as text ready to show. */
export interface DriftRow {
  readonly place: number;
  readonly name: string;
  readonly accountId: string;
  readonly licenceType: string;
  readonly unit: string;
  /** `undefined` where the list did not hold the seat. */
  readonly before: Category | undefined;
  readonly after: Category | undefined;
  /** Where it stands: in the list in use, else in that of the baseline. */
  readonly file: string;
  readonly fileRow: number;
}

export interface DriftPage {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly DriftRow[];
  /** Seats of the set that were counted at the baseline and are counted now, as counted today. */
  readonly was: number;
  readonly is: number;
  /** What the baseline froze for the set; differs from `was` where decisions or contract lines changed since. */
  readonly frozen: number;
}

/** What the list in use has proven about the cases. */
export interface ReimportView {
  /** As-of day of the complete list before it. */
  readonly since: EpochDay;
  /** Seats of cases in revocation or closed as attested that the list no longer shows: reclaimed, verified. */
  readonly provenFree: number;
  /** Seats of other open cases that the list no longer shows: no saving. */
  readonly goneOutside: number;
  /** Cases canceled because work was seen. */
  readonly canceled: number;
  /** Reclaimed seats that are held again by the same person. */
  readonly cameBack: number;
}

/** What is lost with a snapshot. */
export interface DeletionLoss {
  readonly snapshot: string;
  readonly isBaseline: boolean;
  readonly isInUse: boolean;
  /** As-of day of the list that comes into use then, if another does. */
  readonly nextInUse: EpochDay | undefined;
  /** Headers of the columns of dates of use. */
  readonly evidence: readonly string[];
  readonly measured: readonly { readonly version: number; readonly flagged: number }[];
  readonly cases: { readonly all: number; readonly open: number };
  readonly waivers: number;
  /** Seats of the list in use whose *held since* rests on this list. */
  readonly tenureSeats: number;
  /** Complete lists of the system that tell assignments, with this one and without it. */
  readonly lists: { readonly with: number; readonly without: number };
}

/** The assignments of one seat of the list in use, as all complete lists of its system tell them. */
export interface SeatLife {
  readonly seat: number;
  /** As-of days of the lists that were read, oldest first. */
  readonly lists: readonly EpochDay[];
  /** Oldest first. */
  readonly assignments: readonly Assignment[];
}
