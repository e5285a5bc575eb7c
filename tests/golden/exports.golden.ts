import { beforeAll, describe, expect, test } from 'vitest';
import { isOneOf } from '../../src/core/base/exhaustive.ts';
import { boundOf, dayOf, isAtLeast, isDay, ABSENT, BLANK, NEVER } from '../../src/core/base/dayValue.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import type { ColumnQuestion, FileFinding, FileSurvey } from '../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../src/core/ingest/importPlan.ts';
import { EVIDENCE_MEANINGS, FURTHER_TEXTS } from '../../src/core/ingest/meaning.ts';
import { SIGNAL_KINDS } from '../../src/core/ingest/signalKind.ts';
import type { UserRow } from '../../src/core/ingest/userRow.ts';
import { ACCOUNT_STATUSES, EXPECTED_PATTERNS, USER_TYPES } from '../../src/core/inventory/enumerations.ts';
import { SUBJECT_TYPES } from '../../src/core/inventory/subjectTypes.ts';
import { GOLDEN_CASES, readRows, surveyExport, type Expected, type Surveyed } from './readExport.ts';

const FLAGS = ['not stated', 'no', 'yes'];

function wordOf(value: number): string {
  if (isDay(value)) return formatIsoDay(dayOf(value));
  if (isAtLeast(value)) return `at least ${boundOf(value)}`;
  if (value === NEVER) return 'never';
  if (value === BLANK) return 'blank';
  return value === ABSENT ? 'absent' : 'unreadable';
}

const findingWord = (finding: FileFinding): string => {
  switch (finding.kind) {
    case 'secretColumn':
    case 'duplicateHeader':
      return `${finding.kind} ${finding.header}`;
    case 'emptyHeader':
      return `emptyHeader ${finding.position}`;
    case 'otherRows':
      return `${finding.reason} ${finding.rows}`;
    case 'secondTable':
      return [finding.kind, finding.row, finding.rows].filter((part) => part !== undefined).join(' ');
    case 'unreadWords':
      return `${finding.kind} ${finding.header} ${finding.count}`;
    case 'unnamedCells':
    case 'repeatedHeaders':
      return `${finding.kind} ${finding.rows}`;
    default:
      return finding.kind;
  }
};

const questionWord = (question: ColumnQuestion, survey: FileSurvey): string => {
  const { header } = survey.columns[question.position]!;
  return question.kind === 'dateOrder'
    ? `dateOrder ${header} ${question.fitBoth}`
    : `blankMeaning ${header} ${question.recommended}`;
};

function describeRow(row: UserRow, plan: ImportPlan): Record<string, unknown> {
  const evidence = plan.columns.filter((column) => column.signalKind !== undefined);
  return {
    ...row,
    ...Object.fromEntries(FURTHER_TEXTS.map((name, place) => [name, row.further[place]])),
    licenceTypes: [...row.licenceTypes],
    status: ACCOUNT_STATUSES[row.status],
    userType: USER_TYPES[row.userType],
    expectedPattern: EXPECTED_PATTERNS[row.expectedPattern] ?? 'unread',
    subjectType: SUBJECT_TYPES[row.subjectType] ?? 'unread',
    webServiceOnly: FLAGS[row.webServiceOnly],
    integrationUser: FLAGS[row.integrationUser],
    vip: FLAGS[row.vip],
    createdOn: wordOf(row.createdOn),
    assignedOn: wordOf(row.assignedOn),
    activatedOn: wordOf(row.activatedOn),
    retiredOn: wordOf(row.retiredOn),
    leftOn: wordOf(row.leftOn),
    evidence: Object.fromEntries(
      evidence.map((column, index) => [column.header, wordOf(row.evidenceDays[index]!)]),
    ),
  };
}

const answered = (plan: ImportPlan, answers: Expected['answers']): ImportPlan => ({
  ...plan,
  columns: plan.columns.map((column) => {
    const order = answers?.[column.header];
    return order && column.dates ? { ...column, dates: { ...column.dates, order } } : column;
  }),
});

const columnsBy = (
  plan: ImportPlan,
  headers: Readonly<Record<string, string>> | undefined,
  valueOf: (column: ImportPlan['columns'][number]) => string | undefined,
) =>
  Object.fromEntries(
    Object.keys(headers ?? {}).map((header) => [
      header,
      valueOf(plan.columns.find((column) => column.header === header)!),
    ]),
  );

