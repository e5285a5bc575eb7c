import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { chainFacts } from '../../../src/core/reclaim/chainFacts.ts';
import { writeFact } from '../../../src/core/reclaim/writeFact.ts';
import { ClientDatabase, type LedgerRecord } from '../../../src/storage/database.ts';
import { nextSalt, sha256Hex } from '../../../src/storage/ledgerHash.ts';
import { listClients } from '../../../src/storage/storedClients.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { hashPolicy } from '../../../src/worker/thread/actCall.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};
let ask: AskThread;
let view: WorkspaceView;

beforeEach(async () => {
  ask = askThread();
  view = await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
});

/** Works on what is stored, past Fallow. */
async function behindItsBack<Value>(change: (db: ClientDatabase) => Promise<Value>): Promise<Value> {
  const db = new ClientDatabase(view.client.id);
  const value = await change(db);
  db.close();
  return value;
}

test('the wipe counts every case and entry that is stored, also behind a broken place', async () => {
  await ask('act', { action: { act: 'freezePolicy', policy: DEFAULT_POLICY }, stamp });
  await ask('act', { action: { act: 'createCases', seats: undefined, manualReason: undefined }, stamp });
  const whole = await ask('describeClient', { id: view.client.id });
  expect(whole.cases).toBe(458);
  await behindItsBack((db) => db.ledger.update(2, { 'entry.at': '2020-01-01T00:00:00+00:00' }));
  expect(await ask('describeClient', { id: view.client.id })).toEqual(whole);
});

test('after the only snapshot is deleted the list of clients says so', async () => {
  const lineOf = async () =>
    (await listClients()).find(({ clientId }) => clientId === view.client.id)?.stateLine;
  await ask('act', { action: { act: 'savePlan', plan: view.plan }, stamp });
  expect(await lineOf()).toMatch(/accounts loaded/);
  await ask('act', { action: { act: 'deleteSnapshot', snapshot: view.current!.snapshot }, stamp });
  expect(await lineOf()).not.toMatch(/accounts loaded/);
});

describe('an entry put in behind the last one', () => {
  /** Appends one more entry past Fallow; what the browser remembers stays as it was. */
  async function reopenWith(forge: (last: LedgerRecord, next: LedgerRecord) => LedgerRecord) {
    const remembered = { length: view.ledger.length, hash: view.ledger.head!.hash };
    await behindItsBack(async (db) => {
      const last = (await db.ledger.orderBy('sequence').last())!;
      const fact = writeFact({ kind: 'planSaved', plan: view.plan });
      const [next] = chainFacts([fact], stamp, last.entry, sha256Hex, nextSalt);
      await db.ledger.add(forge(last, { sequence: next!.entry.sequence, ...next! }));
    });
    const opened = await ask('openClient', { id: view.client.id, remembered, stamp });
    return opened.ledger.check;
  }

  test.each<[string, (last: LedgerRecord, next: LedgerRecord) => LedgerRecord]>([
    [
      'that names its place and holds nothing',
      (_, next) => ({ ...next, entry: { ...next.entry, hash: '0' } }),
    ],
    ['that copies the last', (last, next) => ({ ...last, sequence: next.sequence })],
    [
      'whose hash fits a past of its own',
      (_, next) => {
        const fact = writeFact({ kind: 'planSaved', plan: view.plan });
        const past = { sequence: next.sequence - 1, hash: 'f'.repeat(64) };
        const [forged] = chainFacts([fact], stamp, past, sha256Hex, nextSalt);
        return { sequence: next.sequence, ...forged! };
      },
    ],
  ])('%s is named as inserted [RECLAIM-36]', async (_, forge) => {
    expect(await reopenWith(forge)).toEqual({
      outcome: 'broken',
      sequence: view.ledger.length + 1,
      what: 'inserted',
    });
  });

  test('the last entry itself rewritten with its hash is altered', async () => {
    const remembered = { length: view.ledger.length, hash: view.ledger.head!.hash };
    await behindItsBack((db) => db.ledger.update(view.ledger.length, { 'entry.at': '2020-01-01T00:00:00Z' }));
    const { ledger } = await ask('openClient', { id: view.client.id, remembered, stamp });
    expect(ledger.check).toEqual({ outcome: 'broken', sequence: view.ledger.length, what: 'altered' });
  });
});

test('a version is known by its rules: free texts leave its hash as it is, and a rule does not', () => {
  const off = (reason: string) => ({ ...DEFAULT_POLICY, checksOff: [{ check: 'tenure', reason }] as const });
  expect(hashPolicy({ ...off('one'), name: 'A', ownerTeam: 'B' })).toBe(hashPolicy(off('other')));
  expect(hashPolicy(off('one'))).not.toBe(hashPolicy(DEFAULT_POLICY));
  expect(hashPolicy({ ...DEFAULT_POLICY, graceDays: 15 })).not.toBe(hashPolicy(DEFAULT_POLICY));
});
