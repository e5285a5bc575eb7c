import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { askThread } from '../../support/askThread.ts';
import { STAMP } from '../../support/monthlyLists.ts';

const LIST = 'user_name,licence_type,last_login\nann,Agent,2026-05-30\nbob,Agent,1970-01-01\n';

test('what was answered about a list stays through its surveys, in its snapshot and in the ledger [LOAD-26]', async () => {
  const ask = askThread();
  const { client } = await ask('createClient', {
    name: 'Larkfield',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const source = { file: new File([LIST], 'users.csv') };
  const survey = { source, fileTime: undefined, system: 'other', workingDay: STAMP.workingDay };
  const { plan } = await ask('surveyFile', { ...survey, plan: undefined });
  expect(plan.answers).toBeUndefined();
  const answers = [
    { kind: 'placeholderDates', position: 2, answer: 'notKnown' },
    { kind: 'frozenColumn', position: 2, answer: 'useAnyway' },
  ] as const;
  const again = await ask('surveyFile', {
    ...survey,
    plan: { ...plan, answers, asOf: readIsoDay('2026-06-30')! },
  });
  expect(again.plan.answers).toEqual(answers);
  await ask('importUsers', { source, plan: again.plan, estimatedRows: 2, stamp: STAMP });
  const entry = {
    what: expect.stringMatching(/2 questions answered$/),
    details: ['last_login, placeholder dates: Not known', 'last_login, no recent date: Use it anyway'],
  };
  const imported = { search: '', kind: 'usersImported', from: 0, count: 5 } as const;
  expect((await ask('ledgerPage', imported)).rows).toMatchObject([entry]);

  const later = askThread();
  const { receipts } = await later('openClient', { id: client.id, remembered: undefined, stamp: STAMP });
  expect(receipts.map((receipt) => receipt.plan.answers)).toEqual([answers]);
  expect((await later('ledgerPage', imported)).rows).toMatchObject([entry]);
});

test('a list with a known header is one of the system that it was loaded as, unless a person chose another [LOAD-13]', async () => {
  const ask = askThread();
  await ask('createClient', {
    name: 'Larkfield',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const month = (text: string) => ({
    source: { file: new File([text], 'users.csv') },
    fileTime: undefined,
    workingDay: STAMP.workingDay,
    plan: undefined,
  });
  const may = month(LIST);
  const { plan } = await ask('surveyFile', { ...may, system: 'zendesk' });
  await ask('importUsers', { source: may.source, plan, estimatedRows: 2, stamp: STAMP });

  const june = month(`${LIST}cy,Agent,2026-05-31\n`);
  const found = await ask('surveyFile', { ...june, system: 'serviceNow' });
  expect(found).toMatchObject({ isRemembered: true, plan: { system: 'zendesk' } });
  const chosen = await ask('surveyFile', { ...june, system: 'serviceNow', isSystemChosen: true });
  expect(chosen).toMatchObject({ isRemembered: true, plan: { system: 'serviceNow' } });
});
