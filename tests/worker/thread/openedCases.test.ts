import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addDays, readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import type { Answer } from '../../../src/worker/protocol.ts';
import type { SeatQuery } from '../../../src/worker/reviewView.ts';
import { askThread } from '../../support/askThread.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const stamp = {
  actor: 'Dana',
  at: '2026-07-01T10:00:00+00:00',
  workingDay: readIsoDay('2026-07-01')!,
};
const LIST = `User name,Name,E-mail,VIP,Licence type,Assigned on,Last login
ada.holm,Ada Holm,ada@larkfield.example,true,Fulfiller,2023-01-15,2025-06-01
ben.ruiz,Ben Ruiz,ben@larkfield.example,false,Fulfiller,2023-01-15,2025-06-01
x1234,,,false,Fulfiller,2023-01-15,2025-06-01
`;

interface Client {
  act(action: Action, days?: number): Promise<Answer<'act'>>;
  cases(): Promise<readonly string[]>;
  /** Row of a seat of the list, by user name. */
  seat(name: string): Promise<number>;
}

async function clientUnder(changes: Partial<Policy>): Promise<Client> {
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
  await ask('importUsers', { source: { file }, plan: { ...plan, asOf }, estimatedRows: 3, stamp });
  const act = (action: Action, days = 0) =>
    ask('act', { action, stamp: { ...stamp, workingDay: addDays(stamp.workingDay, days) } });
  await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false, ...changes } });
  const query = { state: undefined, open: undefined, search: '', cases: undefined };
  return {
    act,
    async cases() {
      const found = await ask('casePage', { query, from: 0, count: 9, workingDay: stamp.workingDay });
      return found.rows.map(({ name, state }) => `${name}: ${state}`);
    },
    async seat(name) {
      const page = await ask('seatPage', { query: SEATS, from: 0, count: 9 });
      return page.rows.find((row) => row.name === name)!.seat;
    },
  };
}

const SEATS: SeatQuery = seatQuery();

const raiseAll: Action = { act: 'createCases', seats: undefined, manualReason: undefined };

test('a seat whose list names nobody waits for a person to be linked; a user name alone is nobody', async () => {
  const { act, cases } = await clientUnder({});
  await act(raiseAll);
  expect(await cases()).toEqual(['Ben Ruiz: Ready', 'x1234: Attention Required']);
});

test('a VIP whose check is switched off becomes a case, and no deadline freezes it [RECLAIM-16]', async () => {
  const { act, cases } = await clientUnder({
    onTimeout: 'freeze',
    checksOff: [{ check: 'protectedRole', reason: 'asked each of them' }],
  });
  await act(raiseAll);
  const notice = { recipient: 'x', channel: 'e-mail', on: stamp.workingDay, text: 'Still needed?' } as const;
  await act({
    act: 'caseStep',
    cases: [1, 2],
    step: { step: 'reclaim', notice, waiver: undefined },
  });
  await act({ act: 'applyDueSteps' }, 30);
  expect((await cases()).slice(0, 2)).toEqual(['Ada Holm: Awaiting User', 'Ben Ruiz: Awaiting Revocation']);
  await expect(act({ act: 'applyDueSteps' }, 31)).rejects.toThrow('Nothing is due that can be applied.');
});

test('by hand the reason overrides the protected role, and no other block', async () => {
  const { act, seat, cases } = await clientUnder({});
  await expect(act({ ...raiseAll, seats: [await seat('Ada Holm')] })).rejects.toThrow(
    'Marked as VIP in row 2.',
  );
  await act({ act: 'createCases', seats: [await seat('Ada Holm')], manualReason: 'she asked for it' });
  expect(await cases()).toEqual(['Ada Holm: Ready']);
});
