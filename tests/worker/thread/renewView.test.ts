import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addDays, readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};
const { workingDay } = stamp;

test('shows what another tab has recorded, and what is due on the day asked for [APP-11] [RECLAIM-28]', async () => {
  const [first, second] = [askThread(), askThread()];
  const created = await first('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
  const { id } = created.client;
  const opened = await second('openClient', { id, remembered: undefined, stamp });
  expect(await second('renewView', { workingDay })).toEqual(opened);

  const act = (action: Action) => first('act', { action, stamp });
  await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false } });
  await act({ act: 'createCases', seats: undefined, manualReason: undefined });
  const notice = { recipient: 'x', channel: 'e-mail', on: workingDay, text: 'Still needed?' } as const;
  await act({ act: 'caseStep', cases: [1, 2], step: { step: 'reclaim', notice, waiver: undefined } });
  const { view } = await act({ act: 'saveHolidays', days: [workingDay] });

  const renewed = await second('renewView', { workingDay });
  expect(renewed).toEqual({
    ...view,
    draftPolicy: opened.draftPolicy,
    borderlineWaiting: undefined,
    receipts: opened.receipts,
  });
  expect(renewed.due.map(({ kind }) => kind)).not.toContain('answerOverdue');
  const later = await second('renewView', { workingDay: addDays(workingDay, 11) });
  expect(later.due.find(({ kind }) => kind === 'answerOverdue')?.cases).toEqual([1, 2]);
  expect(later.ledger.length).toBe(renewed.ledger.length);
});

test('the ledger is filtered by kind, and searched within it [RECLAIM-35]', async () => {
  const ask = askThread();
  const { ledger } = await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
  const kinds = async (kind: string | undefined, search = '') => {
    const page = await ask('ledgerPage', { search, kind, from: 0, count: 1000 });
    expect(page.total).toBe(page.rows.length);
    return page.rows.map((row) => row.kind);
  };
  const all = await kinds(undefined);
  expect(all).toHaveLength(ledger.length);
  const exceptions = all.filter((kind) => kind === 'exceptionAdded');
  expect(exceptions.length).toBeGreaterThan(1);
  expect(await kinds('exceptionAdded')).toEqual(exceptions);
  expect(await kinds('exceptionAdded', 'Users imported')).toEqual([]);
  expect(await kinds('usersImported', 'Users imported')).toEqual(['usersImported']);
  // What is shown under "About" is found by the words that are shown.
  expect(await kinds('workspaceCreated', 'this client')).toEqual(['workspaceCreated']);
});
