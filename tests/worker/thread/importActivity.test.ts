import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { calendarFromDay, readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { surveyTable } from '../../../src/core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { asksSignal } from '../../../src/core/ingest/kinds/logSignal.ts';
import { readingUnderSwap } from '../../../src/core/ingest/xray/readingUnderSwap.ts';
import { groupEvents } from '../../../src/core/inventory/eventGroups.ts';
import { loadActivityLog } from '../../../src/storage/activityStore.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { importTable, type TableImportTools } from '../../../src/worker/thread/importTable.ts';
import { readSurveyInput } from '../../../src/worker/thread/surveyFile.ts';
import { byteFile, utf8 } from './byteFile.ts';
import { AS_OF, eachInOwnDatabase, LIVE, SURVEY_ASK, tableTools } from '../../support/importSetting.ts';

let db: ClientDatabase;
let count = 0;

eachInOwnDatabase((opened) => {
  db = opened;
});

const sourceOf = (text: string) => ({ file: byteFile([utf8(text)], 'log.csv') as File });

async function planFor(text: string): Promise<TablePlan> {
  const input = await readSurveyInput(sourceOf(text), SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return { ...surveyTable(input.value, 'activity', undefined).plan, asOf: AS_OF };
}

const toolsOf = (more: Partial<TableImportTools> = {}): TableImportTools => tableTools(db, more);

async function imported(text: string, file: string, plan?: TablePlan) {
  const ended = await importTable(
    sourceOf(text),
    plan ?? (await planFor(text)),
    toolsOf({ file }),
    LIVE,
    () => undefined,
  );
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  return ended.value.receipt;
}

function isoOf(day: number): string {
  const { year, month, day: date } = calendarFromDay(day as EpochDay);
  return [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

/** A stored log as plain series. */
async function seriesOf(file: string) {
  const loaded = await loadActivityLog(db, file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  const { table, keys, words, raw } = loaded.value;
  return Array.from({ length: table.count }, (_, row) => ({
    key: keys.at(table.key[row]! as RowIndex),
    licenceType: words[table.licenceType[row]!],
    event: words[table.event[row]!],
    events: table.events[row],
    row: table.sourceRow[row],
    days: [...table.days.subarray(table.dayStarts[row]!, table.dayStarts[row + 1]!)].map(isoOf),
    raw: raw.at(row as RowIndex),
  }));
}

const LOG = [
  'user_name,timestamp,event_type,count',
  'Ann,2026-03-01 08:14:22,resolve,2',
  'bob,2026-03-01 09:00:00,view,1',
  'ann,2026-03-02 10:00:00,resolve,',
  'ANN,2026-03-02 11:00:00,resolve,1',
  'Zoë,2026-04-05 11:00:00,resolve,1',
  'zoë,2026-04-04 11:00:00,resolve,1',
  'bob,2026-04-31 09:00:00,view,1',
  'bob,2026-05-01 09:00:00,view,0',
  ',2026-05-01 09:00:00,view,1',
  '',
].join('\n');

test('a log is folded into days by account and event, with row and text of the last day [LOAD-08]', async () => {
  const receipt = await imported(LOG, 'log');
  expect(receipt.rows).toMatchObject({ read: 9, accepted: 7, rejected: 2, repeats: 0 });
  expect(receipt.range).toEqual({ from: readIsoDay('2026-03-01'), to: readIsoDay('2026-04-05') });
  expect(receipt.activity).toMatchObject({
    keys: 3,
    series: 3,
    withoutEvents: 1,
    monthly: false,
    events: [
      { name: 'resolve', keys: 2, events: 6 },
      { name: 'view', keys: 1, events: 1 },
    ],
  });
  expect(await seriesOf('log')).toEqual([
    {
      key: 'Ann',
      licenceType: '',
      event: 'resolve',
      events: 4,
      row: 4,
      days: ['2026-03-01', '2026-03-02'],
      raw: '2026-03-02 10:00:00',
    },
    {
      key: 'bob',
      licenceType: '',
      event: 'view',
      events: 1,
      row: 3,
      days: ['2026-03-01'],
      raw: '2026-03-01 09:00:00',
    },
    {
      key: 'Zoë',
      licenceType: '',
      event: 'resolve',
      events: 2,
      row: 6,
      days: ['2026-04-04', '2026-04-05'],
      raw: '2026-04-05 11:00:00',
    },
  ]);
});

test('the same log in another encoding, or with quotes that need the general reader, gives the same series [LOAD-05]', async () => {
  await imported(LOG, 'plain');
  const rows = LOG.split('\n');
  const quoted = rows.map((row) => (row === '' ? '' : `"${row.split(',').join('","')}"`)).join('\n');
  await imported(quoted, 'quoted');
  const [first, ...rest] = rows;
  const odd = [first, ...rest.map((row) => row.replace(/^bob,/, 'bob,').replace('view', 'vi"ew'))].join('\n');
  await imported(odd, 'odd');
  const utf16 = byteFile([Uint8Array.from([0xff, 0xfe]), utf16Of(LOG)], 'log.csv') as File;
  const plan = await planFor(LOG);
  const ended = await importTable(
    { file: utf16 },
    { ...plan, dialect: { ...plan.dialect, encoding: 'utf-16le' } },
    toolsOf({ file: 'wide' }),
    LIVE,
    () => undefined,
  );
  expect(ended).toMatchObject({ ok: true, value: { outcome: 'imported' } });
  const plain = await seriesOf('plain');
  expect(await seriesOf('quoted')).toEqual(plain);
  expect(await seriesOf('wide')).toEqual(plain);
  expect(await seriesOf('odd')).toEqual(
    plain.map((series) => ({ ...series, event: series.event!.replace('view', 'vi"ew') })),
  );
});

function utf16Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    bytes[at * 2] = text.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

test('a monthly count says that something happened until the end of the month at the latest', async () => {
  await imported(
    'email,month,events\na@corp.example,2026-05,3\na@corp.example,2026-06,0\nb@corp.example,June 2026,1\n',
    'm',
  );
  expect(await seriesOf('m')).toMatchObject([
    { key: 'a@corp.example', days: ['2026-05-31'], raw: '2026-05', events: 3 },
    { key: 'b@corp.example', days: ['2026-06-30'], raw: 'June 2026', events: 1 },
  ]);
});

test('a further log is read as often as the first, unless one of the same size is there', async () => {
  const readsOf = async (text: string, file: string): Promise<number> => {
    const source = byteFile([utf8(text)], 'log.csv');
    let reads = 0;
    const counted = {
      ...source,
      arrayBuffer: () => ((reads += 1), source.arrayBuffer()),
      stream: () => ((reads += 1), source.stream()),
    };
    const plan = await planFor(text);
    await importTable({ file: counted as File }, plan, toolsOf({ file }), LIVE, () => undefined);
    return reads;
  };
  const first = await readsOf(LOG, 'one');
  expect(await readsOf(`${LOG}eve,2026-05-02 09:00:00,view,1\n`, 'two')).toBe(first);
  expect(await readsOf(LOG.replace('resolve', 'reserve'), 'three')).toBeGreaterThan(first);
  expect(await db.files.count()).toBe(3);
});

test('the same log again is not loaded twice, a file of zeros not at all [LOAD-11]', async () => {
  await imported(LOG, 'log');
  const again = await importTable(sourceOf(LOG), await planFor(LOG), toolsOf(), LIVE, () => undefined);
  expect(again).toMatchObject({ value: { outcome: 'alreadyLoaded', receipt: { file: 'log' } } });
  const zeros = 'user_name,date,event_type,count\nann,2026-03-01,view,0\n';
  const refused = await importTable(sourceOf(zeros), await planFor(zeros), toolsOf(), LIVE, () => undefined);
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  expect(await db.files.count()).toBe(1);
});

test('cancelling, or a ledger that cannot be written, leaves nothing behind [LOAD-02]', async () => {
  const stopped = new AbortController();
  const plan = await planFor(LOG);
  stopped.abort();
  const cancelled = await importTable(sourceOf(LOG), plan, toolsOf(), stopped.signal, () => undefined);
  expect(cancelled).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  const record = () => Promise.reject(new Error('no entry'));
  await expect(
    importTable(sourceOf(LOG), plan, toolsOf({ record }), LIVE, () => undefined),
  ).rejects.toThrow();
  expect([await db.files.count(), await db.chunks.count(), await db.staging.count()]).toEqual([0, 0, 0]);
});

test('rows in bytes and rows in strings are read alike', async () => {
  const cell = fc.constantFrom('ann', 'ANN', ' ann', "'=ann", 'NULL', '', 'Zoë', 'bob ', 'total');
  const date = fc.constantFrom(
    '2026-03-01',
    '2026-03-01T23:59:00Z',
    '2026-02-30',
    'x',
    '',
    '2027-01-01',
    '1 Mar 2026',
  );
  const event = fc.constantFrom('resolve', '', ' view', 'View');
  const number = fc.constantFrom('', '1', '03', '1,600', '-1', '0', '1.5', 'many');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, date, event, number), { minLength: 1, maxLength: 12 }),
      async (rows) => {
        const lines = rows.map((cells) => cells.map((text) => `"${text}"`).join(','));
        const text = ['user_name,date,event_type,count', ...lines, ''].join('\n');
        const plan = await planFor('user_name,date,event_type,count\nann,2026-03-01,view,1\n');
        const run = async (dialect: Partial<TablePlan['dialect']>, file: string) => {
          const tools = toolsOf({ file });
          const ended = await importTable(
            sourceOf(text),
            { ...plan, dialect: { ...plan.dialect, ...dialect } },
            tools,
            LIVE,
            () => undefined,
          );
          const isIn = ended.ok && ended.value.outcome === 'imported';
          const receipt = isIn ? { ...ended.value.receipt, plan: undefined, file: '' } : undefined;
          const series = isIn ? await seriesOf(file) : [];
          await db.files.clear();
          return { receipt, series };
        };
        const bytes = await run({}, `b${(count += 1)}`);
        const strings = await run({ apostropheQuotes: true }, `s${(count += 1)}`);
        expect(bytes).toEqual(strings);
      },
    ),
    { numRuns: 40 },
  );
});

test('failed sign-ins of a log-on history are attempts, whatever was said of the file [LOAD-15]', async () => {
  const text =
    'User,Login Date/Time,Login Type,Logout Date/Time,Successful Login\n' +
    'ann,2026-03-01 08:14:22,Web,2026-03-01 09:14:22,Yes\n' +
    'ann,2026-03-02 08:14:22,Web,,No\n' +
    'bob,2026-03-03 08:14:22,Web,,no\n';
  const plan = await planFor(text);
  const stated: TablePlan = { ...plan, facts: { ...plan.facts, signalKind: 'applicationSignIn' } };
  const receipt = await imported(text, 'history', stated);
  expect(receipt.rows).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  const events = receipt.activity!.events;
  expect(events.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
    { name: '', keys: 1, events: 1 },
    { name: 'Failed sign-in', keys: 2, events: 2 },
  ]);
  expect(
    groupEvents(events, 'ivanti', 'applicationSignIn').map(({ events: [name], signalKind }) => [
      name,
      signalKind,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['', 'applicationSignIn'],
      ['Failed sign-in', 'attempt'],
    ]),
  );
});

