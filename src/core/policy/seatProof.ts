import { boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import { asEvidence } from './fuseDayValues.ts';

/** Columns of one class by the table that they are indexed by. */
export interface SeatColumns {
  readonly account: readonly EvidenceColumn[];
  readonly seat: readonly EvidenceColumn[];
}

/**
 * Days for which a seat without a start date is proved to exist: the oldest action or sign-in, or the largest
 * *at least*, in the columns of the level that speaks for the seat. What is older than `most` days lies before a list
 * that lacked the seat and proves nothing. 0 without any proof.
 * Source of the rule: Evidence, *Tenure*.
 */
export function seatProof(
  columns: { readonly action: SeatColumns; readonly signIn: SeatColumns },
  seat: number,
  account: number,
  hasOwnAction: boolean,
  hasOwnSignIn: boolean,
  asOf: EpochDay,
  most: number,
): number {
  const { action, signIn } = columns;
  return Math.max(
    oldestOf(action.seat, seat, asOf, most),
    hasOwnAction ? 0 : oldestOf(action.account, account, asOf, most),
    oldestOf(signIn.seat, seat, asOf, most),
    hasOwnSignIn ? 0 : oldestOf(signIn.account, account, asOf, most),
  );
}

function oldestOf(columns: readonly EvidenceColumn[], row: number, asOf: EpochDay, most: number): number {
  let oldest = 0;
  for (const column of columns) {
    const value = asEvidence(column.values[row]!, column.historyStart, asOf);
    const days = isDay(value) ? asOf - value : isAtLeast(value) ? boundOf(value) : 0;
    if (days > oldest && days <= most) oldest = days;
  }
  return oldest;
}
