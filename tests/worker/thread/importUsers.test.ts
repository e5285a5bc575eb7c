import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { isDay } from '../../../src/core/base/dayValue.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadRejectedRows, loadSnapshot } from '../../../src/storage/snapshotStore.ts';
import { wordFinding } from '../../../src/ui/load/loadWords.ts';
import type { ImportAnswer, Receipt } from '../../../src/worker/loadView.ts';
import type { Failure } from '../../../src/worker/protocol.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { rejectedRowsHeader } from '../../../src/worker/thread/importRejects.ts';
import { importUsers, type ImportTools } from '../../../src/worker/thread/importUsers.ts';
import { loadImports } from '../../../src/worker/thread/storedImports.ts';
import { surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { byteFile, cutAt, utf8 } from './byteFile.ts';
import {
  AS_OF,
  eachInOwnDatabase,
  IMPORTED_AT,
  LIVE,
  SURVEY_ASK,
  usersTools,
} from '../../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const asFile = (source: ByteSource | string): ByteSource =>
  typeof source === 'string' ? byteFile([utf8(source)]) : source;

async function planFor(source: ByteSource | string, change: Partial<ImportPlan> = {}): Promise<ImportPlan> {
  const survey = await surveyFile({ file: asFile(source) as File }, SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  return { ...survey.value.plan, asOf: AS_OF, fixedLicenceType: 'Fulfiller', ...change };
}

const toolsOf = (more: Partial<ImportTools> = {}): ImportTools => usersTools(db, more);

async function importText(
  source: ByteSource | string,
  plan?: ImportPlan,
  more: Partial<ImportTools> = {},
): Promise<ImportAnswer> {
  const ended = await importUsers(
    { file: asFile(source) as File },
    plan ?? (await planFor(source)),
    toolsOf(more),
    LIVE,
    () => undefined,
  );
  if (!ended.ok) throw new Error(JSON.stringify(ended.failure));
  return ended.value;
}

async function receiptOf(source: ByteSource | string, plan?: ImportPlan): Promise<Receipt> {
  const answer = await importText(source, plan);
  if (answer.outcome !== 'imported') throw new Error(answer.outcome);
  return answer.receipt;
}

async function failureOf(source: ByteSource | string, plan: ImportPlan): Promise<Failure> {
  const ended = await importUsers({ file: asFile(source) as File }, plan, toolsOf(), LIVE, () => undefined);
  if (ended.ok) throw new Error(ended.value.outcome);
  return ended.failure;
}

const everything = async (): Promise<unknown> =>
  Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));

async function tablesOf(id: string): Promise<Snapshot> {
  const loaded = await loadSnapshot(db, id);
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  const texts = await loaded.value.loadTexts();
  if (!texts.ok) throw new Error(texts.failure.kind);
  return loaded.value.snapshot;
}

/** Every seat with its account, licence type, unit and dates, in words. */
function seatLines({ accounts, seats, evidence, strings, licenceTypes }: Snapshot): string[] {
  return Array.from({ length: seats.count }, (_, seat) => {
    const account = seats.account[seat]! as RowIndex;
    const dates = evidence.map(({ values, raw, level }) => {
      const row = (level === 'seat' ? seat : account) as RowIndex;
      return isDay(values[row]!) ? formatIsoDay(values[row] as EpochDay) : `[${raw.at(row)}]`;
    });
    const name = accounts.displayName?.at(account) ?? '';
    return [
      accounts.accountId.at(account),
      name,
      licenceTypes[seats.licenceType[seat]!],
      strings[accounts.unit[account]!],
      ...dates,
    ].join('|');
  });
}

const USERS =
  'user_name,name,email,department,active,last_login_time,sys_created_on\r\n' +
  'ann,"Łukasz, Żółć 😀",ann@example.org,Law,true,2026-06-20 10:00:00,2024-01-02 09:00:00\r\n' +
  'bob,"two\r\nlines",bob@example.org,Tax,true,,2024-01-02 09:00:00\r\n' +
  '\r\n' +
  'cy,Cy,cy@example.org,Law,false,31/02/2026,2024-01-02 09:00:00\r\n' +
  'dee,Dee,dee@example.org,Tax,true,2026-06-30 23:30:00,2025-05-05 09:00:00\r\n' +
  'eve,Eve,eve@example.org,Tax\r\n' +
  ',Nobody,,,,2026-01-01 00:00:00,\r\n';

