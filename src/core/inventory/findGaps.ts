import type { RowIndex } from '../base/brand.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { ActivityLog } from './activityLog.ts';
import { SEVERAL } from './matchLogKeys.ts';
import type { Snapshot } from './snapshot.ts';

/** Somebody who works without a seat of the list, as far as the log says. */
export interface ActivityGap {
  /** Account key as the log writes it. */
  readonly key: string;
  readonly lastDay: EpochDay;
  /** No account of the list has the key; several have; or the account that has it holds no seat. */
  readonly why: 'noAccount' | 'severalAccounts' | 'noSeat';
}

/** Gaps in their order. They are made as they are asked for, since a log may have a million of them. */
export interface ActivityGaps {
  readonly length: number;
  /** Gaps from `from` (inclusive) to `to` (exclusive). */
  slice(from: number, to: number): readonly ActivityGap[];
  /** Last day of the gap at a place, without reading its key. */
  lastDayAt(place: number): EpochDay;
  /** Row of the account that has the key and holds no seat, `NO_MATCH` or `SEVERAL`. */
  accountAt(place: number): number;
}

const NO_DAY = -(2 ** 31);
/** Seats, series or keys looked at between two yields. */
const PIECE = 1 << 14;

/**
 * Keys of a log without a seat, the latest activity first, then in the order in which the log names them. Yields whenever
 * `piece` seats, series or keys were looked at. Source: REVIEW-23.
 */
export function* findGaps(
  { accounts, seats }: Pick<Snapshot, 'accounts' | 'seats'>,
  { table, keys }: Pick<ActivityLog, 'table' | 'keys'>,
  accountOfKey: Int32Array,
  piece = PIECE,
): Generator<undefined, ActivityGaps> {
  const holdsSeat = new Uint8Array(accounts.count);
  for (let seat = 0; seat < seats.count; seat += 1) {
    holdsSeat[seats.account[seat]!] = 1;
    if (seat % piece === piece - 1) yield;
  }
  const lastDay = new Int32Array(keys.length).fill(NO_DAY);
  for (let series = 0; series < table.count; series += 1) {
    const key = table.key[series]!;
    lastDay[key] = Math.max(lastDay[key]!, table.days[table.dayStarts[series + 1]! - 1]!);
    if (series % piece === piece - 1) yield;
  }
  const gaps = new Uint32Array(keys.length);
  let count = 0;
  let [first, last] = [Infinity, -Infinity];
  for (let key = 0; key < keys.length; key += 1) {
    if (key % piece === piece - 1) yield;
    const account = accountOfKey[key]!;
    if (lastDay[key] === NO_DAY || (account >= 0 && holdsSeat[account] === 1)) continue;
    gaps[count++] = key;
    first = Math.min(first, lastDay[key]!);
    last = Math.max(last, lastDay[key]!);
  }
  // Counted by day, so that order costs no comparison.
  const starts = new Uint32Array(count === 0 ? 0 : last - first + 2);
  for (let at = 0; at < count; at += 1) {
    starts[last - lastDay[gaps[at]!]! + 1]! += 1;
    if (at % piece === piece - 1) yield;
  }
  for (let day = 1; day < starts.length; day += 1) {
    starts[day]! += starts[day - 1]!;
    if (day % piece === piece - 1) yield;
  }
  const ordered = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = gaps[at]!;
    ordered[starts[last - lastDay[key]!]!++] = key;
    if (at % piece === piece - 1) yield;
  }
  const gapOf = (key: number): ActivityGap => {
    const account = accountOfKey[key]!;
    return {
      key: keys.at(key as RowIndex),
      lastDay: lastDay[key]! as EpochDay,
      why: account >= 0 ? 'noSeat' : account === SEVERAL ? 'severalAccounts' : 'noAccount',
    };
  };
  return {
    length: count,
    slice: (from, to) => Array.from(ordered.subarray(from, to), gapOf),
    lastDayAt: (place) => lastDay[ordered[place]!]! as EpochDay,
    accountAt: (place) => accountOfKey[ordered[place]!]!,
  };
}
