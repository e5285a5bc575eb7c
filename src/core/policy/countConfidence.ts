import { NEVER, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { CATEGORIES, categoryCode, isFlagged } from './category.ts';
import { checkSeat } from './checkSeat.ts';
import { PATTERN_OUTCOMES, type Evaluation } from './evaluation.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { PreparedSeats } from './preparedSeats.ts';
import { leastTenure, readSeat, type EvidenceCell, type SeatReading } from './readSeat.ts';

/** Flagged seats by the strength of their evidence; the three add up to the flagged seats. */
export interface ConfidenceCounts {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Seats at a time between two steps of {@link countConfidence}. */
const SEATS_A_STEP = 256;

/**
 * Classes of evidence behind the flagged seats. C: a check warns or blocks, the idle time lies on the window's edge, or
 * single sign-on is all there is. Of the others A: idle, or unused, for twice the window, and either two files say so or
 * an earlier complete list of the system, on `earlierList`, held the seat when it was idle for the window already. B: the
 * rest. A leaver is never A, since a list of users is no source of HR. In steps, so that other questions get through.
 * Source: formula 12.18.
 */
export function* countConfidence(
  context: EvaluationContext,
  prepared: PreparedSeats,
  evaluation: Evaluation,
  /** As-of day of the newest earlier complete list of the same system. */
  earlierList: EpochDay | undefined,
): Generator<undefined, ConfidenceCounts> {
  const counts = { a: 0, b: 0, c: 0 };
  const warnsBy = warningOutcomes(context);
  const leaver = categoryCode('leaver');
  for (let seat = 0; seat < prepared.count; seat += 1) {
    if (seat % SEATS_A_STEP === SEATS_A_STEP - 1) yield;
    const code = evaluation.category[seat]!;
    if (!isFlagged(CATEGORIES[code]!)) continue;
    // The most frequent warning is known without reading the seat.
    const isWeak =
      code !== leaver && (evaluation.boundary[seat] === 1 || warnsBy[prepared.outcome[seat]!] === true);
    counts[isWeak ? 'c' : classOf(context, seat, code === leaver, earlierList)] += 1;
  }
  return counts;
}

/** Whether check 6 warns, by code of `PATTERN_OUTCOMES`. */
const warningOutcomes = ({ policy }: EvaluationContext): readonly boolean[] => {
  const isOff = policy.checksOff.some(({ check }) => check === 'periodicPattern');
  return PATTERN_OUTCOMES.map(
    (outcome) => !isOff && (outcome === 'notTestable' || outcome === 'oneSeasonOnly'),
  );
};

function classOf(
  context: EvaluationContext,
  seat: number,
  isLeaver: boolean,
  earlierList: EpochDay | undefined,
): keyof ConfidenceCounts {
  if (checkSeat(context, seat).some(({ result }) => result === 'warn' || result === 'block')) return 'c';
  if (isLeaver) return 'b';
  const reading = readSeat(context, seat);
  if (isSingleSignOnAlone(reading)) return 'c';
  const window = reading.windows.dormancy;
  const silent = reading.idle?.days ?? leastTenure(reading.tenure);
  if (silent < 2 * window) return 'b';
  return filesThatAgree(reading) >= 2 || isConfirmed(context, reading, silent, earlierList) ? 'a' : 'b';
}

function isSingleSignOnAlone({ action, signIn }: SeatReading): boolean {
  const cells = [action.cell, signIn.cell].filter((cell) => cell !== undefined);
  return cells.length > 0 && cells.every(({ signalKind }) => signalKind === 'ssoSignIn');
}

/** Files of which a cell of work says that the seat was idle for the window, or never used; one that ends early cannot. */
function filesThatAgree({ action, asOf, windows }: SeatReading): number {
  const saysIdle = ({ value, source }: EvidenceCell): boolean =>
    source?.endsEarly !== true &&
    (value === NEVER ||
      (isDay(value) && asOf - value >= windows.dormancy) ||
      (isAtLeast(value) && boundOf(value) >= windows.dormancy));
  return new Set(action.weighed.filter(saysIdle).map(({ source }) => source?.file ?? '')).size;
}

/** Whether the earlier list held the seat, and it was idle for the window by then. */
function isConfirmed(
  { snapshot, history }: EvaluationContext,
  { seat, windows }: SeatReading,
  silent: number,
  earlierList: EpochDay | undefined,
): boolean {
  if (earlierList === undefined || history === undefined) return false;
  const since = snapshot.asOf - earlierList;
  return history.firstSeenOn[seat]! <= earlierList && silent - since >= windows.dormancy;
}
