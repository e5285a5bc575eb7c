import { addDays, addMonths, calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import type { CloseWindow } from './closeWindow.ts';

/** First day of the month of a day. */
export function startOfMonth(day: EpochDay): EpochDay {
  const { year, month } = calendarFromDay(day);
  return dayFromCalendar(year, month, 1);
}

const endOfMonth = (day: EpochDay): EpochDay => addDays(addMonths(startOfMonth(day), 1), -1);

/** The months of ascending days, each once, as their last days. */
export function lastDaysOfMonths(days: readonly EpochDay[]): readonly EpochDay[] {
  const months: EpochDay[] = [];
  for (const day of days) {
    const last = months.at(-1);
    if (last === undefined || day > last) months.push(endOfMonth(day));
  }
  return months;
}

/**
 * Whether monthly counts show work at the close of quarters: at least three of the last four completed windows hit, and
 * at most one active month that is neither the last of a quarter nor the one after. A window is hit by activity in one
 * of its two months. `months`: last days of active months in the look-back. `fiscalYearStart`: 1 to 12.
 * Source of the rule: Patterns, *Quarterly*.
 */
export function isQuarterlyByMonth(
  windows: readonly CloseWindow[],
  months: readonly EpochDay[],
  fiscalYearStart: number,
): boolean {
  const active = new Set(months);
  const hit = windows.filter(
    ({ start, end }) => active.has(endOfMonth(start)) || active.has(endOfMonth(end)),
  );
  if (hit.length < 3) return false;
  const outside = months.filter((day) => (calendarFromDay(day).month - fiscalYearStart + 12) % 3 === 1);
  return outside.length <= 1;
}
