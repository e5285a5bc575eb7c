import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { FileFacts } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, STAMP } from '../../support/monthlyLists.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const LIST = [
  'ann,Agent,2023-01-02,2026-06-28',
  'bob,Agent,2023-01-02,2026-01-10',
  'cat,Approver,2023-01-02,2026-06-29',
];
const LOG = [
  'ann,2026-06-20 10:00,ticket resolved',
  'Bob,2025-07-06 09:00,ticket resolved',
  'bob,2026-05-30 09:00,login',
  'zed,2026-06-01 08:00,ticket resolved',
];

let ask: AskThread;

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Logs',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
});

async function loadLog(
  lines: readonly string[],
  asOf: string,
  facts: Partial<FileFacts> = {},
  system = 'other',
) {
  const file = new File([`${['user_name,timestamp,event_type', ...lines].join('\n')}\n`], `log-${asOf}.csv`);
  const surveyed = await ask('surveyTable', {
    source: { file },
    fileTime: undefined,
    system,
    kind: undefined,
    plan: undefined,
    workingDay: STAMP.workingDay,
  });
  if (surveyed.form !== 'rows') throw new Error('not a table');
  const { plan } = surveyed.survey;
  expect(plan.kind).toBe('activity');
  return ask('importTable', {
    source: { file },
    plan: { ...plan, asOf: readIsoDay(asOf)!, facts: { ...plan.facts, ...facts } },
    estimatedRows: lines.length,
    stamp: STAMP,
  });
}

async function categories(): Promise<Readonly<Record<string, number>>> {
  const { counts } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
  const found: Record<string, number> = {};
  counts.cells.forEach((count, cell) => {
    const category = CATEGORIES[cell % CATEGORIES.length]!;
    if (count > 0) found[category] = (found[category] ?? 0) + count;
  });
  return found;
}

const explain = async (name: string) => {
  const page = await ask('seatPage', { query: seatQuery({ search: name }), from: 0, count: 1 });
  return ask('explainSeat', { seat: page.rows[0]!.seat });
};

