import {
  allocateColumns,
  reorderColumns,
  SEAT_COLUMNS,
  trimColumns,
  type NumberColumns,
} from './numberColumns.ts';

const NONE = -1;
/** Factor by which columns grow that turn out too short. */
const GROWTH = 1.5;

/** Seats of the format's 16-bit licence column. */
export const MAX_LICENCE_TYPES = 65_536;

/** The number columns of the seat table while it is built. */
export type SeatColumns = NumberColumns<typeof SEAT_COLUMNS>;

/**
 * Collects seats by account and licence type. Seats of one account are chained, so that a repeat is found without a
 * second hash table; they are brought together at the end, in account order, only when rows were scattered.
 */
export class SeatsBuilder {
  private capacity = 1 << 10;
  private count = 0;
  private columns = allocateColumns(SEAT_COLUMNS, this.capacity);
  /** Next seat of the same account, or −1. */
  private next = new Int32Array(this.capacity);
  /** First seat of each account, or −1. */
  private first = new Int32Array(1 << 10).fill(NONE);
  private inOrder = true;

  get size(): number {
    return this.count;
  }

  /** The columns being filled; valid until the next call of `seatOf`. */
  get filling(): SeatColumns {
    return this.columns;
  }

  /** Makes room for so many accounts with a seat each. To be called while there is no seat. */
  reserve(rows: number): void {
    this.capacity = Math.max(this.capacity, rows);
    this.columns = allocateColumns(SEAT_COLUMNS, this.capacity);
    this.next = new Int32Array(this.capacity);
    this.first = new Int32Array(this.capacity).fill(NONE);
  }

  /** Row of the seat; a new one is appended, and `size` grows. */
  seatOf(account: number, licenceType: number): number {
    if (account >= this.first.length) this.widenAccounts(account);
    let last = NONE;
    for (let seat = this.first[account]!; seat !== NONE; seat = this.next[seat]!) {
      if (this.columns.licenceType[seat] === licenceType) return seat;
      last = seat;
    }
    const seat = this.count;
    if (seat === this.capacity) this.widen();
    if (last === NONE) this.first[account] = seat;
    else this.next[last] = seat;
    if (seat > 0 && this.columns.account[seat - 1]! > account) this.inOrder = false;
    this.columns.account[seat] = account;
    this.columns.licenceType[seat] = licenceType;
    this.next[seat] = NONE;
    this.count = seat + 1;
    return seat;
  }

  /** Makes room for `count` more seats. */
  makeRoom(count: number): void {
    while (this.count + count > this.capacity) this.widen();
  }

  /**
   * Appends a seat to each of `count` new accounts from `firstAccount`, after {@link makeRoom}; their licence types stand in
   * the column already.
   */
  appendEach(firstAccount: number, count: number): void {
    const end = firstAccount + count;
    if (end > this.first.length) this.widenAccounts(end - 1);
    const { first, next } = this;
    const { account: accounts } = this.columns;
    let seat = this.count;
    for (let account = firstAccount; account < end; account += 1) {
      first[account] = seat;
      accounts[seat] = account;
      next[seat] = NONE;
      seat += 1;
    }
    this.count = seat;
  }

  /** The seats in account order, and the row each had while building (`undefined`: the same). */
  finish(accounts: number): { readonly columns: SeatColumns; readonly order: Uint32Array | undefined } {
    const columns = trimColumns<typeof SEAT_COLUMNS>(this.columns, this.count);
    if (this.inOrder) return { columns, order: undefined };
    const order = orderByAccount(columns.account, accounts);
    return { columns: reorderColumns<typeof SEAT_COLUMNS>(columns, order), order };
  }

  private widen(): void {
    this.capacity = Math.ceil(this.capacity * GROWTH);
    this.columns = allocateColumns(SEAT_COLUMNS, this.capacity, this.columns);
    const next = new Int32Array(this.capacity);
    next.set(this.next);
    this.next = next;
  }

  private widenAccounts(account: number): void {
    const first = new Int32Array(Math.max(Math.ceil(this.first.length * GROWTH), account + 1)).fill(NONE);
    first.set(this.first);
    this.first = first;
  }
}

/** Stable counting sort: old rows in the order of their account. */
function orderByAccount(accountOfSeat: Uint32Array, accounts: number): Uint32Array {
  const starts = new Uint32Array(accounts + 1);
  for (const account of accountOfSeat) starts[account + 1]! += 1;
  for (let account = 0; account < accounts; account += 1) starts[account + 1]! += starts[account]!;
  const order = new Uint32Array(accountOfSeat.length);
  for (let seat = 0; seat < accountOfSeat.length; seat += 1) {
    const account = accountOfSeat[seat]!;
    order[starts[account]!] = seat;
    starts[account]! += 1;
  }
  return order;
}
