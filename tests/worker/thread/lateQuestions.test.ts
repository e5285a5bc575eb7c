import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { NEVER, UNREADABLE } from '../../../src/core/base/dayValue.ts';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { applyXrayAnswer } from '../../../src/core/ingest/xray/applyXrayAnswer.ts';
import type { XrayQuestion } from '../../../src/core/ingest/xrayQuestion.ts';
import type { ClientDatabase } from '../../../src/storage/database.ts';
import { loadSnapshot } from '../../../src/storage/snapshotStore.ts';
import type { ImportAnswer, ShownQuestion } from '../../../src/worker/loadView.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import { AS_OF, eachInOwnDatabase, LIVE, SURVEY_ASK, usersTools } from '../../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const HEADER = 'user_name,last_login\n';
const fileOf = (text: string): File => new File([text], 'users.csv');
const rowsOf = (...dates: readonly string[]): string =>
  dates.map((date, at) => `user${at},${date}\n`).join('');

/** The plan of a file of which only the head was surveyed. */
async function planOf(head: string): Promise<ImportPlan> {
  const survey = await surveyFile({ file: fileOf(head) }, SURVEY_ASK, LIVE);
  if (!survey.ok) throw new Error(JSON.stringify(survey.failure));
  expect(survey.value.xray?.filter(({ kind }) => kind !== 'frozenColumn')).toEqual([]);
  return { ...survey.value.plan, asOf: AS_OF, fixedLicenceType: 'Fulfiller' };
}

async function importText(
  text: string,
  plan: ImportPlan,
  shown: readonly ShownQuestion[] | undefined = [],
): Promise<ImportAnswer> {
  const ended = await importUsers(
    { file: fileOf(text) },
    plan,
    usersTools(db, { shown }),
    LIVE,
    () => undefined,
  );
  if (!ended.ok) throw new Error(JSON.stringify(ended.failure));
  return ended.value;
}

const asked = (answer: ImportAnswer): readonly XrayQuestion[] =>
  answer.outcome === 'xrayOpen' ? answer.questions : [];

async function daysOf(answer: ImportAnswer): Promise<readonly number[]> {
  if (answer.outcome !== 'imported') throw new Error(answer.outcome);
  const loaded = await loadSnapshot(db, answer.receipt.snapshot);
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  const { snapshot } = loaded.value;
  return [...snapshot.evidence[0]!.values];
}

const nothingIsKept = async (): Promise<void> =>
  expect([await db.snapshots.count(), await db.chunks.count(), await db.staging.count()]).toEqual([0, 0, 0]);

const HEAD = ['2026-06-01', '2026-05-20', '2026-04-30', '2026-06-25'];

