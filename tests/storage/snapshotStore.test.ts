import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../src/core/base/brand.ts';
import { canonicalId } from '../../src/core/ingest/canonicalId.ts';
import { SnapshotBuilder } from '../../src/core/inventory/snapshotBuilder.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import type { Locks } from '../../src/storage/importLock.ts';
import { SnapshotStage } from '../../src/storage/snapshotStage.ts';
import {
  cleanOrphans,
  deleteSnapshot,
  listSnapshots,
  loadRejectedRows,
  loadSnapshot,
  REJECTED_COLUMN,
} from '../../src/storage/snapshotStore.ts';
import { utf8Codec } from '../../src/storage/utf8Codec.ts';
import { column, LAYOUT_FACTS, planOf, userRow } from '../core/inventory/userRows.ts';
import { eachInOwnDatabase, IMPORTED_AT } from '../support/importSetting.ts';

const PLAN = planOf([
  column('email'),
  column('lastAction', { signalKind: 'action', proposedClass: 'meaningful' }),
]);
let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

/** Locks of one browser: a name is held by one at a time. */
function createLocks(): Locks {
  const held = new Set<string>();
  const request = async (name: string, ...rest: unknown[]): Promise<unknown> => {
    const act = rest.at(-1) as (lock: unknown) => Promise<unknown>;
    const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
    if (held.has(name)) {
      if (options.ifAvailable) return act(null);
      throw new Error('This test never waits for a lock');
    }
    held.add(name);
    try {
      return await act({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request } as Locks;
}

async function stageRows(
  id: string,
  count: number,
  locks?: Locks,
): Promise<{ stage: SnapshotStage; head: Parameters<SnapshotStage['commit']>[0] }> {
  const stage = await SnapshotStage.begin(db, id, IMPORTED_AT, locks);
  const builder = new SnapshotBuilder(PLAN, { codec: utf8Codec, canonicalId, sink: stage, chunkRows: 4 });
  for (let row = 0; row < count; row += 1) {
    builder.add(
      userRow({ fileRow: row + 2, accountId: `a${row}`, email: `ü${row}@example.org`, evidenceDays: [row] }),
    );
  }
  const { tables, summary } = await builder.finish();
  const layout = {
    ...LAYOUT_FACTS,
    ...tables,
    id,
    source: { ...LAYOUT_FACTS.source, sha256: id.padEnd(64, '0') },
  };
  const list = {
    system: 'generic',
    accounts: summary.accounts,
    licenceTypes: ['Fulfiller'],
    units: summary.units,
  };
  return { stage, head: { layout, summary: list, receipt: { accounts: summary.accounts } } };
}

async function importRows(id: string, count: number): Promise<void> {
  const { stage, head } = await stageRows(id, count);
  const outcome = await stage.commit(head, () => Promise.resolve());
  expect(outcome.kind).toBe('committed');
}

const everything = async (): Promise<unknown> =>
  Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));

test('what was committed is loaded again, numbers first and texts on demand [LOAD-03]', async () => {
  await importRows('s1', 11);
  const loaded = await loadSnapshot(db, 's1');
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  const { snapshot, loadTexts, head } = loaded.value;
  expect(head.sequence).toBe(1);
  expect([...snapshot.evidence[0]!.values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(() => snapshot.accounts.email?.at(0 as RowIndex)).toThrow('before it was loaded');
  expect(await loadTexts(['account.email'])).toEqual({ ok: true, value: null });
  expect(snapshot.accounts.email?.at(9 as RowIndex)).toBe('ü9@example.org');
  expect(await loadTexts()).toEqual({ ok: true, value: null });
  expect(snapshot.accounts.accountId.at(10 as RowIndex)).toBe('a10');
});

test('snapshots are listed in the order of import [LOAD-34]', async () => {
  for (const id of ['zz', 'mm', 'aa']) await importRows(id, 2);
  const heads = await listSnapshots(db);
  expect(heads.ok && heads.value.map(({ layout }) => layout.id)).toEqual(['zz', 'mm', 'aa']);
});

describe('whole or not at all', () => {
  test('nothing is seen before the commit, and a discarded import leaves nothing [LOAD-02]', async () => {
    await importRows('s1', 5);
    const before = await everything();
    const { stage } = await stageRows('s2', 30);
    await stage.settled();
    const heads = await listSnapshots(db);
    expect(heads.ok && heads.value).toHaveLength(1);
    expect(await db.chunks.where('snapshot').equals('s2').count()).toBeGreaterThan(20);
    await stage.discard();
    expect(await everything()).toEqual(before);
  });

  test('when the entry that belongs to it fails, the snapshot is not there either', async () => {
    const { stage, head } = await stageRows('s1', 5);
    await expect(
      stage.commit(head, () => db.ledger.get(1).then(() => Promise.reject(new Error('head moved')))),
    ).rejects.toThrow('head moved');
    expect(await db.snapshots.count()).toBe(0);
    await stage.discard();
    expect(await db.chunks.count()).toBe(0);
  });

  test('the same bytes are not kept a second time, even when two tabs race [LOAD-11]', async () => {
    await importRows('s1', 5);
    const before = await everything();
    const { stage, head } = await stageRows('s2', 5);
    const source = { ...head.layout.source, sha256: 's1'.padEnd(64, '0') };
    const outcome = await stage.commit({ ...head, layout: { ...head.layout, source } }, () =>
      Promise.resolve(),
    );
    expect(outcome).toMatchObject({ kind: 'duplicate', head: { layout: { id: 's1' } } });
    expect(await everything()).toEqual(before);
  });

  test('the same bytes are kept beside a snapshot that they are to replace, and no other [LOAD-11]', async () => {
    await importRows('s1', 5);
    const { stage, head } = await stageRows('s2', 5);
    const source = { ...head.layout.source, sha256: 's1'.padEnd(64, '0') };
    const same = { ...head, layout: { ...head.layout, source } };
    const outcome = await stage.commit(same, () => Promise.resolve(), { replaced: new Set(['s1']) });
    expect(outcome.kind).toBe('committed');
    const third = await stageRows('s3', 5);
    const again = { ...third.head, layout: { ...third.head.layout, source } };
    expect(
      await third.stage.commit(again, () => Promise.resolve(), { replaced: new Set(['s1']) }),
    ).toMatchObject({
      kind: 'duplicate',
      head: { layout: { id: 's2' } },
    });
  });

  test('a failed write is not swallowed', async () => {
    const { stage, head } = await stageRows('s1', 5);
    await stage.settled();
    db.close();
    stage.write('account.email', 9, new Uint8Array(4));
    await expect(stage.commit(head, () => Promise.resolve())).rejects.toThrow();
    await db.open();
    expect(await db.snapshots.count()).toBe(0);
  });
});

describe('orphans', () => {
  test('chunks of a dead import are removed at the next opening, those of a live one stay', async () => {
    const locks = createLocks();
    await importRows('kept', 5);
    const before = await everything();
    await (await stageRows('dead', 9)).stage.settled();
    const alive = await stageRows('alive', 9, locks);
    await alive.stage.settled();

    expect(await cleanOrphans(db, locks)).toBe(1);
    expect(await db.staging.toCollection().primaryKeys()).toEqual(['alive']);
    expect((await alive.stage.commit(alive.head, () => Promise.resolve())).kind).toBe('committed');
    expect(await cleanOrphans(db, locks)).toBe(0);
    await deleteSnapshot(db, 'alive', () => Promise.resolve());
    expect(await everything()).toEqual(before);
  });

  test('a deletion that stopped half-way is finished later', async () => {
    await importRows('s1', 40);
    await db.snapshots.delete('s1');
    expect(await cleanOrphans(db, undefined)).toBe(1);
    expect(await db.chunks.count()).toBe(0);
  });
});

test('deleting a snapshot and its entry is one step; its columns follow', async () => {
  await importRows('s1', 40);
  await importRows('s2', 3);
  await expect(deleteSnapshot(db, 's1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await loadSnapshot(db, 's1')).ok).toBe(true);
  await deleteSnapshot(db, 's1', () => Promise.resolve());
  expect(await loadSnapshot(db, 's1')).toEqual({ ok: false, failure: { kind: 'missing', snapshot: 's1' } });
  expect(await db.chunks.where('snapshot').equals('s1').count()).toBe(0);
  expect((await loadSnapshot(db, 's2')).ok).toBe(true);
});

describe('stored records are checked', () => {
  test('a newer format is refused untouched', async () => {
    await importRows('s1', 3);
    await db.snapshots.update('s1', { formatVersion: 2 });
    const before = await everything();
    const problem = { ok: false, failure: { kind: 'newerFormat', snapshot: 's1', format: 2 } };
    expect(await loadSnapshot(db, 's1')).toEqual(problem);
    expect(await listSnapshots(db)).toEqual(problem);
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['head', null],
    ['layout', { layout: {}, summary: {}, receipt: {} }],
  ])('a head with a damaged %s is named', async (part, head) => {
    await importRows('s1', 3);
    await db.snapshots.update('s1', { head });
    expect(await loadSnapshot(db, 's1')).toEqual({
      ok: false,
      failure: { kind: 'damaged', snapshot: 's1', part },
    });
  });

  test('a missing or damaged chunk is named', async () => {
    await importRows('s1', 9);
    await db.chunks.delete(['s1', 'account.email', 1]);
    const loaded = await loadSnapshot(db, 's1');
    expect(loaded.ok && (await loaded.value.loadTexts())).toEqual({
      ok: false,
      failure: { kind: 'damaged', snapshot: 's1', part: 'account.email' },
    });
    await db.chunks.delete(['s1', 'seat.account', 0]);
    expect(await loadSnapshot(db, 's1')).toEqual({
      ok: false,
      failure: { kind: 'damaged', snapshot: 's1', part: 'seat.account' },
    });
  });
});

test('rejected rows are kept with the snapshot and read back in order [LOAD-33]', async () => {
  const { stage, head } = await stageRows('s1', 3);
  ['2,ä\r\n', '5,b\r\n'].forEach((line, chunk) => {
    stage.write(REJECTED_COLUMN, chunk, new TextEncoder().encode(line));
  });
  await stage.commit(head, () => Promise.resolve());
  expect(await loadRejectedRows(db, 's1')).toBe('2,ä\r\n5,b\r\n');
  await importRows('s2', 3);
  expect(await loadRejectedRows(db, 's2')).toBe('');
});
