import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pseudonymOf } from '../../src/core/reclaim/pseudonymOf.ts';
import {
  createClient,
  describeClient,
  openClient,
  saveStateLine,
  wipeClient,
  type OpenedClient,
} from '../../src/storage/clientStore.ts';
import { databaseName } from '../../src/storage/databaseName.ts';
import { loadDraft, saveDraft } from '../../src/storage/draftStore.ts';
import type { LostReason } from '../../src/storage/giveWay.ts';
import { listClients } from '../../src/storage/storedClients.ts';
import { hmacHexUnder } from '../../src/storage/ledgerHash.ts';

const stamp = { actor: 'Robin Marsh', at: '2026-09-01T10:00:00+01:00' };
const larkfield = { name: 'Larkfield', timeZone: 'Europe/London', fiscalYearStart: 4, sample: false };

let opened: OpenedClient[];
let lost: LostReason[];
const onLost = (why: LostReason): void => void lost.push(why);

beforeEach(() => {
  opened = [];
  lost = [];
});

afterEach(async () => {
  for (const { db } of opened) db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function create(name: string, at = stamp.at): Promise<OpenedClient> {
  const client = await createClient({ ...larkfield, name }, { ...stamp, at }, onLost);
  opened.push(client);
  return client;
}

describe('clients', () => {
  test('a new client has its own database with one ledger entry', async () => {
    const { about, ledger, db } = await create('Larkfield');
    expect(about).toMatchObject({ ...larkfield, createdAt: stamp.at });
    expect(about.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(ledger.record.client).toMatchObject({ kind: 'workspaceCreated', ...larkfield });
    expect(await db.ledger.count()).toBe(1);
    expect(await Dexie.getDatabaseNames()).toContain(databaseName(about.clientId));
  });

  test('opens with the same ledger and notes when', async () => {
    const created = await create('Larkfield');
    created.db.close();
    const again = await openClient(created.about.clientId, '2026-09-02T09:00:00+01:00', onLost);
    if (!again.ok) throw new Error(again.failure.kind);
    opened.push(again.value);
    expect(again.value.ledger).toEqual(created.ledger);
    expect(again.value.about).toEqual({ ...created.about, lastOpenedAt: '2026-09-02T09:00:00+01:00' });
  });

  test('lists clients, the last opened first, with their lines', async () => {
    const first = await create('First', '2026-09-01T10:00:00+01:00');
    await create('Second', '2026-09-03T10:00:00+01:00');
    await saveStateLine(first.db, '48 waiting for managers');
    expect((await listClients()).map(({ name, stateLine }) => [name, stateLine])).toEqual([
      ['Second', ''],
      ['First', '48 waiting for managers'],
    ]);
  });

  test('nothing is shared between clients: secrets and so pseudonyms differ [APP-08]', async () => {
    const [first, second] = [await create('First'), await create('Second')];
    await saveDraft(first.db, 'mapping', { a: 1 });
    expect(await loadDraft(second.db, 'mapping')).toBeUndefined();
    const [here, there] = [first, second].map(({ about }) =>
      pseudonymOf('ada@x.example', hmacHexUnder(about.secret)),
    );
    expect(here).not.toBe(there);
  });

  test('a client that is not there is said to be missing, and none is made by asking', async () => {
    expect(await openClient('nobody', stamp.at, onLost)).toEqual({
      ok: false,
      failure: { kind: 'clientMissing' },
    });
    expect(await describeClient('nobody')).toEqual({ ok: false, failure: { kind: 'clientMissing' } });
    expect(await wipeClient('nobody', 'x')).toEqual({ ok: false, failure: { kind: 'clientMissing' } });
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  test('a database that lost its contents is missing, not new', async () => {
    const { about, db } = await create('Larkfield');
    await db.about.clear();
    db.close();
    expect(await openClient(about.clientId, stamp.at, onLost)).toMatchObject({
      failure: { kind: 'clientMissing' },
    });
    expect(await listClients()).toEqual([]);
  });
});

describe('wiping', () => {
  test('needs the exact name, deletes the database and leaves the others alone [APP-08]', async () => {
    const [first, second] = [await create('First'), await create('Second')];
    expect(await describeClient(first.about.clientId)).toMatchObject({
      value: { name: 'First', snapshots: 0 },
    });
    expect(await wipeClient(first.about.clientId, 'first')).toEqual({
      ok: false,
      failure: { kind: 'nameDiffers' },
    });
    expect((await listClients()).length).toBe(2);
    expect(await wipeClient(first.about.clientId, 'First')).toEqual({ ok: true, value: { name: 'First' } });
    expect(await Dexie.getDatabaseNames()).toEqual([databaseName(second.about.clientId)]);
  });

  test('other tabs of the client give way and do not bring it back', async () => {
    const { about, db } = await create('Larkfield');
    expect(await wipeClient(about.clientId, 'Larkfield')).toMatchObject({ ok: true });
    expect(lost).toEqual(['wiped']);
    await expect(db.ledger.count()).rejects.toThrow();
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });
});

describe('another version', () => {
  test('gives way to a newer Fallow and is not opened again behind its back', async () => {
    const { about, db } = await create('Larkfield');
    const newer = new Dexie(databaseName(about.clientId));
    newer.version(3).stores({ about: 'key', extra: 'id' });
    await newer.open();
    expect(lost).toEqual(['newerVersion']);
    await expect(db.drafts.put({ key: 'a', value: 1 })).rejects.toThrow();
    newer.close();
    expect(await openClient(about.clientId, stamp.at, onLost)).toEqual({
      ok: false,
      failure: { kind: 'otherTabNewer' },
    });
    expect(await describeClient(about.clientId)).toMatchObject({ failure: { kind: 'otherTabNewer' } });
    expect((await listClients()).map(({ name }) => name)).toEqual(['Larkfield']);
    const stored = (await indexedDB.databases()).find(({ name }) => name === databaseName(about.clientId));
    expect(stored?.version).toBe(30);
  });
});

describe('an older version', () => {
  /** The client as the first version stored it: the stores of today but for the later one. Resolves to its connection. */
  async function holdAsFirstVersion({ about, db }: OpenedClient): Promise<IDBDatabase> {
    const entries = await db.ledger.toArray();
    db.close();
    await Dexie.delete(databaseName(about.clientId));
    const old = new Dexie(databaseName(about.clientId));
    old.version(1).stores({
      about: 'key',
      snapshots: 'id',
      chunks: '[snapshot+column+chunk], snapshot',
      staging: 'snapshot',
      ledger: 'sequence',
      drafts: 'key',
    });
    await old.open();
    await old.table('about').put(about);
    await old.table('ledger').bulkPut(entries);
    old.close();
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(databaseName(about.clientId), 10);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  }

  test('that another tab does not let go of is said to be held, and opens by itself once it is let go', async () => {
    const created = await create('Larkfield');
    const holder = await holdAsFirstVersion(created);
    let held = 0;
    const opening = openClient(created.about.clientId, stamp.at, onLost, () => (held += 1));
    await vi.waitFor(() => expect(held).toBe(1));
    holder.close();
    const again = await opening;
    if (!again.ok) throw new Error(again.failure.kind);
    opened.push(again.value);
    expect(again.value.ledger.entries).toEqual(created.ledger.entries);
    expect(again.value.db.backendDB().version).toBe(20);
    expect(held).toBe(1);
  });

  test('is described as it is stored, without waiting for who holds it', async () => {
    const created = await create('Larkfield');
    const holder = await holdAsFirstVersion(created);
    expect(await describeClient(created.about.clientId)).toMatchObject({
      value: { name: 'Larkfield', snapshots: 0, ledger: { entries: created.ledger.entries } },
    });
    expect(holder.version).toBe(10);
    holder.close();
  });
});

describe('drafts', () => {
  test('are kept and replaced', async () => {
    const { db } = await create('Larkfield');
    expect(await loadDraft(db, 'policy')).toBeUndefined();
    await saveDraft(db, 'policy', { dormancy: 60 });
    await saveDraft(db, 'policy', { dormancy: 75 });
    expect(await loadDraft(db, 'policy')).toEqual({ dormancy: 75 });
  });
});
