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

/** Keys of a log without a seat, the latest activity first, then by key. Source: REVIEW-23. */
export function findGaps(
  { accounts, seats }: Pick<Snapshot, 'accounts' | 'seats'>,
  { table, keys }: ActivityLog,
  accountOfKey: Int32Array,
): readonly ActivityGap[] {
  const holdsSeat = new Uint8Array(accounts.count);
  for (let seat = 0; seat < seats.count; seat += 1) holdsSeat[seats.account[seat]!] = 1;
  const lastDay = new Int32Array(keys.length).fill(-(2 ** 31));
  for (let series = 0; series < table.count; series += 1) {
    const key = table.key[series]!;
    lastDay[key] = Math.max(lastDay[key]!, table.days[table.dayStarts[series + 1]! - 1]!);
  }
  const gaps: ActivityGap[] = [];
  for (let key = 0; key < keys.length; key += 1) {
    const account = accountOfKey[key]!;
    if (account >= 0 && holdsSeat[account] === 1) continue;
    gaps.push({
      key: keys.at(key as RowIndex),
      lastDay: lastDay[key]! as EpochDay,
      why: account >= 0 ? 'noSeat' : account === SEVERAL ? 'severalAccounts' : 'noAccount',
    });
  }
  return gaps.toSorted((a, b) => b.lastDay - a.lastDay || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
