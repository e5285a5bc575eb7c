import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { askThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Dana',
  at: '2026-07-01T10:00:00+00:00',
  workingDay: readIsoDay('2026-07-01')!,
};
const LIST = `User name,Name,E-mail,Licence type,Assigned on,Last login,Left on
ada.holm,Ada Holm,ada@larkfield.example,Fulfiller,2023-01-15,2025-06-01,
ben.ruiz,Ben Ruiz,ben@larkfield.example,Fulfiller,2023-01-15,2026-06-01,2026-06-10
`;

test('a notice says what the seat was flagged for; of a leaver it does not say that the seat was not used', async () => {
  const ask = askThread();
  await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp,
  });
  const file = new File([LIST], 'users.csv');
  const { plan } = await ask('surveyFile', {
    source: { file },
    fileTime: undefined,
    system: 'other',
    workingDay: stamp.workingDay,
    plan: undefined,
  });
  const asOf = readIsoDay('2026-06-30')!;
  await ask('importUsers', { source: { file }, plan: { ...plan, asOf }, estimatedRows: 2, stamp });
  await ask('act', { action: { act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false } }, stamp });
  await ask('act', { action: { act: 'createCases', seats: undefined, manualReason: undefined }, stamp });
  const query = { state: undefined, open: undefined, search: '', cases: undefined };
  const { rows } = await ask('casePage', { query, from: 0, count: 9, workingDay: stamp.workingDay });
  const texts = await Promise.all(
    rows.map(async ({ number }) => (await ask('draftNotice', { number, workingDay: stamp.workingDay })).text),
  );
  expect(texts.map((text) => text.split('\n')[2])).toEqual([
    'you hold a seat of the licence type Fulfiller that shows no use under our definition (Dormant), measured as of 30 June 2026.',
    'you hold a seat of the licence type Fulfiller although you have left by our records (Leaver), measured as of 30 June 2026.',
  ]);
});
