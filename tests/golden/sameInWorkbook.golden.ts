import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/core/ingest/importPlan.ts';
import type { TableFinding } from '../../src/core/ingest/kinds/tableFinding.ts';
import { surveyTable, type TableSurvey } from '../../src/core/ingest/kinds/surveyTable.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import { loadFactTable } from '../../src/storage/fileStore.ts';
import { importTable } from '../../src/worker/thread/importTable.ts';
import { readSurveyInput } from '../../src/worker/thread/surveyFile.ts';
import { LIVE, SURVEY_ASK, tableTools } from '../support/importSetting.ts';
import { tableData, workbookBytes } from '../support/workbookFile.ts';
import { bytesOf, GOLDEN_CASES, readRows, surveyExport } from './readExport.ts';
import { KIND_CASES, kindFile, rowsOf } from './kinds/readKind.ts';

/** The cells of a delimited file as the text cells of a workbook of one sheet. */
function asWorkbook(bytes: BufferSource, { encoding, delimiter }: Dialect): File {
  const text = new TextDecoder(encoding).decode(bytes);
  const { data } = Papa.parse<string[]>(text, { delimiter });
  return new File([workbookBytes({ sheets: [{ name: 'Page 1', data: tableData(data) }] })], 'list.xlsx');
}

/** Findings without what a workbook cannot have: an encoding of its own. */
const findingsOf = (findings: readonly TableFinding[]): readonly TableFinding[] =>
  findings.filter(({ kind }) => kind !== 'encodingFallback');

async function surveyed(file: File): Promise<TableSurvey> {
  const input = await readSurveyInput({ file }, SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return surveyTable(input.value, undefined, undefined);
}

/** What a person reads and what is kept: the survey, the receipt and the rows. */
async function everythingOf(survey: TableSurvey, file: File): Promise<unknown> {
  const { proposedKind, columns, questions, missing, lacksCurrency, plan } = survey;
  const before = {
    proposedKind,
    columns,
    questions,
    missing,
    lacksCurrency,
    findings: findingsOf(survey.findings),
  };
  const db = new ClientDatabase('same-in-workbook');
  try {
    const ended = await importTable({ file }, plan, tableTools(db, { file: 'f' }), LIVE, () => undefined);
    if (!ended.ok || ended.value.outcome !== 'imported') return { before, ended };
    const { rows, stored, range, errors, findings, activity } = ended.value.receipt;
    const receipt = { rows, stored, range, errors, activity, findings: findingsOf(findings) };
    if (plan.kind === 'activity') return { before, receipt };
    const table = await loadFactTable(db, 'f');
    if (!table.ok) throw new Error(table.failure.kind);
    return { before, receipt, kept: rowsOf(table.value.table) };
  } finally {
    await db.delete();
  }
}

describe('a file of any kind gives as a workbook what it gives as text [LOAD-01]', () => {
  test.each(KIND_CASES)('%s', async (name) => {
    const bytes = await new Response(kindFile(name).stream() as ReadableStream).arrayBuffer();
    const text = new File([bytes], 'list.csv');
    const survey = await surveyed(text);
    const book = asWorkbook(bytes, survey.plan.dialect);
    expect(await everythingOf(await surveyed(book), book)).toEqual(await everythingOf(survey, text));
  });
});

/** Exports of which the very form is that of a text: quotes, rows that end early, a header over several lines. */
const ONLY_AS_TEXT =
  /^(?:cut-in-last-row|glpi-|hazard-(?:cut-|html-|line-break-|mixed-line-|narrower-|single-quotes|title-over-|trailing-|unquoted-|workbook-)|hazards-together|lone-cr-|marks-titles-|rejects-and-|right-to-left-and-widths|salesforce-(?:report|title-below)$)/;

const AS_BOTH = GOLDEN_CASES.filter(
  ({ name, file, expected }) =>
    file.endsWith('.csv') &&
    expected.refused === undefined &&
    (expected.encoding ?? 'utf-8') === 'utf-8' &&
    !ONLY_AS_TEXT.test(name),
);

describe('an export of accounts gives as a workbook what it gives as text [LOAD-01]', () => {
  test.each(AS_BOTH)('$name', async (golden) => {
    const readingOf = async (file?: File) => {
      const surveyed = await surveyExport(golden, file);
      if (surveyed.refused) throw new Error(surveyed.refused.kind);
      const { columns, questions, xray, findings, plan } = surveyed.survey;
      const words = { columns, questions, xray, findings: findingsOf(findings) };
      return { plan, said: { ...words, ...readRows(surveyed.input, plan) } };
    };
    const text = await readingOf();
    const book = await readingOf(asWorkbook(bytesOf(golden.file), text.plan.dialect));
    expect(book.said).toEqual(text.said);
  });
});
