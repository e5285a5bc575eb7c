import { describe, expect, test } from 'vitest';
import type { EpochDay } from '../../../../src/core/base/epochDay.ts';
import type { FileSurvey } from '../../../../src/core/ingest/fileSurvey.ts';
import type { Failure } from '../../../../src/worker/protocol.ts';
import type { Result } from '../../../../src/core/base/result.ts';
import { openRows } from '../../../../src/worker/thread/openRows.ts';
import { surveyFile, type SurveyAsk } from '../../../../src/worker/thread/surveyFile.ts';
import { UnreadableWorkbook } from '../../../../src/worker/thread/workbook/openSheets.ts';
import {
  asFile,
  inline,
  tableData,
  workbookBytes,
  workbookParts,
  type TestWorkbook,
} from '../../../support/workbookFile.ts';
import { zipFile } from '../../../support/zipFile.ts';

const ask: SurveyAsk = {
  fileTime: undefined,
  system: 'servicenow',
  plan: undefined,
  workspaceZone: 'Europe/London',
  workingDay: 20_600 as EpochDay,
};
const { signal } = new AbortController();

const surveyed = (workbook: TestWorkbook, sheets?: readonly string[]): Promise<Result<FileSurvey, Failure>> =>
  surveyBytes(workbookBytes(workbook), sheets);

async function surveyBytes(
  bytes: Uint8Array<ArrayBuffer>,
  sheets?: readonly string[],
): Promise<Result<FileSurvey, Failure>> {
  const source = { file: asFile(bytes) };
  const first = await surveyFile(source, ask, signal);
  if (!sheets || !first.ok) return first;
  const { plan } = first.value;
  return surveyFile(
    source,
    { ...ask, plan: { ...plan, dialect: { ...plan.dialect, workbook: { sheets } } } },
    signal,
  );
}

const value = async <Value>(result: Promise<Result<Value, Failure>>): Promise<Value> => {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.failure));
  return settled.value;
};

const HEADER = ['User ID', 'Email', 'Last login', 'Active'];
const user = (name: string): string[] => [name, `${name}@example.com`, '2026-05-04 10:00:00', 'true'];
const users = (...names: readonly string[]): string => tableData([HEADER, ...names.map(user)]);

/** The text that an import reads. */
async function textOf(workbook: TestWorkbook): Promise<string> {
  const file = asFile(workbookBytes(workbook));
  const { plan } = await value(surveyFile({ file }, ask, signal));
  const opened = await openRows(file, plan.dialect, signal);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return new Response(opened.value.text.stream()).text();
}

describe('which sheets are read', () => {
  test('all visible sheets with the header of the largest one, a summary in front passed over [LOAD-06]', async () => {
    const survey = await value(
      surveyed({
        sheets: [
          {
            name: 'Summary',
            data: tableData([
              ['Users', '5'],
              ['Active', '4'],
            ]),
          },
          { name: 'Page 1', data: users('anna', 'ben', 'carl') },
          { name: 'Old', data: users('zoe'), state: 'hidden' },
          { name: 'Page 2', data: users('dora', 'emil') },
          {
            name: 'Codes',
            data: tableData([
              ['Code', 'Name', 'Group'],
              ['1', 'x', 'y'],
              ['2', 'x', 'z'],
            ]),
          },
        ],
      }),
    );
    expect(survey.plan.dialect.workbook).toEqual({ sheets: ['Page 1', 'Page 2'] });
    expect(survey.surveyedRows).toBe(5);
    expect(survey.columns.map(({ header }) => header)).toEqual(HEADER);
    expect(survey.sheets?.map(({ name, hidden, chosen, rows }) => [name, hidden, chosen, rows])).toEqual([
      ['Summary', false, false, 2],
      ['Page 1', false, true, 4],
      ['Old', true, false, 2],
      ['Page 2', false, true, 3],
      ['Codes', false, false, 3],
    ]);
    expect(survey.findings).toContainEqual({ kind: 'appendedSheets', sheets: ['Page 2'] });
    expect(survey.findings).toContainEqual({ kind: 'otherSheets', sheets: ['Summary', 'Codes'] });
    expect(survey.findings).toContainEqual({ kind: 'hiddenSheets', sheets: ['Old'] });
  });

  test('the sheets that the plan names, hidden ones included, but never two headers [LOAD-06]', async () => {
    const workbook: TestWorkbook = {
      sheets: [
        { name: 'Page 1', data: users('anna', 'ben', 'carl') },
        { name: 'Page 2', data: users('dora') },
        { name: 'Old', data: users('zoe'), state: 'hidden' },
        {
          name: 'Codes',
          data: tableData([
            ['Code', 'Name'],
            ['1', 'x'],
          ]),
        },
      ],
    };
    expect((await value(surveyed(workbook, ['Page 2']))).plan.dialect.workbook?.sheets).toEqual(['Page 2']);
    const withHidden = await value(surveyed(workbook, ['Page 2', 'Old']));
    expect(withHidden.plan.dialect.workbook?.sheets).toEqual(['Page 2', 'Old']);
    expect(withHidden.surveyedRows).toBe(2);
    const mixed = await value(surveyed(workbook, ['Page 1', 'Codes']));
    expect(mixed.plan.dialect.workbook?.sheets).toEqual(['Page 1']);
  });
});