describe('the receipt', () => {
  test('accounts for every row and equals what is stored [LOAD-33]', async () => {
    const receipt = await receiptOf(USERS);
    expect(receipt.rows).toEqual({ read: 6, accepted: 3, rejected: 3, repeats: 0, blankLines: 1 });
    expect([receipt.accounts, receipt.seats, receipt.units]).toEqual([3, 3, 2]);
    expect(receipt.lastUse && [receipt.lastUse.from, receipt.lastUse.to].map(formatIsoDay)).toEqual([
      '2026-06-20',
      '2026-06-30',
    ]);
    const loaded = await loadSnapshot(db, receipt.snapshot);
    expect(loaded.ok && loaded.value.head.receipt).toEqual(receipt);
    expect(loaded.ok && loaded.value.snapshot.rows).toEqual(receipt.rows);
    expect(receipt.source.sha256).toBe(createHash('sha256').update(USERS).digest('hex'));
    expect(seatLines(await tablesOf(receipt.snapshot))).toEqual([
      'ann|Łukasz, Żółć 😀|Fulfiller|Law|2026-06-20',
      'bob|two\r\nlines|Fulfiller|Tax|[]',
      'dee|Dee|Fulfiller|Tax|2026-06-30',
    ]);
  });

  test('rejected rows quote row, column, original cell and the whole original row [LOAD-33]', async () => {
    const receipt = await receiptOf(USERS);
    expect(receipt.errors.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['impossibleDate', 5, 'last_login_time'],
      ['tooFewCells', 7, undefined],
      ['missingAccount', 8, 'user_name'],
    ]);
    const lines = (rejectedRowsHeader(receipt.plan) + (await loadRejectedRows(db, receipt.snapshot))).split(
      '\r\n',
    );
    expect(lines[0]).toBe(
      'Row,Column,Original text,Problem,user_name,name,email,department,active,last_login_time,sys_created_on',
    );
    expect(lines[1]).toBe(
      '5,last_login_time,31/02/2026,"Row 5, last_login_time: \'31/02/2026\' is not a date.",cy,Cy,cy@example.org,Law,false,31/02/2026,2024-01-02 09:00:00',
    );
    expect(lines).toHaveLength(5);
  });

  test('a row whose quote is closed too late is rejected also below a blank line [LOAD-05, LOAD-33]', async () => {
    const text = 'Username\nbob\n\n"cem\nana"x"\ndee\n';
    const receipt = await receiptOf(text);
    expect(receipt.rows).toMatchObject({ read: 4, accepted: 3, rejected: 1, blankLines: 1 });
    expect(receipt.errors).toEqual([{ kind: 'unclosedQuote', row: 4, column: undefined, text: '"cem' }]);
  });

  test('a secret is kept nowhere, not even in a rejected row, and its column is named [LOAD-10]', async () => {
    const text =
      'user_name,api_token,last_login\na,s3cr3t,2026-13-01\nb,s3cr3t,2026-06-01\nc,s3cr3t\nd,s3cr3t,2026-06-02\n';
    const receipt = await receiptOf(text);
    expect(receipt.rows.rejected).toBe(2);
    expect(receipt.findings).toContainEqual({ kind: 'secretColumn', header: 'api_token' });
    expect(JSON.stringify(receipt) + (await loadRejectedRows(db, receipt.snapshot))).not.toContain('s3cr3t');
    const stored = (await db.chunks.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes)).join(' ');
    expect(stored).toContain('2026-06-02');
    expect(stored).not.toContain('s3cr3t');
  });
});