describe('what only rows beyond the surveyed head show', () => {
  test('placeholders, serial numbers and words for never are asked with their rows before anything is kept [LOAD-23] [LOAD-26] [LOAD-28]', async () => {
    const plan = await planOf(HEADER + rowsOf(...HEAD));
    const text = HEADER + rowsOf(...HEAD, '1970-01-01', '46099', '-', '1601-01-01', '-');
    const questions = asked(await importText(text, plan));
    expect(questions).toMatchObject([
      {
        kind: 'placeholderDates',
        position: 1,
        count: 2,
        rows: [
          { fileRow: 6, text: '1970-01-01' },
          { fileRow: 9, text: '1601-01-01' },
        ],
      },
      { kind: 'serialNumbers', count: 1, rows: [{ fileRow: 7, text: '46099', beside: '18 Mar 2026' }] },
      { kind: 'neverWords', words: ['-'], count: 2, rows: [{ fileRow: 8 }, { fileRow: 10 }] },
    ]);
    await nothingIsKept();

    const unanswered = await daysOf(await importText(text, plan, questions));
    expect(unanswered.slice(4)).toEqual(Array(5).fill(UNREADABLE));
    const answers: Partial<Record<XrayQuestion['kind'], string>> = {
      placeholderDates: 'never',
      serialNumbers: 'excelSerial1900',
    };
    const answered = questions.reduce(
      (under, question) =>
        answers[question.kind] === undefined
          ? under
          : applyXrayAnswer(under, question as never, answers[question.kind] as never),
      plan,
    );
    const read = await importUsers(
      { file: fileOf(text) },
      answered,
      usersTools(db, { shown: questions, again: true }),
      LIVE,
      () => undefined,
    );
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect((await daysOf(read.value)).slice(4)).toEqual([
      NEVER,
      readIsoDay('2026-03-18'),
      UNREADABLE,
      NEVER,
      UNREADABLE,
    ]);
  });

  test('an oldest date that many accounts share is asked about first, and read as a date only after that [LOAD-23]', async () => {
    const plan = await planOf(HEADER + rowsOf(...HEAD));
    const text = HEADER + rowsOf(...HEAD, ...Array<string>(21).fill('2019-03-04'));
    const questions = asked(await importText(text, plan));
    expect(questions).toMatchObject([
      {
        kind: 'sharedOldestDate',
        count: 21,
        day: readIsoDay('2019-03-04'),
        rows: [6, 7, 8].map((fileRow) => ({ fileRow, text: '2019-03-04' })),
        recommended: 'never',
      },
    ]);
    await nothingIsKept();
    const never = applyXrayAnswer(plan, questions[0] as never, 'never' as never);
    expect((await daysOf(await importText(text, never))).filter((day) => day === NEVER)).toHaveLength(21);
  });

  test('an oldest date right before the others is asked about too, and recommended as a real one [LOAD-23]', async () => {
    const plan = await planOf(HEADER + rowsOf(...HEAD));
    const text = HEADER + rowsOf(...HEAD, ...Array<string>(21).fill('2026-01-04'), '2026-01-05');
    expect(asked(await importText(text, plan))).toMatchObject([
      { kind: 'sharedOldestDate', count: 21, day: readIsoDay('2026-01-04'), recommended: 'realDate' },
    ]);
  });

  test('days and months that a spreadsheet exchanged are found behind a head of date cells [LOAD-28]', async () => {
    const head = ['2026-01-06', '2026-02-05', '2026-03-04', '2026-04-03'];
    const plan = await planOf(HEADER + rowsOf(...head));
    const text = HEADER + rowsOf(...head, '13/05/2026', '25/06/2026');
    const [question, ...others] = asked(await importText(text, plan));
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      kind: 'swappedDays',
      count: 4,
      rows: [{ fileRow: 2, text: '2026-01-06', beside: '1 Jun 2026' }, {}, {}],
    });
    await nothingIsKept();
    const swapped = applyXrayAnswer(plan, question as never, 'swapBack' as never);
    expect(await daysOf(await importText(text, swapped))).toEqual(
      ['2026-06-01', '2026-05-02', '2026-04-03', '2026-03-04', '2026-05-13', '2026-06-25'].map(readIsoDay),
    );
  });

  test.each([
    ['plain', (cell: string) => cell],
    ['quoted, with a no-break space', (cell: string) => `"\u00a0${cell}"`],
  ])(
    'keys whose digits a spreadsheet cut off are asked about before accounts fall together, %s [LOAD-28]',
    async (_, write) => {
      const head = `${HEADER}100001,2026-06-01\n100002,2026-06-02\n`;
      const plan = await planOf(head);
      const text = `${head}${write('1.23457E+11')},2026-06-03\n${write('1.23457E+11')},2026-06-04\n`;
      const questions = asked(await importText(text, plan));
      expect(questions).toMatchObject([
        {
          kind: 'lostDigits',
          position: 0,
          count: 2,
          rows: [
            { fileRow: 4, text: '1.23457E+11' },
            { fileRow: 5, text: '1.23457E+11' },
          ],
          recommended: 'replaceFile',
        },
      ]);
      await nothingIsKept();
      expect((await importText(text, plan, questions)).outcome).toBe('imported');
    },
  );

  test('employee numbers that are shorter than most of the file are asked about, unless one keeps its zeros [LOAD-28]', async () => {
    const header = 'user_name,employee_number,last_login\n';
    const head = `${header}ann,100417,2026-06-01\nben,100418,2026-06-25\n`;
    const plan = await planOf(head);
    const short = `${head}cy,417,2026-06-01\ndee,12,2026-06-01\n eve ,100420,2026-06-01\n`;
    expect(asked(await importText(short, plan))).toMatchObject([
      {
        kind: 'lostZeros',
        position: 1,
        count: 2,
        rows: [
          { fileRow: 4, text: '417' },
          { fileRow: 5, text: '12' },
        ],
        usual: 6,
      },
    ]);
    await nothingIsKept();
    const padded = `${short}flo,000417,2026-06-01\n`;
    expect((await importText(padded, plan)).outcome).toBe('imported');
  });

  test('a file whose head shows everything is imported at once', async () => {
    const text = HEADER + rowsOf(...HEAD);
    expect((await importText(text, await planOf(text))).outcome).toBe('imported');
  });
});
