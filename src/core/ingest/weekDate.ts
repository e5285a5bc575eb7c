import { addDays, dayFromCalendar, weekday, type EpochDay } from '../base/epochDay.ts';

/** Monday of week 1, the week that holds 4 January. */
function mondayOfWeekOne(year: number): EpochDay {
  const day = dayFromCalendar(year, 1, 4);
  return addDays(day, 1 - weekday(day));
}

/** The day of a week date (weekday 1 = Monday to 7), or `undefined` when the year has no such week. Source: ISO 8601. */
export function dayOfWeekDate(year: number, week: number, weekdayNumber: number): EpochDay | undefined {
  if (week < 1 || weekdayNumber < 1 || weekdayNumber > 7) return undefined;
  const monday = addDays(mondayOfWeekOne(year), 7 * (week - 1));
  return monday < mondayOfWeekOne(year + 1) ? addDays(monday, weekdayNumber - 1) : undefined;
}

/** The day of a year from 1 to 365 or 366, or `undefined`. Source: ISO 8601, ordinal dates. */
export function dayOfOrdinalDate(year: number, ordinal: number): EpochDay | undefined {
  const day = addDays(dayFromCalendar(year, 1, 1), ordinal - 1);
  return ordinal >= 1 && day < dayFromCalendar(year + 1, 1, 1) ? day : undefined;
}
