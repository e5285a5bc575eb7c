import { ABSENT, BLANK, NEVER, UNREADABLE, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { ClassedColumns } from './evidenceClass.ts';
import { asEvidence } from './fuseDayValues.ts';
import { DAY_CAP } from './preparedSeats.ts';

const NO_SIGNAL_KNOWN = 0xffff;

/**
 * Days for which no column of work, sign-in or passive events shows a signal of the seat or of its account. An
 * unreadable cell could hide a signal and counts as one today; a blank one says nothing; a seat of which nothing is
 * readable has 0. Source: formula 12.4.
 */
export function measureQuiet({ snapshot }: EvaluationContext, classed: ClassedColumns): Uint16Array {
  const { accounts, seats, asOf } = snapshot;
  const columns = [...classed.action, ...classed.signIn, ...classed.passive];
  const ofAccount = new Uint16Array(accounts.count).fill(NO_SIGNAL_KNOWN);
  const ofSeat = new Uint16Array(seats.count).fill(NO_SIGNAL_KNOWN);
  for (const column of columns) lowerTo(column.level === 'account' ? ofAccount : ofSeat, column, asOf);
  for (let seat = 0; seat < seats.count; seat += 1) {
    const days = Math.min(ofSeat[seat]!, ofAccount[seats.account[seat]!]!);
    ofSeat[seat] = days === NO_SIGNAL_KNOWN ? 0 : days;
  }
  return ofSeat;
}

function lowerTo(quiet: Uint16Array, column: EvidenceColumn, asOf: EpochDay): void {
  const never = asEvidence(NEVER, column.historyStart, asOf);
  for (let row = 0; row < quiet.length; row += 1) {
    const value = column.values[row]!;
    if (value === BLANK || value === ABSENT) continue;
    const days = quietDays(value === NEVER ? never : value, asOf);
    if (days < quiet[row]!) quiet[row] = days;
  }
}

/** Days of silence that one cell proves, 0 to `DAY_CAP`. */
function quietDays(value: number, asOf: EpochDay): number {
  if (isDay(value)) return Math.min(DAY_CAP, Math.max(0, asOf - value));
  if (value === UNREADABLE) return 0;
  return isAtLeast(value) ? Math.min(DAY_CAP, boundOf(value)) : DAY_CAP;
}
