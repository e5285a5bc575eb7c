import { boundOf, BLANK, dayOf, isAtLeast, isDay, NEVER } from '../../../src/core/base/dayValue.ts';
import { readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { dateProblemKind, isDateProblem } from '../../../src/core/ingest/dateProblem.ts';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import type { ColumnPlan, ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import type { DateContext } from '../../../src/core/ingest/momentToDay.ts';
import { planColumn } from '../../../src/core/ingest/proposeColumns.ts';

/** The day of an ISO text that is known to exist. */
export function day(iso: string): EpochDay {
  const found = readIsoDay(iso);
  if (found === undefined) throw new Error(`${iso} is no day`);
  return found;
}

export const LONDON: DateContext = {
  asOf: day('2026-06-30'),
  workspaceZone: 'Europe/London',
  futureAllowed: false,
};

export const reading = (changes: Partial<DateReading> = {}): DateReading => ({
  order: 'dayFirst',
  numbers: 'none',
  zone: 'Europe/London',
  blankMeans: 'notKnown',
  neverWords: [],
  ...changes,
});

/** A reader's answer in words: `2026-06-30`, `never`, `blank`, `unreadable`, `at least 180`, or the kind of row error. */
export function wordOf(answer: number): string {
  if (isDateProblem(answer)) return dateProblemKind(answer);
  if (isDay(answer)) return formatIsoDay(dayOf(answer));
  if (isAtLeast(answer)) return `at least ${boundOf(answer)}`;
  if (answer === NEVER) return 'never';
  return answer === BLANK ? 'blank' : 'unreadable';
}

/** Reads one cell of a column of its own. */
export const readCell = (
  text: string,
  changes: Partial<DateReading> = {},
  context: DateContext = LONDON,
): string => wordOf(compileDateReader(reading(changes), context).read(text));

/** A plan for a comma file from `header: meaning` pairs, in order. */
export function planOf(
  columns: readonly (readonly [string, ColumnPlan['meaning'], Partial<ColumnPlan>?])[],
  changes: Partial<ImportPlan> = {},
): ImportPlan {
  return {
    dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
    system: 'other',
    rowIs: 'account',
    columns: columns.map(([header, meaning, more], position) => ({
      ...planColumn({ position, header, meaning, ...more }, [], true, LONDON),
      ...more,
    })),
    fixedLicenceType: undefined,
    licenceSeparator: undefined,
    asOf: LONDON.asOf,
    workspaceZone: LONDON.workspaceZone,
    lagDays: 2,
    historyStart: undefined,
    completeness: undefined,
    ...changes,
  };
}
