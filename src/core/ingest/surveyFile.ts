import { isDay } from '../base/dayValue.ts';
import { readIsoDay, type EpochDay } from '../base/epochDay.ts';
import { compileDescriber } from './describeReading.ts';
import type { FoundDialect } from './findDialect.ts';
import { findFormFindings, findTablesBelow } from './findFormFindings.ts';
import { askFurtherTables, furtherTableAnswer } from './foundTables.ts';
import { findUnreadWords } from './findUnreadWords.ts';
import type { ColumnSurvey, FileFinding, FileSurvey, SampleReading, SheetSurvey } from './fileSurvey.ts';
import type { ColumnPlan, Dialect, ImportPlan } from './importPlan.ts';
import type { DateContext } from './momentToDay.ts';
import { isEmptyWord } from './neverWords.ts';
import type { Preset } from './platforms/preset.ts';
import { findPreset } from './platforms/presets.ts';
import { proposeAsOf, type ProposedAsOf } from './proposeAsOf.ts';
import { cellsOf, planColumn, proposeColumns, undecidedReading } from './proposeColumns.ts';
import { proposeMeanings } from './proposeMeanings.ts';
import { findRowLimit } from './rowLimit.ts';
import { isSecretHeader } from './secretHeader.ts';
import { sortRows, type SortedRows } from './sortRows.ts';
import { askQuestions, type SurveyedRows } from './surveyQuestions.ts';
import { countKeyedByAddress } from './keyedByAddress.ts';
import { countUnnamedCells } from './unnamedCells.ts';
import { compileUserRowReader } from './userRowReader.ts';
import { USUAL_LAG_DAYS } from './usualLag.ts';
import { xrayColumns } from './xray/xrayColumns.ts';

/** Days by which a source lags behind when nobody said otherwise. Source: LOAD-24. */

/** What the import thread knows of a file before it is imported. */
export interface SurveyInput extends SurveyedRows {
  readonly fileName: string;
  readonly bytes: number;
  /** First lines as decoded. */
  readonly preview: readonly string[];
  readonly found: FoundDialect;
  readonly wholeFile: boolean;
  readonly estimatedRows: number;
  /** Id of a system card. */
  readonly system: string;
  readonly workspaceZone: string;
  /** Day of the file's own time in the workspace zone; `undefined` for pasted rows. */
  readonly fileDay: EpochDay | undefined;
  readonly workingDay: EpochDay;
  /** The user's changes so far; its columns are taken while they belong to the same header. */
  readonly plan: ImportPlan | undefined;
  /** Whether the rows come from the table of a web page or of an XML workbook. */
  readonly isMarkup?: boolean;
  /** Where several files are surveyed as one: indexes of `rows` at which a further one begins. */
  readonly partStarts?: readonly number[];
  /** Outer forms of the further files. */
  readonly furtherForms?: readonly Dialect[];
  /** For a workbook: its sheets and what should be known of them. */
  readonly workbook?: { readonly sheets: readonly SheetSurvey[]; readonly findings: readonly FileFinding[] };
}

/** A secret is never shown, not even as a sample. */
const HIDDEN = '••••';

function pickSamples(
  column: ColumnPlan,
  cells: readonly string[],
  describe: (cell: string) => string,
): readonly SampleReading[] {
  const isSecret = isSecretHeader(column.header);
  const distinct = [...new Set(cells)].slice(0, 400);
  const readings = distinct.map((text) => ({ text, reading: describe(text) }));
  const isBlank = ({ text }: SampleReading): boolean => isEmptyWord(text.trim());
  const picked: SampleReading[] = readings.filter((sample) => !isBlank(sample)).slice(0, 3);
  const kindOf = ({ reading }: SampleReading): string => (/\d/.test(reading) ? 'day' : reading);
  if (column.dates && picked.length > 0) {
    const other = readings.find((sample) => picked.every((known) => kindOf(known) !== kindOf(sample)));
    if (other) picked.splice(Math.min(2, picked.length), 1, other);
  }
  return picked.map((sample) => (isSecret ? { text: HIDDEN, reading: sample.reading } : sample));
}

