import { ABSENT, NEVER, UNREADABLE } from '../base/dayValue.ts';
import { dayFromCalendar, existingDay, type EpochDay } from '../base/epochDay.ts';
import { FUTURE_DATE, IMPOSSIBLE_DATE } from './dateProblem.ts';
import type { DateReading } from './dateReading.ts';
import type { Meaning } from './meaning.ts';
import { NO_OFFSET, NO_TIME } from './scanDate.ts';
import { zoneTableOf } from './zoneTable.ts';

const DAY_SECONDS = 86_400;
const EARLIEST_REAL_DAY = dayFromCalendar(1902, 1, 1);
const LATEST_REAL_DAY = dayFromCalendar(9998, 12, 31);

/** What every date column of one import shares. */
export interface DateContext {
  /** Data-as-of date A. A date on A + 1 counts as A; a later one is a problem. */
  readonly asOf: EpochDay;
  readonly workspaceZone: string;
  /** For columns that may look ahead (end of an assignment, leaving date). */
  readonly futureAllowed: boolean;
}

/** Columns whose dates may look ahead: the end of an assignment and the day a person leaves. */
export const mayLookAhead = (meaning: Meaning): boolean => meaning === 'retiredOn' || meaning === 'leftOn';

/** What turning moments into days needs to know of a column. */
export type DaysOfColumn = Pick<DateReading, 'zone' | 'placeholdersMeanNever' | 'neverDays'>;

/** Turns the parts of a date into a day of the workspace zone. All answers are day values or date problems. */
export interface DayConverter {
  /** Day value of a placeholder: unreadable, or never once a person said so. */
  readonly placeholder: number;
  /** Year, month and day as written, with the time of day and offset of `scanDate`. */
  fromParts(year: number, month: number, day: number, seconds: number, offset: number): number;
  /** An instant in seconds from 1 January 1970 UTC. */
  fromInstant(utcSeconds: number): number;
  /** A day number, with the time of day in the zone of the source or `NO_TIME`. */
  fromDay(day: number, seconds: number): number;
}

/**
 * Whether a day stands for "no date" in exports: before 1902, 1 January 1970 (or the day before, where a zone moved
 * it), 9999. Source: placeholder dates.
 */
const isPlaceholderDay = (day: number): boolean =>
  day < EARLIEST_REAL_DAY || day === 0 || day === -1 || day > LATEST_REAL_DAY;

/**
 * Builds the conversion for one column: a time stamp with an offset is converted to the workspace zone, one without is
 * read in the zone of the source first, a date without a time is never shifted. A placeholder date is unreadable until
 * the user says what it means, and days that the user declared are never. Source of the rule: LOAD-20, LOAD-21, LOAD-23, domain 3.
 */
export function buildDayConverter(context: DateContext, reading: DaysOfColumn): DayConverter {
  const sourceZone = reading.zone;
  const workspace = zoneTableOf(context.workspaceZone);
  const source = zoneTableOf(sourceZone);
  const isSameZone = sourceZone === context.workspaceZone;
  const { asOf, futureAllowed } = context;
  const placeholder = reading.placeholdersMeanNever === true ? NEVER : UNREADABLE;
  const declared = reading.neverDays?.length ? new Set<number>(reading.neverDays) : undefined;

  const limit = (day: number): number => {
    if (isPlaceholderDay(day)) return placeholder;
    if (declared?.has(day)) return NEVER;
    if (day <= asOf || futureAllowed) return day;
    return day === asOf + 1 ? asOf : FUTURE_DATE;
  };
  const fromInstant = (utcSeconds: number): number =>
    limit(Math.floor((utcSeconds + workspace.offsetAt(utcSeconds)) / DAY_SECONDS));
  const fromDay = (day: number, seconds: number): number => {
    if (seconds === NO_TIME || (isSameZone && seconds < DAY_SECONDS)) return limit(day);
    const wall = day * DAY_SECONDS + seconds;
    return isPlaceholderDay(day) ? placeholder : fromInstant(wall - source.offsetAtWallClock(wall));
  };

  return {
    placeholder,
    fromInstant,
    fromDay,
    fromParts(year, month, day, seconds, offset) {
      const date = existingDay(year, month, day);
      if (date === undefined)
        return year <= 1900 && (day === 0 || month === 0) ? placeholder : IMPOSSIBLE_DATE;
      if (seconds === Number.POSITIVE_INFINITY) return IMPOSSIBLE_DATE;
      if (offset === NO_OFFSET || seconds === NO_TIME) return fromDay(date, seconds);
      return isPlaceholderDay(date) ? placeholder : fromInstant(date * DAY_SECONDS + seconds - offset);
    },
  };
}

/** Marker for "this reader has nothing to say about the text": never a day value of a cell. */
export const NOT_THIS_FORM = ABSENT;
