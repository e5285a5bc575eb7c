import { isDay } from '../base/dayValue.ts';
import { cellText } from './cellText.ts';
import { compileDateReader } from './dateReader.ts';
import { buildDateOrderTracker, readEveryWay } from './dateOrderTracker.ts';
import type { ColumnQuestion } from './fileSurvey.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { keptDaysOf } from './keptDays.ts';
import type { DateContext } from './momentToDay.ts';
import { CONFIRMED_NEVER, isEmptyWord } from './neverWords.ts';
import type { Preset } from './platforms/preset.ts';
import { cellsOf } from './proposeColumns.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';

/** Rows of a file head with their row numbers as in a spreadsheet. */
export interface SurveyedRows {
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
}

/** Whether a column of dates puts the day or the month first. */
export type DateOrderQuestion = Extract<ColumnQuestion, { kind: 'dateOrder' }>;

/** The question about the order of day and month of one column of any kind of file, when it is open. Source: LOAD-19. */
export function askDateOrder(
  column: Pick<ColumnPlan, 'position' | 'dates'>,
  surveyed: SurveyedRows,
  context: DateContext,
): DateOrderQuestion | undefined {
  if (column.dates?.order !== 'undecided') return undefined;
  const readings: NonNullable<DateOrderQuestion['readings']>[number][] = [];
  const { dates } = column;
  const tracker = buildDateOrderTracker(dates, context);
  surveyed.rows.forEach((cells, index) => {
    const text = cells[column.position] ?? '';
    tracker.note(text);
    if (readings.length === 3) return;
    const every = readEveryWay(text, dates, context);
    if (every) readings.push({ fileRow: surveyed.fileRows[index]!, text, ...every });
  });
  const { open, fitBoth } = tracker.settle();
  if (readings.length === 0) return undefined;
  return {
    kind: 'dateOrder',
    position: column.position,
    rows: readings.flatMap(({ fileRow, text, dayFirst, monthFirst }) =>
      dayFirst === undefined || monthFirst === undefined ? [] : [{ fileRow, text, dayFirst, monthFirst }],
    ),
    orders: open,
    readings,
    fitBoth,
    recommended: undefined,
  };
}

/** What an empty date of use of a recognised export can mean. */
type PlatformBlanks = Pick<Preset, 'keepsDays' | 'measuresSome'>;

/** Whether every licence type of the rows has a filled cell in a column of dates. */
function isMeasuredForAll(column: ColumnPlan, plan: ImportPlan, { rows }: SurveyedRows): boolean {
  const licence = plan.columns.find(({ meaning }) => meaning === 'licenceType');
  if (!licence) return true;
  const measured = new Map<string, boolean>();
  for (const cells of rows) {
    const name = cellText(cells[licence.position] ?? '');
    const isFilled = !isEmptyWord((cells[column.position] ?? '').trim());
    measured.set(name, isFilled || measured.get(name) === true);
  }
  return ![...measured.values()].includes(false);
}

function askBlankMeaning(
  column: ColumnPlan,
  plan: ImportPlan,
  surveyed: SurveyedRows,
  context: DateContext,
  platform: PlatformBlanks,
): ColumnQuestion | undefined {
  if (keptDaysOf(column, platform.keepsDays) !== undefined) return undefined;
  if (!isEvidenceMeaning(column.meaning) || column.proposedClass === 'ignored' || !column.dates)
    return undefined;
  const isThere = (cells: readonly string[]): boolean => cells.length > column.position;
  const cells = cellsOf(surveyed.rows.filter(isThere), column.position).map((cell) => cell.trim());
  const empty = cells.filter(isEmptyWord).length;
  const filled = cells.length - empty;
  if (empty === 0 || filled === 0) return undefined;
  const reader = compileDateReader(
    { ...column.dates, order: column.dates.order === 'undecided' ? 'dayFirst' : column.dates.order },
    context,
  );
  const hasDates = cells.some((cell) => isDay(reader.read(cell)));
  const saysNever = cells.some((cell) => CONFIRMED_NEVER.has(cell.toLowerCase()));
  const isMeasured = platform.measuresSome !== true || isMeasuredForAll(column, plan, surveyed);
  const keepsAll = plan.historyStart === undefined && isMeasured;
  return {
    kind: 'blankMeaning',
    position: column.position,
    empty,
    filled,
    recommended: hasDates && keepsAll && !saysNever ? 'never' : 'notKnown',
  };
}

/**
 * The questions that a plan leaves open for the rows at hand, in file order of their columns: day and month, and what
 * an empty cell of a date of use means. Recommended for empty is *never* where the column is filled for others, keeps
 * full history and has no word of its own for never; where it is known to drop dates after so many days, the X-ray
 * asks instead, and where its platform does not measure every product
 * and one has no date at all, empty is *not known*. Source of the rule: LOAD-19, LOAD-22, value kinds.
 */
export function askQuestions(
  plan: ImportPlan,
  surveyed: SurveyedRows,
  context: DateContext,
  platform: PlatformBlanks = {},
): readonly ColumnQuestion[] {
  return plan.columns.flatMap((column) =>
    [
      askDateOrder(column, surveyed, context),
      askBlankMeaning(column, plan, surveyed, context, platform),
    ].filter((question) => question !== undefined),
  );
}
