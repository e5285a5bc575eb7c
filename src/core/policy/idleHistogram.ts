import { NEVER, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import { CATEGORIES, FLAGGED_CATEGORIES, type Category } from './category.ts';
import type { Evaluation } from './evaluation.ts';
import type { PreparedSeats } from './preparedSeats.ts';

/** Seats whose idle days lie in [from, to); the last bin is open. */
export interface IdleBin {
  readonly from: number;
  readonly to: number | undefined;
  readonly seats: number;
  /** Of these, seats of which only "at least x days" is known; they stand at their bound. */
  readonly atLeast: number;
}

/** Idle time of a set of seats. Bins, never and not known add up to the seats of the set. */
export interface IdleHistogram {
  readonly bins: readonly IdleBin[];
  /** Seats that never acted. */
  readonly never: number;
  /** Seats of which no date of work can be read. */
  readonly notKnown: number;
}

const STARTS = [0, 30, 60, 90, 120, 150, 180, 270, 365, 730] as const;

/** Age histogram of the seats in some categories; by default the flagged ones. Source: formula 12.1. */
export function idleHistogram(
  prepared: PreparedSeats,
  evaluation: Evaluation,
  categories: readonly Category[] = FLAGGED_CATEGORIES,
): IdleHistogram {
  const { asOf, lastAction, count } = prepared;
  const isWanted = CATEGORIES.map((category) => categories.includes(category));
  const seats: number[] = STARTS.map(() => 0);
  const atLeast: number[] = STARTS.map(() => 0);
  let never = 0;
  let notKnown = 0;
  for (let seat = 0; seat < count; seat += 1) {
    if (!isWanted[evaluation.category[seat]!]) continue;
    const value = lastAction[seat]!;
    if (isDay(value)) {
      seats[binOf(asOf - value)]! += 1;
    } else if (isAtLeast(value)) {
      seats[binOf(boundOf(value))]! += 1;
      atLeast[binOf(boundOf(value))]! += 1;
    } else if (value === NEVER) never += 1;
    else notKnown += 1;
  }
  const bins = STARTS.map((from, index) => ({
    from,
    to: STARTS[index + 1],
    seats: seats[index]!,
    atLeast: atLeast[index]!,
  }));
  return { bins, never, notKnown };
}

function binOf(days: number): number {
  let bin = STARTS.length - 1;
  while (bin > 0 && STARTS[bin]! > days) bin -= 1;
  return bin;
}
