import type { EpochDay } from '../core/base/epochDay.ts';
import type { Category } from '../core/policy/category.ts';
import type { DecidingCell } from '../core/policy/readDeciders.ts';
import type { NonHumanHits } from '../core/policy/countNonHumanHits.ts';
import type { EvaluationCounts, MoneyLine } from '../core/policy/evaluation.ts';
import type { AccountKind } from '../core/policy/markNonHuman.ts';
import type { SafetyCheck } from '../core/policy/policy.ts';

/** Answer to one slider move. */
export interface PreviewAnswer {
  readonly asOf: EpochDay;
  readonly counts: EvaluationCounts;
  /** Flagged seats and their price a year at the next commitment, per flagged category and currency. */
  readonly money: readonly (MoneyLine & { readonly category: Category })[];
  /** Against the last frozen version, or `undefined` before the first. */
  readonly changes:
    { readonly added: number; readonly removed: number; readonly againstVersion: number } | undefined;
  /** Flagged seats at the other preset window, for the live line. */
  readonly atOtherPreset: { readonly window: number; readonly flagged: number } | undefined;
  /** Candidates under the draft: allowed and not blocked. */
  readonly candidates: number;
  /** Seats of every licence type that the draft's rules for accounts that are not people hit. */
  readonly nonHumanHits: NonHumanHits;
  /** Licence types for which a sign-in is taken as the action. */
  readonly signInAsAction: readonly string[];
  /** Plain-language definition as one paragraph. */
  readonly paragraph: string;
}

/** A seat in the change list. */
export interface ChangeRow {
  readonly seat: number;
  readonly change: 'added' | 'removed';
  readonly name: string;
  readonly licenceType: string;
  readonly before: Category;
  readonly after: Category;
  readonly idle: string;
}

/** `accountClass`: people first, then service, integration and shared accounts. */
export type SeatSort =
  'name' | 'licenceType' | 'unit' | 'lastWork' | 'lastSignIn' | 'category' | 'idle' | 'accountClass';

export interface SeatQuery {
  /** Empty: every category. */
  readonly categories: readonly Category[];
  readonly licenceType: string | undefined;
  /** Several licence types together, where `licenceType` names none. */
  readonly licenceTypes?: readonly string[] | undefined;
  /** '' is the unit of seats without one; `undefined` every unit. */
  readonly unit: string | undefined;
  /** Only candidates for cases. */
  readonly candidatesOnly: boolean;
  readonly search: string;
  readonly sort: SeatSort;
  readonly descending: boolean;
}

/** One row of the seats table, as text ready to show. */
export interface SeatRow {
  /** Seat row in the snapshot: the handle for every action. */
  readonly seat: number;
  readonly name: string;
  readonly accountId: string;
  readonly licenceType: string;
  readonly unit: string;
  readonly lastWork: string;
  readonly lastSignIn: string;
  readonly category: Category;
  readonly reason: string;
  /** Class of an account that is not a person, and what says so; `undefined` in every other category. */
  readonly nonHuman:
    | {
        readonly kind: Exclude<AccountKind, 'human'>;
        readonly because: string;
        readonly byHand: boolean;
      }
    | undefined;
  /** Idle days, '' when there is none; "at least 180". */
  readonly idle: string;
  readonly candidate: boolean;
  readonly openCase: number | undefined;
  readonly fileRow: number;
}

export interface SeatPage {
  /** Seats that match the query. */
  readonly total: number;
  readonly from: number;
  readonly rows: readonly SeatRow[];
  /** Seats of the query by category; sums to `total`. */
  readonly byCategory: Readonly<Record<Category, number>>;
  readonly candidates: number;
  /** Candidates of the whole list that have no open case yet: what *Create cases* would make. */
  readonly withoutCase: number;
}

export interface CheckView {
  readonly check: SafetyCheck;
  readonly result: 'pass' | 'warn' | 'block' | 'off';
  readonly evidence: string;
}

/** Why one seat has its category, with the cells it rests on. */
export interface SeatExplanation {
  readonly seat: number;
  readonly name: string;
  readonly licenceType: string;
  readonly category: Category;
  /** Number of the rule that matched, 1 to 12. */
  readonly rule: number;
  /** The result as a sentence. */
  readonly sentence: string;
  readonly policyVersion: string;
  readonly boundary: boolean;
  /** Cells that decided: one line per evidence class and per date of the seat's life that was used. */
  readonly evidence: readonly DecidingCell[];
  readonly history: string;
  /** What the list says of the account beside its use; '' where it says nothing. */
  readonly described?: {
    readonly subject: string;
    readonly role: string;
    readonly further: readonly { readonly label: string; readonly text: string }[];
  };
  readonly checks: readonly CheckView[];
  readonly invited: boolean;
  readonly securityNote: string | undefined;
}
