import { BLANK, NEVER, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import { categoryCode, type Category } from './category.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { PatternOutcome, UnknownReason } from './evaluation.ts';
import { judgeSeat } from './judgeSeat.ts';
import { readDeciders, type DecidingCell } from './readDeciders.ts';
import { readSeat, type SeatReading } from './readSeat.ts';
import { wordCategory, wordHistory } from './wordCategory.ts';

/** Why one seat has its category. */
export interface SeatReason {
  readonly seat: number;
  readonly name: string;
  readonly licenceType: string;
  readonly category: Category;
  /** Number of the rule that matched, 1 to 12. */
  readonly rule: number;
  readonly unknownReason: UnknownReason | undefined;
  /** Class of an account that is not a person, and the rule or mark that says so. */
  readonly nonHuman: SeatReading['nonHuman'];
  /** The result as a sentence. */
  readonly sentence: string;
  /** Idle time lies within the lag of the window's edge. */
  readonly boundary: boolean;
  /**
   * Cells that decided: one per evidence class and per date of the seat's life that was used. Read when it is asked
   * for, since lists of seats show the sentence alone.
   */
  readonly evidence: readonly DecidingCell[];
  /** Tenure and pattern in words. */
  readonly history: string;
  readonly outcome: PatternOutcome;
  /** Idle days, '' when there is none, `at least 180`. */
  readonly idle: string;
  /** Invited, and not known to have accepted. */
  readonly invited: boolean;
  /** Use after the person left. */
  readonly securityNote: string | undefined;
}

/**
 * Reads the rules on one seat in their order, in plain steps and without the kernel's tables. Tests hold the two
 * together. Source of the rules: Categories, *Rules*.
 */
export function explainSeat(context: EvaluationContext, seat: number): SeatReason {
  const reading = readSeat(context, seat);
  const verdict = judgeSeat(reading);
  const { category } = verdict;
  return {
    seat,
    name: reading.name,
    licenceType: reading.licenceType,
    category,
    rule: categoryCode(category) + 1,
    unknownReason: verdict.unknownReason,
    nonHuman: reading.nonHuman,
    sentence: wordCategory(reading, verdict),
    boundary: isOnBoundary(reading, category),
    get evidence() {
      return readDeciders(context, reading);
    },
    history: wordHistory(reading),
    outcome: reading.pattern.outcome,
    idle: wordIdle(reading),
    invited: isInvited(context, reading),
    securityNote: noteUseAfterLeaving(reading),
  };
}

function isOnBoundary({ idle, windows, lagDays }: SeatReading, category: Category): boolean {
  if (categoryCode(category) <= categoryCode('excepted') || idle === undefined) return false;
  return Math.abs(idle.days - windows.dormancy) <= lagDays;
}

function wordIdle({ idle }: SeatReading): string {
  if (idle === undefined) return '';
  return idle.atLeast ? `at least ${formatCount(idle.days)}` : formatCount(idle.days);
}

/** Source: REVIEW-05. An activation date, work or a status other than invited says that the invitation was taken. */
function isInvited(
  { snapshot }: EvaluationContext,
  { seat, account, status, action, signIn }: SeatReading,
): boolean {
  if (status === 'invited') return true;
  const activated = snapshot.seats.activatedOn[seat]!;
  const isNotActivated = activated === NEVER || activated === BLANK;
  const isUnused = !isDay(action.value) && !isDay(signIn.value);
  return isDay(snapshot.accounts.invitedOn[account]!) && isNotActivated && isUnused;
}

function noteUseAfterLeaving({ left, signals }: SeatReading): string | undefined {
  if (left?.on === undefined) return undefined;
  const leftOn = left.on;
  const after = signals
    .filter(({ value, evidenceClass }) => isDay(value) && value > leftOn && evidenceClass !== 'passive')
    .toSorted((a, b) => b.value - a.value)[0];
  if (!after) return undefined;
  const on = formatDay(after.value as EpochDay);
  return `${after.column} shows use on ${on}, after the leaving date ${formatDay(leftOn)}. Check who used the account.`;
}
