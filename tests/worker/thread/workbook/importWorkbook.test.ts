import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../../../src/core/base/dayValue.ts';
import type { RowIndex } from '../../../../src/core/base/brand.ts';
import type { EpochDay } from '../../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../../src/core/base/formatDay.ts';
import type { ImportPlan } from '../../../../src/core/ingest/importPlan.ts';
import { ClientDatabase } from '../../../../src/storage/database.ts';
import { loadSnapshot } from '../../../../src/storage/snapshotStore.ts';
import type { Receipt } from '../../../../src/worker/loadView.ts';
import type { Failure } from '../../../../src/worker/protocol.ts';
import type { Result } from '../../../../src/core/base/result.ts';
import type { ImportAnswer } from '../../../../src/worker/loadView.ts';
import { importUsers } from '../../../../src/worker/thread/importUsers.ts';
import { surveyFile } from '../../../../src/worker/thread/surveyFile.ts';
import { asFile, inline, sheetXml, tableData, workbookBytes } from '../../../support/workbookFile.ts';
import { AS_OF, eachInOwnDatabase, LIVE, SURVEY_ASK, usersTools } from '../../../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

async function planFor(file: File): Promise<ImportPlan> {
  const survey = await surveyFile({ file }, SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  return { ...survey.value.plan, asOf: AS_OF, fixedLicenceType: 'Fulfiller' };
}

function importFile(file: File, plan: ImportPlan, signal = LIVE): Promise<Result<ImportAnswer, Failure>> {
  const whole = { ...plan, completeness: 'full' } as const;
  return importUsers({ file }, whole, usersTools(db), signal, () => undefined);
}

async function receiptOf(file: File): Promise<Receipt> {
  const ended = await importFile(file, await planFor(file));
  if (!ended.ok) throw new Error(JSON.stringify(ended.failure));
  if (ended.value.outcome !== 'imported') throw new Error(ended.value.outcome);
  return ended.value.receipt;
}

/** Every account with its texts and dates of use. */
async function accountsOf(id: string): Promise<unknown[]> {
  const loaded = await loadSnapshot(db, id);
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  const texts = await loaded.value.loadTexts();
  if (!texts.ok) throw new Error(texts.failure.kind);
  const { accounts, evidence } = loaded.value.snapshot;
  return Array.from({ length: accounts.count }, (_, at) => {
    const row = at as RowIndex;
    return [
      accounts.accountId.at(row),
      accounts.displayName?.at(row),
      ...evidence.map(({ values }) =>
        isDay(values[row]!) ? formatIsoDay(values[row] as EpochDay) : values[row],
      ),
    ];
  });
}

const HEADER = ['User ID', 'Name', 'Email', 'Last login', 'Active'];
const ROWS = [
  ['007', 'Łukasz, "Żółć" 😀', 'ann@example.org', '2026-06-20 10:00:00', 'true'],
  ['bob', 'Bob', 'bob@example.org', '', 'true'],
  ['cy', 'Cy', 'cy@example.org', '2026-02-31 10:00:00', 'false'],
  ['dee', 'Dee', 'dee@example.org', '2026-06-30 23:30:00', 'true'],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');

describe('an import of a workbook', () => {
  test('gives the same tables and the same receipt as the same rows as CSV [LOAD-01] [LOAD-33]', async () => {
    const text = await receiptOf(new File([csv([HEADER, ...ROWS])], 'users.csv'));
    const fromText = await accountsOf(text.snapshot);
    await db.delete();
    db = new ClientDatabase('workbook-again');
    const book = await receiptOf(
      asFile(workbookBytes({ sheets: [{ name: 'Page 1', data: tableData([HEADER, ...ROWS]) }] })),
    );
    expect(await accountsOf(book.snapshot)).toEqual(fromText);
    expect(fromText).toHaveLength(3);
    expect({ ...book.rows }).toEqual({ ...text.rows });
    expect(book.rows).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
    expect(book.lastUse).toEqual(text.lastUse);
  });

  test('reads date cells, padded numbers and every sheet with the header, and says what it left out [LOAD-06]', async () => {
    const at = (row: number, id: string, serial: string): string =>
      `<row r="${row}"><c r="A${row}" s="2"><v>${id}</v></c>${inline(`B${row}`, `Name ${id}`)}<c r="D${row}" s="1"><v>${serial}</v></c></row>`;
    const header = `<row r="1">${HEADER.map((name, column) => inline(`${'ABCDE'[column]}1`, name)).join('')}</row>`;
    const receipt = await receiptOf(
      asFile(
        workbookBytes({
          sheets: [
            { name: 'Summary', data: tableData([['Users', '3']]) },
            { name: 'One', data: header + at(2, '7', '46193.5') + at(3, '8', '46192') },
            { name: 'Two', data: header + at(2, '9', '46191') },
            { name: 'Old', data: header + at(2, '10', '46191'), state: 'hidden' },
          ],
          formats: ['dd/mm/yyyy hh:mm', '00000'],
        }),
      ),
    );
    expect(receipt.rows).toEqual({ read: 3, accepted: 3, rejected: 0, repeats: 0, blankLines: 0 });
    expect(await accountsOf(receipt.snapshot)).toEqual([
      ['00007', 'Name 7', '2026-06-20'],
      ['00008', 'Name 8', '2026-06-19'],
      ['00009', 'Name 9', '2026-06-18'],
    ]);
    expect(receipt.findings).toEqual(
      expect.arrayContaining([
        { kind: 'appendedSheets', sheets: ['Two'] },
        { kind: 'otherSheets', sheets: ['Summary'] },
        { kind: 'hiddenSheets', sheets: ['Old'] },
      ]),
    );
  });

  test('reads rows that a filter hides like all others and counts them [LOAD-06]', async () => {
    const header = (mark: string): string =>
      `<row r="1"${mark}>${HEADER.map((name, column) => inline(`${'ABCDE'[column]}1`, name)).join('')}</row>`;
    const at = (row: number, account: string, mark: string): string =>
      `<row r="${row}"${mark}>${inline(`A${row}`, account)}${inline(`D${row}`, '2026-06-20')}</row>`;
    const data = `${header('')}${at(2, 'ann', '')}${at(3, 'bob', ' hidden="1"')}${at(4, 'cyd', ' hidden="true"')}${at(5, 'dee', ' hidden="0"')}<row r="6" hidden="1"/>`;
    const receipt = await receiptOf(asFile(workbookBytes({ sheets: [{ name: 'a', data }] })));
    expect(receipt.rows).toMatchObject({ read: 4, accepted: 4 });
    expect(receipt.findings).toContainEqual({ kind: 'hiddenRows', rows: 2 });
    const shown = await receiptOf(
      asFile(workbookBytes({ sheets: [{ name: 'a', data: data.replace(/ hidden="\w+"/g, '') }] })),
    );
    expect(shown.findings.map(({ kind }) => kind)).not.toContain('hiddenRows');
  });

  test('quotes the row number of the sheet in a rejected row [LOAD-33]', async () => {
    const data =
      `<row r="1">${inline('A1', 'Report')}</row><row r="4">${HEADER.map((name, column) => inline(`${'ABCDE'[column]}4`, name)).join('')}</row>` +
      `<row r="5">${inline('A5', 'ann')}${inline('D5', '2026-06-20')}</row><row r="118">${inline('A118', 'bob')}${inline('D118', '2026-02-31')}</row>`;
    const receipt = await receiptOf(asFile(workbookBytes({ sheets: [{ name: 'a', data }] })));
    expect(receipt.errors).toMatchObject([{ row: 118, column: 'Last login', text: '2026-02-31' }]);
  });

  test('a workbook that proves broken at its end leaves nothing behind', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [
      `${'user.with.a.longer.name.'.repeat(3)}${at}`,
      `Name ${at}`,
      `${at}@example.org`,
      '2026-06-20',
      'true',
    ]);
    const xml = sheetXml(`${tableData([HEADER, ...rows])}<row r="1"/>`);
    const file = asFile(workbookBytes({ sheets: [{ name: 'a', xml }] }));
    const ended = await importFile(file, await planFor(file));
    expect(ended).toMatchObject({
      ok: false,
      failure: { kind: 'unreadableFile', why: { kind: 'unreadableWorkbook', fault: { kind: 'damaged' } } },
    });
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });

  test('a cancel in the middle leaves nothing behind [LOAD-02]', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `user${at}`,
      `Name ${at}`,
      `${at}@example.org`,
      '2026-06-20',
      'true',
    ]);
    const file = asFile(workbookBytes({ sheets: [{ name: 'a', data: tableData([HEADER, ...rows]) }] }));
    const plan = await planFor(file);
    const stop = new AbortController();
    const ended = importFile(file, plan, stop.signal);
    setTimeout(() => stop.abort(), 60);
    expect(await ended).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });
});
