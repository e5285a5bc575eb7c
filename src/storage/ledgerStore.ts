import { fail, succeed, type Result } from '../core/base/result.ts';
import { chainFacts, entriesOfAct } from '../core/reclaim/chainFacts.ts';
import type { EntryStamp, LedgerFact, PersonalPart, RecordedEntry } from '../core/reclaim/ledgerEntry.ts';
import { replayLedger, replayOnto } from '../core/reclaim/replayLedger.ts';
import { verifyChain, type ChainCheck } from '../core/reclaim/verifyChain.ts';
import { EMPTY_RECORD, type WorkspaceRecord } from '../core/reclaim/workspaceRecord.ts';
import type { ClientDatabase, LedgerRecord } from './database.ts';
import { isOwnVersion } from './databaseVersion.ts';
import { nextSalt, sha256Hex } from './ledgerHash.ts';
import { OtherVersionError } from './storageFailure.ts';

/** A ledger in memory: its entries and what they replay to. Replaced whole after every recorded act. */
export interface LedgerState {
  readonly entries: readonly RecordedEntry[];
  /** Replay of the entries; of those before the break when the chain is broken. */
  readonly record: WorkspaceRecord;
  readonly check: ChainCheck;
}

export const EMPTY_LEDGER: LedgerState = {
  entries: [],
  record: EMPTY_RECORD,
  check: { outcome: 'intact', entries: 0 },
};

/** The ledger does not hold together, or an entry cannot be read: nothing may be appended to it. */
export interface LedgerBroken {
  readonly kind: 'ledgerBroken';
  readonly sequence: number;
}

/** One act: who and when, and what it records, decided anew on every state of the ledger that it meets. */
export interface Act<Refused> {
  readonly stamp: EntryStamp;
  readonly decide: (record: WorkspaceRecord) => Result<readonly LedgerFact[], Refused>;
}

/** How a long act lets a cancel in and tells how far it is: entries made ready or stored, of all. Either may throw. */
export interface ActPace {
  /** Awaited outside the transaction. */
  breathe(done: number, of: number): Promise<void>;
  /** Called inside it, which must not wait for anything but the database. */
  stored(done: number, of: number): void;
}

/** An act that takes its time; what it decides may be decided in parts. */
export interface PacedAct<Refused> {
  readonly stamp: EntryStamp;
  readonly decide: (
    record: WorkspaceRecord,
  ) => Result<readonly LedgerFact[], Refused> | Promise<Result<readonly LedgerFact[], Refused>>;
  readonly pace?: ActPace | undefined;
}

/** Entries written without hearing a cancel. */
const PIECE = 200;
/** Entries replayed in one go; each go copies what the record holds. */
const REPLAYED_AT_ONCE = 2_000;

export interface Appended {
  readonly ledger: LedgerState;
  /** What this act added; empty when it had nothing to record. */
  readonly added: readonly RecordedEntry[];
}

/** Reads the whole ledger, verifies its chain and replays it. A broken chain is an answer, not an error. */
export const loadLedger = async (db: ClientDatabase): Promise<LedgerState> =>
  ledgerOf(await db.ledger.orderBy('sequence').toArray());

/** The ledger that stored records make up, in the order of their numbers. */
export function ledgerOf(records: readonly LedgerRecord[]): LedgerState {
  const entries = records.map(entryOf);
  const check = checkStored(entries);
  const sound = check.outcome === 'intact' ? entries : entries.slice(0, check.sequence - 1);
  const replayed = replayLedger(sound);
  if (replayed.ok) return { entries, record: replayed.value, check };
  const { sequence } = replayed.failure;
  const before = replayLedger(sound.slice(0, sequence - 1));
  const record = before.ok ? before.value : EMPTY_RECORD;
  return { entries, record, check: { outcome: 'broken', sequence, what: 'altered' } };
}

/**
 * Verifies stored entries. An export may leave personal parts out; what is stored must have them, so an entry that
 * lost its part has been altered.
 */
function checkStored(entries: readonly RecordedEntry[]): ChainCheck {
  const check = verifyChain(entries, sha256Hex);
  const bare = entries.findIndex(({ personal }) => (personal as PersonalPart | undefined) === undefined);
  if (bare < 0 || (check.outcome === 'broken' && check.sequence <= bare + 1)) return check;
  return { outcome: 'broken', sequence: bare + 1, what: 'altered' };
}

/**
 * Records an act: hashes first, then checks head and version and writes in one read-write transaction. When another
 * tab was faster, its entries are read, the act is decided again on the new state and hashed again: two connections
 * never fork the ledger. `alongside` writes further records in the same transaction, once, and may await nothing but
 * this database. An act is recorded whole or not at all.
 */
export async function appendEntries<Refused>(
  db: ClientDatabase,
  ledger: LedgerState,
  act: PacedAct<Refused>,
  alongside?: () => Promise<void>,
): Promise<Result<Appended, Refused | LedgerBroken>> {
  let state = ledger;
  for (;;) {
    const built = await buildPaced(state, act);
    if (!built.ok) return built;
    const { added } = built.value;
    const isWritten = await db.transaction('rw', alongside ? db.tables : [db.ledger], async () => {
      requireOwnVersion(db);
      if (!(await endsWith(db, state))) return false;
      for (let done = 0; done < added.length; done += PIECE) {
        await db.ledger.bulkAdd(added.slice(done, done + PIECE).map(recordOf));
        act.pace?.stored(Math.min(done + PIECE, added.length), added.length);
      }
      if (alongside) await alongside();
      return true;
    });
    if (isWritten) return built;
    const caughtUp = await catchUp(db, state);
    if (!caughtUp.ok) return caughtUp;
    state = caughtUp.value;
  }
}

