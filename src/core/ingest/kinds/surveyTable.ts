import type { EpochDay } from '../../base/epochDay.ts';
import { buildRowContext } from '../classifyRow.ts';
import {
  askFurtherTables,
  furtherTableAnswer,
  NO_TABLES,
  type FoundTables,
  type FurtherTableQuestion,
} from '../foundTables.ts';
import { FurtherTables } from '../furtherTables.ts';
import type { DateContext } from '../momentToDay.ts';
import type { PartSurvey, SampleReading, SheetSurvey } from '../fileSurvey.ts';
import { isEmptyWord } from '../neverWords.ts';
import { proposeAsOf } from '../proposeAsOf.ts';
import { cellsOf } from '../proposeColumns.ts';
import type { SurveyInput } from '../surveyFile.ts';
import { buildSwapFinder } from '../xray/findSwappedDays.ts';
import type { SwapQuestion } from '../xray/readingUnderSwap.ts';
import { placeRows } from '../sortRows.ts';
import { askDateOrder, type DateOrderQuestion } from '../surveyQuestions.ts';
import { compileCellDescriber } from './describeFactCell.ts';
import type { FileKind, SchemaKind } from './fileKind.ts';
import { findTableFindings } from './findTableFindings.ts';
import { keyedColumns } from './keyedColumns.ts';
import { lacksCurrency, missingColumns } from './kindNeeds.ts';
import { schemaOf } from './kindSchemas.ts';
import { whyLeftOut } from './leftOutHeader.ts';
import { proposeLogSignal } from './logSignal.ts';
import { currencyOfHeaders } from './headerCurrency.ts';
import { withNumberNotation } from './numberNotation.ts';
import { proposeKind, type KindProposal } from './proposeKind.ts';
import { planTableColumn, proposeTableColumns } from './proposeTableColumns.ts';
import type { TableFinding } from './tableFinding.ts';
import { NO_FACTS, type FileFacts, type TableColumnPlan, type TablePlan } from './tablePlan.ts';

/** What the X-ray asks of a file of any kind but users. */
export type TableQuestion = SwapQuestion | FurtherTableQuestion;

/** A column of a file of any kind but users as it is shown before the import. */
export interface TableColumnSurvey {
  readonly position: number;
  readonly header: string;
  readonly filled: number;
  readonly empty: number;
  /** Up to three sample values with their readings, distinct where possible. */
  readonly samples: readonly SampleReading[];
  readonly proposal: TableColumnPlan;
}

/** What was found in a file of rows before any is imported, and the plan proposed for it. */
export interface TableSurvey {
  readonly fileName: string;
  readonly bytes: number;
  readonly preview: readonly string[];
  readonly surveyedRows: number;
  readonly wholeFile: boolean;
  readonly estimatedRows: number;
  /** What the file seems to be, whatever kind it is surveyed as. */
  readonly proposedKind: KindProposal;
  readonly columns: readonly TableColumnSurvey[];
  readonly plan: TablePlan;
  readonly asOfFrom: 'file' | 'fileTime' | 'typed';
  /** Only the order of day and month is asked here. */
  readonly questions: readonly DateOrderQuestion[];
  /** Whether a spreadsheet exchanged day and month in a part of a column, answered or not. */
  readonly swaps?: readonly SwapQuestion[];
  /** Whether the rows of another table below belong to the file, answered or not. */
  readonly furtherTable?: FurtherTableQuestion;
  readonly findings: readonly TableFinding[];
  /** Groups of canonical columns of which each still needs a source column. */
  readonly missing: readonly (readonly string[])[];
  readonly lacksCurrency: boolean;
  /** Sheets of a workbook. */
  readonly sheets?: readonly SheetSurvey[];
  /** The files, where several are to be put together. */
  readonly parts?: readonly PartSurvey[];
}

/** A secret, or a reason of absence, is never shown, not even as a sample. */
const HIDDEN = '••••';