describe('an activity log beside a users list', () => {
  test('changes figures when it is loaded and takes the change back when it is deleted [LOAD-32]', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    expect(await categories()).toEqual({ active: 2, borderline: 1 });
    const { view } = await loadLog(LOG, '2026-06-30', { historyStart: readIsoDay('2025-05-27') });
    expect(view.evidenceColumns.map(({ header, proposedClass }) => [header, proposedClass])).toEqual([
      ['Last login', 'loginOnly'],
      ['Event: ticket resolved', 'meaningful'],
      ['Event: login', 'loginOnly'],
    ]);
    // Actions are known now: bob and cat only signed in.
    expect(await categories()).toEqual({ active: 1, loginOnly: 2 });
    const bob = await explain('bob');
    expect(bob.evidence).toMatchObject([
      {
        label: 'Last real work',
        column: 'Event: ticket resolved',
        file: 'log-2026-06-30.csv',
        fileRow: 3,
        rawText: '2025-07-06 09:00',
        reading: '6 Jul 2025',
      },
      { label: 'Last sign-in', column: 'Event: login', file: 'log-2026-06-30.csv', fileRow: 4 },
      { label: 'Assigned on' },
    ]);
    expect(bob.history).toContain('one season only');

    const report = await ask('evidenceReport', { most: 5 });
    expect(report.logs).toMatchObject([
      {
        name: 'log-2026-06-30.csv',
        notUsed: undefined,
        endsEarly: false,
        keys: 3,
        matched: 2,
        ambiguous: 0,
        gaps: { total: 1, first: [{ key: 'zed', lastDay: readIsoDay('2026-06-01'), why: 'noAccount' }] },
      },
    ]);
    expect(report.conflicts).toMatchObject({
      total: 2,
      first: [
        {
          name: 'ann',
          evidenceClass: 'loginOnly',
          later: { column: 'Last login', reading: '28 Jun 2026' },
          earlier: { file: 'log-2026-06-30.csv', reading: 'no entry since 27 May 2025' },
        },
        {
          name: 'bob',
          later: { column: 'Event: login', reading: '30 May 2026' },
          earlier: { column: 'Last login', fileRow: 3, reading: '10 Jan 2026' },
        },
      ],
    });

    await ask('deleteTable', { file: view.files[0]!.file, stamp: STAMP });
    expect(await categories()).toEqual({ active: 2, borderline: 1 });
    expect(await ask('evidenceReport', { most: 5 })).toMatchObject({
      logs: [],
      conflicts: { total: 0, first: [] },
    });
  });

  test('names the columns of a list whose dates of single licences stand over it', async () => {
    await loadMonth(ask, '2026-06-30', [...LIST, 'bob,Approver,2023-01-02,2026-01-12']);
    await loadLog(LOG, '2026-06-30');
    const perSeat = (await ask('evidenceReport', { most: 5 })).logs[0];
    expect(perSeat?.listColumnsFirst).toEqual(['Last login']);
  });

  test('keeps what was answered about it with the file and in the ledger [LOAD-26]', async () => {
    const file = new File([`user_name,timestamp,event_type\n${LOG.join('\n')}\n`], 'answered.csv');
    const asked = { source: { file }, fileTime: undefined, system: 'other', kind: undefined };
    const first = await ask('surveyTable', { ...asked, plan: undefined, workingDay: STAMP.workingDay });
    if (first.form !== 'rows') throw new Error('not a table');
    const answers = [{ kind: 'swappedDays', position: 1, answer: 'asWritten' }] as const;
    const plan = { ...first.survey.plan, answers };
    const again = await ask('surveyTable', { ...asked, plan, workingDay: STAMP.workingDay });
    if (again.form !== 'rows') throw new Error('not a table');
    expect(again.survey.plan.answers).toEqual(answers);
    const { view } = await ask('importTable', {
      source: { file },
      plan: { ...again.survey.plan, asOf: readIsoDay('2026-06-30')! },
      estimatedRows: LOG.length,
      stamp: STAMP,
    });
    expect(view.files[0]?.plan?.answers).toEqual(answers);
    const { rows } = await ask('ledgerPage', { search: '', kind: 'fileImported', from: 0, count: 5 });
    expect(rows[0]).toMatchObject({
      what: expect.stringMatching(/1 question answered$/),
      details: ['timestamp, day and month exchanged: Read them as written'],
    });
    expect(await ask('verifyLedger', {})).toMatchObject({ outcome: 'intact' });
  });

  test('counts beside dates that the list only repeats for every licence of an account [LOAD-32] [DEFINE-06]', async () => {
    await loadMonth(ask, '2026-06-30', [...LIST, 'bob,Approver,2023-01-02,2026-01-10']);
    await loadLog(['bob,2026-06-20 09:00,login'], '2026-06-30');
    expect((await ask('evidenceReport', { most: 5 })).logs[0]?.listColumnsFirst).toEqual([]);
    const bob = await explain('bob');
    expect(bob.category).toBe('active');
    expect(bob.evidence[0]).toMatchObject({ column: 'Event: login', reading: '20 Jun 2026' });
    expect((await explain('ann')).evidence[0]).toMatchObject({
      column: 'Last login (every row of an account repeats it, so it counts for the account)',
      rawText: '2026-06-28',
      fileRow: 2,
    });
  });

  test('names no column where the dates of the list are those of accounts', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    await loadLog(LOG, '2026-06-30');
    expect((await ask('evidenceReport', { most: 5 })).logs[0]?.listColumnsFirst).toEqual([]);
  });

  test('is not used for another system or an earlier snapshot, and says so', async () => {
    await loadMonth(ask, '2026-06-30', LIST, { system: 'servicenow' });
    const before = await categories();
    await loadLog(LOG, '2026-07-20', {}, 'servicenow');
    await loadLog(LOG.slice(1), '2026-06-30', {}, 'slack');
    await loadLog(['xyz,2026-06-01,ticket resolved'], '2026-06-30', {}, 'servicenow');
    expect(await categories()).toEqual(before);
    const { logs } = await ask('evidenceReport', { most: 5 });
    expect(logs.map(({ notUsed }) => notUsed)).toEqual(['noKeyMatched', 'otherSystem', 'laterThanSnapshot']);
  });

  test('a log of a short time leaves what it does not show unknown [LOAD-25]', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    await loadLog(LOG, '2026-06-30', {
      historyStart: readIsoDay('2026-05-01'),
      coveredLicenceTypes: ['Approver'],
    });
    // cat has no action in 61 days of a log of Approver seats; the others are not covered.
    const cat = await explain('cat');
    expect(cat.category).toBe('unknown');
    expect(cat.sentence).toContain('61 days');
    expect((await explain('ann')).category).toBe('active');
  });
});