describe('how the rows of a workbook come', () => {
  test('row numbers are those of the sheet, and title lines are counted as such', async () => {
    const data =
      `<row r="1">${inline('A1', 'Users of\nAcme')}</row><row r="3">${HEADER.map((name, at) => inline(`${'ABCD'[at]}3`, name)).join('')}</row>` +
      `<row r="4">${inline('A4', 'anna')}${inline('C4', '31/02/2026')}</row><row r="9">${inline('A9', 'ben')}${inline('C9', '13/02/2026')}</row>`;
    const survey = await value(surveyed({ sheets: [{ name: 'Users', data }] }));
    expect(survey.plan.dialect.linesBeforeHeader).toBe(2);
    expect(survey.findings).toContainEqual({ kind: 'linesAboveHeader', lines: 1 });
    const text = await textOf({ sheets: [{ name: 'Users', data }] });
    expect(text.split('\n').slice(0, 10)).toEqual([
      '"Users of Acme",,,',
      '',
      '"User ID","Email","Last login","Active"',
      '"anna","","31/02/2026",',
      '',
      '',
      '',
      '',
      '"ben","","13/02/2026",',
      '',
    ]);
  });

  test('of every further sheet only the rows below its header follow', async () => {
    const second = `<row r="1">${inline('A1', 'Page 2')}</row>${users('carl').replaceAll(/r="([A-D]?)(\d)"/g, (_, column: string, row: string) => `r="${column}${Number(row) + 4}"`)}`;
    const text = await textOf({
      sheets: [
        { name: 'a', data: users('anna', 'ben') },
        { name: 'b', data: second },
      ],
    });
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',')[0]!.replaceAll('"', '')),
    ).toEqual(['User ID', 'anna', 'ben', 'carl']);
  });

  test('quotes, commas, line breaks and letters of all kinds come through below the first rows', async () => {
    const odd = ['"q"', 'a,b', 'two_x000D_\nlines', ' née 東京😀 '];
    const rows = [HEADER, ...Array.from({ length: 50 }, (_, at) => user(`u${at}`)), odd];
    const text = await textOf({ sheets: [{ name: 'a', data: tableData(rows) }] });
    expect(text).toContain('\n"""q""","a,b","two\r\nlines", née 東京😀 \n');
  });

  test('date cells become ISO dates, and an exchange of day and month beside text dates is seen [LOAD-06] [LOAD-28]', async () => {
    const cells = [46_027, 46_058, 46_086, 46_117].map(
      (serial, at) =>
        `<row r="${at + 2}">${inline(`A${at + 2}`, `u${at}`)}<c r="C${at + 2}" s="1"><v>${serial}</v></c></row>`,
    );
    const texts = ['13/05/2026', '27/05/2026'].map(
      (text, at) => `<row r="${at + 6}">${inline(`A${at + 6}`, `v${at}`)}${inline(`C${at + 6}`, text)}</row>`,
    );
    const header = `<row r="1">${HEADER.map((name, at) => inline(`${'ABCD'[at]}1`, name)).join('')}</row>`;
    const workbook = {
      sheets: [{ name: 'a', data: header + cells.join('') + texts.join('') }],
      formats: [14],
    };
    expect(await textOf(workbook)).toContain('"2026-01-05"');
    const survey = await value(surveyed(workbook));
    expect(survey.columns[2]?.samples.map(({ text }) => text)).toContain('2026-01-05');
    expect(survey.xray?.map(({ kind, position }) => [kind, position])).toContainEqual(['swappedDays', 2]);
  });

  test('a notice in the last row that the export stopped is reported [LOAD-06] [LOAD-12]', async () => {
    const notice = 'Export stopped due to excessive size. Use CSV for a complete export';
    const rows = [HEADER, user('anna'), user('ben'), [notice]];
    const survey = await value(surveyed({ sheets: [{ name: 'Page 1', data: tableData(rows) }] }));
    expect(survey.findings).toContainEqual({ kind: 'rowLimit', rows: 2, byNotice: true });
    expect(survey.surveyedRows).toBe(2);
  });

  test('a large workbook is surveyed by its head, with an estimate of its rows', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => user(`user.with.a.longer.name.${at}`));
    const survey = await value(
      surveyed({ sheets: [{ name: 'Page 1', data: tableData([HEADER, ...rows]) }] }),
    );
    expect(survey.wholeFile).toBe(false);
    expect(survey.estimatedRows).toBeGreaterThan(48_000);
    expect(survey.estimatedRows).toBeLessThan(72_000);
  });
});

