import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { surveyTable, type TableSurvey } from '../../../src/core/ingest/kinds/surveyTable.ts';
import { keepAnswer, recordedAnswersOf } from '../../../src/core/ingest/givenAnswer.ts';
import type { FileSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import type { ClientDatabase } from '../../../src/storage/database.ts';
import type { ImportAnswer, Receipt, ShownQuestion } from '../../../src/worker/loadView.ts';
import { importTable } from '../../../src/worker/thread/importTable.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { readSurveyInput, surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import {
  AS_OF,
  eachInOwnDatabase,
  LIVE,
  SURVEY_ASK,
  tableTools,
  usersTools,
} from '../../support/importSetting.ts';
import { asFile, tableData, workbookBytes } from '../../support/workbookFile.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const HEADER = 'Username,Display Name,Last Login,Licence\n';
const LIST = 'bob,Bob Ash,2026-03-27,Full\nana,Ana Birch,2026-06-12,Full\n';
const TABLE = '\nLicence,Department,Status,\nFull,Sales,Active,\nViewer,Support,Active,\n';
const BELONGS = { kind: 'secondTable', position: 0, answer: 'belongs' } as const;
const LEAVE_OUT = { kind: 'secondTable', position: 0, answer: 'leaveOut' } as const;

const fileOf = (text: string, name = 'users.csv'): File => new File([text], name);

