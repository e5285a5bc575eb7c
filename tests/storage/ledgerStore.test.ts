import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fail, succeed } from '../../src/core/base/result.ts';
import { replayLedger } from '../../src/core/reclaim/replayLedger.ts';
import { verifyChain } from '../../src/core/reclaim/verifyChain.ts';
import type { WorkspaceRecord } from '../../src/core/reclaim/workspaceRecord.ts';
import { writeFact } from '../../src/core/reclaim/writeFact.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import { sha256Hex } from '../../src/storage/ledgerHash.ts';
import {
  appendEntries,
  appendWithin,
  catchUp,
  EMPTY_LEDGER,
  loadLedger,
  type Act,
  type LedgerState,
} from '../../src/storage/ledgerStore.ts';
import { contractLine, LedgerBench, opening, policy } from '../builders/ledgerBench.ts';
import { openCases } from '../../src/core/reclaim/openCases.ts';

const stamp = { actor: 'Robin Marsh', at: '2026-09-01T10:00:00+01:00' };

const open: ClientDatabase[] = [];
let clients = 0;

afterEach(async () => {
  const names = new Set(open.map(({ name }) => name));
  for (const db of open.splice(0)) db.close();
  for (const name of names) await new ClientDatabase(name.replace('fallow:', '')).delete();
});

function connect(client: string): ClientDatabase {
  const db = new ClientDatabase(client);
  open.push(db);
  return db;
}

const newClient = (): string => `client-${++clients}`;

const saveLine = (id: string): Act<never> => ({
  stamp,
  decide: () => succeed([writeFact({ kind: 'contractLineSaved', line: contractLine({ id }) })]),
});

async function appended(db: ClientDatabase, ledger: LedgerState, act: Act<never>): Promise<LedgerState> {
  const result = await appendEntries(db, ledger, act);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value.ledger;
}

describe('appendEntries', () => {
  test('stores what it answers, and loading gives the same state', async () => {
    const db = connect(newClient());
    let ledger = await appended(db, EMPTY_LEDGER, saveLine('a'));
    ledger = await appended(db, ledger, saveLine('b'));
    expect(ledger.entries.map(({ entry }) => entry.sequence)).toEqual([1, 2]);
    expect([...ledger.record.contractLines.keys()]).toEqual(['a', 'b']);
    expect(await loadLedger(db)).toEqual(ledger);
  });

  test('a refusal writes nothing', async () => {
    const db = connect(newClient());
    const refused = await appendEntries(db, EMPTY_LEDGER, { stamp, decide: () => fail('not now') });
    expect(refused).toEqual({ ok: false, failure: 'not now' });
    expect(await db.ledger.count()).toBe(0);
  });

  test('writes alongside in the same transaction: both or neither', async () => {
    const db = connect(newClient());
    const result = await appendEntries(db, EMPTY_LEDGER, saveLine('a'), async () => {
      await db.drafts.put({ key: 'mapping', value: 1 });
    });
    expect(result.ok && (await db.drafts.count())).toBe(1);
    const failing = appendEntries(
      db,
      result.ok ? result.value.ledger : EMPTY_LEDGER,
      saveLine('b'),
      async () => {
        await db.drafts.put({ key: 'other', value: 2 });
        throw new Error('disk on fire');
      },
    );
    await expect(failing).rejects.toThrow('disk on fire');
    expect(await db.ledger.count()).toBe(1);
    expect(await db.drafts.count()).toBe(1);
  });

  test('a connection that was overtaken decides again on what the other one wrote', async () => {
    const client = newClient();
    const [here, there] = [connect(client), connect(client)];
    const stale = await appended(here, EMPTY_LEDGER, saveLine('a'));
    await appended(there, await loadLedger(there), saveLine('b'));
    const seen: number[] = [];
    const result = await appendEntries(here, stale, {
      stamp,
      decide: (record: WorkspaceRecord) => {
        seen.push(record.contractLines.size);
        return succeed([writeFact({ kind: 'contractLineRemoved', id: 'b' })]);
      },
    });
    expect(seen).toEqual([1, 2]);
    expect(result.ok && result.value.added.map(({ entry }) => entry.sequence)).toEqual([3]);
    expect(result.ok && [...result.value.ledger.record.contractLines.keys()]).toEqual(['a']);
  });

  test('refuses an act that the other tab has made impossible: one open case per seat across tabs', async () => {
    const client = newClient();
    const [here, there] = [connect(client), connect(client)];
    const bench = LedgerBench.ready();
    await here.ledger.bulkAdd(
      bench.entries.map((recorded) => ({ ...recorded, sequence: recorded.entry.sequence })),
    );
    const [mine, theirs] = [await loadLedger(here), await loadLedger(there)];
    const openOne: Act<string> = {
      stamp,
      decide: (record) => {
        const { facts, refused } = openCases(record, [opening(1)], {
          actor: stamp.actor,
          workingDay: bench.workingDay,
          snapshot: 'snapshot-1',
          asOf: bench.workingDay,
          live: false,
        });
        return refused[0] ? fail(refused[0].reason) : succeed(facts);
      },
    };
    const both = await Promise.all([
      appendEntries(here, mine, openOne),
      appendEntries(there, theirs, openOne),
    ]);
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      failure: 'Case 1 is already open for this seat.',
    });
  });

  test('refuses to append to a broken ledger and names the entry', async () => {
    const db = connect(newClient());
    await appended(db, await appended(db, EMPTY_LEDGER, saveLine('a')), saveLine('b'));
    const second = (await db.ledger.get(2))!;
    await db.ledger.put({ ...second, personal: { ...second.personal, actor: 'Somebody else' } });
    const ledger = await loadLedger(db);
    expect(ledger.check).toEqual({ outcome: 'broken', sequence: 2, what: 'altered' });
    expect([...ledger.record.contractLines.keys()]).toEqual(['a']);
    expect(await appendEntries(db, ledger, saveLine('c'))).toEqual({
      ok: false,
      failure: { kind: 'ledgerBroken', sequence: 2 },
    });
    expect(await db.ledger.count()).toBe(2);
  });

  test('notices that stored entries have vanished behind its back', async () => {
    const db = connect(newClient());
    const ledger = await appended(db, await appended(db, EMPTY_LEDGER, saveLine('a')), saveLine('b'));
    await db.ledger.delete(2);
    expect(await appendEntries(db, ledger, saveLine('c'))).toMatchObject({
      failure: { kind: 'ledgerBroken' },
    });
    expect(await catchUp(db, ledger)).toMatchObject({ ok: false });
  });

  test('refuses to write into a database of a newer version', async () => {
    const client = newClient();
    const db = connect(client);
    const ledger = await appended(db, EMPTY_LEDGER, saveLine('a'));
    Object.defineProperty(db, 'backendDB', { value: () => ({ version: 30 }) });
    await expect(appendEntries(db, ledger, saveLine('b'))).rejects.toThrow('another version');
    expect(await db.ledger.count()).toBe(1);
  });
});

