import { calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';

/**
 * The day with day and month exchanged; a day above 12 stays as it is. Its own inverse on the days that change.
 * Exact for calendar days; a time stamp that was converted between zones has to be read again instead.
 */
export function swapDayAndMonth(day: EpochDay): EpochDay {
  const date = calendarFromDay(day);
  return date.day > 12 ? day : dayFromCalendar(date.year, date.day, date.month);
}