function pickSamples(cells: readonly string[], describe: (cell: string) => string): readonly SampleReading[] {
  const readings = [...new Set(cells)].slice(0, 400).map((text) => ({ text, reading: describe(text) }));
  const picked = readings.filter(({ text }) => !isEmptyWord(text.trim())).slice(0, 3);
  const odd = readings.find(
    (sample) => !picked.includes(sample) && (sample.reading.startsWith('not ') || sample.reading === 'blank'),
  );
  return odd && picked.length > 2 ? [...picked.slice(0, 2), odd] : picked;
}

function surveyColumn(column: TableColumnPlan, plan: TablePlan, input: SurveyInput): TableColumnSurvey {
  const schema = schemaOf(plan.kind);
  const canonical = schema.columns.find(({ name }) => name === column.meaning);
  const cells = cellsOf(input.rows, column.position);
  const empty = cells.filter((cell) => isEmptyWord(cell.trim())).length;
  const isHidden = whyLeftOut(schema, column.header) !== undefined;
  const describe =
    canonical && !isHidden ? compileCellDescriber(canonical, column, plan) : () => 'not imported';
  const samples = pickSamples(cells, describe);
  return {
    position: column.position,
    header: column.header,
    filled: cells.length - empty,
    empty,
    samples: isHidden ? samples.slice(0, 1).map(({ reading }) => ({ text: HIDDEN, reading })) : samples,
    proposal: column,
  };
}

function askDateOrders(plan: TablePlan, input: SurveyInput): TableSurvey['questions'] {
  const schema = schemaOf(plan.kind);
  return plan.columns.flatMap((column) => {
    const futureAllowed = schema.columns.find(({ name }) => name === column.meaning)?.ahead === true;
    const context: DateContext = { asOf: plan.asOf, workspaceZone: plan.workspaceZone, futureAllowed };
    return askDateOrder(column, input, context) ?? [];
  });
}

function findSwaps(plan: TablePlan, { rows, fileRows }: SurveyInput): readonly SwapQuestion[] {
  return plan.columns.flatMap(({ position, dates }) => {
    if (dates === undefined) return [];
    const finder = buildSwapFinder();
    rows.forEach((cells, index) => finder.note((cells[position] ?? '').trim(), fileRows[index]!));
    return finder.settle(position) ?? [];
  });
}

/** Lines of the preview, without cells that are never shown. */
function previewOf(plan: TablePlan, input: SurveyInput): readonly string[] {
  const schema = schemaOf(plan.kind);
  const hidden = plan.columns.map(({ header }) => whyLeftOut(schema, header) !== undefined);
  if (!hidden.includes(true)) return input.preview;
  const top = input.preview.slice(0, plan.dialect.linesBeforeHeader + 1);
  const below = input.rows
    .slice(0, input.preview.length - top.length)
    .map((cells) => cells.map((cell, at) => (hidden[at] ? HIDDEN : cell)).join(plan.dialect.delimiter));
  return [...top, ...below];
}

const isSameHeader = (plan: TablePlan, header: readonly string[]): boolean =>
  plan.columns.length === header.length &&
  plan.columns.every(({ position, header: name }) => header[position] === name);

/** File facts with what the rows of a log prove, where nobody has said it. */
function withProposedSignal(plan: TablePlan, fileName: string, linesAbove: readonly string[]): FileFacts {
  const { signalKind, signalProposed, ...facts } = plan.facts;
  if (signalKind !== undefined && signalProposed !== true) return { ...facts, signalKind };
  const proposed = proposeLogSignal({ plan, fileName, linesAbove });
  return { ...facts, signalKind: proposed, ...(proposed === undefined ? {} : { signalProposed: true }) };
}

const asSchemaKind = (kind: FileKind): SchemaKind =>
  kind === 'users' || kind === 'answers' ? 'activity' : kind;