test('the entries of a log-on history are sign-ins before anybody says so, and its name says what is missing [LOAD-15]', async () => {
  const rows = 'ann,2026-03-01 08:14:22\nbob,2026-03-03 08:14:22\n';
  const plan = await planFor(`User,Login Time\n${rows}`);
  expect(plan.facts).toMatchObject({ signalKind: 'applicationSignIn', signalProposed: true });
  const { activity } = await imported(`User,Login Time\n${rows}`, 'logins', plan);
  expect(groupEvents(activity!.events, 'other', plan.facts.signalKind)).toMatchObject([
    { header: 'Log of sign-ins', signalKind: 'applicationSignIn', proposedClass: 'loginOnly' },
  ]);
  const unclear = await planFor(`user_name,timestamp\n${rows}`);
  expect(unclear.facts).toMatchObject({ signalKind: undefined });
  expect(asksSignal(unclear)).toBe(true);
});

test('a status of failed makes an attempt of a sign-in, and leaves an action an action [LOAD-15]', async () => {
  const text =
    'user_name,timestamp,event_type,status\n' +
    'ann,2026-03-01 08:14:22,Login,success\n' +
    'ann,2026-03-02 08:14:22,Login,Failed\n' +
    'ann,2026-03-03 08:14:22,Resolve ticket,failed\n' +
    'ann,2026-03-04 08:14:22,Resolve ticket,0\n';
  const { activity } = await imported(text, 'events');
  const groups = groupEvents(activity!.events, 'other', undefined);
  expect(new Map(groups.map(({ events: [name], signalKind }) => [name, signalKind]))).toEqual(
    new Map([
      ['Resolve ticket', 'action'],
      ['Login', 'applicationSignIn'],
      ['Login (failed)', 'attempt'],
    ]),
  );
});