test('every deviation from a plain table is counted in the receipt and told there in words [LOAD-05]', async () => {
  const text = [
    'Users of June',
    'Printed for the desk',
    'user_name,name,last_login,office,office,',
    'ann,Ann,2026-06-20,North,1,',
    'bob,Bob,2026-06-21,North,1,,,',
    'cy,Cy,2026-06-22',
    'user_name,name,last_login,office,office,',
    'dee,Dee,2026-06-23,South,2,',
    '"Grand Totals (4 records)"',
    '"Copyright (c) 2000-2026 Example. All rights reserved."',
    '"Confidential Information - Do Not Distribute"',
    '',
  ].join('\n');
  const receipt = await receiptOf(text);
  expect(receipt.rows).toEqual({
    read: 4,
    accepted: 4,
    rejected: 0,
    repeats: 0,
    blankLines: 0,
    others: { repeatedHeader: 1, total: 1, footer: 2 },
  });
  const words = receipt.findings.map((finding) => wordFinding(finding, 'other').sentence);
  expect(words).toEqual([
    'Two columns are called office. They are told apart by their place.',
    expect.stringMatching(/^No column shows real work/),
    '2 lines above the column names were skipped.',
    '1 line of totals was left out.',
    '2 lines below or between the rows were left out.',
    '1 row has empty cells beyond the last column; nothing was lost.',
    '1 row ends before the last column; only columns that are left out are missing.',
    '1 row repeats the column names and was skipped.',
  ]);
});

