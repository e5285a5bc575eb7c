import type { EpochDay } from '../base/epochDay.ts';
import type { ExpectedPattern } from '../inventory/enumerations.ts';

/** Key of a seat across snapshots: canonical account id and licence type, see `seatKeyOf`. */
export type SeatKey = string;

/** A recorded, expiring reason to keep a seat. */
export interface SeatException {
  readonly seat: SeatKey;
  readonly rationale: string;
  readonly fallbackControl: string;
  readonly from: EpochDay;
  /** Last day on which it protects; at most 12 months after `from`. */
  readonly until: EpochDay;
}

/** A person's statement that a seat is used periodically. Valid for 12 months from its date. */
export interface DeclaredPattern {
  readonly seat: SeatKey;
  readonly pattern: ExpectedPattern;
  readonly declaredOn: EpochDay;
}

/** A reviewer's finding "inactive": sets the pattern outcome to none for 12 months or until the next real work. */
export interface InactiveFinding {
  readonly seat: SeatKey;
  readonly foundOn: EpochDay;
}

/** A manual mark that an account is, or is not, a person. It wins over every rule. */
export interface HumanMark {
  /** Canonical account id. */
  readonly account: string;
  readonly mark: 'service' | 'integration' | 'shared' | 'human';
  /** What the reviewer wrote; '' or missing when it was wiped. */
  readonly reason?: string;
}

/** What people decided about single seats and accounts, replayed from the ledger. Keys of the maps are the `seat` or `account`. */
export interface ReviewFacts {
  readonly exceptions: ReadonlyMap<SeatKey, readonly SeatException[]>;
  readonly patterns: ReadonlyMap<SeatKey, DeclaredPattern>;
  readonly inactive: ReadonlyMap<SeatKey, InactiveFinding>;
  readonly humanMarks: ReadonlyMap<string, HumanMark>;
  /** Accounts whose person a reviewer marked as left. Canonical account ids. */
  readonly leavers: ReadonlySet<string>;
}

/** Nobody has decided anything yet. */
export const NO_REVIEW_FACTS: ReviewFacts = {
  exceptions: new Map(),
  patterns: new Map(),
  inactive: new Map(),
  humanMarks: new Map(),
  leavers: new Set(),
};
