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
