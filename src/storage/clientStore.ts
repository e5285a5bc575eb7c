import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { Dexie } from 'dexie';
import { fail, succeed, type Result } from '../core/base/result.ts';
import type { EntryStamp } from '../core/reclaim/ledgerEntry.ts';
import { writeFact } from '../core/reclaim/writeFact.ts';
import { ClientDatabase, type AboutRecord, type LedgerRecord } from './database.ts';
import { databaseName } from './databaseName.ts';
import { isOwnVersion, nativeVersion } from './databaseVersion.ts';
import { nextSecret } from './ledgerHash.ts';
import { giveWay, type LostReason } from './giveWay.ts';
import { appendWithin, EMPTY_LEDGER, ledgerOf, loadLedger, type LedgerState } from './ledgerStore.ts';
import { readStored } from './readStored.ts';
import { browserStorage, findStored, readAbout } from './storedClients.ts';

/** What a new client is made from. */
export interface NewClient {
  readonly name: string;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  readonly sample: boolean;
}

/** A client whose database is open in this tab. */
export interface OpenedClient {
  readonly db: ClientDatabase;
  readonly about: AboutRecord;
  readonly ledger: LedgerState;
}

export type OpenFailure = { readonly kind: 'clientMissing' } | { readonly kind: 'otherTabNewer' };

export type WipeFailure =
  { readonly kind: 'clientMissing' } | { readonly kind: 'nameDiffers' } | { readonly kind: 'heldByTab' };

/** How long a deletion waits for other tabs to let go. Milliseconds. */
const DELETE_PATIENCE = 8_000;

/** Makes the database of a new client with its first ledger entry, in one transaction. */
export async function createClient(
  client: NewClient,
  stamp: EntryStamp,
  onLost: (why: LostReason) => void,
): Promise<OpenedClient> {
  const clientId = bytesToHex(randomBytes(8));
  const { name, timeZone, fiscalYearStart, sample } = client;
  const about: AboutRecord = {
    key: 'about',
    clientId,
    name,
    timeZone,
    fiscalYearStart,
    sample,
    createdAt: stamp.at,
    secret: nextSecret(),
    stateLine: '',
    lastOpenedAt: stamp.at,
  };
  const db = new ClientDatabase(clientId);
  giveWay(db, onLost);
  try {
    const ledger = await db.transaction('rw', db.about, db.ledger, async () => {
      await db.about.add(about);
      const act = { stamp, decide: () => succeed([writeFact({ kind: 'workspaceCreated', ...client })]) };
      const appended = await appendWithin(db, EMPTY_LEDGER, act);
      if (!appended.ok) throw new Error('The ledger of a new client is not empty.');
      return appended.value.ledger;
    });
    return { db, about, ledger };
  } catch (error) {
    db.close();
    await Dexie.delete(databaseName(clientId));
    throw error;
  }
}

/**
 * Opens a client: its database, verified and replayed ledger. The opening is noted with the client, not in the ledger.
 * `onHeld`: another tab holds the database in an older version and does not let go; the opening waits until it does.
 */
export async function openClient(
  id: string,
  openedAt: string,
  onLost: (why: LostReason) => void,
  onHeld: () => void = () => undefined,
): Promise<Result<OpenedClient, OpenFailure>> {
  const refused = await whyNotOpened(id);
  if (refused !== undefined) return fail(refused);
  const db = new ClientDatabase(id);
  giveWay(db, onLost);
  db.on('blocked', () => {
    onHeld();
    return false;
  });
  try {
    await db.open();
    if (!isOwnVersion(db)) {
      db.close();
      return fail({ kind: 'otherTabNewer' });
    }
    const about = await db.about.get('about');
    if (about === undefined) {
      db.close();
      return fail({ kind: 'clientMissing' });
    }
    const opened = { ...about, lastOpenedAt: openedAt };
    const [ledger] = await Promise.all([loadLedger(db), db.about.put(opened)]);
    return succeed({ db, about: opened, ledger });
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Renews the line shown in the list of recent clients. */
export async function saveStateLine(db: ClientDatabase, stateLine: string): Promise<void> {
  await db.about.update('about', { stateLine });
}

/** What a wipe would delete, for the question before it. Read as it is stored: an older version is not changed. */
export async function describeClient(
  id: string,
): Promise<
  Result<{ readonly name: string; readonly snapshots: number; readonly ledger: LedgerState }, OpenFailure>
> {
  const refused = await whyNotOpened(id);
  if (refused !== undefined) return fail(refused);
  const about = await readAbout(id);
  const stored = await readStored(browserStorage(), databaseName(id), (records) =>
    Promise.all([
      records.read<LedgerRecord[]>('ledger', (ledger) => ledger.getAll()),
      records.read('snapshots', (snapshots) => snapshots.count()),
    ]),
  );
  if (about === undefined || stored === undefined) return fail({ kind: 'clientMissing' });
  const [entries, snapshots] = stored;
  return succeed({ name: about.name, snapshots, ledger: ledgerOf(entries) });
}

/**
 * Deletes everything of a client after its name was typed exactly, and checks that it is gone. Open connections of
 * other tabs give way; one that does not is answered with `heldByTab`.
 */
export async function wipeClient(
  id: string,
  typedName: string,
): Promise<Result<{ readonly name: string }, WipeFailure>> {
  const name = (await findStored(id)) && (await readAbout(id))?.name;
  if (name === undefined) return fail({ kind: 'clientMissing' });
  if (typedName.normalize('NFC') !== name.normalize('NFC')) return fail({ kind: 'nameDiffers' });
  const db = new Dexie(databaseName(id));
  // Other tabs are closing their connections at this moment: a wait, and nothing to be warned of.
  db.on('blocked', () => false);
  const isDeleted = await withPatience(db.delete());
  if (!isDeleted || (await findStored(id))) return fail({ kind: 'heldByTab' });
  return succeed({ name });
}

/** A database of a newer version is refused before it is touched: opening it might change it. */
async function whyNotOpened(id: string): Promise<OpenFailure | undefined> {
  const stored = await findStored(id);
  if (stored === undefined) return { kind: 'clientMissing' };
  const own = nativeVersion(new ClientDatabase(id));
  return stored.version !== undefined && stored.version > own ? { kind: 'otherTabNewer' } : undefined;
}

async function withPatience(deletion: PromiseLike<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outOfPatience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DELETE_PATIENCE);
  });
  try {
    return await Promise.race([Promise.resolve(deletion).then(() => true), outOfPatience]);
  } finally {
    clearTimeout(timer);
  }
}
