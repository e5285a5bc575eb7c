import { NO_ACCOUNT } from './pairAccounts.ts';
import { NO_SEAT, pairSeats } from './pairSeats.ts';
import type { HeldSeats } from './seatHistory.ts';

/** Seats of one licence type in two lists. `before − gone + added = after`. */
export interface LicenceTypeChange {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly gone: number;
}

/** What changed from one list to a later one. */
export interface ListChange {
  /** Account rows of the later list that the earlier one lacks, ascending. */
  readonly newAccounts: Uint32Array;
  /** Account rows of the earlier list that the later one lacks, ascending. */
  readonly goneAccounts: Uint32Array;
  /** Seat rows of the later list that the earlier one lacks, ascending. */
  readonly newSeats: Uint32Array;
  /** Seat rows of the earlier list that the later one lacks, ascending. */
  readonly goneSeats: Uint32Array;
  /** Licence types of the earlier list in its order, then those only the later one has. */
  readonly byLicenceType: readonly LicenceTypeChange[];
}

/**
 * Compares two lists of one system. Accounts are the same by canonical account id, seats by account and licence type.
 * What is gone is lost only where the later list is complete: the caller knows. Source of the rule: LOAD-34.
 */
export function compareLists(
  earlier: HeldSeats,
  later: HeldSeats,
  canonicalId: (text: string) => string,
): ListChange {
  const { laterSeat, laterAccount } = pairSeats(earlier, later, canonicalId);
  const isKnown = new Uint8Array(later.accounts.count);
  for (const row of laterAccount) if (row !== NO_ACCOUNT) isKnown[row] = 1;
  const isKept = new Uint8Array(later.seats.count);
  const goneSeats: number[] = [];
  for (let seat = 0; seat < earlier.seats.count; seat += 1) {
    const found = laterSeat[seat]!;
    if (found === NO_SEAT) goneSeats.push(seat);
    else isKept[found] = 1;
  }
  const newSeats = rowsWhere(isKept, 0);
  return {
    newAccounts: rowsWhere(isKnown, 0),
    goneAccounts: rowsWhere(laterAccount, NO_ACCOUNT),
    newSeats,
    goneSeats: Uint32Array.from(goneSeats),
    byLicenceType: countTypes(earlier, later, newSeats, goneSeats),
  };
}

function rowsWhere(marks: Uint8Array | Uint32Array, wanted: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row += 1) if (marks[row] === wanted) rows.push(row);
  return Uint32Array.from(rows);
}

function countTypes(
  earlier: HeldSeats,
  later: HeldSeats,
  newSeats: Uint32Array,
  goneSeats: readonly number[],
): readonly LicenceTypeChange[] {
  const names = [...new Set([...earlier.licenceTypes, ...later.licenceTypes])];
  const place = new Map(names.map((name, at) => [name, at]));
  const before = new Uint32Array(names.length);
  const after = new Uint32Array(names.length);
  const added = new Uint32Array(names.length);
  const gone = new Uint32Array(names.length);
  const count = (into: Uint32Array, list: HeldSeats, seat: number): void => {
    into[place.get(list.licenceTypes[list.seats.licenceType[seat]!]!)!]! += 1;
  };
  for (let seat = 0; seat < earlier.seats.count; seat += 1) count(before, earlier, seat);
  for (let seat = 0; seat < later.seats.count; seat += 1) count(after, later, seat);
  for (const seat of newSeats) count(added, later, seat);
  for (const seat of goneSeats) count(gone, earlier, seat);
  return names.map((name, at) => ({
    name,
    before: before[at]!,
    after: after[at]!,
    added: added[at]!,
    gone: gone[at]!,
  }));
}
