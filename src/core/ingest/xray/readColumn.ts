import { BLANK, isDay } from '../../base/dayValue.ts';
import { compileDateReader } from '../dateReader.ts';
import type { ColumnPlan } from '../importPlan.ts';
import { mayLookAhead, type DateContext } from '../momentToDay.ts';
import type { SurveyedRows } from '../surveyQuestions.ts';
import { MOST_FINDING_ROWS, type FindingRow } from '../xrayQuestion.ts';

/** One column of the rows at hand, cell by cell in file order. */
export interface ReadColumn {
  readonly column: ColumnPlan;
  /** Trimmed texts; `''` where a row is short. */
  readonly cells: readonly string[];
  /** Row numbers as in a spreadsheet. */
  readonly fileRows: readonly number[];
  /** Day values and date problems of a date column under its plan; all blank for any other column. */
  readonly values: Int32Array;
  /** Whether day and month are still open, so that the days say nothing. */
  readonly isOpen: boolean;
}

/** Reads one column as its plan says. The days of a column whose order is open are read day first. */
export function readColumn(column: ColumnPlan, surveyed: SurveyedRows, context: DateContext): ReadColumn {
  const cells = surveyed.rows.map((row) => (row[column.position] ?? '').trim());
  const isOpen = column.dates?.order === 'undecided';
  const values = new Int32Array(cells.length).fill(BLANK);
  if (column.dates) {
    const dates = isOpen ? { ...column.dates, order: 'dayFirst' as const } : column.dates;
    const reader = compileDateReader(dates, { ...context, futureAllowed: mayLookAhead(column.meaning) });
    cells.forEach((cell, row) => (values[row] = reader.read(cell)));
  }
  return { column, cells, fileRows: surveyed.fileRows, values, isOpen };
}

/** The rows at some places of a column, as a question shows them: the first few, in file order. */
export const rowsAt = (
  { cells, fileRows }: ReadColumn,
  places: readonly number[],
  beside?: (place: number) => string,
): readonly FindingRow[] =>
  places.slice(0, MOST_FINDING_ROWS).map((place) => ({
    fileRow: fileRows[place]!,
    text: cells[place]!,
    ...(beside ? { beside: beside(place) } : {}),
  }));

/** Places at which a test holds, in file order. */
export function placesWhere(
  read: ReadColumn,
  holds: (value: number, cell: string, place: number) => boolean,
): number[] {
  const places: number[] = [];
  read.cells.forEach((cell, place) => {
    if (holds(read.values[place]!, cell, place)) places.push(place);
  });
  return places;
}

/** Places at which a day of one column lies after the day of another one in the same row. */
export const placesLater = (later: ReadColumn, earlier: ReadColumn): number[] =>
  placesWhere(later, (value, _, place) => {
    const other = earlier.values[place]!;
    return isDay(value) && isDay(other) && value > other;
  });