test.each([
  ['cell by cell', (cell: string) => cell],
  ['quoted with spaces', (cell: string) => `" ${cell} "`],
])(
  'keys and days of a log that a spreadsheet changed are told with their rows, %s [LOAD-28]',
  async (_, write) => {
    const text =
      'user_name,timestamp,event_type\n' +
      `${write('1.2E+11')},2026-03-01,resolve\n` +
      'ann,2026-03-02,resolve\n' +
      `bob,${write('46084')},resolve\n` +
      `${write('1.3E+11')},20260305,resolve\n`;
    const { findings } = await imported(text, 'damaged');
    expect(findings.filter(({ kind }) => kind === 'damagedCells')).toEqual([
      {
        kind: 'damagedCells',
        damage: 'serialNumbers',
        header: 'timestamp',
        cells: 1,
        rows: [{ fileRow: 4, text: '46084' }],
      },
      {
        kind: 'damagedCells',
        damage: 'lostDigits',
        header: 'user_name',
        cells: 2,
        rows: [
          { fileRow: 2, text: '1.2E+11' },
          { fileRow: 5, text: '1.3E+11' },
        ],
      },
    ]);
  },
);

/** Read with the day first in a spreadsheet that expects the month first: what it could, it turned into dates. */
const SWAPPED =
  'user_name,timestamp,event_type\n' +
  'ann,2026-03-02 08:14:22,resolve\n' +
  'ann,25/02/2026 09:00:00,resolve\n' +
  'bob,2026-04-01 08:14:22,resolve\n' +
  'bob,13/04/2026 09:00:00,resolve\n';

