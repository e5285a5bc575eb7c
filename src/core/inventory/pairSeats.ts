import { AccountPairs, NO_ACCOUNT } from './pairAccounts.ts';
import { firstSeats, type HeldSeats } from './seatHistory.ts';

/** A seat that the other list does not hold. */
export const NO_SEAT = -1;

/** Row in the later list of every seat of an earlier one, and of every account. */
export interface SeatPairs {
  /** By seat row of the earlier list: seat row of the later one, or {@link NO_SEAT}. */
  readonly laterSeat: Int32Array;
  /** By account row of the earlier list: account row of the later one, or `NO_ACCOUNT`. */
  readonly laterAccount: Uint32Array;
}

/**
 * Recognises the seats of one list of a system in another: accounts by canonical account id, seats by account and
 * licence type. Source of the rule: LOAD-34.
 */
export function pairSeats(
  earlier: HeldSeats,
  later: HeldSeats,
  canonicalId: (text: string) => string,
): SeatPairs {
  const laterAccount = new AccountPairs(later.accounts, canonicalId).rowsOf(earlier.accounts);
  const typeOf = earlier.licenceTypes.map((name) => later.licenceTypes.indexOf(name));
  const firstSeat = firstSeats(later);
  const laterSeat = new Int32Array(earlier.seats.count).fill(NO_SEAT);
  for (let seat = 0; seat < earlier.seats.count; seat += 1) {
    const account = laterAccount[earlier.seats.account[seat]!]!;
    if (account === NO_ACCOUNT) continue;
    const type = typeOf[earlier.seats.licenceType[seat]!]!;
    for (let found = firstSeat[account]!; found < firstSeat[account + 1]!; found += 1) {
      if (later.seats.licenceType[found] !== type) continue;
      laterSeat[seat] = found;
      break;
    }
  }
  return { laterSeat, laterAccount };
}
