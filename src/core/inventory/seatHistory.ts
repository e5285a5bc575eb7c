import { ABSENT } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { AccountPairs, NO_ACCOUNT } from './pairAccounts.ts';
import type { AccountTable, SeatTable, Snapshot } from './snapshot.ts';

/** What earlier complete lists of the same system say of the seats of one snapshot. Columns are indexed by seat row. */
export interface SeatHistory {
  /** As-of day of the earliest list that held the seat and since which no list lacked it; at the latest the snapshot's. */
  readonly firstSeenOn: Int32Array;
  /** As-of day of the latest earlier list that lacked the seat; `ABSENT` when none did. */
  readonly absentUntil: Int32Array;
}

/** A seat history in few bytes. */
export interface HeldRun {
  /** As-of days of the lists that were read, newest first. */
  readonly days: readonly EpochDay[];
  /** How many of them, from the newest on, held a seat without a gap. Indexed by seat row. */
  readonly lists: Uint16Array;
}

/** The history that a run stands for. `asOf`: as-of day of the snapshot. */
export function heldRunToHistory({ days, lists }: HeldRun, asOf: EpochDay): SeatHistory {
  const seen = Int32Array.of(asOf, ...days);
  const missed = Int32Array.of(...days, ABSENT);
  const firstSeenOn = new Int32Array(lists.length);
  const absentUntil = new Int32Array(lists.length);
  for (let seat = 0; seat < lists.length; seat += 1) {
    firstSeenOn[seat] = seen[lists[seat]!]!;
    absentUntil[seat] = missed[lists[seat]!]!;
  }
  return { firstSeenOn, absentUntil };
}

/** The seats of an earlier list: all that is read of it. */
export interface HeldSeats {
  readonly asOf: EpochDay;
  readonly licenceTypes: readonly string[];
  readonly accounts: Pick<AccountTable, 'count' | 'accountId'>;
  readonly seats: Pick<SeatTable, 'count' | 'account' | 'licenceType'>;
}

const NO_TYPE = -1;

/**
 * Goes back through the earlier complete lists of a system and notes, seat by seat, since when each list held it.
 * Seats are matched by canonical account id and licence type. Source of the rule: Evidence, *Tenure*.
 */
export class SeatHistoryBuilder {
  private readonly days: EpochDay[] = [];
  private readonly lists: Uint16Array;
  /** Seats that every list so far held. */
  private open: number;
  private readonly pairs: AccountPairs;
  private firstSeat: Uint32Array | undefined;

  constructor(
    private readonly snapshot: Pick<Snapshot, 'asOf' | 'licenceTypes' | 'accounts' | 'seats'>,
    canonicalId: (text: string) => string,
  ) {
    this.pairs = new AccountPairs(snapshot.accounts, canonicalId);
    this.lists = new Uint16Array(snapshot.seats.count);
    this.open = snapshot.seats.count;
  }

  /** Every seat was lacking in some list, so that still older ones say nothing more. */
  get isSettled(): boolean {
    return this.open === 0;
  }

  /** Takes the next older list. Lists come newest first, each older than the snapshot. */
  add(list: HeldSeats): void {
    const held = this.findHeld(list);
    const before = this.days.length;
    for (let seat = 0; seat < held.length; seat += 1) {
      if (this.lists[seat] !== before) continue;
      if (held[seat] === 1) this.lists[seat] = before + 1;
      else this.open -= 1;
    }
    this.days.push(list.asOf);
  }

  finish(): HeldRun {
    return { days: this.days, lists: this.lists };
  }

  /** 1 for each seat of the snapshot that the list holds. */
  private findHeld(list: HeldSeats): Uint8Array {
    const { seats } = this.snapshot;
    const firstSeat = (this.firstSeat ??= firstSeats(this.snapshot));
    const typeOf = list.licenceTypes.map((name) => this.snapshot.licenceTypes.indexOf(name));
    const rowOf = this.pairs.rowsOf(list.accounts);
    const held = new Uint8Array(seats.count);
    for (let seat = 0; seat < list.seats.count; seat += 1) {
      const account = rowOf[list.seats.account[seat]!]!;
      const type = typeOf[list.seats.licenceType[seat]!]!;
      if (account === NO_ACCOUNT || type === NO_TYPE) continue;
      const end = firstSeat[account + 1]!;
      for (let own = firstSeat[account]!; own < end; own += 1) {
        if (seats.licenceType[own] === type) held[own] = 1;
      }
    }
    return held;
  }
}

/** Row of the first seat of every account, and one entry more for the end. Seats stand in the order of accounts. */
export function firstSeats({
  accounts,
  seats,
}: Pick<HeldSeats, 'seats'> & { readonly accounts: { readonly count: number } }): Uint32Array {
  const first = new Uint32Array(accounts.count + 1);
  for (let seat = 0; seat < seats.count; seat += 1) first[seats.account[seat]! + 1]! += 1;
  for (let account = 0; account < accounts.count; account += 1) first[account + 1]! += first[account]!;
  return first;
}