async function swapSurvey(given?: (plan: TablePlan) => TablePlan) {
  const input = await readSurveyInput(sourceOf(SWAPPED), SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  const first = surveyTable(input.value, 'activity', undefined);
  return given ? surveyTable(input.value, 'activity', given(first.plan)) : first;
}

const daysStored = async (file: string) =>
  (await seriesOf(file)).map(({ key, days }) => [key, days] as const).toSorted();

const underSwap =
  (answer: 'swapBack' | 'asWritten') =>
  (plan: TablePlan): TablePlan => ({
    ...plan,
    columns: plan.columns.map((column) =>
      column.dates
        ? { ...column, dates: readingUnderSwap(column.dates, { textOrder: 'dayFirst' }, answer) }
        : column,
    ),
  });

test('days and months that a spreadsheet exchanged in a part of a log are asked about, and read as answered [LOAD-28]', async () => {
  const { swaps, columns } = await swapSurvey();
  expect(swaps).toMatchObject([
    {
      kind: 'swappedDays',
      position: 1,
      count: 2,
      rows: [
        { fileRow: 2, text: '2026-03-02 08:14:22', beside: '3 Feb 2026' },
        { fileRow: 4, text: '2026-04-01 08:14:22', beside: '4 Jan 2026' },
      ],
      recommended: 'swapBack',
    },
  ]);
  expect(columns[1]!.samples[0]).toMatchObject({ reading: expect.stringContaining('2 Mar 2026') });

  const back = await swapSurvey(underSwap('swapBack'));
  expect(back.columns[1]!.samples[0]).toMatchObject({ reading: expect.stringContaining('3 Feb 2026') });
  const receipt = await imported(SWAPPED, 'back', { ...back.plan, asOf: AS_OF });
  expect(await daysStored('back')).toEqual([
    ['ann', ['2026-02-03', '2026-02-25']],
    ['bob', ['2026-01-04', '2026-04-13']],
  ]);
  expect(receipt.findings).toEqual([]);
});

test('days that a person leaves as they are written are not told again [LOAD-28]', async () => {
  const asWritten = await swapSurvey(underSwap('asWritten'));
  const { findings } = await imported(SWAPPED, 'written', { ...asWritten.plan, asOf: AS_OF });
  expect(await daysStored('written')).toEqual([
    ['ann', ['2026-02-25', '2026-03-02']],
    ['bob', ['2026-04-01', '2026-04-13']],
  ]);
  expect(findings).toEqual([]);
});

test('what only the whole log shows of it ends the import with the question, once, and keeps nothing [LOAD-28]', async () => {
  const plan = { ...(await swapSurvey()).plan, asOf: AS_OF };
  const importWith = (tools: Partial<TableImportTools>) =>
    importTable(sourceOf(SWAPPED), plan, toolsOf({ file: 'late', ...tools }), LIVE, () => undefined);
  const asked = await importWith({ shown: [] });
  expect(asked).toMatchObject({
    value: { outcome: 'xrayOpen', questions: [{ kind: 'swappedDays', position: 1, count: 2 }] },
  });
  expect(await db.files.count()).toBe(0);
  expect(await db.chunks.count()).toBe(0);

  const unanswered = await importWith({ shown: [{ kind: 'swappedDays', position: 1 }] });
  expect(unanswered).toMatchObject({
    value: {
      outcome: 'imported',
      receipt: { findings: [{ kind: 'damagedCells', damage: 'swappedDays', cells: 2 }] },
    },
  });
});

test('a roster is asked about exchanged days as well [LOAD-28]', async () => {
  const text =
    'employee_number,hire date,unit_id\n1,2026-03-02,A\n2,25/02/2026,A\n3,2026-04-01,A\n4,13/04/2026,A\n';
  const input = await readSurveyInput(sourceOf(text), SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  const { swaps, plan } = surveyTable(input.value, 'roster', undefined);
  expect(swaps).toMatchObject([{ kind: 'swappedDays', position: 1, count: 2 }]);
  const ended = await importTable(
    sourceOf(text),
    { ...plan, asOf: AS_OF },
    toolsOf({ file: 'roster', shown: [] }),
    LIVE,
    () => undefined,
  );
  expect(ended).toMatchObject({ value: { outcome: 'xrayOpen' } });
});

test.each([
  ['read as bytes', (cell: string) => cell],
  ['read as texts', (cell: string) => `"${cell}" `],
])('lines of totals are not watched for what a spreadsheet changed, %s [LOAD-28]', async (_, write) => {
  const rows = [
    ['ann', '2026-03-01', 'resolve'],
    ['bob', '46084', 'resolve'],
    ['Total', '45000', ''],
    ['1.3E+11', '2026-03-05', 'resolve'],
    ['Grand total', '45001', ''],
  ];
  const lines = rows.map((cells) => `${cells.map(write).join(',')}\n`).join('');
  const { rows: counted, findings } = await imported(`user_name,timestamp,event_type\n${lines}`, 'totals');
  expect(counted).toMatchObject({ read: 3, others: { total: 2 } });
  expect(findings.filter(({ kind }) => kind === 'damagedCells')).toMatchObject([
    { damage: 'serialNumbers', cells: 1, rows: [{ fileRow: 3, text: '46084' }] },
    { damage: 'lostDigits', cells: 1, rows: [{ fileRow: 5 }] },
  ]);
});
