import type { EpochDay } from '../base/epochDay.ts';
import type { Snapshot } from '../inventory/snapshot.ts';
import type { AccountRows } from './accountRows.ts';
import type {
  DeclaredPattern,
  HumanMark,
  InactiveFinding,
  ReviewFacts,
  SeatException,
  SeatKey,
} from './reviewFacts.ts';

/** A known absence of the person behind an account. Only its dates are kept. */
export interface Absence {
  readonly from: EpochDay;
  /** Last day of the absence. */
  readonly until: EpochDay;
}

/** Absences by canonical account id. */
export type Absences = ReadonlyMap<string, readonly Absence[]>;

/** What people decided, by row of one snapshot. Facts about seats that the snapshot does not hold are left out. */
export interface LocatedFacts {
  /** By seat row. */
  readonly exceptions: ReadonlyMap<number, readonly SeatException[]>;
  readonly patterns: ReadonlyMap<number, DeclaredPattern>;
  readonly inactive: ReadonlyMap<number, InactiveFinding>;
  /** By account row. */
  readonly humanMarks: ReadonlyMap<number, HumanMark['mark']>;
  /** Reasons of the marks, by account row. */
  readonly markReasons: ReadonlyMap<number, string>;
  readonly absences: ReadonlyMap<number, readonly Absence[]>;
  readonly leavers: ReadonlySet<number>;
}

const NO_ABSENCES: Absences = new Map();

/** Brings the facts of the ledger, whose keys last across snapshots, to the rows of one snapshot. */
export function locateFacts(
  snapshot: Snapshot,
  facts: ReviewFacts,
  accountRows: AccountRows,
  absences: Absences = NO_ABSENCES,
): LocatedFacts {
  const seatKeys = [...facts.exceptions.keys(), ...facts.patterns.keys(), ...facts.inactive.keys()];
  const rowOfAccount = accountRows.find([
    ...seatKeys.map((key) => splitSeatKey(key).account),
    ...facts.humanMarks.keys(),
    ...facts.leavers,
    ...absences.keys(),
  ]);
  const rowOfSeat = findSeats(snapshot, seatKeys, rowOfAccount);
  const marks = [...byRow(facts.humanMarks, rowOfAccount)];
  return {
    exceptions: byRow(facts.exceptions, rowOfSeat),
    patterns: byRow(facts.patterns, rowOfSeat),
    inactive: byRow(facts.inactive, rowOfSeat),
    humanMarks: new Map(marks.map(([row, { mark }]) => [row, mark])),
    markReasons: new Map(marks.map(([row, { reason = '' }]) => [row, reason])),
    absences: byRow(absences, rowOfAccount),
    leavers: new Set([...facts.leavers].flatMap((account) => rowOfAccount.get(account) ?? [])),
  };
}

/** Account and licence type of a key made by `seatKeyOf`. */
export function splitSeatKey(key: SeatKey): { readonly account: string; readonly licenceType: string } {
  const colon = key.indexOf(':');
  const end = colon + 1 + Number(key.slice(0, colon));
  return { account: key.slice(colon + 1, end), licenceType: key.slice(end + 1) };
}

function byRow<Fact>(facts: ReadonlyMap<string, Fact>, rows: ReadonlyMap<string, number>): Map<number, Fact> {
  const located = new Map<number, Fact>();
  for (const [key, fact] of facts) {
    const row = rows.get(key);
    if (row !== undefined) located.set(row, fact);
  }
  return located;
}

/** Seats of an account stand together and accounts stand in seat order, so that a binary search finds the first. */
function findSeats(
  { seats, licenceTypes }: Snapshot,
  keys: readonly SeatKey[],
  rowOfAccount: ReadonlyMap<string, number>,
): ReadonlyMap<SeatKey, number> {
  const found = new Map<SeatKey, number>();
  for (const key of keys) {
    const { account, licenceType } = splitSeatKey(key);
    const accountRow = rowOfAccount.get(account);
    const type = licenceTypes.indexOf(licenceType);
    if (accountRow === undefined || type < 0) continue;
    let low = 0;
    let high = seats.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (seats.account[middle]! < accountRow) low = middle + 1;
      else high = middle;
    }
    for (let seat = low; seat < seats.count && seats.account[seat] === accountRow; seat += 1) {
      if (seats.licenceType[seat] === type) found.set(key, seat);
    }
  }
  return found;
}