/** What each measurement of the last definition flagged, oldest first. */
const measured = async (): Promise<readonly number[]> => {
  const view = await ask('renewView', { workingDay: STAMP.workingDay });
  return view.policies.at(-1)!.measurements.map(({ flagged }) => flagged);
};
const act = (action: Action) => ask('act', { action, stamp: STAMP });

const ADDRESSES = [
  'ann@corp.example,Agent,2023-01-02,2026-06-28',
  'bob@corp.example,Agent,2023-01-02,2026-06-20',
];
const ADDRESS_LOG = [
  'ann@corp.example,2026-06-20 10:00,ticket resolved',
  'bob@old.example,2026-06-21 10:00,ticket resolved',
  'ann+night@corp.example,2026-06-22 10:00,ticket resolved',
];
const RULES: Action = {
  act: 'saveIdentityRules',
  domainAliases: [{ domain: 'old.example', standsFor: 'corp.example' }],
  dropMailboxTags: true,
};

describe('figures of a frozen definition', () => {
  test('are measured anew when a log changes them and when it is deleted, and not when nothing changes', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    expect(await measured()).toEqual([1]);
    const { view } = await loadLog(LOG, '2026-06-30', { historyStart: readIsoDay('2025-05-27') });
    expect(await measured()).toEqual([1, 2]);
    await loadLog(['nobody,2026-05-01,ticket resolved'], '2026-06-30');
    expect(await measured()).toEqual([1, 2]);
    await ask('deleteTable', { file: view.files[0]!.file, stamp: STAMP });
    expect(await measured()).toEqual([1, 2, 1]);
    const { rows } = await ask('ledgerPage', { search: '', kind: 'measured', from: 0, count: 9 });
    expect(rows).toHaveLength(3);
    expect(await ask('verifyLedger', {})).toMatchObject({ outcome: 'intact' });
  });

  test('are measured anew when other seats stand behind the same counts', async () => {
    await loadMonth(ask, '2026-06-30', LIST.slice(0, 2));
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    expect((await explain('ann')).category).toBe('active');
    expect(await categories()).toEqual({ active: 1, borderline: 1 });
    // With a log of work, signing in is work no longer: the two seats change places.
    await loadLog(['bob,2026-06-20 10:00,ticket resolved'], '2026-06-30', {
      historyStart: readIsoDay('2026-03-01'),
    });
    expect((await explain('ann')).category).toBe('borderline');
    expect(await categories()).toEqual({ active: 1, borderline: 1 });
    expect(await measured()).toEqual([1, 1]);
    await loadLog(['nobody,2026-05-01,ticket resolved'], '2026-06-30', {
      historyStart: readIsoDay('2026-03-01'),
    });
    expect(await measured()).toEqual([1, 1]);
  });

  test('follow the identity rules by which the keys of a log are matched, and are measured anew [LOAD-29]', async () => {
    await loadMonth(ask, '2026-06-30', ADDRESSES);
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    await loadLog(ADDRESS_LOG, '2026-06-30', { historyStart: readIsoDay('2025-05-27') });
    expect(await categories()).toEqual({ active: 1, loginOnly: 1 });
    const before = (await ask('evidenceReport', { most: 5 })).logs[0]!;
    expect(before).toMatchObject({
      keys: 3,
      matched: 1,
      gaps: { total: 2 },
      shared: { keys: 0, accounts: 0 },
    });

    await act(RULES);
    expect(await categories()).toEqual({ active: 2 });
    expect(await measured()).toEqual([0, 1, 0]);
    const report = (await ask('evidenceReport', { most: 5 })).logs[0]!;
    expect(report).toMatchObject({
      matched: 3,
      gaps: { total: 0 },
      shared: {
        keys: 2,
        accounts: 1,
        first: [
          { name: 'ann@corp.example', keys: ['ann@corp.example', 'ann+night@corp.example'], moreKeys: 0 },
        ],
      },
    });
  });

  test('stay as they are when identity rules change and no log follows them: the act can be undone', async () => {
    await loadMonth(ask, '2026-06-30', ADDRESSES);
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    await act(RULES);
    expect(await measured()).toEqual([0]);
    await expect(act({ act: 'undoLast', reason: 'typed too early' })).resolves.toMatchObject({ done: 1 });
  });
});

