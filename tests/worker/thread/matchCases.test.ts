import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { CaseStep } from '../../../src/worker/action.ts';
import type { CaseQuery } from '../../../src/worker/reclaimView.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';

const idle = (name: string, last = '2025-03-01'): string => `${name},Agent,2024-01-02,${last}`;
const MAY = ['ann', 'bob', 'cat', 'dan', 'eve'].map((name) => idle(name));
const JUNE = [idle('cat', '2026-06-20'), idle('dan'), idle('eve', '2026-05-31')];

let ask: AskThread;

/** Five live cases on the list of May; that of Ann waits for revocation. */
beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  await loadMonth(ask, '2026-05-31', MAY);
  const policy = { ...DEFAULT_POLICY, dryRun: false, notify: false };
  await ask('act', { action: { act: 'freezePolicy', policy }, stamp: STAMP });
  const created = await ask('act', {
    action: { act: 'createCases', seats: undefined, manualReason: undefined },
    stamp: STAMP,
  });
  expect(created.view.cases.Ready).toBe(5);
  await step('ann', { step: 'reclaim', notice: undefined, waiver: 'agreed with the owner' });
});

const every: CaseQuery = { state: undefined, open: undefined, search: '', cases: undefined };

/** State of each case by name of the account, with how it closed. */
async function cases(): Promise<Record<string, string>> {
  const page = await ask('casePage', { query: every, from: 0, count: 50, workingDay: STAMP.workingDay });
  return Object.fromEntries(page.rows.map(({ name, state }) => [name, state]));
}
async function numberOf(name: string): Promise<number> {
  const page = await ask('casePage', { query: every, from: 0, count: 50, workingDay: STAMP.workingDay });
  return page.rows.find((row) => row.name === name)!.number;
}
async function step(name: string, taken: CaseStep): Promise<void> {
  const action = { act: 'caseStep', cases: [await numberOf(name)], step: taken } as const;
  expect((await ask('act', { action, stamp: STAMP })).refused).toEqual([]);
}
const view = () => ask('renewView', { workingDay: STAMP.workingDay });
const detail = async (name: string) =>
  ask('caseDetail', { number: await numberOf(name), workingDay: STAMP.workingDay });

test('a newer complete list proves seats free, sees work and finds seats that came back [RECLAIM-31] [RECLAIM-32] [RECLAIM-33]', async () => {
  await loadMonth(ask, '2026-06-30', JUNE);
  expect(await cases()).toEqual({
    ann: 'Closed Complete',
    bob: 'Closed Skipped',
    cat: 'Closed Canceled',
    dan: 'Ready',
    // Work on the very day of the list that flagged the seat is no work after it.
    eve: 'Ready',
  });
  expect((await view()).reimport).toEqual({
    since: readIsoDay('2026-05-31'),
    provenFree: 1,
    goneOutside: 1,
    canceled: 1,
    cameBack: 0,
  });
  expect(JSON.stringify(await detail('ann'))).toContain('verified');
  expect(JSON.stringify(await detail('ann'))).toContain('removed before a step was recorded');
  const { rows } = await ask('ledgerPage', { search: '', kind: 'caseMoved', from: 0, count: 20 });
  expect(rows.every(({ actor }) => actor === 'Dana')).toBe(true);

  await loadMonth(ask, '2026-07-31', [...JUNE, idle('ann')]);
  expect((await view()).reimport).toMatchObject({
    since: readIsoDay('2026-06-30'),
    provenFree: 0,
    cameBack: 1,
  });
  expect((await cases())['ann']).toBe('Closed Complete');
});

test('a filtered list, an older one and one of another system change no case [LOAD-35]', async () => {
  const before = { cases: await cases(), ledger: (await view()).ledger.length };
  await loadMonth(ask, '2026-06-30', [idle('dan')], { completeness: 'filtered' });
  await loadMonth(ask, '2026-04-30', [idle('dan'), idle('eve')]);
  await loadMonth(ask, '2026-07-31', [idle('zoe', '2026-07-30')], { system: 'jira' });
  expect(await cases()).toEqual(before.cases);
  const after = await view();
  // One entry for each of the three lists, and none beside.
  expect(after.ledger.length).toBe(before.ledger + 3);
  expect(after.reimport).toBeUndefined();
});

test('loading the same list again records nothing again', async () => {
  await loadMonth(ask, '2026-06-30', JUNE);
  const { ledger } = await view();
  expect((await loadMonth(ask, '2026-06-30', JUNE)).outcome).toBe('alreadyLoaded');
  expect((await view()).ledger).toEqual(ledger);
});

test('a deactivated account proves nothing until the contract says that it does not count [RECLAIM-32]', async () => {
  const header = 'User name,Licence type,Assigned on,Last login,Active';
  const lines = MAY.map((line) => `${line},${line.startsWith('ann') ? 'false' : 'true'}`);
  await loadMonth(ask, '2026-06-30', lines, { header });
  expect((await cases())['ann']).toBe('Awaiting Revocation');
});
