import type { RowIndex } from '../base/brand.ts';
import { ABSENT, BLANK, NEVER } from '../base/dayValue.ts';
import { runAtOnce } from '../base/runAtOnce.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { PLAIN_IDENTITY, type IdentityRules } from '../ingest/identityRules.ts';
import type { ActivityEvent, ActivityLog } from './activityLog.ts';
import { groupEvents } from './eventGroups.ts';
import type { ActivitySource, JoinedSource } from './evidenceSource.ts';
import { findGaps, type ActivityGaps } from './findGaps.ts';
import { matchLogKeys, SEVERAL, type SharedAccounts } from './matchLogKeys.ts';
import { SeriesChains } from './seriesChains.ts';
import type { EvidenceColumn, Snapshot } from './snapshot.ts';
import type { TextColumn } from './textColumn.ts';

/** How the keys of one log stand to the accounts of the snapshot. */
export interface SourceMatch {
  readonly source: JoinedSource;
  readonly keys: number;
  readonly matched: number;
  /** Keys that several accounts share. */
  readonly ambiguous: number;
  /** Activity without a seat, latest first. */
  readonly gaps: ActivityGaps;
  /** Accounts that several keys name, and these keys. */
  readonly shared: SharedAccounts;
  /** Every key as the log writes it. */
  readonly keyTexts: TextColumn;
}

/** Evidence of activity logs, brought to the rows of one snapshot. */
export interface JoinedEvidence {
  readonly columns: readonly EvidenceColumn[];
  /** In the order of the sources. */
  readonly matches: readonly SourceMatch[];
}

/** Series or rows that are worked on between two yields. */
const PIECE = 1 << 12;

/** As {@link joiningEvidence}, in one piece: for lists that are short. */
export function joinEvidence(
  snapshot: Snapshot,
  sources: readonly ActivitySource[],
  rules: IdentityRules = PLAIN_IDENTITY,
): JoinedEvidence {
  return runAtOnce(joiningEvidence(snapshot, sources, rules));
}

/**
 * Joins activity logs to the accounts and seats of a snapshot: one evidence column per event type and level. An event
 * that names a licence type of the snapshot speaks for that seat alone, as does a log whose covered licence types are
 * stated; every other event speaks for the account. Covered rows without an entry say *never* with the log's history
 * start, hence *at least A − H + 1 days*; where the log ends early they say nothing. A log none of whose keys is an
 * account of the snapshot says nothing of it. Yields whenever some `piece` texts, series or rows were worked on, however
 * large log and list are.
 * Source of the rule: Evidence, LOAD-25, LOAD-29, LOAD-32.
 */
export function* joiningEvidence(
  snapshot: Snapshot,
  sources: readonly ActivitySource[],
  rules: IdentityRules,
  piece = PIECE,
): Generator<undefined, JoinedEvidence> {
  const columns: EvidenceColumn[] = [];
  const matches: SourceMatch[] = [];
  for (const source of sources) {
    const joined = yield* joinSource(snapshot, source, rules, piece);
    columns.push(...joined.columns);
    matches.push(joined.match);
  }
  return { columns, matches };
}

interface JoinedLog {
  readonly columns: readonly EvidenceColumn[];
  readonly match: SourceMatch;
}