function surveyColumn(
  column: ColumnPlan,
  plan: ImportPlan,
  input: SurveyInput,
  context: DateContext,
): ColumnSurvey {
  const cells = cellsOf(input.rows, column.position);
  const empty = cells.filter((cell) => isEmptyWord(cell.trim())).length;
  return {
    position: column.position,
    header: column.header,
    filled: cells.length - empty,
    empty,
    samples: pickSamples(column, cells, compileDescriber(column, plan.licenceSeparator, context)),
    proposal: column,
  };
}

const isSameHeader = (plan: ImportPlan, header: readonly string[]): boolean =>
  plan.columns.length === header.length &&
  plan.columns.every(({ position, header: name }) => header[position] === name);

/** Rows at hand whose last sign-in lies before the creation of the account: counted, never rejected. */
function countSignInBeforeCreated(plan: ImportPlan, input: SurveyInput): number {
  if (plan.columns.some((column) => column.dates?.order === 'undecided')) return 0;
  const reader = compileUserRowReader(plan);
  const signIns = reader.evidenceColumns.flatMap((column, index) =>
    column.meaning === 'lastSignIn' ? [index] : [],
  );
  let count = 0;
  input.rows.forEach((cells, index) => {
    if (reader.read(cells, input.fileRows[index]!) !== undefined || !isDay(reader.row.createdOn)) return;
    const latest = Math.max(
      ...signIns.map((at) => reader.row.evidenceDays[at]!).filter(isDay),
      Number.NEGATIVE_INFINITY,
    );
    if (Number.isFinite(latest) && latest < reader.row.createdOn) count++;
  });
  return count;
}

function findEvidenceGaps(plan: ImportPlan): FileFinding[] {
  const classes = plan.columns.map((column) => column.proposedClass);
  const hasAction = classes.includes('meaningful');
  const hasSignIn = classes.includes('loginOnly');
  if (!hasAction && !hasSignIn) return [{ kind: 'noDateOfUse' }];
  return hasAction ? (hasSignIn ? [] : [{ kind: 'noSignIn' }]) : [{ kind: 'noAction' }];
}

function asOfOf(input: SurveyInput, proposed: ProposedAsOf): ProposedAsOf {
  if (!input.plan) return proposed;
  const { asOf } = input.plan;
  if (asOf === proposed.asOf) return proposed;
  return { asOf, from: asOf === input.fileDay ? 'fileTime' : 'typed' };
}

/** The rows of a head without those that are no data, and what was left out. */
function sortInput(input: SurveyInput, preset: Preset | undefined): SortedRows {
  const { header } = input.found;
  const kept = input.plan && isSameHeader(input.plan, header) ? input.plan : undefined;
  const columns =
    kept?.columns ??
    proposeMeanings(header, preset).map(({ meaning }, position) => ({
      position,
      header: header[position]!,
      meaning,
    }));
  const { linesAbove } = input.found;
  const toSort = { ...input, linesAbove, furtherTableAnswer: furtherTableAnswer(kept ?? {}) };
  return sortRows(columns, toSort, input.wholeFile ? undefined : kept?.dialect);
}

/**
 * Surveys a users file from the rows at hand: proposes a plan, or completes the user's, and says how every column
 * would be read, what must be asked and what was found. Nothing is imported.
 * Source of the rule: LOAD-05, LOAD-09, LOAD-10, LOAD-12, LOAD-13, LOAD-14, LOAD-17, LOAD-19, LOAD-24.
 */