describe('loadLedger', () => {
  test('detects altered, removed and inserted entries when the workspace opens [RECLAIM-36]', async () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1), opening(2));
    const records = bench.entries.map((recorded) => ({ ...recorded, sequence: recorded.entry.sequence }));
    const checkOf = async (changed: typeof records) => {
      const db = connect(newClient());
      await db.ledger.bulkAdd(changed);
      return (await loadLedger(db)).check;
    };
    expect(await checkOf(records)).toEqual({ outcome: 'intact', entries: 6 });
    const third = records[2]!;
    const altered = { ...third, entry: { ...third.entry, at: '2020-01-01T00:00:00Z' } };
    expect(await checkOf(records.with(2, altered))).toEqual({
      outcome: 'broken',
      sequence: 3,
      what: 'altered',
    });
    expect(await checkOf(records.toSpliced(2, 1))).toEqual({
      outcome: 'broken',
      sequence: 3,
      what: 'removed',
    });
    const renumbered = records.slice(3).map((record) => ({ ...record, sequence: record.sequence + 1 }));
    const inserted = [...records.slice(0, 3), { ...third, sequence: 4 }, ...renumbered];
    expect(await checkOf(inserted)).toMatchObject({ outcome: 'broken', sequence: 4 });
  });

  test('an entry that reads as nothing known is named, too', async () => {
    const bench = LedgerBench.ready();
    const db = connect(newClient());
    const ledger = await appended(db, EMPTY_LEDGER, saveLine('a'));
    const odd = {
      ...writeFact({ kind: 'snapshotDeleted', snapshot: 'x', asOf: undefined, wasBaseline: false }),
      kind: 'fromTheFuture',
    };
    await expect(appendEntries(db, ledger, { stamp, decide: () => succeed([odd]) })).resolves.toEqual({
      ok: false,
      failure: { kind: 'ledgerBroken', sequence: 2 },
    });
    expect(await db.ledger.count()).toBe(1);
    expect(bench.record.policies[0]?.policy).toEqual(policy());
  });
});

describe('appendWithin', () => {
  test('joins the transaction of the caller and catches up inside it', async () => {
    const client = newClient();
    const [here, there] = [connect(client), connect(client)];
    const stale = await appended(here, EMPTY_LEDGER, saveLine('a'));
    await appended(there, await loadLedger(there), saveLine('b'));
    const result = await here.transaction('rw', here.tables, async () => {
      await here.drafts.put({ key: 'x', value: 1 });
      return appendWithin(here, stale, saveLine('c'));
    });
    expect(result.ok && [...result.value.ledger.record.contractLines.keys()]).toEqual(['a', 'b', 'c']);
    const failing = here.transaction('rw', here.tables, async () => {
      await appendWithin(here, stale, saveLine('d'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await here.ledger.count()).toBe(3);
  });
});

test('two connections appending at any pace never fork the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ tab: fc.integer({ min: 0, max: 2 }), pauses: fc.integer({ min: 0, max: 12 }) }), {
        minLength: 2,
        maxLength: 14,
      }),
      async (plan) => {
        const client = newClient();
        const tabs = [connect(client), connect(client), connect(client)];
        const work = tabs.map(async (db, tab) => {
          let ledger = EMPTY_LEDGER;
          for (const [index, step] of plan.entries()) {
            if (step.tab !== tab) continue;
            for (let turn = 0; turn < step.pauses; turn++)
              await new Promise((resolve) => setImmediate(resolve));
            ledger = await appended(db, ledger, saveLine(`${tab}-${index}`));
          }
          return ledger;
        });
        await Promise.all(work);
        const { entries, record, check } = await loadLedger(tabs[0]!);
        expect(check).toEqual({ outcome: 'intact', entries: plan.length });
        expect(verifyChain(entries, sha256Hex).outcome).toBe('intact');
        expect(record.contractLines.size).toBe(plan.length);
        expect(replayLedger(entries)).toEqual({ ok: true, value: record });
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
