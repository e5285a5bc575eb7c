import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ClientDatabase } from '../../../src/storage/database.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadKind } from '../../support/loadFiles.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';

const LIST = ['ann,Agent,2024-01-02,2025-03-01'];
const NEXT = [...LIST, 'bob,Agent,2024-01-02,2026-05-01'];
const ROSTER = ['employee_number,full_name,email,unit_id', '7,Ann Holm,ann@larkfield.example,U-1'];

let ask: AskThread;
let view: WorkspaceView;

beforeEach(async () => {
  ask = askThread();
  view = await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  await loadMonth(ask, '2026-05-31', LIST);
});

describe('where the ledger does not hold', () => {
  let other: AskThread;

  beforeEach(async () => {
    const db = new ClientDatabase(view.client.id);
    await db.ledger.update(2, { 'entry.at': '2020-01-01T00:00:00+00:00' });
    db.close();
    other = askThread();
    await other('openClient', { id: view.client.id, remembered: undefined, stamp: STAMP });
  });

  test('a list is refused with the entry that does not hold, and nothing of it is kept', async () => {
    await expect(loadMonth(other, '2026-06-30', NEXT)).rejects.toThrow(/"kind":"ledgerBroken","sequence":2/);
    const db = new ClientDatabase(view.client.id);
    expect([await db.snapshots.count(), await db.staging.count()]).toEqual([1, 0]);
    db.close();
  });

  test('so is a file of any other kind', async () => {
    await expect(loadKind(other, 'roster', '2026-06-30', ROSTER)).rejects.toThrow(/"kind":"ledgerBroken"/);
    const db = new ClientDatabase(view.client.id);
    expect([await db.files.count(), await db.staging.count()]).toEqual([0, 0]);
    db.close();
  });
});

test('an import takes over what another tab has recorded before it', async () => {
  const other = askThread();
  await other('openClient', { id: view.client.id, remembered: undefined, stamp: STAMP });
  await loadKind(other, 'roster', '2026-05-31', ROSTER);
  await loadMonth(ask, '2026-06-30', NEXT);
  const renewed = await ask('renewView', { workingDay: STAMP.workingDay });
  expect(renewed.files.map(({ kind }) => kind)).toEqual(['roster']);
  expect(renewed.receipts).toHaveLength(2);
  expect(renewed.ledger.check.outcome).toBe('intact');
});