export function surveyFile(raw: SurveyInput): FileSurvey {
  const { found, plan: given } = raw;
  const preset = findPreset(found.header, raw.system);
  const sorted = sortInput(raw, preset);
  const input: SurveyInput = { ...raw, rows: sorted.rows, fileRows: sorted.fileRows };
  const texts = [...found.linesAbove, ...sorted.footers];
  const asOf = asOfOf(input, proposeAsOf({ ...input, header: found.header, linesAbove: texts }));
  const context: DateContext = { asOf: asOf.asOf, workspaceZone: input.workspaceZone, futureAllowed: false };
  const proposed = proposeColumns(found.header, input.rows, input.wholeFile, context, preset);
  const kept = given && isSameHeader(given, found.header) ? given : undefined;
  const columns = kept
    ? kept.columns.map((column) =>
        planColumn(
          { ...column, dates: column.dates ?? undecidedReading(column.header, proposed.zone) },
          cellsOf(input.rows, column.position),
          input.wholeFile,
          context,
        ),
      )
    : proposed.columns;
  const plan: ImportPlan = {
    dialect: { ...found.dialect, ...sorted.form },
    system: input.system,
    rowIs: kept?.rowIs ?? proposed.rowIs,
    columns,
    fixedLicenceType: given?.fixedLicenceType,
    licenceSeparator: kept ? kept.licenceSeparator : proposed.licenceSeparator,
    asOf: asOf.asOf,
    workspaceZone: input.workspaceZone,
    lagDays: given?.lagDays ?? preset?.lagDays ?? USUAL_LAG_DAYS,
    historyStart: given?.historyStart,
    completeness: given?.completeness,
    ...(preset?.neverIsInvited ? { neverIsInvited: true } : {}),
    ...(preset?.addressForKey ? { addressForKey: true } : {}),
    ...(kept?.answers ? { answers: kept.answers } : {}),
  };
  const furtherTable = askFurtherTables(sorted.furtherTables);
  return {
    fileName: input.fileName,
    bytes: input.bytes,
    preview: input.preview,
    surveyedRows: input.rows.length,
    wholeFile: input.wholeFile,
    estimatedRows: input.wholeFile ? input.rows.length : input.estimatedRows,
    columns: columns.map((column) => surveyColumn(column, plan, input, context)),
    plan,
    asOfFrom: asOf.from,
    recognised: preset && { system: preset.system, exportName: preset.exportName },
    questions: askQuestions(plan, input, context, preset),
    xray: [
      ...(furtherTable ? [furtherTable] : []),
      ...xrayColumns(plan, {
        ...input,
        keepsDays: preset?.keepsDays,
        neverDay: preset?.neverDay === undefined ? undefined : readIsoDay(preset.neverDay),
      }),
    ],
    findings: [
      ...proposed.findings,
      ...findFileFindings(plan, input, sorted, preset),
      ...findUnreadWords(columns, input.rows),
      ...(input.workbook?.findings ?? []),
    ],
    ...(input.workbook ? { sheets: input.workbook.sheets } : {}),
  };
}

/** Reasons for which rows are left out that are told as findings, in this order. */
const TOLD_REASONS = ['total', 'group', 'footer'] as const;

/** What was odd about the rows themselves: lines left out, cells without a name, names in two rows. */
function findRowFindings(input: SurveyInput, sorted: SortedRows): FileFinding[] {
  const findings: FileFinding[] = [];
  if (input.isMarkup === true) findings.push({ kind: 'htmlTable' });
  for (const reason of TOLD_REASONS) {
    const rows = sorted.others.get(reason) ?? 0;
    if (rows > 0) findings.push({ kind: 'otherRows', reason, rows });
  }
  const repeated = sorted.others.get('repeatedHeader') ?? 0;
  if (repeated > 0) findings.push({ kind: 'repeatedHeaders', rows: repeated });
  const { header, dialect } = input.found;
  const unnamed = dialect.trailingDelimiter ? 0 : countUnnamedCells(header, input.rows);
  if (unnamed > 0) findings.push({ kind: 'unnamedCells', rows: unnamed });
  return findings;
}

function findFileFindings(
  plan: ImportPlan,
  input: SurveyInput,
  sorted: SortedRows,
  preset: Preset | undefined,
): FileFinding[] {
  const findings: FileFinding[] = findEvidenceGaps(plan);
  const counted = input.rows.length;
  const limit = input.wholeFile ? findRowLimit(counted, input.system, preset?.system) : undefined;
  if (limit) findings.push(limit);
  else if (sorted.others.has('notice')) findings.push({ kind: 'rowLimit', rows: counted, byNotice: true });
  findings.push(...findFormFindings(plan.dialect, input.furtherForms));
  findings.push(...findTablesBelow(sorted.furtherTables, plan.answers));
  findings.push(...findRowFindings(input, sorted));
  const keyed = countKeyedByAddress(plan, input.rows);
  if (keyed > 0) findings.push({ kind: 'keyedByAddress', rows: keyed });
  const rows = countSignInBeforeCreated(plan, input);
  if (rows > 0) findings.push({ kind: 'signInBeforeCreated', rows });
  return findings;
}
