import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import { EXAMPLE_LINE } from '../../support/exampleWorkspace.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadKind } from '../../support/loadFiles.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';

const USERS = 'User name,Name,Email,Department,Last login';
const LINES = [
  'ada,Ada Wood,ada@larkfield.example,Service,2026-06-01',
  'ada2,Ada Wood (admin),ADA@larkfield.example,Service,2026-06-01',
  'breed,Ben Reed,,Service,2026-06-01',
  'LARKFIELD\\cleo,Cleo M,,Finance,2026-06-01',
  'dev,Dev Rao,dev+desk@larkfield.example,Stables,2026-06-01',
  'desk,Desk,desk@larkfield.example,,2026-06-01',
];
const ROSTER = [
  'employee_number,full_name,email,unit_id,department',
  '000417,Ada Wood,ada@larkfield.example,U-100,Service',
  '000418,Ben Reed,ben.reed@larkfield.example,U-100,Service',
  '000419,Cleo Marsh,cleo@larkfield.example,Finance,Finance',
  '000420,Dev Rao,dev@larkfield.example,U-200,Finance',
  '000421,Desk One,desk@larkfield.example,U-200,Finance',
  '000422,Desk Two,desk@larkfield.example,U-200,Finance',
];

let ask: AskThread;
let client: string;
beforeEach(async () => {
  ask = askThread();
  const view = await ask('createClient', {
    name: 'Larkfield',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  client = view.client.id;
});

const act = (action: Action) => ask('act', { action, stamp: STAMP });
const all = { from: 0, count: 50 };
const loadBoth = async (): Promise<void> => {
  await loadMonth(ask, '2026-06-30', LINES, { header: USERS });
  await loadKind(ask, 'roster', '2026-06-30', ROSTER);
};
const suggested = async (): Promise<string[]> =>
  (await ask('suggestionPage', all)).rows.map(
    ({ of, candidates }) =>
      `${of.accountId}: ${candidates.map(({ is, reasons }) => `${is.person.name} (${reasons.join(' ')})`).join(', ')}`,
  );
const matched = async (show: 'all' | 'matched' | 'unmatched' | 'byHand' = 'matched', search = '') =>
  (await ask('matchedPage', { query: { show, search }, ...all })).rows.map(
    ({ of, is, step }) => `${of.accountId}: ${is?.person.name ?? 'nobody'} ${step ?? ''}`,
  );

describe('people of a roster and accounts of a list', () => {
  test('without a roster or without a list nothing is matched', async () => {
    expect(await ask('people', {})).toBeUndefined();
    await loadMonth(ask, '2026-06-30', LINES, { header: USERS });
    expect(await ask('people', {})).toBeUndefined();
    expect(await ask('suggestionPage', all)).toEqual({ total: 0, rows: [] });
  });

  test('a device or a virtual environment is nobody whose person is missing [LOAD-18]', async () => {
    const lines = [
      'ada,Ada Wood,Service,user,2026-06-01',
      'kiosk,Ben Reed,Service,device,2026-06-01',
      'vm,Ben Reed,Service,virtual,2026-06-01',
    ];
    await loadMonth(ask, '2026-06-30', lines, {
      header: 'User name,Name,Department,Subject type,Last login',
    });
    await loadKind(ask, 'roster', '2026-06-30', ROSTER);
    expect(await matched('unmatched')).toEqual(['ada: nobody ']);
    expect(await matched('all')).toHaveLength(3);
    expect(await suggested()).toEqual([expect.stringMatching(/^ada: Ada Wood/)]);
  });

  test('keys match, names and shared keys only suggest, and a person with two accounts is listed [LOAD-30] [LOAD-33]', async () => {
    await loadBoth();
    expect(await ask('people', {})).toMatchObject({
      accounts: 6,
      matched: { accounts: 2, people: 1, bySteps: { email: 2, link: 0 } },
      units: { named: 5, matched: 4 },
      suggestions: 2,
      merges: { people: 1, accounts: 2 },
      byHand: { linked: 0, apart: 0, lost: 0 },
    });
    expect(await suggested()).toEqual([
      'breed: Ben Reed (sameName sameUnit)',
      'desk: Desk One (sharedKey), Desk Two (sharedKey)',
    ]);
    const merges = await ask('mergePage', all);
    expect(merges.rows.map(({ of, is }) => [of.accountId, is?.person.employeeNumber])).toEqual([
      ['ada', '000417'],
      ['ada2', '000417'],
    ]);
  });

  test('concealed names are counted by unit, and nobody is matched or suggested for them [LOAD-28]', async () => {
    const hidden = (digit: string): string => `F4A1C0D2E3B4958677869504132231A${digit}`;
    const lines = ['Service', 'Service', 'Finance'].map(
      (unit, row) => `${hidden(String(row))},${hidden(String(row))},${unit},Fulfiller,2026-06-01`,
    );
    await loadMonth(ask, '2026-06-30', lines, {
      header: 'User Principal Name,Display Name,Department,Licence type,Last login',
    });
    await loadKind(ask, 'roster', '2026-06-30', ROSTER);
    expect(await ask('people', {})).toMatchObject({ accounts: 3, matched: { accounts: 0 }, suggestions: 0 });
    expect(await suggested()).toEqual([]);
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    const { units } = await ask('position', {});
    expect(units.map(({ unit, assigned }) => [unit, assigned])).toEqual([
      ['Finance', 1],
      ['Service', 2],
    ]);
  });

  test('a unit mapping and the units of the roster tell which units are known [LOAD-33]', async () => {
    await loadBoth();
    await loadKind(ask, 'unitMapping', '2026-06-30', ['source_value,unit_id', 'service,U-100', 'x,STABLES']);
    expect((await ask('people', {}))?.units).toEqual({ named: 5, matched: 5 });
  });

  test('rules are saved, match by them, and are taken back [LOAD-29] [LOAD-31]', async () => {
    await loadBoth();
    const domainAliases = [{ domain: 'larkfield', standsFor: 'larkfield.example' }];
    await act({ act: 'saveIdentityRules', domainAliases, dropMailboxTags: false });
    expect(await matched('matched', 'cleo')).toEqual(['LARKFIELD\\cleo: Cleo Marsh userName']);
    await act({ act: 'saveIdentityRules', domainAliases, dropMailboxTags: true });
    expect(await matched('matched', 'dev')).toEqual(['dev: Dev Rao email']);
    expect(await ask('people', {})).toMatchObject({ domainAliases, dropMailboxTags: true });
    await act({ act: 'undoLast', reason: 'not now' });
    expect(await matched('matched', 'dev')).toEqual([]);
    const chain = [...domainAliases, { domain: 'larkfield.example', standsFor: 'lark' }];
    await expect(
      act({ act: 'saveIdentityRules', domainAliases: chain, dropMailboxTags: false }),
    ).rejects.toThrow('cannot be used');
  });

  test('a suggestion is merged or kept apart, each as one entry; both are taken back and survive opening again [LOAD-30] [LOAD-31]', async () => {
    await loadBoth();
    const { rows } = await ask('suggestionPage', all);
    const [ben, desk] = rows;
    const entries = async (): Promise<number> =>
      (await ask('renewView', { workingDay: STAMP.workingDay })).ledger.length;
    const before = await entries();
    await act({ act: 'linkAccount', account: ben!.of.account, person: ben!.candidates[0]!.is.person });
    expect(await entries()).toBe(before + 1);
    expect(await matched('byHand')).toEqual(['breed: Ben Reed link']);
    const people = desk!.candidates.map(({ is }) => is.person);
    await act({ act: 'keepApart', account: desk!.of.account, people });
    expect(await entries()).toBe(before + 3);
    expect(await suggested()).toEqual([]);
    expect(await ask('people', {})).toMatchObject({
      matched: { accounts: 3, people: 2 },
      byHand: { linked: 1, apart: 1, lost: 0 },
    });
    await expect(act({ act: 'keepApart', account: desk!.of.account, people })).rejects.toThrow('already');

    ask = askThread();
    await ask('openClient', { id: client, remembered: undefined, stamp: STAMP });
    expect(await suggested()).toEqual([]);
    expect(await matched('byHand')).toEqual(['breed: Ben Reed link', 'desk: nobody ']);
    await act({ act: 'undoLast', reason: 'they are one' });
    await act({ act: 'undoLast', reason: 'not Ben' });
    expect(await suggested()).toHaveLength(2);
    expect(await matched('byHand')).toEqual([]);
  });

  test('a merge by key is undone by keeping the account apart, and only that account [LOAD-30] [LOAD-31]', async () => {
    await loadBoth();
    const [, second] = (await ask('mergePage', all)).rows;
    await act({ act: 'keepApart', account: second!.of.account, people: [second!.is!.person] });
    expect(await matched()).toEqual(['ada: Ada Wood email']);
    expect((await ask('mergePage', all)).total).toBe(0);
    await act({ act: 'linkAccount', account: second!.of.account, person: second!.is!.person });
    expect(await matched()).toEqual(['ada: Ada Wood email', 'ada2: Ada Wood link']);
  });

  test('overlaps are listed with the reason: two accounts of one person, a licence that another covers [REVIEW-23]', async () => {
    const seats = ['ada,Fulfiller', 'ada,Approver', 'bob,Fulfiller', 'cat,Approver'].map(
      (line) => `${line},,never`,
    );
    await loadMonth(ask, '2026-06-30', seats);
    expect((await ask('overlapPage', all)).total).toBe(0);
    await act({ act: 'saveContractLine', line: { ...EXAMPLE_LINE, lighterLicenceType: 'Approver' } });
    expect((await ask('overlapPage', all)).rows).toMatchObject([
      {
        name: 'ada',
        explanation: 'By the contract Fulfiller covers Approver, so one of the two seats would do.',
      },
    ]);
    await loadKind(ask, 'roster', '2026-06-30', ROSTER);
    const [bob, cat] = (await ask('matchedPage', { query: { show: 'all', search: '' }, ...all })).rows.slice(
      1,
    );
    const [ben] = (await ask('findPeople', { search: 'ben reed', count: 1 })).rows;
    for (const row of [bob!, cat!]) {
      await act({ act: 'linkAccount', account: row.of.account, person: ben!.person });
    }
    const both = await ask('overlapPage', all);
    expect(both.rows.map(({ name, seats: held }) => [name, held.map(({ accountId }) => accountId)])).toEqual([
      ['ada', ['ada', 'ada']],
      ['Ben Reed', ['bob', 'cat']],
    ]);
    expect(both.rows[1]?.explanation).toMatch(/^One person holds seats under 2 accounts .* covers Approver/);
  });

  test('a newer roster is matched in place of the older; a link to somebody it lacks matches nobody else [LOAD-31]', async () => {
    await loadBoth();
    const { rows } = await ask('findPeople', { search: 'BEN', count: 5 });
    expect(rows.map(({ person }) => person.employeeNumber)).toEqual(['000418']);
    const [ada] = (await ask('matchedPage', { query: { show: 'all', search: 'ada2' }, ...all })).rows;
    await act({ act: 'linkAccount', account: ada!.of.account, person: rows[0]!.person });
    const withoutBen = ROSTER.filter((line) => !line.includes('Ben Reed'));
    await loadKind(ask, 'roster', '2026-05-31', [withoutBen[0]!, withoutBen[1]!]);
    expect(await matched('byHand')).toEqual(['ada2: Ben Reed link']);
    await loadKind(ask, 'roster', '2026-07-31', withoutBen);
    expect(await ask('people', {})).toMatchObject({ roster: { people: 5 }, byHand: { lost: 1 } });
    expect(await matched('byHand')).toEqual(['ada2: nobody link']);
  });
});