/**
 * The same inside a read-write transaction that the caller has begun and that covers the ledger, such as the one that
 * makes a snapshot visible. A refusal writes nothing; whether the outer transaction goes on is the caller's choice.
 */
export async function appendWithin<Refused>(
  db: ClientDatabase,
  ledger: LedgerState,
  act: Act<Refused>,
): Promise<Result<Appended, Refused | LedgerBroken>> {
  requireOwnVersion(db);
  const current = (await endsWith(db, ledger)) ? succeed(ledger) : await catchUp(db, ledger);
  if (!current.ok) return current;
  const built = build(current.value, act);
  if (built.ok) await db.ledger.bulkAdd(built.value.added.map(recordOf));
  return built;
}

/** The state with the entries that other connections have added meanwhile. */
export async function catchUp(
  db: ClientDatabase,
  ledger: LedgerState,
): Promise<Result<LedgerState, LedgerBroken>> {
  const { end } = ledger.record;
  const newer = (await db.ledger.where('sequence').above(end.sequence).sortBy('sequence')).map(entryOf);
  if (ledger.check.outcome === 'broken') return broken(ledger.check.sequence);
  if (newer.length === 0) {
    // The stored ledger ends earlier than this tab knows it: entries were lost or removed.
    return (await endsWith(db, ledger)) ? succeed(ledger) : broken(end.sequence);
  }
  const check = verifyChain(newer, sha256Hex, end);
  if (check.outcome === 'broken') return broken(check.sequence);
  return extend(ledger, newer);
}

function build<Refused>(
  ledger: LedgerState,
  { stamp, decide }: Act<Refused>,
): Result<Appended, Refused | LedgerBroken> {
  if (ledger.check.outcome === 'broken') return broken(ledger.check.sequence);
  const facts = decide(ledger.record);
  if (!facts.ok) return facts;
  const added = chainFacts(facts.value, stamp, ledger.record.end, sha256Hex, nextSalt);
  const extended = extend(ledger, added);
  return extended.ok ? succeed({ ledger: extended.value, added }) : extended;
}

/** As `build`, in parts with a pause between them. Nothing is kept of an act that is given up on the way. */
async function buildPaced<Refused>(
  ledger: LedgerState,
  { stamp, decide, pace }: PacedAct<Refused>,
): Promise<Result<Appended, Refused | LedgerBroken>> {
  if (ledger.check.outcome === 'broken') return broken(ledger.check.sequence);
  const facts = await decide(ledger.record);
  if (!facts.ok) return facts;
  const entryOfFact = entriesOfAct(stamp, ledger.record.end, sha256Hex, nextSalt);
  const added: RecordedEntry[] = [];
  let { record } = ledger;
  let replayed = 0;
  for (const fact of facts.value) {
    added.push(entryOfFact(fact));
    await pace?.breathe(added.length, facts.value.length);
    if (added.length - replayed < REPLAYED_AT_ONCE && added.length < facts.value.length) continue;
    const further = replayOnto(record, added.slice(replayed));
    if (!further.ok) return broken(further.failure.sequence);
    record = further.value;
    replayed = added.length;
  }
  const entries = [...ledger.entries, ...added];
  const check = { outcome: 'intact', entries: entries.length } as const;
  return succeed({ ledger: { entries, record, check }, added });
}

function extend(ledger: LedgerState, added: readonly RecordedEntry[]): Result<LedgerState, LedgerBroken> {
  const replayed = replayOnto(ledger.record, added);
  if (!replayed.ok) return broken(replayed.failure.sequence);
  const entries = [...ledger.entries, ...added];
  return succeed({ entries, record: replayed.value, check: { outcome: 'intact', entries: entries.length } });
}

/** Whether the stored ledger ends exactly where this state ends. */
async function endsWith(db: ClientDatabase, { record: { end } }: LedgerState): Promise<boolean> {
  const last = await db.ledger.orderBy('sequence').last();
  return last === undefined
    ? end.sequence === 0
    : last.sequence === end.sequence && last.entry.hash === end.hash;
}

/** Dexie opens a database of a newer version without a word; writing old shapes into it must not happen. */
function requireOwnVersion(db: ClientDatabase): void {
  if (!isOwnVersion(db)) {
    throw new OtherVersionError('The database of this client has another version than this Fallow writes.');
  }
}

const recordOf = ({ entry, personal }: RecordedEntry): LedgerRecord => ({
  sequence: entry.sequence,
  entry,
  personal,
});

/** A record kept under another number than its entry's is an altered entry: with that number its hash cannot fit. */
const entryOf = ({ sequence, entry, personal }: LedgerRecord): RecordedEntry => ({
  entry: entry.sequence === sequence ? entry : { ...entry, sequence },
  personal,
});

const broken = (sequence: number): { readonly ok: false; readonly failure: LedgerBroken } =>
  fail({ kind: 'ledgerBroken', sequence });