describe.each(GOLDEN_CASES)('$name', (golden) => {
  const { expected } = golden;
  let surveyed: Surveyed;
  beforeAll(async () => {
    surveyed = await surveyExport(golden);
  });

  const read = (): Extract<Surveyed, { refused: undefined }> => {
    if (surveyed.refused) throw new Error(JSON.stringify(surveyed.refused));
    return surveyed;
  };

  if (expected.refused !== undefined) {
    test('the file is refused for what it is [LOAD-07]', () => {
      expect(surveyed.refused?.kind).toBe(expected.refused);
    });
    return;
  }

  test('encoding, delimiter and header line are found [LOAD-05]', () => {
    expect(read().survey.plan.dialect).toMatchObject({
      encoding: expected.encoding ?? 'utf-8',
      delimiter: expected.delimiter ?? ',',
      linesBeforeHeader: expected.linesBeforeHeader ?? 0,
    });
  });

  test('columns have the expected meanings, findings and questions [LOAD-13]', () => {
    const { survey } = read();
    const { plan } = survey;
    const mapped = survey.columns.filter(({ proposal }) => proposal.meaning !== 'ignore');
    expect(mapped.map(({ header, proposal }) => [header, proposal.meaning])).toEqual(expected.roles);
    expect(survey.findings.map(findingWord)).toEqual(expected.findings);
    expect(survey.questions.map((question) => questionWord(question, survey))).toEqual(
      expected.questions ?? [],
    );
    expect(columnsBy(plan, expected.forLicenceType, (column) => column.forLicenceType)).toEqual(
      expected.forLicenceType ?? {},
    );
  });

  test('what one row is, and what each date of use proves, is proposed [LOAD-15] [LOAD-16]', () => {
    const { plan } = read().survey;
    expect(plan.rowIs).toBe(expected.rowIs ?? 'account');
    expect(columnsBy(plan, expected.signalKinds, (column) => column.signalKind)).toEqual(
      expected.signalKinds ?? {},
    );
    for (const { header, meaning, signalKind } of plan.columns) {
      const isDateOfUse = isOneOf(EVIDENCE_MEANINGS, meaning);
      expect([header, isOneOf(SIGNAL_KINDS, signalKind ?? '')]).toEqual([header, isDateOfUse]);
    }
    expect(columnsBy(plan, expected.zones, (column) => column.dates?.zone)).toEqual(expected.zones ?? {});
  });

  if (expected.recognised !== undefined)
    test('the export is recognised by its header [LOAD-09]', () => {
      const { recognised, plan } = read().survey;
      expect(recognised ? [recognised.system, recognised.exportName] : null).toEqual(expected.recognised);
      if (expected.lagDays !== undefined) expect(plan.lagDays).toBe(expected.lagDays);
    });

  test('the data-as-of date is proposed from the right place [LOAD-24]', () => {
    const { plan, asOfFrom } = read().survey;
    expect([formatIsoDay(plan.asOf), asOfFrom]).toEqual([
      expected.asOf ?? expected.fileDay ?? '2026-06-30',
      expected.asOfFrom ?? 'fileTime',
    ]);
  });

  if (expected.orderQuestion)
    test('three rows are shown in both readings [LOAD-19]', () => {
      const { survey } = read();
      for (const [header, wanted] of Object.entries(expected.orderQuestion!)) {
        const question = survey.questions.find(({ position }) => survey.columns[position]!.header === header);
        const shown =
          question?.kind === 'dateOrder'
            ? question.rows.map((row) => [
                row.fileRow,
                row.text,
                formatIsoDay(row.dayFirst),
                formatIsoDay(row.monthFirst),
              ])
            : [];
        expect(shown).toEqual(wanted);
      }
    });

  test('rows are read, rejected or left out as expected [LOAD-05] [LOAD-20]', () => {
    const { input, survey } = read();
    const plan = answered(survey.plan, expected.answers);
    const { errors, others, accepted } = readRows(input, plan);
    expect(errors.map(({ row, kind, column, text }) => [row, kind, column ?? null, text])).toEqual(
      expected.rejected ?? [],
    );
    expect(others).toEqual(expected.others ?? {});
    expect(accepted.size).toBe(expected.accepted);
    expect(accepted.size + errors.length + Object.values(others).reduce((sum, rows) => sum + rows, 0)).toBe(
      input.rows.length,
    );
    for (const [fileRow, wanted] of Object.entries(expected.rows)) {
      const row = accepted.get(Number(fileRow));
      expect(row && describeRow(row, plan)).toMatchObject(wanted);
    }
  });
});
