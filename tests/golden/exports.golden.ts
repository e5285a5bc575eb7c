import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, boundOf, dayOf, isAtLeast, isDay, NEVER } from '../../src/core/base/dayValue.ts';
import { readIsoDay } from '../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import { findDialect } from '../../src/core/ingest/findDialect.ts';
import type { ColumnQuestion, FileFinding, FileSurvey } from '../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../src/core/ingest/importPlan.ts';
import { recogniseBytes } from '../../src/core/ingest/recogniseBytes.ts';
import type { RowError } from '../../src/core/ingest/rowError.ts';
import { offsetAfterLines } from '../../src/core/ingest/splitRecords.ts';
import { surveyFile } from '../../src/core/ingest/surveyFile.ts';
import { compileUserRowReader } from '../../src/core/ingest/userRowReader.ts';
import type { UserRow } from '../../src/core/ingest/userRow.ts';
import { ACCOUNT_STATUSES, USER_TYPES } from '../../src/core/inventory/enumerations.ts';

/** What the file beside an export says about it. Days are ISO dates, dates of rows the words of `wordOf`. */
interface Expected {
  readonly system: string;
  readonly workspaceZone: string;
  readonly workingDay: string;
  readonly fileDay: string;
  readonly encoding: string;
  readonly bom?: number;
  readonly delimiter: string;
  readonly linesBeforeHeader: number;
  readonly rowIs: string;
  readonly asOf: string;
  readonly asOfFrom: string;
  /** Header and meaning of every column that is imported, in file order. */
  readonly roles: readonly (readonly [string, string])[];
  readonly forLicenceType?: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
  readonly questions: readonly string[];
  readonly orderQuestion?: Readonly<Record<string, readonly (readonly [number, string, string, string])[]>>;
  /** Answers given to the questions about day and month before the rows are read. */
  readonly answers?: Readonly<Record<string, 'dayFirst' | 'monthFirst'>>;
  readonly accepted: number;
  readonly rejected: readonly (readonly [number, string, string | null, string])[];
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FOLDER = join(import.meta.dirname, 'exports');
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.slice(0, -4))
  .toSorted();
const FLAGS = ['not stated', 'no', 'yes'];

function wordOf(value: number): string {
  if (isDay(value)) return formatIsoDay(dayOf(value));
  if (isAtLeast(value)) return `at least ${boundOf(value)}`;
  if (value === NEVER) return 'never';
  if (value === BLANK) return 'blank';
  return value === ABSENT ? 'absent' : 'unreadable';
}

const dayOfText = (text: string) => readIsoDay(text)!;

const findingWord = (finding: FileFinding): string => {
  if (finding.kind === 'secretColumn' || finding.kind === 'duplicateHeader')
    return `${finding.kind} ${finding.header}`;
  return finding.kind === 'emptyHeader' ? `emptyHeader ${finding.position}` : finding.kind;
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
    licenceTypes: [...row.licenceTypes],
    status: ACCOUNT_STATUSES[row.status],
    userType: USER_TYPES[row.userType],
    webServiceOnly: FLAGS[row.webServiceOnly],
    integrationUser: FLAGS[row.integrationUser],
    vip: FLAGS[row.vip],
    createdOn: wordOf(row.createdOn),
    assignedOn: wordOf(row.assignedOn),
    retiredOn: wordOf(row.retiredOn),
    evidence: Object.fromEntries(
      evidence.map((column, index) => [column.header, wordOf(row.evidenceDays[index]!)]),
    ),
  };
}

const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Browsers decode windows-1252 rightly; some releases of Node take it for ISO 8859-1 and lose € and curly quotes. */
const decode = (bytes: Uint8Array, encoding: string): string =>
  encoding === 'windows-1252'
    ? Array.from(bytes, (byte) =>
        byte >= 0x80 && byte < 0xa0 ? UPPER_1252[byte - 0x80]! : String.fromCharCode(byte),
      ).join('')
    : new TextDecoder(encoding, { fatal: true }).decode(bytes);