/**
 * Surveys a file of rows as one kind, the proposed one unless `kind` is given: proposes a plan, or completes the
 * user's, and says how every column would be read, what must be asked and what was found. Nothing is imported.
 * Source of the rule: LOAD-08, LOAD-10, LOAD-12, LOAD-13, LOAD-19, LOAD-24.
 */
export function surveyTable(
  input: SurveyInput,
  kind: SchemaKind | undefined,
  given: TablePlan | undefined,
): TableSurvey {
  const whole = surveyRowsOf(input, kind, given, NO_TABLES);
  const tables = new FurtherTables(
    buildRowContext(keyedColumns(whole.plan), whole.plan.dialect),
    furtherTableAnswer(whole.plan),
  );
  const isElsewhere = placeRows(tables, input);
  const found = tables.found();
  if (!isElsewhere.includes(true)) return found.readOn ? surveyRowsOf(input, kind, given, found) : whole;
  const isOwn = (_: unknown, index: number): boolean => !isElsewhere[index];
  const own = { ...input, rows: input.rows.filter(isOwn), fileRows: input.fileRows.filter(isOwn) };
  return surveyRowsOf(own, kind, given, found);
}

/** Surveys the rows that are left when those of other tables below were taken out. */
function surveyRowsOf(
  input: SurveyInput,
  kind: SchemaKind | undefined,
  given: TablePlan | undefined,
  furtherTables: FoundTables,
): TableSurvey {
  const { header, dialect, linesAbove } = input.found;
  const proposedKind = proposeKind(header, input.rows);
  const schema = schemaOf(kind ?? asSchemaKind(proposedKind.kind));
  const proposedAsOf = proposeAsOf({ ...input, header, linesAbove });
  const kept = given && given.kind === schema.kind && isSameHeader(given, header) ? given : undefined;
  const asOf: EpochDay = kept?.asOf ?? proposedAsOf.asOf;
  const context: DateContext = { asOf, workspaceZone: input.workspaceZone, futureAllowed: false };
  const planned = kept
    ? kept.columns.map((column) =>
        planTableColumn(schema, column, cellsOf(input.rows, column.position), input.wholeFile, context),
      )
    : proposeTableColumns(schema, header, input.rows, input.wholeFile, context);
  const columns = withNumberNotation(schema, planned, input.rows);
  const read: TablePlan = {
    kind: schema.kind as SchemaKind,
    dialect,
    system: input.system,
    columns,
    facts: kept?.facts ?? { ...NO_FACTS, currency: currencyOfHeaders(columns) },
    asOf,
    workspaceZone: input.workspaceZone,
    ...(kept?.answers ? { answers: kept.answers } : {}),
  };
  const plan: TablePlan = { ...read, facts: withProposedSignal(read, input.fileName, linesAbove) };
  const furtherTable = askFurtherTables(furtherTables);
  return {
    fileName: input.fileName,
    bytes: input.bytes,
    preview: previewOf(plan, input),
    surveyedRows: input.rows.length,
    wholeFile: input.wholeFile,
    estimatedRows: input.wholeFile ? input.rows.length : input.estimatedRows,
    proposedKind,
    columns: columns.map((column) => surveyColumn(column, plan, input)),
    plan,
    asOfFrom: asOf === proposedAsOf.asOf ? proposedAsOf.from : 'typed',
    questions: askDateOrders(plan, input),
    swaps: findSwaps(plan, input),
    ...(furtherTable ? { furtherTable } : {}),
    findings: [
      ...(input.isMarkup === true ? [{ kind: 'htmlTable' } as const] : []),
      ...findTableFindings(plan, {
        rowsRead: input.wholeFile ? input.rows.length : undefined,
        hasTruncationNotice: false,
        furtherForms: input.furtherForms,
        furtherTables,
      }),
      ...(input.workbook?.findings ?? []),
    ],
    ...(input.workbook ? { sheets: input.workbook.sheets } : {}),
    missing: missingColumns(schema, columns),
    lacksCurrency: lacksCurrency(plan),
  };
}
