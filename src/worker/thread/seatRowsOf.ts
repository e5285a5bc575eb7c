import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { openAccountRows, type AccountRows } from '../../core/policy/accountRows.ts';

/** Finds seats of a snapshot by account and licence type. Seats of one account stand together. */
export class SeatRows {
  readonly #snapshot: Snapshot;
  readonly #accounts: AccountRows;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#accounts = openAccountRows(snapshot.accounts, canonicalId);
  }

  /** Row of the seat, or `undefined` when the snapshot does not hold it. */
  find(canonicalAccount: string, licenceType: string): number | undefined {
    const { seats, licenceTypes } = this.#snapshot;
    const account = this.#accounts.find([canonicalAccount]).get(canonicalAccount);
    const type = licenceTypes.indexOf(licenceType);
    if (account === undefined || type < 0) return undefined;
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
