import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { FileSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type { SeatExplanation } from '../../../src/worker/reviewView.ts';
import { wordFinding, wordReceipt } from '../../../src/ui/load/loadWords.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { STAMP } from '../../support/monthlyLists.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const LIST = `\
Login,Name,Subject type,Role,Permissions,License type,Expected pattern,Assigned on,Last work
ada,Ada Quill,User,Agent,"Edit, approve",Fulfiller,half-yearly,2024-01-01,2025-12-01
ben,Ben Orr,User,Agent,Read,Fulfiller,half-yearly,2024-01-01,2025-11-01
cal,Cal Dee,User,,,Fulfiller,fortnightly,2024-01-01,2026-03-20
k-14,Kiosk,Device,,Read,Fulfiller,täglich,2024-01-01,2026-06-20
k-15,Gate,Gerät,,,Fulfiller,,2024-01-01,2026-06-20
vm-3,Build,Virtual machine,,,Fulfiller,unknown,2024-01-01,2026-06-20
x-1,Badge,Badge reader,,,Fulfiller,Seasonal (Nov–Jan),2024-01-01,2026-01-31
`;
const ORDER = ['ada', 'ben', 'cal', 'k-14', 'k-15', 'vm-3', 'x-1'];

let ask: AskThread;
let survey: FileSurvey;
let receipt: Receipt;
const explained = new Map<string, SeatExplanation>();

beforeAll(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Northmoor',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const source = { file: new File([LIST], 'users.csv') };
  survey = await ask('surveyFile', {
    source,
    fileTime: undefined,
    system: 'other',
    workingDay: STAMP.workingDay,
    plan: undefined,
  });
  const plan = { ...survey.plan, asOf: readIsoDay('2026-06-30')!, completeness: 'full' as const };
  const answer = await ask('importUsers', { source, plan, estimatedRows: 7, stamp: STAMP });
  if (answer.import.outcome !== 'imported') throw new Error(answer.import.outcome);
  receipt = answer.import.receipt;
  const page = await ask('seatPage', { query: seatQuery(), from: 0, count: 50 });
  for (const { seat, accountId } of page.rows) explained.set(accountId, await ask('explainSeat', { seat }));
});

describe('a list of users, devices and virtual environments', () => {
  test('shows how subjects, permissions and patterns are read before it is imported [LOAD-18]', () => {
    const readings = (header: string) =>
      survey.columns.find((column) => column.header === header)!.samples.map((sample) => sample.reading);
    expect(readings('Subject type')).toEqual(['User', 'Device', 'Device']);
    expect(readings('Permissions')).toEqual(['Edit, approve', 'Read']);
    expect(readings('Expected pattern')).toEqual(['Half-yearly', 'not a known pattern', 'Daily']);
    const notes = survey.findings.map((finding) => wordFinding(finding, 'other').sentence);
    expect(notes).toContain(
      'Expected pattern says “fortnightly”: no known pattern, in 1 row. Such a word declares nothing. ' +
        'Known are daily, weekly, monthly, quarterly, half-yearly, yearly, seasonal, on-call and unknown.',
    );
  });

  test('the receipt counts devices and virtual environments and names words that are not known [LOAD-18]', () => {
    expect(receipt.subjects).toEqual({ devices: 2, virtual: 1 });
    expect(wordReceipt(receipt)).toContain('Among the accounts 2 devices, 1 virtual environment.');
    expect(receipt.findings.filter(({ kind }) => kind === 'unreadWords')).toEqual([
      {
        kind: 'unreadWords',
        meaning: 'subjectType',
        header: 'Subject type',
        words: ['Badge reader'],
        count: 1,
        of: 'accounts',
      },
      {
        kind: 'unreadWords',
        meaning: 'expectedPattern',
        header: 'Expected pattern',
        words: ['fortnightly'],
        count: 1,
        of: 'accounts',
      },
    ]);
  });

  test('the declared pattern gives each seat its own window [LOAD-18]', async () => {
    expect(ORDER.map((account) => explained.get(account)!.category)).toEqual([
      'periodic',
      'dormant',
      'borderline',
      'active',
      'active',
      'active',
      'periodic',
    ]);
    const { counts } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
    expect([...counts.cells].reduce((sum, seats) => sum + seats, 0)).toBe(7);
    expect(explained.get('ada')!.sentence).toContain('declared half-yearly by the user list');
    expect(explained.get('ben')!.sentence).toContain('missed its own pattern');
    expect(explained.get('cal')!.history).toContain('declares a pattern in a word that is not known');
  });

  test('subject, role and permissions stand beside why a seat has its category [LOAD-18]', () => {
    expect(explained.get('ada')!.described).toEqual({
      subject: 'User',
      role: 'Agent',
      further: [{ label: 'Permissions', text: 'Edit, approve' }],
    });
    expect(explained.get('k-15')!.described).toEqual({ subject: 'Device', role: '', further: [] });
    expect(explained.get('vm-3')!.described?.subject).toBe('Virtual environment');
    expect(explained.get('x-1')!.described?.subject).toBe('in a word that is not known');
  });

  test('the exported table holds subject and permissions in columns of their own [LOAD-18]', async () => {
    const { csv } = await ask('seatTable', { query: seatQuery() });
    const lines = csv.trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/File row"?,"?Subject"?,"?Permissions"?$/);
    expect(lines.find((line) => line.includes('Kiosk'))).toMatch(/"?Device"?,"?Read"?$/);
    expect(lines.find((line) => line.includes('Ada Quill'))).toMatch(/"?User"?,"Edit, approve"$/);
  });
});

