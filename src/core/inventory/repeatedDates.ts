import type { RowIndex } from '../base/brand.ts';
import { ABSENT } from '../base/dayValue.ts';
import type { EvidenceColumn, Snapshot } from './snapshot.ts';

/** A column of a list of licences whose rows only repeat the date of their account: it speaks for the account. */
export interface RepeatedColumn extends EvidenceColumn {
  readonly level: 'account';
  /** Whether any account has several rows, so that something is repeated at all. */
  readonly isRepeated: boolean;
}

/** Whether a column was read from rows of licences that repeat the date of their account. */
export const isRepeatedDate = (column: EvidenceColumn): boolean =>
  'isRepeated' in column && column.isRepeated === true;

/**
 * The snapshot with the dates of use that a list of one row an account and licence only repeats for every licence of an
 * account, as dates of the account: they name no licence, so that they are weighed with the logs of accounts instead of
 * standing over them. One account of the whole list with two different dates makes a column one of licences; columns
 * of one proposed class stay together, since dates of licences would stand over those of accounts among them.
 * `ofRow`: whether the column at a place was read one date a row, and named no licence type itself. Needs no text.
 * Source of the rule: Evidence, *Seat and account*; LOAD-32.
 */
export function withRepeatedDates(snapshot: Snapshot, ofRow: (place: number) => boolean): Snapshot {
  const { evidence } = snapshot;
  if (!evidence.some(({ level }, place) => level === 'seat' && ofRow(place))) return snapshot;
  const rows = rowsOfAccounts(snapshot);
  const ofLicences = new Set(
    evidence.flatMap((column, place) => {
      const isOwn = column.level === 'seat' && !(ofRow(place) && repeats(column, rows.account));
      return isOwn ? [column.proposedClass] : [];
    }),
  );
  return {
    ...snapshot,
    evidence: evidence.map((column) =>
      column.level === 'account' || ofLicences.has(column.proposedClass) ? column : ofAccount(column, rows),
    ),
  };
}

interface AccountRows {
  readonly account: Uint32Array;
  /** First seat of each account, −1 without one. */
  readonly firstSeat: Int32Array;
  readonly hasSeveral: boolean;
}

/** Seats of one account stand together. */
function rowsOfAccounts({ accounts, seats }: Snapshot): AccountRows {
  const { account } = seats;
  const firstSeat = new Int32Array(accounts.count).fill(-1);
  let holders = 0;
  for (let seat = 0; seat < seats.count; seat += 1) {
    if (seat > 0 && account[seat] === account[seat - 1]) continue;
    firstSeat[account[seat]!] = seat;
    holders += 1;
  }
  return { account, firstSeat, hasSeveral: holders < seats.count };
}

function repeats({ values }: EvidenceColumn, account: Uint32Array): boolean {
  for (let seat = 1; seat < account.length; seat += 1) {
    if (values[seat] !== values[seat - 1] && account[seat] === account[seat - 1]) return false;
  }
  return true;
}

function ofAccount(column: EvidenceColumn, { account, firstSeat, hasSeveral }: AccountRows): RepeatedColumn {
  const { length } = firstSeat;
  const values = new Int32Array(length).fill(ABSENT);
  const sourceRow = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) {
    const seat = firstSeat[row]!;
    if (seat < 0) continue;
    values[row] = column.values[seat]!;
    sourceRow[row] = column.sourceRow[seat]!;
  }
  const doubtRow = column.doubtRow && new Uint32Array(length);
  if (doubtRow) {
    column.doubtRow?.forEach((fileRow, seat) => {
      if (fileRow > 0) doubtRow[account[seat]!] = fileRow;
    });
  }
  return {
    ...column,
    level: 'account',
    isRepeated: hasSeveral,
    values,
    sourceRow,
    doubtRow,
    raw: {
      length,
      at: (row) => (firstSeat[row]! < 0 ? '' : column.raw.at(firstSeat[row]! as RowIndex)),
      chunk: () => {
        throw new Error('Original texts of repeated dates are read one by one');
      },
    },
  };
}
