import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { openAccountRows, type AccountRows } from '../../core/policy/accountRows.ts';

/** Account (canonical id) and licence type: what names a seat across snapshots. */
export interface SeatName {
  readonly account: string;
  readonly licenceType: string;
}

/** Finds seats of a snapshot by account and licence type, many at a time. Seats of one account stand together. */
export class SeatRows {
  readonly #snapshot: Snapshot;
  readonly #accounts: AccountRows;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#accounts = openAccountRows(snapshot.accounts, canonicalId);
  }

  /** Row of each seat in the order asked, `undefined` for one that the snapshot does not hold. */
  find(names: readonly SeatName[]): readonly (number | undefined)[] {
    const rows = this.#accounts.find(names.map(({ account }) => account));
    return names.map(({ account, licenceType }) => {
      const row = rows.get(account);
      return row === undefined ? undefined : this.#seatOf(row, licenceType);
    });
  }

  #seatOf(account: number, licenceType: string): number | undefined {
    const { seats, licenceTypes } = this.#snapshot;
    const type = licenceTypes.indexOf(licenceType);
    let low = 0;
    let high = seats.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (seats.account[middle]! < account) low = middle + 1;
      else high = middle;
    }
    for (let seat = low; seat < seats.count && seats.account[seat] === account; seat++) {
      if (seats.licenceType[seat] === type) return seat;
    }
    return undefined;
  }
}