describe('the same tables from any cut', () => {
  const golden: readonly [string, string][] = [
    ['quotes, wide letters and rejected rows', USERS],
    ['semicolons and lone CR', 'user_name;name;last_login\ra;Ä;01.02.2026\rb;"x;\ry";13.02.2026\r'],
    ['a bad quote', 'user_name,name,last_login\na,"open,2026-06-01\nb,"B",2026-06-02\nc,C,2026-06-03\n'],
  ];
  test.each(golden)(
    '%s, cut at every byte [LOAD-05]',
    async (_, text) => {
      const bytes = utf8(text);
      const plan = await planFor(text);
      const read = async (file: ByteSource): Promise<unknown> => {
        const receipt = await receiptOf(file, plan);
        const tables = seatLines(await tablesOf(receipt.snapshot));
        const rejected = await loadRejectedRows(db, receipt.snapshot);
        await Promise.all(db.tables.map((table) => table.clear()));
        return { ...receipt, snapshot: '', tables, rejected };
      };
      const whole = await read(byteFile([bytes]));
      for (let at = 1; at < bytes.length; at += 1)
        expect(await read(byteFile(cutAt(bytes, at)))).toEqual(whole);
      expect(await read(byteFile([...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(whole);
    },
    60_000,
  );
});

describe('nothing is kept', () => {
  test('of the same bytes a second time: the first receipt is given back [LOAD-11]', async () => {
    const first = await receiptOf(byteFile([utf8(USERS)], 'users of June.csv'));
    expect(first.source).toMatchObject({
      name: 'users of June.csv',
      bytes: utf8(USERS).length,
      sha256: createHash('sha256').update(USERS).digest('hex'),
    });
    expect(first.importedAt).toBe(IMPORTED_AT);
    const before = await everything();
    const renamed = byteFile([utf8(USERS)], 'other name.csv');
    expect(await importText(renamed, await planFor(USERS))).toEqual({
      outcome: 'alreadyLoaded',
      receipt: first,
      otherSettings: false,
    });
    expect(await everything()).toEqual(before);
  });

  test('of the same bytes with other settings, until they are to be read again [LOAD-11]', async () => {
    const first = await receiptOf(USERS);
    const before = await everything();
    const corrected = await planFor(USERS, { fixedLicenceType: 'ITSM Fulfiller', lagDays: 5 });
    expect(await importText(USERS, corrected)).toEqual({
      outcome: 'alreadyLoaded',
      receipt: first,
      otherSettings: true,
    });
    expect(await everything()).toEqual(before);
    const again = await importText(USERS, corrected, { again: true });
    if (again.outcome !== 'imported') throw new Error(again.outcome);
    expect(again.receipt.licenceTypes).toEqual([{ name: 'ITSM Fulfiller', seats: 3 }]);
    expect(again.receipt.source).toMatchObject({ sha256: first.source.sha256, lagDays: 5 });
    expect(await db.snapshots.count()).toBe(2);
    const twice = await importText(USERS, corrected, { again: true });
    expect(twice).toMatchObject({ outcome: 'alreadyLoaded', otherSettings: false });
    expect(twice).toHaveProperty('receipt.snapshot', again.receipt.snapshot);
    expect(await db.snapshots.count()).toBe(2);
  });

  test('when day and month stay open in the whole file [LOAD-19]', async () => {
    const text = 'user_name,last_login\na,04/05/2026\nb,05/06/2026\n';
    const plan = await planFor(text);
    expect(await importText(text, plan)).toEqual({
      outcome: 'dateOrderOpen',
      position: 1,
      header: 'last_login',
      open: {
        orders: ['dayFirst', 'monthFirst'],
        fitBoth: 2,
        readings: [
          {
            fileRow: 2,
            text: '04/05/2026',
            dayFirst: readIsoDay('2026-05-04'),
            monthFirst: readIsoDay('2026-04-05'),
          },
          {
            fileRow: 3,
            text: '05/06/2026',
            dayFirst: readIsoDay('2026-06-05'),
            monthFirst: readIsoDay('2026-05-06'),
          },
        ],
      },
    });
    expect(await db.chunks.count()).toBe(0);
    expect(await db.staging.count()).toBe(0);
  });

  test('when the import is cancelled in the middle [LOAD-02]', async () => {
    await importText(USERS);
    const before = await everything();
    const rows = Array.from({ length: 60_000 }, (_, row) => `user${row},2026-06-0${1 + (row % 9)}\n`);
    const file = byteFile([utf8(`user_name,last_login\n${rows.join('')}`)]);
    const controller = new AbortController();
    let clock = 0;
    let reported = 0;
    const tools = toolsOf({ elapsed: () => (clock += 60) });
    const ended = await importUsers(
      { file: file as File },
      await planFor(file),
      tools,
      controller.signal,
      (read) => {
        reported = read;
        if (read > 500) controller.abort();
      },
    );
    expect(ended).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(reported).toBeGreaterThan(500);
    expect(reported).toBeLessThan(40_000);
    expect(await everything()).toEqual(before);
  });

  test('when the ledger refuses the entry', async () => {
    const refuse = (): Promise<void> => Promise.reject(new Error('broken ledger'));
    await expect(importText(USERS, undefined, { record: refuse })).rejects.toThrow('broken ledger');
    expect(await db.chunks.count()).toBe(0);
    expect(await db.snapshots.count()).toBe(0);
    expect(await db.staging.count()).toBe(0);
  });
});

describe('an incomplete list', () => {
  const list = (count: number, unit = 'Law'): string =>
    'user_name,department,last_login\n' +
    Array.from({ length: count }, (_, row) => `u${row},${row === 0 ? unit : 'Tax'},2026-06-01\n`).join('');

  /** A file during whose reading another tab loads another list. */
  const overtakenBy = (text: string, other: string): ByteSource => {
    const file = asFile(text);
    return {
      name: file.name,
      size: file.size,
      stream: () => file.stream(),
      arrayBuffer: async () => {
        await receiptOf(other);
        return file.arrayBuffer();
      },
    };
  };

  test('is asked about, kept only after the answer, and compared with the last full list [LOAD-35]', async () => {
    await importText(list(100));
    const before = await everything();
    const short = list(79);
    expect(await importText(short)).toMatchObject({
      outcome: 'completenessOpen',
      previousAccounts: 100,
      accounts: 79,
      missingLicenceTypes: [],
    });
    expect(await everything()).toEqual(before);
    const answered = await importText(short, await planFor(short, { completeness: 'filtered' }));
    expect(answered).toMatchObject({ outcome: 'imported', receipt: { completeness: 'filtered' } });
    expect(await importText(list(78))).toMatchObject({ outcome: 'completenessOpen', previousAccounts: 100 });
    expect(await importText(list(80))).toMatchObject({
      outcome: 'imported',
      receipt: { completeness: 'full' },
    });
  });

  test('is asked about where another tab loads the longer list meanwhile [LOAD-35]', async () => {
    const plan = await planFor(list(79));
    expect(await importText(overtakenBy(list(79), list(100)), plan)).toMatchObject({
      outcome: 'completenessOpen',
      previousAccounts: 100,
      accounts: 79,
    });
    expect(await db.snapshots.count()).toBe(1);
    expect(await db.staging.count()).toBe(0);
    const answered = await importText(list(79), { ...plan, completeness: 'filtered' });
    expect(answered).toMatchObject({ outcome: 'imported', receipt: { completeness: 'filtered' } });
  });

  test('that was answered is asked about again where another tab loads a longer list meanwhile [LOAD-35]', async () => {
    const first = await receiptOf(list(100));
    const plan = await planFor(list(79));
    expect(await importText(list(79), plan)).toMatchObject({ previousAccounts: 100, beside: first.snapshot });
    const answered: ImportPlan = { ...plan, completeness: 'full' };
    const asked = await importText(overtakenBy(list(79), list(140)), answered);
    expect(asked).toMatchObject({ outcome: 'completenessOpen', previousAccounts: 140 });
    expect(await db.snapshots.count()).toBe(2);
    expect(await db.staging.count()).toBe(0);
    expect(await importText(list(79), answered)).toMatchObject({ outcome: 'imported' });
  });

  test('keeps its answer where the list that is loaded meanwhile says nothing against it [LOAD-35]', async () => {
    await receiptOf(list(100));
    const plan = await planFor(list(79), { completeness: 'full' });
    expect(await importText(overtakenBy(list(79), list(81)), plan)).toMatchObject({
      outcome: 'imported',
      receipt: { completeness: 'full' },
    });
  });

  test('that was answered beside a list before is asked about beside the one that came after [LOAD-35]', async () => {
    const first = await receiptOf(list(100));
    const answered = await planFor(list(79), { completeness: 'full' });
    const second = await receiptOf(list(140));
    const late = await importText(list(79), answered, { answeredBeside: first.snapshot });
    expect(late).toMatchObject({
      outcome: 'completenessOpen',
      previousAccounts: 140,
      beside: second.snapshot,
    });
    expect(await importText(list(79), answered, { answeredBeside: second.snapshot })).toMatchObject({
      outcome: 'imported',
      receipt: { completeness: 'full' },
    });
  });

  test('lacking a unit or a licence type is asked about [LOAD-35]', async () => {
    await importText(list(20));
    expect(await importText(list(20, 'Tax'))).toMatchObject({
      outcome: 'completenessOpen',
      missingUnits: ['Law'],
    });
    const plan = await planFor(list(20), { fixedLicenceType: 'Approver' });
    expect(await importText(list(21), plan)).toMatchObject({
      outcome: 'completenessOpen',
      missingLicenceTypes: ['Fulfiller'],
    });
  });
});

describe('files that cannot be read', () => {
  const unreadable = (why: object): Failure =>
    ({ kind: 'unreadableFile', fileName: 'users.csv', why }) as Failure;

  test('each is refused with its reason and row, and nothing is stored', async () => {
    const plan = await planFor(USERS);
    const broken = byteFile([utf8('user_name,name\nå,b\nc,'), Uint8Array.of(0xff), utf8('\n')]);
    expect(await failureOf(broken, plan)).toEqual(
      unreadable({ kind: 'brokenText', encoding: 'utf-8', row: 3 }),
    );
    expect(await failureOf('user_name,name\na,b\nc,"open\nd,e\n', plan)).toEqual(
      unreadable({ kind: 'unclosedQuote', row: 3, text: 'c,"open' }),
    );
    expect(await failureOf('', plan)).toEqual(unreadable({ kind: 'empty' }));
    expect(await failureOf('user_name,name\n\n', plan)).toEqual(
      unreadable({ kind: 'headerOnly', header: ['user_name', 'name'] }),
    );
    expect(await db.chunks.count()).toBe(0);
    expect(await db.staging.count()).toBe(0);
  });

  test('a file of which no row can be read says why', async () => {
    const text = 'user_name,last_login\na,2026-02-30\nb,2026-02-31\n';
    expect(await failureOf(text, await planFor(text))).toEqual({
      kind: 'refused',
      reason: "No row of this file could be read. Row 2, last_login: '2026-02-30' is not a date.",
    });
  });

  test('a plan without an account column', async () => {
    const plan = await planFor(USERS);
    const columns = plan.columns.map((column) => ({ ...column, meaning: 'ignore' as const }));
    expect(await failureOf(USERS, { ...plan, columns })).toEqual({ kind: 'noAccountColumn' });
  });
});

test('a cell of 32 000 letters, formulas, overrides and __proto__ are facts like any other', async () => {
  const long = 'n'.repeat(32_000);
  const text = `user_name,name,__proto__,last_login\na,${long},x,2026-06-01\nb,=1+1,y,2026-06-02\nc,\u202egnp.exe,z,2026-06-03\n`;
  const receipt = await receiptOf(text);
  const { accounts } = await tablesOf(receipt.snapshot);
  expect([0, 1, 2].map((row) => accounts.displayName!.at(row as RowIndex))).toEqual([
    long,
    '=1+1',
    '\u202egnp.exe',
  ]);
});

test('pasted rows go the same way as a file [LOAD-01]', async () => {
  const pasted = USERS.replaceAll(',', '\t').replace('"Łukasz\t Żółć 😀"', 'Łukasz');
  const survey = await surveyFile(
    { pasted },
    { fileTime: 0, system: 'other', plan: undefined, workspaceZone: 'Europe/London', workingDay: AS_OF },
    LIVE,
  );
  if (!survey.ok) throw new Error(survey.failure.kind);
  expect(survey.value.plan.dialect.delimiter).toBe('\t');
  const plan = { ...survey.value.plan, asOf: AS_OF, fixedLicenceType: 'Fulfiller' };
  const ended = await importUsers({ pasted }, plan, toolsOf(), LIVE, () => undefined);
  expect(ended).toMatchObject({
    ok: true,
    value: { outcome: 'imported', receipt: { rows: { read: 6, accepted: 3 } } },
  });
});

test('of two columns of sign-ins the one with the latest date is still named when the list is opened again [LOAD-14]', async () => {
  const text =
    'user_name,last_login,last_login_time\n' +
    'ann,2026-06-20,2026-06-21 08:00:00\nbob,2026-06-22,2026-06-20 08:00:00\ncy,2026-06-19,unknown to us\n';
  const found = await planFor(text);
  const { dates } = found.columns[2]!;
  const columns = found.columns.map((column, at) =>
    at === 1
      ? {
          ...column,
          meaning: 'lastSignIn' as const,
          signalKind: 'applicationSignIn' as const,
          proposedClass: 'loginOnly' as const,
          dates: column.dates ?? dates,
        }
      : column,
  );
  const receipt = await receiptOf(text, { ...found, columns });
  const context = contextOf(await tablesOf(receipt.snapshot));
  const decided = [0, 1, 2].map((seat) => {
    const { column, rawText, fileRow } = explainSeat(context, seat).evidence[0]!;
    return [column, rawText, fileRow];
  });
  expect(decided).toEqual([
    ['last_login_time', '2026-06-21 08:00:00', 2],
    ['last_login', '2026-06-22', 3],
    ['last_login', '2026-06-19', 4],
  ]);
});

test('a list without any date of use is taken as it is, and its receipt says what is missing [LOAD-17]', async () => {
  const receipt = await receiptOf('user_name,name\nann,Ann\nbob,Bob\n');
  expect(receipt).toMatchObject({ accounts: 2, seats: 2, lastUse: undefined });
  expect(receipt.findings).toEqual([{ kind: 'noDateOfUse' }]);
  const { evidence } = await tablesOf(receipt.snapshot);
  expect(evidence).toEqual([]);
});

test('rows of one account are put together without a signal losing its kind, also when the list is opened again [LOAD-15]', async () => {
  const text =
    'account_id,last_action,last_sign_in,last_sso_sign_in,last_attempt,last_background,last_passive\n' +
    'ann,2026-06-01,2026-06-02,2026-06-03,2026-06-04,2026-06-05,2026-06-06\n' +
    'ann,2026-05-30,2026-06-12,2026-05-30,2026-06-14,2026-05-30,2026-06-16\n';
  const found = await planFor(text);
  const columns = found.columns.map((column) =>
    column.header === 'last_passive'
      ? {
          ...found.columns[1]!,
          position: column.position,
          header: column.header,
          meaning: 'lastPassive' as const,
          signalKind: 'passive' as const,
          proposedClass: 'passive' as const,
        }
      : column,
  );
  const receipt = await receiptOf(text, { ...found, columns });
  expect([receipt.rows.accepted, receipt.accounts]).toEqual([2, 1]);
  const { evidence } = await tablesOf(receipt.snapshot);
  expect(evidence.map(({ signalKind, values }) => [signalKind, formatIsoDay(values[0] as EpochDay)])).toEqual(
    [
      ['action', '2026-06-01'],
      ['applicationSignIn', '2026-06-12'],
      ['ssoSignIn', '2026-06-03'],
      ['attempt', '2026-06-14'],
      ['background', '2026-06-05'],
      ['passive', '2026-06-16'],
    ],
  );
});

test('exactly as many rows as an export gives are told, and the warning stays with the snapshot [LOAD-12]', async () => {
  const rows = (count: number) =>
    `user_name,last_login\n${Array.from({ length: count }, (_, row) => `u${row},2026-06-29\n`).join('')}`;
  await receiptOf(rows(9_999));
  await receiptOf(rows(10_000));
  const imports = await loadImports(db);
  if (!imports.ok) throw new Error(imports.failure.kind);
  const limits = imports.value.map(({ receipt }) =>
    receipt.findings.filter(({ kind }) => kind === 'rowLimit'),
  );
  expect(limits).toEqual([[{ kind: 'rowLimit', rows: 10_000 }], []]);
});

describe('what the dates of the whole file say', () => {
  const STOPPED = 'user_name,last_login\na,2026-06-18\nb,2026-05-02\n';
  const SHARED = [
    'user_name,last_login',
    ...Array.from({ length: 21 }, (_, row) => `old${row},2020-07-30`),
    'a,2026-06-29',
  ].join('\n');

  test('a column in which nobody has a recent date is told in the receipt [LOAD-27]', async () => {
    const plan = await planFor(STOPPED);
    const { findings } = await receiptOf(STOPPED, plan);
    expect(findings).toContainEqual({
      kind: 'frozenColumn',
      position: 1,
      header: 'last_login',
      latest: readIsoDay('2026-06-18'),
      asOf: AS_OF,
    });
    const early = await receiptOf(`${STOPPED}c,2026-06-23\n`);
    expect(early.findings.map(({ kind }) => kind)).not.toContain('frozenColumn');
  });

  test('an oldest date that many accounts share is told, unless somebody said that it is real [LOAD-23]', async () => {
    const { findings } = await receiptOf(SHARED);
    expect(findings).toContainEqual({
      kind: 'sharedOldestDate',
      position: 1,
      header: 'last_login',
      day: readIsoDay('2020-07-30'),
      next: readIsoDay('2026-06-29'),
      accounts: 21,
    });
    const real = await planFor(SHARED, {
      answers: [{ kind: 'sharedOldestDate', position: 1, answer: 'realDate' }],
    });
    const again = await importText(SHARED, { ...real, lagDays: 9 }, { again: true });
    expect(again).toMatchObject({ outcome: 'imported' });
    const told = again.outcome === 'imported' ? again.receipt.findings : [];
    expect(told.map(({ kind }) => kind)).not.toContain('sharedOldestDate');
  });

  test('questions that a person left open are told in the receipt, with their columns [LOAD-26]', async () => {
    const answer = await importText(SHARED, undefined, { unanswered: [1, 1] });
    const told = answer.outcome === 'imported' ? answer.receipt.findings : [];
    expect(told).toContainEqual({ kind: 'unanswered', questions: 2, headers: ['last_login'] });
  });

  test('the same file with the same reading is loaded already, whatever was answered on the way [LOAD-11]', async () => {
    const plan = await planFor(STOPPED);
    await receiptOf(STOPPED, plan);
    const answered: ImportPlan = {
      ...plan,
      answers: [{ kind: 'frozenColumn', position: 1, answer: 'useAnyway' }],
    };
    expect(await importText(STOPPED, answered)).toMatchObject({
      outcome: 'alreadyLoaded',
      otherSettings: false,
    });
  });
});
