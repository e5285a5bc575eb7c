import { isDay } from '../base/dayValue.ts';
import { CATEGORIES, isFlagged } from './category.ts';
import type { Evaluation } from './evaluation.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { classOfColumn } from './evidenceClass.ts';
import type { PreparedSeats } from './preparedSeats.ts';
import { windowsOf, type WindowChoice } from './windowsOf.ts';

const LEAST_SILENCE = 180;

/** Where the flagged seats stand towards the undisputed core. The four add up to the flagged seats. */
export interface CoreCounts {
  readonly core: number;
  /** A signal of some kind is dated inside the days asked for. */
  readonly signal: number;
  /** No such signal, but held for less than these days, or not known to be held for them. */
  readonly heldShorter: number;
  /** No such signal, but silence is proved for fewer days: a history that begins later, or a cell that cannot be read. */
  readonly provedShorter: number;
}

/**
 * Flagged seats without any signal of any kind for max(180, W) days and held at least that long: the count that
 * stands even under the vendor's most favourable reading. A seat of which no date of any kind is readable is not in it.
 * Beside it what keeps every other flagged seat out, the first that applies. Source: formula 12.4.
 */
export function countCore(
  { snapshot, policy }: EvaluationContext,
  prepared: PreparedSeats,
  evaluation: Evaluation,
  choice: WindowChoice = policy,
): CoreCounts {
  const counts = { core: 0, signal: 0, heldShorter: 0, provedShorter: 0 };
  const { quiet, tenure, licenceType, asOf } = prepared;
  const columns = snapshot.evidence.filter((column) => classOfColumn(policy, column) !== 'ignored');
  const needed = Uint16Array.from(prepared.licenceTypes, (name) =>
    Math.max(LEAST_SILENCE, windowsOf(choice, name).dormancy),
  );
  const isSeen = (seat: number, days: number): boolean =>
    columns.some(({ level, values }) => {
      const value = values[level === 'seat' ? seat : snapshot.seats.account[seat]!]!;
      return isDay(value) && asOf - value < days;
    });
  const flagged = CATEGORIES.map(isFlagged);
  for (let seat = 0; seat < prepared.count; seat += 1) {
    if (!flagged[evaluation.category[seat]!]) continue;
    const days = needed[licenceType[seat]!]!;
    const isHeld = tenure[seat]! >= days;
    if (isHeld && quiet[seat]! >= days) counts.core += 1;
    else if (isSeen(seat, days)) counts.signal += 1;
    else if (isHeld) counts.provedShorter += 1;
    else counts.heldShorter += 1;
  }
  return counts;
}
