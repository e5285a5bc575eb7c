import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { FileSurvey, PartSurvey } from '../../core/ingest/fileSurvey.ts';
import type { AppendedPlan } from '../../core/ingest/importPlan.ts';
import { surveyFile as surveyRows, type SurveyInput } from '../../core/ingest/surveyFile.ts';
import type { Failure } from '../protocol.ts';
import { isSameHeader, nameOfFiles, wordOtherColumns } from './importParts.ts';

/**
 * Surveys several files of the same columns as one list: every file's outer form is its own, all questions are asked of all
 * rows together. Rows are numbered on from file to file.
 */
export function surveyParts(inputs: readonly SurveyInput[]): Result<FileSurvey, Failure> {
  const first = inputs[0]!;
  const odd = inputs.find(({ found }) => !isSameHeader(found.header, first.found.header));
  if (odd) {
    return fail({ kind: 'refused', reason: wordOtherColumns(odd.fileName, first.fileName) });
  }
  const each = inputs.map((input) => surveyRows(input));
  const survey = surveyRows(putTogether(inputs));
  const given = first.plan?.appended;
  const appended = each.slice(1).map(({ plan }, index): AppendedPlan => ({
    dialect: plan.dialect,
    fixedLicenceType: given?.[index]?.fixedLicenceType,
  }));
  const parts = each.map(({ fileName, wholeFile, estimatedRows }) => ({
    name: fileName,
    wholeFile,
    estimatedRows,
  }));
  return succeed({ ...survey, plan: { ...survey.plan, appended }, parts });
}

/** As {@link surveyParts} for a file of any kind but users. `input` is what is surveyed: the rows of all files. */
export function tablePartsInput(
  inputs: readonly SurveyInput[],
): Result<{ readonly input: SurveyInput; readonly parts: readonly PartSurvey[] | undefined }, Failure> {
  const first = inputs[0]!;
  if (inputs.length === 1) return succeed({ input: first, parts: undefined });
  const odd = inputs.find(({ found }) => !isSameHeader(found.header, first.found.header));
  if (odd) return fail({ kind: 'refused', reason: wordOtherColumns(odd.fileName, first.fileName) });
  const parts = inputs.map(({ fileName, wholeFile, estimatedRows, rows }): PartSurvey => ({
    name: fileName,
    wholeFile,
    estimatedRows: wholeFile ? rows.length : estimatedRows,
  }));
  return succeed({ input: putTogether(inputs), parts });
}

function putTogether(inputs: readonly SurveyInput[]): SurveyInput {
  const first = inputs[0]!;
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  const partStarts: number[] = [];
  let offset = 0;
  for (const [index, input] of inputs.entries()) {
    if (index > 0) partStarts.push(rows.length);
    if (index > 0) offset = (fileRows.at(-1) ?? 0) - (input.found.dialect.linesBeforeHeader + 1);
    for (const cells of input.rows) rows.push(cells);
    for (const row of input.fileRows) fileRows.push(row + offset);
  }
  return {
    ...first,
    rows,
    fileRows,
    partStarts,
    furtherForms: inputs.slice(1).map(({ found }) => found.dialect),
    fileName: nameOfFiles(inputs.map(({ fileName: name }) => ({ name }))),
    bytes: inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    wholeFile: inputs.every(({ wholeFile }) => wholeFile),
    estimatedRows: inputs.reduce((sum, { estimatedRows }) => sum + estimatedRows, 0),
  };
}