function* joinSource(
  snapshot: Snapshot,
  activity: ActivitySource,
  rules: IdentityRules,
  piece: number,
): Generator<undefined, JoinedLog> {
  const { log, covers } = activity;
  const { accounts, seats, asOf } = snapshot;
  const { table, words } = log;
  const source: JoinedSource = {
    ...activity.source,
    endsEarly: activity.source.asOf + activity.source.lagDays < asOf,
    monthly: activity.monthly,
  };
  const keys = yield* matchLogKeys(accounts, log.keys, rules, piece);
  let [matched, ambiguous] = [0, 0];
  for (let key = 0; key < keys.account.length; key += 1) {
    const account = keys.account[key]!;
    if (account >= 0) matched += 1;
    else if (account === SEVERAL) ambiguous += 1;
    if (key % piece === piece - 1) yield;
  }
  const gaps = yield* findGaps(snapshot, log, keys.account, piece);
  const { shared } = keys;
  const counted = { keys: log.keys.length, matched, ambiguous };
  const match: SourceMatch = { source, ...counted, gaps, shared, keyTexts: log.keys };
  if (matched === 0) return { columns: [], match };

  const groups = groupEvents(yield* eventsOf(log, piece), source.system, activity.signalKind);
  const groupOfEvent = new Map(groups.flatMap(({ events }, group) => events.map((name) => [name, group])));
  const groupOfWord = Int32Array.from(words, (word) => groupOfEvent.get(word) ?? -1);
  const types = new Map(snapshot.licenceTypes.map((name, type) => [canonicalId(name), type]));
  const typeOfWord = Int32Array.from(words, (word) =>
    word === '' ? -1 : (types.get(canonicalId(word)) ?? -1),
  );
  const covered = covers && new Set(covers.map(canonicalId));
  const isCovered = Uint8Array.from(snapshot.licenceTypes, (name) =>
    !covered || covered.has(canonicalId(name)) ? 1 : 0,
  );
  const firstSeat = yield* firstSeats(snapshot, piece);
  const isNamed = new Uint8Array(snapshot.licenceTypes.length);
  const chains = new SeriesChains(table, asOf);
  const ofAccount = new Map<number, Int32Array>();
  const ofSeat = new Map<number, Int32Array>();
  const headsOf = (heads: Map<number, Int32Array>, group: number, rows: number): Int32Array => {
    const known = heads.get(group) ?? new Int32Array(rows).fill(-1);
    heads.set(group, known);
    return known;
  };
  yield;
  let work = 0;
  for (let series = 0; series < table.count; series += 1) {
    work += 1;
    if (work >= piece) {
      yield;
      work = 0;
    }
    const type = typeOfWord[table.licenceType[series]!]!;
    if (type >= 0) isNamed[type] = 1;
    const account = keys.account[table.key[series]!]!;
    const group = groupOfWord[table.event[series]!]!;
    if (account < 0) continue;
    if (type < 0) {
      chains.add(headsOf(ofAccount, group, accounts.count), account, series);
      continue;
    }
    const [from, to] = [firstSeat[account]!, firstSeat[account + 1]!];
    work += to - from;
    for (let seat = from; seat < to; seat += 1) {
      if (seats.licenceType[seat] === type) chains.add(headsOf(ofSeat, group, seats.count), seat, series);
    }
  }

  const missing = source.endsEarly ? BLANK : NEVER;
  const columns: EvidenceColumn[] = [];
  const addColumn = function* (
    group: number,
    level: EvidenceColumn['level'],
    rows: number,
    headOf: (row: number) => number,
    missingOf: (row: number) => number,
  ): Generator<undefined, void> {
    const { header, signalKind, proposedClass } = groups[group]!;
    const values = new Int32Array(rows);
    const sourceRow = new Uint32Array(rows);
    let walked = chains.walked + piece;
    for (let row = 0; row < rows; row += 1) {
      if (row % piece === piece - 1 || chains.walked >= walked) {
        yield;
        walked = chains.walked + piece;
      }
      const head = headOf(row);
      const last = head < 0 ? undefined : chains.lastDay(head);
      values[row] = last ?? missingOf(row);
      if (last !== undefined) sourceRow[row] = chains.decidingRow(head);
    }
    columns.push({
      header,
      signalKind,
      proposedClass,
      level,
      values,
      sourceRow,
      raw: rawColumn(rows, (row) => {
        const head = headOf(row);
        const series = head < 0 ? -1 : chains.decidingSeries(head);
        return series < 0 ? '' : log.raw.at(series as RowIndex);
      }),
      historyStart: source.historyStart,
      source,
      activeDays: (row: number) => chains.daysOf(headOf(row)),
    });
  };
  const accountMissing = (account: number): number =>
    keys.doubtful[account] === 1 ? BLANK : covered ? ABSENT : missing;
  for (let group = 0; group < groups.length; group += 1) {
    const heads = ofAccount.get(group);
    const hasNames = isNamed.includes(1);
    if (heads && covered && !hasNames) {
      const typeIsCovered = (seat: number): boolean => isCovered[seats.licenceType[seat]!] === 1;
      yield* addColumn(
        group,
        'seat',
        seats.count,
        (seat) => (typeIsCovered(seat) ? heads[seats.account[seat]!]! : -1),
        (seat) =>
          !typeIsCovered(seat) ? ABSENT : keys.doubtful[seats.account[seat]!] === 1 ? BLANK : missing,
      );
    } else if (heads) {
      yield* addColumn(group, 'account', accounts.count, (account) => heads[account]!, accountMissing);
    }
    const own = ofSeat.get(group);
    if (own) {
      yield* addColumn(
        group,
        'seat',
        seats.count,
        (seat) => own[seat]!,
        (seat) => {
          const type = seats.licenceType[seat]!;
          if (isNamed[type] === 0 || isCovered[type] === 0) return ABSENT;
          return keys.doubtful[seats.account[seat]!] === 1 ? BLANK : missing;
        },
      );
    }
  }
  return { columns, match };
}

/** Event types of a stored log with how many series each has; most first, as in its receipt. */
function* eventsOf(
  { table, words }: ActivityLog,
  piece: number,
): Generator<undefined, readonly ActivityEvent[]> {
  const keys = new Uint32Array(words.length);
  const events = new Float64Array(words.length);
  for (let series = 0; series < table.count; series += 1) {
    keys[table.event[series]!]! += 1;
    events[table.event[series]!]! += table.events[series]!;
    if (series % piece === piece - 1) yield;
  }
  return words
    .map((name, word) => ({ name, keys: keys[word]!, events: events[word]! }))
    .filter((event) => event.keys > 0)
    .toSorted((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** Where the seats of each account begin, and the end of the last: seats of one account stand together. */
function* firstSeats({ accounts, seats }: Snapshot, piece: number): Generator<undefined, Uint32Array> {
  const first = new Uint32Array(accounts.count + 1);
  for (let seat = 0; seat < seats.count; seat += 1) {
    first[seats.account[seat]! + 1]! += 1;
    if (seat % piece === piece - 1) yield;
  }
  for (let account = 0; account < accounts.count; account += 1) {
    first[account + 1]! += first[account]!;
    if (account % piece === piece - 1) yield;
  }
  return first;
}

function rawColumn(length: number, at: (row: number) => string): TextColumn {
  return {
    length,
    at,
    chunk: () => {
      throw new Error('Original texts of a joined log are read one by one');
    },
  };
}

/** Accounts and seats with a joined log, as one snapshot: everything that reads evidence reads it there. */
export const withEvidence = (snapshot: Snapshot, columns: readonly EvidenceColumn[]): Snapshot =>
  columns.length === 0 ? snapshot : { ...snapshot, evidence: [...snapshot.evidence, ...columns] };
