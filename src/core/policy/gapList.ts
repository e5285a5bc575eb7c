import type { EpochDay } from '../base/epochDay.ts';
import { isDay } from '../base/dayValue.ts';
import type { ActivityGaps } from '../inventory/findGaps.ts';
import { SEVERAL } from '../inventory/matchLogKeys.ts';
import type { EvidenceColumn, Snapshot } from '../inventory/snapshot.ts';
import { ACCOUNT_STATUSES } from '../inventory/enumerations.ts';
import { classColumns, type EvidenceChoice } from './evidenceClass.ts';

/**
 * How an activity without a seat stands to a need for one. The position is the code in {@link GapList.standing}.
 * Only the first is a need that an idle seat could serve.
 */
export const GAP_STANDINGS = [
  'needsSeat',
  'notRecent',
  'severalAccounts',
  'notAPerson',
  'accountClosed',
] as const;
export type GapStanding = (typeof GAP_STANDINGS)[number];

/** Source of a gap that the users list itself tells. */
export const OF_LIST = -1;

/** Activity without a seat from every source, each account or key once, latest activity first. */
export interface GapList {
  readonly count: number;
  /** Last day of activity. */
  readonly lastDay: Int32Array;
  /** Row of the account; negative where no account, or several, have the key. */
  readonly account: Int32Array;
  /** Place of the log in the order of the logs, or {@link OF_LIST}. */
  readonly source: Int32Array;
  /** Place of the gap within its log; of the list: the place of the evidence column that decides. */
  readonly place: Uint32Array;
  /** Code of {@link GAP_STANDINGS}. */
  readonly standing: Uint8Array;
}

/** What decides whether a gap is a need. */
export interface GapFacts {
  readonly choice: EvidenceChoice;
  /** Dormancy window in days: activity inside it is a need of today. */
  readonly window: number;
  /** Not 0 for each account that is not a person. */
  readonly notAPerson: Uint8Array;
}

/** Rows or gaps looked at between two pauses. */
const PIECE = 1 << 13;

/** Columns of use of the list itself that speak for accounts, by their place in the snapshot. */
function ownColumns(
  { evidence }: Pick<Snapshot, 'evidence'>,
  choice: EvidenceChoice,
): readonly (readonly [place: number, column: EvidenceColumn])[] {
  const { action, signIn } = classColumns(choice, evidence);
  return [...evidence.entries()].filter(
    ([, column]) =>
      column.level === 'account' &&
      column.source === undefined &&
      (action.includes(column) || signIn.includes(column)),
  );
}

/**
 * Lists who works without a seat: accounts of the list that hold none but have a date of use inside the window, and
 * keys of logs without a seat. Of an account that several sources name, the latest activity stands. A gap is a need
 * when the activity lies inside the window, one account or none has the key, and the account is an open one of a
 * person. `keyOf`: canonical key of a gap of a log, by which keys of several logs are one. Yields between pieces of
 * bounded work. Source of the rule: REVIEW-23.
 */
export function* listGaps(
  snapshot: Pick<Snapshot, 'asOf' | 'accounts' | 'seats' | 'evidence'>,
  logs: readonly ActivityGaps[],
  { choice, window, notAPerson }: GapFacts,
  keyOf: (log: number, place: number) => string,
): Generator<undefined, GapList> {
  const { asOf, accounts, seats } = snapshot;
  const lastDay: number[] = [];
  const account: number[] = [];
  const source: number[] = [];
  const place: number[] = [];
  const isRecent = (day: number): boolean => asOf - day < window;

  const ofAccount = new Int32Array(accounts.count).fill(-1);
  const note = (known: number, day: number, row: number, from: number, at: number): number => {
    if (known >= 0 && lastDay[known]! >= day) return known;
    const index = known >= 0 ? known : lastDay.length;
    lastDay[index] = day;
    account[index] = row;
    source[index] = from;
    place[index] = at;
    return index;
  };

  const holdsSeat = new Uint8Array(accounts.count);
  for (let seat = 0; seat < seats.count; seat += 1) holdsSeat[seats.account[seat]!] = 1;
  yield;
  for (const [at, { values }] of ownColumns(snapshot, choice)) {
    for (let row = 0; row < accounts.count; row += 1) {
      if (row % PIECE === PIECE - 1) yield;
      const value = values[row]!;
      if (holdsSeat[row] === 1 || !isDay(value) || !isRecent(value)) continue;
      ofAccount[row] = note(ofAccount[row]!, value, row, OF_LIST, at);
    }
  }
  const ofKey = new Map<string, number>();
  for (const [log, gaps] of logs.entries()) {
    for (let at = 0; at < gaps.length; at += 1) {
      if (at % PIECE === PIECE - 1) yield;
      const row = gaps.accountAt(at);
      const day = gaps.lastDayAt(at);
      if (row >= 0) ofAccount[row] = note(ofAccount[row]!, day, row, log, at);
      else if (logs.length === 1) note(-1, day, row, log, at);
      else {
        const key = keyOf(log, at);
        ofKey.set(key, note(ofKey.get(key) ?? -1, day, row, log, at));
      }
    }
  }
  const order = yield* latestFirst(lastDay);
  const standingOf = (gap: number): GapStanding => {
    const row = account[gap]!;
    if (row === SEVERAL) return 'severalAccounts';
    if (row >= 0 && notAPerson[row] !== 0) return 'notAPerson';
    if (row >= 0 && isClosed(accounts, row, asOf)) return 'accountClosed';
    return isRecent(lastDay[gap]!) ? 'needsSeat' : 'notRecent';
  };
  return {
    count: order.length,
    lastDay: Int32Array.from(order, (gap) => lastDay[gap]!),
    account: Int32Array.from(order, (gap) => account[gap]!),
    source: Int32Array.from(order, (gap) => source[gap]!),
    place: Uint32Array.from(order, (gap) => place[gap]!),
    standing: Uint8Array.from(order, (gap) => GAP_STANDINGS.indexOf(standingOf(gap))),
  };
}

const isClosed = ({ status, leftOn }: Snapshot['accounts'], row: number, asOf: EpochDay): boolean => {
  const left = leftOn[row]!;
  return ACCOUNT_STATUSES[status[row]!] === 'deactivated' || (isDay(left) && left <= asOf);
};

/** Places by day, the latest first, equal days in the order given. Counted by day, so that order costs no comparison. */
function* latestFirst(days: readonly number[]): Generator<undefined, Uint32Array> {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const starts = new Uint32Array(days.length === 0 ? 0 : last - first + 2);
  for (const day of days) starts[last - day + 1]! += 1;
  for (let at = 1; at < starts.length; at += 1) starts[at]! += starts[at - 1]!;
  yield;
  const order = new Uint32Array(days.length);
  for (let at = 0; at < days.length; at += 1) order[starts[last - days[at]!]!++] = at;
  return order;
}
