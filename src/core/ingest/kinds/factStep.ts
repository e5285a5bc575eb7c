import { BLANK, UNREADABLE, isDay } from '../../base/dayValue.ts';
import { calendarFromDay, dayFromCalendar, type EpochDay } from '../../base/epochDay.ts';
import { cellText, isSpreadsheetError } from '../cellText.ts';
import { compileDateReader, type DateReader } from '../dateReader.ts';
import { isDateProblem } from '../dateProblem.ts';
import type { DateReading } from '../dateReading.ts';
import type { FactRow } from './factRow.ts';
import type { FactColumn } from './kindSchema.ts';
import { findHalfNames, withHalfName } from './halfNames.ts';
import { readMonth } from './readMonth.ts';
import { readNumberCell } from './readNumberCell.ts';
import type { TableColumnPlan, TablePlan } from './tablePlan.ts';

/** What a step found in a cell: nothing to object to, a word or a date it does not know, or why the row is rejected. */
export const CELL_READ = 0;
export const NOT_UNDERSTOOD = 1;
export const NOT_A_NUMBER = 2;

/** Reads one cell into the row: one of the answers above, or a date problem (see `isDateProblem`). */
export type FactStep = (row: FactRow, cell: string) => number;

/** How a date column is read under a plan. */
export const dateReadingOf = (column: TableColumnPlan, whole: TablePlan): DateReading =>
  column.dates ?? {
    order: 'dayFirst',
    numbers: 'none',
    zone: whole.workspaceZone,
    blankMeans: 'notKnown',
    neverWords: [],
  };

/** The reader of a date column under a plan. */
export function dateReaderOf(column: FactColumn, plan: TableColumnPlan, whole: TablePlan): DateReader {
  return compileDateReader(dateReadingOf(plan, whole), {
    asOf: whole.asOf,
    workspaceZone: whole.workspaceZone,
    futureAllowed: column.ahead === true,
  });
}

/** Compiles the reading of one column; `index` is the column's place in the schema. */
export function compileFactStep(
  column: FactColumn,
  index: number,
  plan: TableColumnPlan,
  whole: TablePlan,
): FactStep {
  switch (column.type) {
    case 'text':
    case 'words':
    case 'money':
      if (column.joins) return joinStep(index);
      return column.halves ? nameStep(index, plan, whole) : textStep(index);
    case 'number':
      return numberStep(index, plan.pointGroups === true);
    case 'code':
      return codeStep(index, column.codes ?? []);
    case 'day':
    case 'moment':
      return dayStep(index, dateReaderOf(column, plan, whole));
    case 'month':
      return monthStep(index, dateReaderOf(column, plan, whole));
  }
}

const textStep =
  (index: number): FactStep =>
  (row, cell) => {
    const text = cellText(cell);
    row.texts[index] ||= text;
    return text === '' && isSpreadsheetError(cell.trim()) ? NOT_UNDERSTOOD : CELL_READ;
  };

const joinStep =
  (index: number): FactStep =>
  (row, cell) => {
    const text = cellText(cell);
    if (text !== '') row.texts[index] = row.texts[index] === '' ? text : `${row.texts[index]}; ${text}`;
    return CELL_READ;
  };

/** A name, whole or in two halves that stand in either order. */
function nameStep(index: number, { position, meaning }: TableColumnPlan, whole: TablePlan): FactStep {
  if (whole.columns.filter((other) => other.meaning === meaning).length < 2) return textStep(index);
  const header: string[] = [];
  for (const column of whole.columns) header[column.position] = column.header;
  const half = findHalfNames(Array.from(header, (text) => text ?? ''));
  if (position !== half?.first && position !== half?.last) return textStep(index);
  return (row, cell) => {
    row.texts[index] = withHalfName(row.texts[index]!, cellText(cell), position === half.first);
    return CELL_READ;
  };
}

const numberStep =
  (index: number, pointGroups: boolean): FactStep =>
  (row, cell) => {
    const text = cellText(cell);
    if (text === '') return CELL_READ;
    const value = readNumberCell(text, pointGroups);
    if (value === undefined) return NOT_A_NUMBER;
    row.numbers[index] = value;
    return CELL_READ;
  };

/** Code of each word of a column, in lower case. */
export const codesByWord = (codes: NonNullable<FactColumn['codes']>): ReadonlyMap<string, number> =>
  new Map(codes.flatMap(([, words], place) => words.split('|').map((word) => [word, place + 1] as const)));

function codeStep(index: number, codes: NonNullable<FactColumn['codes']>): FactStep {
  const known = codesByWord(codes);
  return (row, cell) => {
    const text = cellText(cell);
    if (text === '') return CELL_READ;
    const code = known.get(text.toLowerCase());
    if (code === undefined) return NOT_UNDERSTOOD;
    row.numbers[index] = code;
    return CELL_READ;
  };
}

const dayStep =
  (index: number, reader: DateReader): FactStep =>
  (row, cell) => {
    const day = reader.read(cell);
    if (isDateProblem(day)) return day;
    if (row.numbers[index] === BLANK || isDay(day)) row.numbers[index] = day;
    return day === UNREADABLE ? NOT_UNDERSTOOD : CELL_READ;
  };

const monthStep =
  (index: number, reader: DateReader): FactStep =>
  (row, cell) => {
    const month = readMonth(cell);
    const value = month ?? reader.read(cell);
    if (isDateProblem(value)) return value;
    row.numbers[index] = month === undefined && isDay(value) ? firstOfMonth(value as EpochDay) : value;
    return value === UNREADABLE ? NOT_UNDERSTOOD : CELL_READ;
  };

function firstOfMonth(day: EpochDay): EpochDay {
  const { year, month } = calendarFromDay(day);
  return dayFromCalendar(year, month, 1);
}
