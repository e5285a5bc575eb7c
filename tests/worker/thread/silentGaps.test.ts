import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { FileFinding } from '../../../src/core/ingest/fileSurvey.ts';
import type { ClientDatabase } from '../../../src/storage/database.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import { AS_OF, eachInOwnDatabase, LIVE, SURVEY_ASK, usersTools } from '../../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const findingsOf = async (text: string): Promise<readonly FileFinding[]> => (await bothOf(text)).told;

/** The findings before and after the import. */
async function bothOf(
  text: string,
): Promise<{ readonly asked: readonly FileFinding[]; readonly told: readonly FileFinding[] }> {
  const file = new File([text], 'users.csv');
  const survey = await surveyFile({ file }, SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  const plan = { ...survey.value.plan, asOf: AS_OF, completeness: 'full' as const };
  const ended = await importUsers({ file }, plan, usersTools(db), LIVE, () => undefined);
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  return { asked: survey.value.findings, told: ended.value.receipt.findings };
}

const HEADER = 'user_name,name,department,licence_type,last_login\n';

describe('what the receipt says although no row is rejected', () => {
  test('accounts without a licence type hold no seat and are told with their rows', async () => {
    const text = `${HEADER}ann,Ann,Law,Fulfiller,2026-06-25\nbob,Bob,Law,,2026-06-24\ncy,Cy,Law,,2026-06-23\nbob,Bob,Law,Approver,2026-06-24\n`;
    expect(await findingsOf(text)).toContainEqual({ kind: 'withoutSeat', accounts: 1, fileRows: [4] });
    const full = `${HEADER}ann,Ann,Law,Fulfiller,2026-06-25\n`;
    expect((await findingsOf(full)).map(({ kind }) => kind)).not.toContain('withoutSeat');
  });

  test.each([
    ['cell by cell', (cell: string) => cell],
    ['quoted with spaces', (cell: string) => `" ${cell} "`],
  ])('errors of a spreadsheet in text columns are told with their rows, %s [LOAD-28]', async (_, write) => {
    const text =
      `${HEADER}ann,Ann,${write('#N/A')},Fulfiller,2026-06-25\n` +
      `bob,C# team,${write('#REF!')},Fulfiller,2026-06-24\n` +
      `cy#EXT#@x,#1 of all,Law,Fulfiller,2026-06-23\n` +
      `dee,${write('#NAME?')},Law,Fulfiller,2026-06-22\n`;
    expect((await findingsOf(text)).filter(({ kind }) => kind === 'spreadsheetErrors')).toEqual([
      { kind: 'spreadsheetErrors', header: 'name', cells: 1, rows: [{ fileRow: 5, text: '#NAME?' }] },
      {
        kind: 'spreadsheetErrors',
        header: 'department',
        cells: 2,
        rows: [
          { fileRow: 2, text: '#N/A' },
          { fileRow: 3, text: '#REF!' },
        ],
      },
    ]);
  });

  test.each([
    ['cell by cell', (cell: string) => cell],
    ['quoted with spaces', (cell: string) => `" ${cell} "`],
  ])('texts that are no date are told with their rows, %s [LOAD-22]', async (_, write) => {
    const text =
      'user_name,created,created_at,licence_type,last_login\n' +
      `ann,2020-01-01,2020-01-01,Fulfiller,${write('Q4 2025')}\n` +
      'bob,2020-01-01,2020-01-01,Fulfiller,never\n' +
      `cy,2020-01-01,2020-01-01,Fulfiller,${write('last week')}\n` +
      `dee,${write('long ago')},2020-01-01,Fulfiller,2026-06-24\n` +
      `eve,2020-01-01,2020-01-01,Fulfiller,${write('soon')}\n` +
      `fay,2020-01-01,2020-01-01,Fulfiller,${write('Q3')}\n` +
      ',2020-01-01,2020-01-01,Fulfiller,no account\n' +
      'gus,2020-01-01,2020-01-01,Fulfiller,\n';
    expect((await findingsOf(text)).filter(({ kind }) => kind === 'unreadableDates')).toEqual([
      { kind: 'unreadableDates', header: 'created', cells: 1, rows: [{ fileRow: 5, text: 'long ago' }] },
      {
        kind: 'unreadableDates',
        header: 'last_login',
        cells: 4,
        rows: [
          { fileRow: 2, text: 'Q4 2025' },
          { fileRow: 4, text: 'last week' },
          { fileRow: 6, text: 'soon' },
        ],
      },
    ]);
  });

  test('whole numbers among dates of another form are told with their rows [LOAD-22]', async () => {
    const text = `${HEADER}ann,Ann,Law,Fulfiller,2026-06-25\nbob,Bob,Law,Fulfiller,25\n`;
    expect(await findingsOf(text)).toContainEqual({
      kind: 'unreadableDates',
      header: 'last_login',
      cells: 1,
      rows: [{ fileRow: 3, text: '25' }],
    });
  });

  test.each([
    ['blank lines above', `\n\nUsers of today\n\n${HEADER}`, 1, false],
    ['names in two rows', `Report\n\nuser_name,name,Job,,last_login\n,,department,licence_type,\n`, 2, true],
  ])(
    'what stands above the rows is told alike before and after the import, %s [LOAD-05]',
    async (_, top, lines, isTwoRows) => {
      const { asked, told } = await bothOf(
        `${top}ann,Ann,Law,Fulfiller,2026-06-25\nbob,Bob,Law,Fulfiller,2026-06-24\n`,
      );
      const ofForm = ({ kind }: FileFinding): boolean =>
        kind === 'linesAboveHeader' || kind === 'twoHeaderRows';
      const expected = [
        { kind: 'linesAboveHeader', lines },
        ...(isTwoRows ? [{ kind: 'twoHeaderRows' }] : []),
      ];
      expect(asked.filter(ofForm)).toEqual(expected);
      expect(told.filter(ofForm)).toEqual(expected);
    },
  );

  test('a table of a web page under another ending is told in the receipt as well [LOAD-07]', async () => {
    const text =
      '<table><tr><th>user_name</th><th>last_login</th></tr><tr><td>ann</td><td>2026-06-25</td></tr></table>';
    expect(await findingsOf(text)).toContainEqual({ kind: 'htmlTable' });
  });
});
