import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { NO_TABLES } from '../../../src/core/ingest/foundTables.ts';
import { describeRowError } from '../../../src/core/ingest/describeRowError.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { placeOfRow } from '../../../src/core/inventory/placeOfRow.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadRejectedRows, loadSnapshot } from '../../../src/storage/snapshotStore.ts';
import type { ImportAnswer, Receipt } from '../../../src/worker/loadView.ts';
import type { Failure } from '../../../src/worker/protocol.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import {
  isSameHeader,
  nameOfFiles,
  rowsAtLimit,
  type ReadPart,
} from '../../../src/worker/thread/importParts.ts';
import { rejectedRowsHeader } from '../../../src/worker/thread/importRejects.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import { byteFile, utf8 } from './byteFile.ts';
import { AS_OF, eachInOwnDatabase, LIVE, SURVEY_ASK, usersTools } from '../../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

/** A file of a name. */
const page = (name: string, content: string | Uint8Array): File => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const file: ByteSource = { ...byteFile([bytes]), name };
  return file as File;
};

const HEADER = 'User ID,Department,Licence,Last login';
const PAGES = [
  page('users_Page_1.csv', `${HEADER}\nada,Ops,Fulfiller,2026-06-01\nbob,Ops,Fulfiller,2026-05-02\n`),
  page(
    'users_Page_2.csv',
    `Report of June\n${HEADER}\ncy,Sales,Fulfiller,2026-02-30\nbob,Ops,Fulfiller,2026-05-02\n\ndi,Sales,Requester,2026-06-11\n`,
  ),
  page('users_Page_3.csv', `${HEADER}\n"eve, jr",Legal,Requester,2026-04-04\nada,Ops,Fulfiller,2026-06-20\n`),
];

const sourceOf = ([file, ...appended]: readonly File[]): { file: File; appended: readonly File[] } => ({
  file: file!,
  appended,
});

