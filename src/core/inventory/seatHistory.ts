import type { RowIndex } from '../base/brand.ts';
import { ABSENT } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { KeyIndex } from './keyIndex.ts';
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

const NO_ACCOUNT = 0xffff_ffff;
const NO_TYPE = -1;
/** Rows that an account may stand away from its place while a list is still taken to be in the same order. */
const NEAR = 64;

/**
 * Goes back through the earlier complete lists of a system and notes, seat by seat, since when each list held it.
 * Seats are matched by canonical account id and licence type. Lists mostly keep the order of their accounts, so an
 * account is first looked for behind the one found last, and only else in a table of all ids. A list in another order
 * goes to that table alone, since reading ids here and there would decode a chunk of texts for each.
 * Source of the rule: Evidence, *Tenure*.
 */
export class SeatHistoryBuilder {
  private readonly days: EpochDay[] = [];
  private readonly lists: Uint16Array;
  /** Seats that every list so far held. */
  private open: number;
  private rowOfKey: KeyIndex | undefined;
  private firstSeat: Uint32Array | undefined;

  constructor(
    private readonly snapshot: Pick<Snapshot, 'asOf' | 'licenceTypes' | 'accounts' | 'seats'>,
    private readonly canonicalId: (text: string) => string,
  ) {
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
    const rowOf = this.matchAccounts(list.accounts);
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

  /** Row of the snapshot's account for each account of a list, or {@link NO_ACCOUNT}. */
  private matchAccounts(list: HeldSeats['accounts']): Uint32Array {
    const { accounts } = this.snapshot;
    const rows = new Uint32Array(list.count);
    let last = -1;
    let isInOrder = true;
    for (let row = 0; row < list.count; row += 1) {
      const id = list.accountId.at(row as RowIndex);
      const next = last + 1;
      const isNext = isInOrder && next < accounts.count && accounts.accountId.at(next as RowIndex) === id;
      const found: number = isNext ? next : this.rowOfAccount(id);
      rows[row] = found;
      if (found === NO_ACCOUNT) continue;
      isInOrder = Math.abs(found - next) < NEAR;
      last = found;
    }
    return rows;
  }

  private rowOfAccount(id: string): number {
    const { accounts } = this.snapshot;
    if (!this.rowOfKey) {
      this.rowOfKey = new KeyIndex();
      for (let row = 0; row < accounts.count; row += 1) {
        this.rowOfKey.numberOf(this.canonicalId(accounts.accountId.at(row as RowIndex)));
      }
    }
    const number = this.rowOfKey.numberOf(this.canonicalId(id));
    return number < accounts.count ? number : NO_ACCOUNT;
  }
}

/** Row of the first seat of every account, and one entry more for the end. Seats stand in the order of accounts. */
function firstSeats({ accounts, seats }: Pick<Snapshot, 'accounts' | 'seats'>): Uint32Array {
  const first = new Uint32Array(accounts.count + 1);
  for (let seat = 0; seat < seats.count; seat += 1) first[seats.account[seat]! + 1]! += 1;
  for (let account = 0; account < accounts.count; account += 1) first[account + 1]! += first[account]!;
  return first;
}