const OWNERS = `\
Login,First name,Last name,E-mail,License type,Department,Division,Delegates,Approver for,Queues,Scheduled jobs,Jurisdiction,Assigned on,Last work
ada,Ada,Quill,ada@x.example,Fulfiller,Desk,North,,,Net,,UK,2024-01-01,2025-12-01
ada,Ada,Quill,ada@x.example,Fulfiller,Desk,North,,Finance,Tax,3,UK,2024-01-01,2025-12-01
ben,Ben,Orr,ben@x.example,Fulfiller,Desk,South,,no,,0,DE,2024-01-01,2025-12-01
cal,,Dee,cal@x.example,Fulfiller,Desk,South,,,,,,2024-01-01,2025-12-01
kim,Kim,,kim@x.example,Fulfiller,Desk,South,cal@x.example; nobody,,,,,2024-01-01,2026-06-20
`;

describe('a list of what accounts own and answer for', () => {
  let owners: AskThread;
  const why = new Map<string, SeatExplanation>();

  beforeAll(async () => {
    owners = askThread();
    const client = { name: 'Larkfield', timeZone: 'Europe/London', fiscalYearStart: 1, sample: false };
    await owners('createClient', { ...client, stamp: STAMP });
    const source = { file: new File([OWNERS], 'owners.csv') };
    const { plan } = await owners('surveyFile', {
      source,
      fileTime: undefined,
      system: 'other',
      workingDay: STAMP.workingDay,
      plan: undefined,
    });
    const given = { ...plan, asOf: readIsoDay('2026-06-30')!, completeness: 'full' as const };
    await owners('importUsers', { source, plan: given, estimatedRows: 5, stamp: STAMP });
    const page = await owners('seatPage', { query: seatQuery(), from: 0, count: 50 });
    for (const { seat, accountId } of page.rows) why.set(accountId, await owners('explainSeat', { seat }));
  });

  const checkOf = (account: string, name: 'protectedRole' | 'dependencies') =>
    why.get(account)!.checks.find(({ check }) => check === name)!;

  test('shows each text by its name beside why a seat has its category [LOAD-08]', () => {
    expect(why.get('ada')!.described?.further).toEqual([
      { label: 'Delegate or approver', text: 'Finance' },
      { label: 'Division', text: 'North' },
      { label: 'Queues or groups', text: 'Net; Tax' },
      { label: 'Scheduled jobs', text: '3' },
      { label: 'Jurisdiction', text: 'UK' },
    ]);
    expect(why.get('cal')!.described?.further).toEqual([{ label: 'Division', text: 'South' }]);
  });

  test('names people whose first and last name stand in two columns', () => {
    const names = ['ada', 'ben', 'cal', 'kim'].map((account) => why.get(account)!.name);
    expect(names).toEqual(['Ada Quill', 'Ben Orr', 'Dee', 'Kim']);
  });

  test('protects a listed approver and a delegate whom another account names', () => {
    expect(checkOf('ada', 'protectedRole')).toMatchObject({
      result: 'block',
      evidence: 'Listed as delegate or approver in row 2: Finance.',
    });
    expect(checkOf('cal', 'protectedRole')).toMatchObject({
      result: 'block',
      evidence: 'Dee is named among the delegates of Kim (row 6).',
    });
    expect(checkOf('ben', 'protectedRole').result).toBe('pass');
  });

  test('warns of queues and jobs that need a new owner', () => {
    expect(checkOf('ada', 'dependencies')).toMatchObject({
      result: 'warn',
      evidence: expect.stringContaining('queues or groups: Net; Tax · scheduled jobs: 3'),
    });
    expect(checkOf('ben', 'dependencies').result).toBe('pass');
  });

  test('refuses a case for a protected seat, and raises one for the other', async () => {
    await owners('act', {
      action: { act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false } },
      stamp: STAMP,
    });
    await owners('act', {
      action: { act: 'createCases', seats: undefined, manualReason: undefined },
      stamp: STAMP,
    });
    const query = { state: undefined, open: undefined, search: '', cases: undefined };
    const { rows } = await owners('casePage', { query, from: 0, count: 9, workingDay: STAMP.workingDay });
    expect(rows.map(({ name }) => name)).toEqual(['Ben Orr']);
  });

  test('the exported table has a column for each', async () => {
    const { csv } = await owners('seatTable', { query: seatQuery() });
    const [header, ...lines] = csv.trim().split(/\r?\n/);
    expect(header).toMatch(
      /File row"?,"?Delegate or approver"?,"?Division"?,"?Queues or groups"?,"?Scheduled jobs"?,"?Jurisdiction"?$/,
    );
    expect(lines.find((line) => line.includes('Ada Quill'))).toMatch(
      /"?Finance"?,"?North"?,"?Net; Tax"?,"?3"?,"?UK"?$/,
    );
  });
});
