import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread } from '../../support/askThread.ts';
import { EXAMPLE_LINE } from '../../support/exampleWorkspace.ts';
import { loadMonth, snapshotIn, STAMP } from '../../support/monthlyLists.ts';

test('a baseline keeps the seats that the contract granted on its day, whatever the contract says later [LOAD-37]', async () => {
  const ask = askThread();
  const act = (action: Action) => ask('act', { action, stamp: STAMP });
  await ask('createClient', {
    name: 'Larkfield',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const march = await loadMonth(ask, '2026-03-31', ['ann,Agent,2025-01-02,2026-03-30']);
  await loadMonth(ask, '2026-06-30', ['ann,Agent,2025-01-02,2026-06-30', 'bob,Agent,2025-01-02,2026-06-30']);
  await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
  const line = { ...EXAMPLE_LINE, licenceType: 'Agent', committedQuantity: 50 };
  await act({ act: 'saveContractLine', line });
  await act({ act: 'nameBaseline', snapshot: snapshotIn(march) });
  await act({ act: 'saveContractLine', line: { ...line, committedQuantity: 70 } });
  expect((await ask('drift', {}))?.lines).toMatchObject([
    {
      licenceType: 'Agent',
      was: { counts: { active: 1 }, entitled: 50 },
      is: { counts: { active: 2 }, entitled: 70 },
    },
  ]);
});

test('each system has a baseline of its own, and drift is told against that of the lists in use [LOAD-37]', async () => {
  const ask = askThread();
  const act = (action: Action) => ask('act', { action, stamp: STAMP });
  await ask('createClient', {
    name: 'Wrenbridge',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const desk = await loadMonth(ask, '2026-03-31', ['ann,Agent,2025-01-02,2026-03-30'], {
    system: 'servicenow',
  });
  await loadMonth(ask, '2026-06-30', ['ann,Agent,2025-01-02,2026-06-30', 'bob,Agent,2025-01-02,2026-06-30'], {
    system: 'servicenow',
  });
  const tracker = await loadMonth(ask, '2026-04-30', ['cem,Jira,2025-01-02,2026-04-29'], { system: 'jira' });
  await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
  await act({ act: 'nameBaseline', snapshot: snapshotIn(desk) });
  const named = await act({ act: 'nameBaseline', snapshot: snapshotIn(tracker) });
  expect(named.view.baselines?.map(({ system, snapshot }) => [system, snapshot])).toEqual([
    ['servicenow', snapshotIn(desk)],
    ['jira', snapshotIn(tracker)],
  ]);
  const { rows } = await ask('ledgerPage', { search: '', kind: 'baselineNamed', from: 0, count: 5 });
  expect(rows.map(({ what }) => what.includes('in place of'))).toEqual([false, false]);
  const drifted = await ask('drift', {});
  expect([drifted?.baseline.system, drifted?.was.active, drifted?.is.active]).toEqual(['servicenow', 1, 2]);
  await act({ act: 'chooseSystem', system: 'jira' });
  expect((await ask('drift', {}))?.baseline.system).toBe('jira');
  await expect(act({ act: 'deleteSnapshot', snapshot: snapshotIn(desk) })).rejects.toThrow('is the baseline');
});