async function planFor(files: readonly File[], change: Partial<ImportPlan> = {}): Promise<ImportPlan> {
  const survey = await surveyFile(sourceOf(files), SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  return { ...survey.value.plan, asOf: AS_OF, ...change };
}

async function importFiles(files: readonly File[], plan: ImportPlan): Promise<ImportAnswer | Failure> {
  const ended = await importUsers(sourceOf(files), plan, usersTools(db), LIVE, () => undefined);
  return ended.ok ? ended.value : ended.failure;
}

async function receiptOf(files: readonly File[], plan?: ImportPlan): Promise<Receipt> {
  const answer = await importFiles(files, plan ?? (await planFor(files)));
  if (!('outcome' in answer) || answer.outcome !== 'imported') throw new Error(JSON.stringify(answer));
  return answer.receipt;
}

async function tablesOf({ snapshot }: Receipt): Promise<Snapshot> {
  const loaded = await loadSnapshot(db, snapshot);
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  const texts = await loaded.value.loadTexts();
  if (!texts.ok) throw new Error(texts.failure.kind);
  return loaded.value.snapshot;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('files of the same columns put together', () => {
  test('their rows make one snapshot, and a row that occurs twice is stored once and counted as a repeat [LOAD-04]', async () => {
    const receipt = await receiptOf(PAGES);
    expect(receipt.rows).toMatchObject({ read: 7, accepted: 6, rejected: 1, repeats: 2, blankLines: 1 });
    expect(receipt).toMatchObject({ accounts: 4, seats: 4 });
    const { accounts, strings, seats, licenceTypes } = await tablesOf(receipt);
    const names = Array.from({ length: accounts.count }, (_, row) => accounts.accountId.at(row as never));
    expect(names).toEqual(['ada', 'bob', 'di', 'eve, jr']);
    expect([...accounts.unit].map((code) => strings[code])).toEqual(['Ops', 'Ops', 'Sales', 'Legal']);
    expect([...seats.licenceType].map((type) => licenceTypes[type])).toEqual([
      'Fulfiller',
      'Fulfiller',
      'Requester',
      'Requester',
    ]);
  });

  test('the rows of every file are accounted for, and the files add up to the sum [LOAD-04, LOAD-33]', async () => {
    const { source, rows } = await receiptOf(PAGES);
    const parts = source.parts ?? [];
    expect(parts.map((part) => [part.name, part.rows.read, part.rows.rejected, part.rows.repeats])).toEqual([
      ['users_Page_1.csv', 2, 0, 0],
      ['users_Page_2.csv', 3, 1, 1],
      ['users_Page_3.csv', 2, 0, 1],
    ]);
    for (const key of ['read', 'accepted', 'rejected', 'repeats', 'blankLines'] as const) {
      expect(parts.reduce((sum, part) => sum + part.rows[key], 0)).toBe(rows[key]);
    }
    expect(source.name).toBe('users_Page_1.csv and 2 more files');
  });

  test('every deciding cell is found in its own file and row [LOAD-04]', async () => {
    const receipt = await receiptOf(PAGES);
    const { evidence, source } = await tablesOf(receipt);
    const column = evidence[0]!;
    const places = [...column.sourceRow].map((row) => placeOfRow(source, row));
    expect(places).toEqual([
      { file: 'users_Page_3.csv', fileRow: 3 },
      { file: 'users_Page_1.csv', fileRow: 3 },
      { file: 'users_Page_2.csv', fileRow: 6 },
      { file: 'users_Page_3.csv', fileRow: 2 },
    ]);
    expect(placeOfRow(source, 0)).toEqual({ file: source.name, fileRow: 0 });
  });

  test('a rejected row names its file, in the sentence and in the download [LOAD-33]', async () => {
    const receipt = await receiptOf(PAGES);
    expect(receipt.errors.map(describeRowError)).toEqual([
      "users_Page_2.csv, row 3, Last login: '2026-02-30' is not a date.",
    ]);
    expect(rejectedRowsHeader(receipt.plan)).toMatch(/^File,Row,Column,Original text,Problem,User ID/);
    expect(await loadRejectedRows(db, receipt.snapshot)).toMatch(
      /^users_Page_2\.csv,3,Last login,2026-02-30,.*,cy,Sales,Fulfiller,2026-02-30/,
    );
  });

  test('a row that is rejected whole is quoted with the delimiter of its own file [LOAD-33]', async () => {
    const files = [
      PAGES[0]!,
      page('b.csv', `${HEADER.replaceAll(',', ';')}\ncy;Sales\ndi;Sales;Fulfiller;2026-06-11\n`),
    ];
    const { snapshot, errors } = await receiptOf(files);
    expect(errors).toMatchObject([{ kind: 'tooFewCells', file: 'b.csv', row: 2, text: 'cy;Sales' }]);
    expect(await loadRejectedRows(db, snapshot)).toContain('cy;Sales');
  });

  test('the fingerprint is the SHA-256 over those of the files in order, and the same files again add nothing [LOAD-04, LOAD-11]', async () => {
    const { source, snapshot } = await receiptOf(PAGES);
    const each = await Promise.all(
      PAGES.map(async (file) => sha256(Buffer.from(await file.arrayBuffer()) as never)),
    );
    expect(source.parts?.map((part) => part.sha256)).toEqual(each);
    expect(source.sha256).toBe(sha256(each.join('')));
    const again = await importFiles(PAGES, await planFor(PAGES));
    expect(again).toMatchObject({ outcome: 'alreadyLoaded', otherSettings: false, receipt: { snapshot } });
    expect(await db.snapshots.count()).toBe(1);
  });

  test('files of one licence type each keep their own [LOAD-04]', async () => {
    const header = 'User ID,Department,Last login';
    const files = [
      page('fulfillers.csv', `${header}\nada,Ops,2026-06-01\nbob,Ops,2026-06-01\n`),
      page('approvers.csv', `${header}\ncy,Sales,2026-06-01\nada,Ops,2026-06-01\n`),
      page('same.csv', `${header}\ndi,Legal,2026-06-01\n`),
    ];
    const proposed = await planFor(files, { fixedLicenceType: 'Fulfiller' });
    const appended = proposed.appended!.map((own, index) =>
      index === 0 ? { ...own, fixedLicenceType: 'Approver' } : own,
    );
    const receipt = await receiptOf(files, { ...proposed, appended });
    expect(receipt.licenceTypes).toEqual([
      { name: 'Fulfiller', seats: 3 },
      { name: 'Approver', seats: 2 },
    ]);
    expect(receipt).toMatchObject({ accounts: 4, seats: 5, rows: { read: 5, repeats: 0 } });
    const { accounts, strings } = await tablesOf(receipt);
    expect([...accounts.unit].map((code) => strings[code])).toEqual(['Ops', 'Ops', 'Sales', 'Legal']);
  });

  test('each file is read in its own encoding and behind its own delimiter [LOAD-04, LOAD-05]', async () => {
    const latin = Uint8Array.from(
      Buffer.from(`${HEADER}\nzoë,Zürich,Fulfiller,2026-06-01\n`.replaceAll(',', ';'), 'latin1'),
    );
    const files = [PAGES[0]!, page('zurich.csv', latin)];
    const survey = await surveyFile(sourceOf(files), SURVEY_ASK, LIVE);
    const receipt = await receiptOf(files);
    expect(survey.ok && survey.value.findings).toContainEqual({ kind: 'encodingFallback' });
    expect(receipt.findings).toContainEqual({ kind: 'encodingFallback' });
    const { accounts, strings } = await tablesOf(receipt);
    expect(accounts.accountId.at(2 as never)).toBe('zoë');
    expect(strings[accounts.unit[2]!]).toBe('Zürich');
  });

  test('a further file keeps its own outer form when the list is surveyed again [LOAD-04, LOAD-05]', async () => {
    const long = Array.from(
      { length: 50_000 },
      (_, at) => `user.${at},${'Department '.repeat(8)},,2026-06-01`,
    );
    const title = 'Users of the eastern branch';
    const files = [
      page('west.csv', `${HEADER}\nada.w,Ops,,2026-06-01\nGuests,,,\nbob.w,Ops,,2026-05-02\n`),
      page('east.csv', [title, HEADER, long[0], title, ...long.slice(1), ''].join('\n')),
    ];
    const plan = await planFor(files);
    expect(plan.appended).toMatchObject([{ dialect: { repeatedLines: [title.toLowerCase()] } }]);
    const again = await surveyFile(sourceOf(files), { ...SURVEY_ASK, plan }, LIVE);
    expect(again).toMatchObject({ value: { plan: { appended: plan.appended } } });
  });

  test('an order of day and month that one file decides holds for all [LOAD-04, LOAD-19]', async () => {
    const files = [
      page('a.csv', `${HEADER}\nada,Ops,Fulfiller,04/05/2026\nbob,Ops,Fulfiller,02/03/2026\n`),
      page('b.csv', `${HEADER}\ncy,Ops,Fulfiller,25/05/2026\n`),
    ];
    const { lastUse } = await receiptOf(files);
    expect(lastUse).toEqual({ from: readIsoDay('2026-03-02'), to: readIsoDay('2026-05-25') });
  });

  test('an order that no file decides is asked with rows that are numbered on [LOAD-04, LOAD-19]', async () => {
    const files = [
      page('a.csv', `${HEADER}\nada,Ops,Fulfiller,04/05/2026\n`),
      page('b.csv', `${HEADER}\nbob,Ops,Fulfiller,02/03/2026\n`),
    ];
    const answer = await importFiles(files, await planFor(files));
    expect(answer).toMatchObject({
      outcome: 'dateOrderOpen',
      header: 'Last login',
      open: { readings: [{ fileRow: 2 }, { fileRow: 3 }] },
    });
    expect(await db.snapshots.count()).toBe(0);
  });

  test('a file of other columns, or one that was changed meanwhile, keeps nothing and is named [LOAD-04]', async () => {
    const plan = await planFor(PAGES);
    const changed = [PAGES[0]!, PAGES[1]!, page('other.csv', 'Name,City\nada,Rome\n')];
    expect(await importFiles(changed, plan)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('other.csv does not have the columns of users_Page_1.csv'),
    });
    const empty = [PAGES[0]!, PAGES[1]!, page('empty.csv', `${HEADER}\n`)];
    expect(await importFiles(empty, plan)).toMatchObject({
      kind: 'unreadableFile',
      fileName: 'empty.csv',
      why: { kind: 'headerOnly' },
    });
    expect(await db.snapshots.count()).toBe(0);
  });
});

test('a limit is held against each file, never against the sum [LOAD-12]', async () => {
  const plan = await planFor(PAGES);
  const part = (read: number): ReadPart => ({
    firstRow: 2,
    ownFirstRow: 2,
    read: {
      rows: { read, accepted: read, rejected: 0, repeats: 0, blankLines: 0 },
      hasTruncationNotice: false,
      widerRows: 0,
      narrowerRows: 0,
      repeatedHeaders: 0,
      keyedByAddress: 0,
      unnamedCells: 0,
      furtherTables: NO_TABLES,
    },
  });
  expect(rowsAtLimit([part(4_321), part(10_000)], plan)).toBe(10_000);
  expect(rowsAtLimit([part(4_000), part(6_000)], plan)).toBe(4_000);
  expect(rowsAtLimit([part(10_000)], plan)).toBe(10_000);
});

test('headers are the same whatever spaces, mark and nameless columns stand around their names', () => {
  expect(isSameHeader(['\ufeffUser', ' Dept'], ['User', 'Dept ', '', ''])).toBe(true);
  expect(isSameHeader(['User', 'Dept'], ['Dept', 'User'])).toBe(false);
  expect(isSameHeader(['User', 'Dept'], ['User'])).toBe(false);
});

test('a list of several files is named after the first', () => {
  const names = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name }));
  expect([1, 2, 3].map((count) => nameOfFiles(names.slice(0, count)))).toEqual([
    'a.csv',
    'a.csv and b.csv',
    'a.csv and 2 more files',
  ]);
});