describe('files under another ending', () => {
  test('text that is called a workbook, and a workbook that is called text, are what they are [LOAD-07]', async () => {
    const text = new File(['User ID,Email,Last login\nanna,anna@example.com,2026-05-04\n'], 'users.xlsx');
    const asText = await value(surveyFile({ file: text }, ask, signal));
    expect(asText.surveyedRows).toBe(1);
    expect(asText.sheets).toBeUndefined();
    const book = asFile(workbookBytes({ sheets: [{ name: 'Page 1', data: users('anna') }] }), 'users.csv');
    const asBook = await value(surveyFile({ file: book }, ask, signal));
    expect(asBook.sheets?.map(({ name }) => name)).toEqual(['Page 1']);
  });
});

describe('workbooks that cannot be read', () => {
  const failureOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Failure | undefined> => {
    const survey = await surveyBytes(bytes);
    return survey.ok ? undefined : survey.failure;
  };

  test('are refused in the survey with what is wrong', async () => {
    expect(await failureOf(workbookBytes({ sheets: [{ name: 'a', data: '<row r="0"/>' }] }))).toMatchObject({
      kind: 'unreadableFile',
      why: { kind: 'unreadableWorkbook', fault: { kind: 'damaged' } },
    });
    expect(await failureOf(workbookBytes({ sheets: [{ name: 'a', data: '' }] }))).toMatchObject({
      why: { kind: 'empty' },
    });
    expect(
      await failureOf(workbookBytes({ sheets: [{ name: 'a', data: tableData([HEADER]) }] })),
    ).toMatchObject({
      why: { kind: 'headerOnly' },
    });
  });

  test('a fault behind the surveyed rows ends the reading with its reason', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => user(`user.with.a.longer.name.${at}`));
    const data = `${tableData([HEADER, ...rows])}<row r="5"/>`;
    const bytes = zipFile(workbookParts({ sheets: [{ name: 'a', data }] }));
    const file = asFile(bytes);
    const survey = await value(surveyFile({ file }, ask, signal));
    const opened = await openRows(file, survey.plan.dialect, signal);
    if (!opened.ok) throw new Error('not opened');
    await expect(new Response(opened.value.text.stream()).text()).rejects.toThrow(UnreadableWorkbook);
  });

  test('an abort ends the reading with its reason', async () => {
    const file = asFile(workbookBytes({ sheets: [{ name: 'a', data: users('anna') }] }));
    const { plan } = await value(surveyFile({ file }, ask, signal));
    const stopped = new AbortController();
    const opened = await openRows(file, plan.dialect, stopped.signal);
    if (!opened.ok) throw new Error('not opened');
    stopped.abort(new Error('stopped here'));
    await expect(new Response(opened.value.text.stream()).text()).rejects.toThrow('stopped here');
    await expect(openRows(file, plan.dialect, stopped.signal)).rejects.toThrow('stopped here');
  });
});
