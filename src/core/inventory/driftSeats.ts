import { NO_SEAT } from './pairSeats.ts';

/** What of a set of seats is asked for: as it was, as it is, or the seats that came into it or went out of it. */
export type DriftPart = 'was' | 'is' | 'change';

/** Rows of one seat in two lists; `NO_SEAT` where a list does not hold it. */
export interface DriftSeats {
  readonly count: number;
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * The seats behind a number of the drift. With `was`, `is` and `change`: seats of the change that are counted after less
 * those that are counted before make up the difference of the two numbers. In the order of the earlier list, then
 * those that only the later list holds. Source of the rule: LOAD-37.
 *
 * @param laterSeat by seat of the earlier list: its row in the later one, or `NO_SEAT`.
 * @param counted whether the number counts a seat of the earlier and of the later list.
 */
export function driftSeats(
  laterSeat: Int32Array,
  laterCount: number,
  counted: { readonly before: (seat: number) => boolean; readonly after: (seat: number) => boolean },
  part: DriftPart,
): DriftSeats {
  const before: number[] = [];
  const after: number[] = [];
  const take = (was: number, is: number): void => {
    const inBefore = was !== NO_SEAT && counted.before(was);
    const inAfter = is !== NO_SEAT && counted.after(is);
    if (part === 'change' ? inBefore === inAfter : !(part === 'was' ? inBefore : inAfter)) return;
    before.push(was);
    after.push(is);
  };
  const isPaired = new Uint8Array(laterCount);
  for (let seat = 0; seat < laterSeat.length; seat += 1) {
    const is = laterSeat[seat]!;
    if (is !== NO_SEAT) isPaired[is] = 1;
    take(seat, is);
  }
  for (let seat = 0; seat < laterCount; seat += 1) if (isPaired[seat] === 0) take(NO_SEAT, seat);
  return { count: before.length, before: Int32Array.from(before), after: Int32Array.from(after) };
}