async function surveyOf(file: File, ...appended: readonly File[]): Promise<FileSurvey> {
  const survey = await surveyFile({ file, appended }, SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  return survey.value;
}

const planOf = async (file: File, ...appended: readonly File[]): Promise<ImportPlan> => ({
  ...(await surveyOf(file, ...appended)).plan,
  asOf: AS_OF,
  completeness: 'full',
});

async function importFile(
  plan: ImportPlan,
  files: readonly File[],
  shown?: readonly ShownQuestion[],
): Promise<ImportAnswer> {
  const [file, ...appended] = files;
  const tools = usersTools(db, { shown, again: true });
  const ended = await importUsers({ file: file!, appended }, plan, tools, LIVE, () => undefined);
  if (!ended.ok) throw new Error(JSON.stringify(ended.failure));
  return ended.value;
}

async function receiptOf(plan: ImportPlan, ...files: readonly File[]): Promise<Receipt> {
  const answer = await importFile(plan, files);
  if (answer.outcome !== 'imported') throw new Error(answer.outcome);
  return answer.receipt;
}

const foundIn = ({ findings }: Pick<Receipt, 'findings'>) =>
  findings.filter(({ kind }) => kind === 'secondTable');

describe('another table below a users list', () => {
  const file = fileOf(HEADER + LIST + TABLE);

  test('is asked about before the import, its rows set apart [LOAD-05] [LOAD-26]', async () => {
    const survey = await surveyOf(file);
    expect(survey.xray?.filter(({ kind }) => kind === 'secondTable')).toMatchObject([
      { row: 5, names: ['Licence', 'Department', 'Status'], count: 3, recommended: 'leaveOut' },
    ]);
    expect(survey.surveyedRows).toBe(2);
    expect(foundIn(survey)).toMatchObject([{ row: 5, rows: 3 }]);
  });

  test('leaves no account, whether or not somebody answered, and every row is counted [LOAD-05] [LOAD-33]', async () => {
    const plan = await planOf(file);
    for (const own of [plan, keepAnswer(plan, LEAVE_OUT)]) {
      const receipt = await receiptOf(own, file);
      expect(receipt.rows).toEqual({
        read: 2,
        accepted: 2,
        rejected: 0,
        repeats: 0,
        blankLines: 1,
        others: { otherTable: 3 },
      });
      expect(foundIn(receipt)).toEqual([
        { kind: 'secondTable', row: 5, names: ['Licence', 'Department', 'Status'], tables: 1, rows: 3 },
      ]);
      expect(receipt.licenceTypes.map(({ name }) => name)).toEqual(['Full']);
    }
  });

  test('is read where a person says that it belongs to the list, and the answer is kept [LOAD-26]', async () => {
    const receipt = await receiptOf(keepAnswer(await planOf(file), BELONGS), file);
    expect(receipt.rows).toMatchObject({ read: 5, accepted: 5 });
    expect(receipt.rows.others).toBeUndefined();
    expect(foundIn(receipt)).toEqual([]);
    expect(recordedAnswersOf(receipt.plan)).toEqual([
      { column: 'Username', kind: 'secondTable', answer: 'belongs' },
    ]);
  });

  test('is found beyond the surveyed rows, and asked about then [LOAD-05] [LOAD-26]', async () => {
    const plan = await planOf(fileOf(HEADER + LIST));
    const rows = Array.from({ length: 30_000 }, (_, at) => `user${at},User ${at},2026-03-27,Full\n`);
    const long = fileOf(HEADER + rows.join('') + TABLE);
    expect(await importFile(plan, [long], [])).toMatchObject({
      outcome: 'xrayOpen',
      questions: [{ kind: 'secondTable', row: 30_003, recommended: 'leaveOut' }],
    });
    const shown = [{ kind: 'secondTable', position: 0 }] as const;
    const answer = await importFile(plan, [long], shown);
    expect(answer).toMatchObject({
      outcome: 'imported',
      receipt: { rows: { read: 30_000, accepted: 30_000, others: { otherTable: 3 } } },
    });
  });

  test('of unknown words is read and told, and left out when a person says so [LOAD-05] [LOAD-26]', async () => {
    const unknown = fileOf(`${HEADER}${LIST}\nLedger,Amount,,\nSales,1200,,\nService,800,,\n`);
    const plan = await planOf(unknown);
    const read = await receiptOf(plan, unknown);
    expect(read.rows).toMatchObject({ read: 5 });
    expect(foundIn(read)).toEqual([{ kind: 'secondTable', row: 5, names: [], tables: 1 }]);
    const left = await receiptOf(keepAnswer(plan, LEAVE_OUT), unknown);
    expect(left.rows).toMatchObject({ read: 2, accepted: 2, others: { otherTable: 3 } });
    expect(await importFile(plan, [unknown])).toMatchObject({
      outcome: 'alreadyLoaded',
      otherSettings: false,
    });
  });

  test('ends with its file where several are put together [LOAD-04] [LOAD-05]', async () => {
    const second = fileOf(`${HEADER}cem,Cem Dogan,2026-05-02,Viewer\n`, 'second.csv');
    expect((await surveyOf(file, second)).surveyedRows).toBe(3);
    const receipt = await receiptOf(await planOf(file, second), file, second);
    expect(receipt.rows).toMatchObject({ read: 3, accepted: 3, others: { otherTable: 3 } });
    expect(receipt.source.parts?.map(({ rows }) => rows.others)).toEqual([{ otherTable: 3 }, undefined]);
  });

  test('leaves a list with empty lines among its rows whole [LOAD-05]', async () => {
    const gaps = fileOf(`${HEADER}${LIST}\n,,,\ncem,Cem Dogan,Never,Full\n\ndev,Dev Rao,2026-05-02,Full\n`);
    const survey = await surveyOf(gaps);
    expect(survey.xray?.filter(({ kind }) => kind === 'secondTable')).toEqual([]);
    const receipt = await receiptOf(await planOf(gaps), gaps);
    expect(receipt.rows).toEqual({ read: 4, accepted: 4, rejected: 0, repeats: 0, blankLines: 3 });
  });

  test('gives day and month of the list no other order [LOAD-19]', async () => {
    const ambiguous = fileOf(
      'Username,Display Name,Last Login,Licence\nbob,Bob Ash,03/04/2026,Full\n\nLicence,Status,Created On,\nFull,Active,25/12/2025,\n',
    );
    const plan = await planOf(ambiguous);
    expect(await importFile(plan, [ambiguous])).toMatchObject({ outcome: 'dateOrderOpen' });
  });
});

describe('another table below the list of a workbook', () => {
  const rowsOf = (text: string): string[][] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
  const first = tableData(rowsOf(HEADER + LIST + TABLE).map((cells) => (cells.length > 1 ? cells : [])));
  const second = tableData(rowsOf(`${HEADER}cem,Cem Dogan,2026-05-02,Viewer\n`));

  test('is left out, and the next sheet is read [LOAD-05] [LOAD-06]', async () => {
    const file = asFile(
      workbookBytes({
        sheets: [
          { name: 'Page 1', data: first },
          { name: 'Page 2', data: second },
        ],
      }),
    );
    const receipt = await receiptOf(await planOf(file), file);
    expect(receipt.rows).toMatchObject({ read: 3, accepted: 3, others: { otherTable: 3 } });
    expect(foundIn(receipt)).toMatchObject([{ row: 5, rows: 3 }]);
  });
});

describe('another table below a file of another kind', () => {
  const ROSTER = 'employee_number,full_name,status,department\n0017,Ada Wood,Active,Service\n';
  const BELOW = '\nDepartment,Manager,Status,\nService,Mia Hall,Active,\n';
  const LOG = 'user_name,timestamp,event_type\nann,2026-03-01 08:14:22,resolve\n';
  const LOG_BELOW = '\nDepartment,Status,\nService,Active,\n';

  async function surveyOfTable(file: File): Promise<TableSurvey> {
    const input = await readSurveyInput({ file }, SURVEY_ASK, LIVE);
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    return surveyTable(input.value, undefined, undefined);
  }

  const importKind = (
    survey: TableSurvey,
    file: File,
    plan = survey.plan,
    shown?: readonly ShownQuestion[],
  ) => importTable({ file }, { ...plan, asOf: AS_OF }, tableTools(db, { shown }), LIVE, () => undefined);

  test.each([
    ['roster', ROSTER, BELOW],
    ['activity', LOG, LOG_BELOW],
  ])(
    '%s: its rows are counted apart, and asked about [LOAD-05] [LOAD-08] [LOAD-26]',
    async (kind, text, below) => {
      const file = fileOf(text + below);
      const survey = await surveyOfTable(file);
      expect(survey.plan.kind).toBe(kind);
      expect(survey.surveyedRows).toBe(1);
      expect(survey.furtherTable).toMatchObject({ row: 4, recommended: 'leaveOut' });
      expect(await importKind(survey, file)).toMatchObject({
        value: {
          outcome: 'imported',
          receipt: {
            rows: { read: 1, accepted: 1, blankLines: 1, others: { otherTable: 2 } },
            findings: [{ kind: 'secondTable', row: 4, rows: 2 }],
          },
        },
      });
    },
  );

  test.each([
    ['roster', ROSTER, BELOW],
    ['activity', LOG, LOG_BELOW],
  ])('%s: it is asked about where only the whole file shows it, once [LOAD-26]', async (_, text, below) => {
    const survey = await surveyOfTable(fileOf(text));
    const file = fileOf(text + below);
    const late = { kind: 'secondTable', position: 0 } as const;
    expect(await importKind(survey, file, survey.plan, [])).toMatchObject({
      value: { outcome: 'xrayOpen', questions: [late] },
    });
    const told = keepAnswer(survey.plan, LEAVE_OUT);
    expect(await importKind(survey, file, told, [])).toMatchObject({ value: { outcome: 'imported' } });
  });
});