describe('a log of another known system', () => {
  test('is joined when a person says that it speaks of the system of the list, and until it is taken back', async () => {
    await loadMonth(ask, '2026-06-30', LIST, { system: 'servicenow' });
    await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
    const { view } = await loadLog(LOG, '2026-06-30', { historyStart: readIsoDay('2025-05-27') }, 'slack');
    const { file } = view.files[0]!;
    const [apart] = (await ask('evidenceReport', { most: 5 })).logs;
    expect(apart).toMatchObject({
      notUsed: 'otherSystem',
      system: 'slack',
      listSystem: 'servicenow',
      isStated: false,
    });
    expect(await measured()).toEqual([1]);

    const said = await act({ act: 'stateSystem', file, system: 'servicenow' });
    expect(said.view.evidenceColumns.map(({ header }) => header)).toContain('Event: ticket resolved');
    const [joined] = (await ask('evidenceReport', { most: 5 })).logs;
    expect(joined).toMatchObject({
      notUsed: undefined,
      matched: 2,
      system: 'servicenow',
      loadedAs: 'slack',
      isStated: true,
    });
    expect(await categories()).toEqual({ active: 1, loginOnly: 2 });
    expect(await measured()).toEqual([1, 2]);

    await act({ act: 'stateSystem', file, system: 'slack' });
    expect(await categories()).toEqual({ active: 2, borderline: 1 });
    expect(await measured()).toEqual([1, 2, 1]);
    await expect(act({ act: 'stateSystem', file: 'gone', system: 'slack' })).rejects.toThrow('not loaded');
  });
});

test('every key without a seat or beside another key of its account can be saved as a table', async () => {
  await loadMonth(ask, '2026-06-30', ADDRESSES);
  await act(RULES);
  const { view } = await loadLog([...ADDRESS_LOG, 'zed,2026-06-01,ticket resolved'], '2026-06-30');
  const { fileName, csv } = await ask('logKeyTable', { file: view.files[0]!.file });
  expect(fileName).toBe('log-2026-06-30-account-keys.csv');
  expect(csv.trim().split(/\r?\n/)).toEqual([
    'Account key,Account,Last day,Why',
    'zed,,2026-06-01,no account of the list has this key',
    expect.stringMatching(/^ann@corp.example,ann@corp.example,,another key/),
    expect.stringMatching(/^ann\+night@corp.example,ann@corp.example,,another key/),
  ]);
});

test('the reach of a log follows its lag: one that ends a day too early proves use only [LOAD-25]', async () => {
  await loadMonth(ask, '2026-06-30', ['cat,Approver,2023-01-02,', 'ann,Agent,2023-01-02,2026-06-28']);
  const facts = { historyStart: readIsoDay('2025-05-27') };
  const { view } = await loadLog(LOG, '2026-06-25', { ...facts, lagDays: 4 });
  expect((await ask('evidenceReport', { most: 5 })).logs[0]).toMatchObject({ lagDays: 4, endsEarly: true });
  expect((await explain('cat')).category).toBe('unknown');
  await ask('deleteTable', { file: view.files[0]!.file, stamp: STAMP });
  await loadLog(LOG, '2026-06-25', { ...facts, lagDays: 5 });
  expect((await ask('evidenceReport', { most: 5 })).logs[0]).toMatchObject({ lagDays: 5, endsEarly: false });
  expect((await explain('cat')).category).not.toBe('unknown');
});

test('a log whose history would start after its own day is refused', async () => {
  await loadMonth(ask, '2026-06-30', LIST);
  const late = loadLog(LOG, '2026-06-30', { historyStart: readIsoDay('2026-07-01') });
  await expect(late).rejects.toThrow('starts after the day of the data');
});