function readExport(name: string, expected: Expected) {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, `${name}.csv`)));
  const recognised = recogniseBytes(bytes, true);
  if (!recognised.ok) throw new Error(JSON.stringify(recognised.failure));
  const { encoding, bomBytes } = recognised.value;
  const text = decode(bytes.subarray(bomBytes), encoding);
  const found = findDialect(text, encoding, true);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  const { dialect } = found.value;
  const body = text.slice(offsetAfterLines(text, dialect.linesBeforeHeader));
  const [, ...records] = Papa.parse<string[]>(body, { delimiter: dialect.delimiter }).data;
  const rows: string[][] = [];
  const fileRows: number[] = [];
  records.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    rows.push(cells);
    fileRows.push(dialect.linesBeforeHeader + index + 2);
  });
  const input = {
    fileName: `${name}.csv`,
    bytes: bytes.length,
    preview: text.split(/\r?\n/).slice(0, 5),
    found: found.value,
    rows,
    fileRows,
    wholeFile: true,
    estimatedRows: rows.length,
    system: expected.system,
    workspaceZone: expected.workspaceZone,
    fileDay: dayOfText(expected.fileDay),
    workingDay: dayOfText(expected.workingDay),
    plan: undefined,
  };
  return { bomBytes, found: found.value, survey: surveyFile(input), rows, fileRows };
}

const answered = (plan: ImportPlan, answers: Expected['answers']): ImportPlan => ({
  ...plan,
  columns: plan.columns.map((column) => {
    const order = answers?.[column.header];
    return order && column.dates ? { ...column, dates: { ...column.dates, order } } : column;
  }),
});

describe.each(NAMES)('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8')) as Expected;
  const { bomBytes, found, survey, rows, fileRows } = readExport(name, expected);
  const { plan } = survey;

  test('encoding, delimiter and header line are found [LOAD-05]', () => {
    expect({ ...found.dialect, bom: bomBytes }).toEqual({
      encoding: expected.encoding,
      delimiter: expected.delimiter,
      linesBeforeHeader: expected.linesBeforeHeader,
      bom: expected.bom ?? (name === 'tab-utf-16le' ? 2 : 0),
    });
  });

  test('columns have the expected meanings, findings and questions [LOAD-13]', () => {
    const mapped = survey.columns.filter(({ proposal }) => proposal.meaning !== 'ignore');
    expect(mapped.map(({ header, proposal }) => [header, proposal.meaning])).toEqual(expected.roles);
    expect(survey.findings.map(findingWord)).toEqual(expected.findings);
    expect(survey.questions.map((question) => questionWord(question, survey))).toEqual(expected.questions);
    expect(plan.rowIs).toBe(expected.rowIs);
    for (const [header, licence] of Object.entries(expected.forLicenceType ?? {})) {
      expect(plan.columns.find((column) => column.header === header)?.forLicenceType).toBe(licence);
    }
  });

  test('the data-as-of date is proposed from the right place [LOAD-24]', () => {
    expect([formatIsoDay(plan.asOf), survey.asOfFrom]).toEqual([expected.asOf, expected.asOfFrom]);
  });

  if (expected.orderQuestion)
    test('three rows are shown in both readings [LOAD-19]', () => {
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

  test('rows are read or rejected as expected [LOAD-20]', () => {
    const settled = answered(plan, expected.answers);
    const reader = compileUserRowReader(settled);
    const errors: RowError[] = [];
    const byFileRow = new Map<number, Record<string, unknown>>();
    rows.forEach((cells, index) => {
      const error = reader.read(cells, fileRows[index]!);
      if (error) errors.push(error);
      else byFileRow.set(fileRows[index]!, describeRow(reader.row, settled));
    });
    expect(errors.map(({ row, kind, column, text }) => [row, kind, column ?? null, text])).toEqual(
      expected.rejected,
    );
    expect(byFileRow.size).toBe(expected.accepted);
    for (const [fileRow, wanted] of Object.entries(expected.rows)) {
      expect(byFileRow.get(Number(fileRow))).toMatchObject(wanted);
    }
  });
});
