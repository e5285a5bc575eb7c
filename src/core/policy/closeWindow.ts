import { addDays, addMonths, calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';

/** Days around the end of a fiscal quarter in which its books are closed. Source: Patterns, *Quarterly*. */
const BEFORE_QUARTER_END = 10;
const AFTER_QUARTER_END = 20;

/** First and last day of a close window. */
export interface CloseWindow {
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/**
 * The close window with the latest start on or before a day. `fiscalYearStart`: first month of the fiscal year, 1 to
 * 12. For a quarter that ends on 31 March the window runs from 21 March to 20 April.
 */
export function lastCloseWindow(day: EpochDay, fiscalYearStart: number): CloseWindow {
  const { year, month } = calendarFromDay(addDays(day, BEFORE_QUARTER_END));
  const monthsIntoQuarter = (((month - fiscalYearStart) % 3) + 3) % 3;
  const quarterStart = addMonths(dayFromCalendar(year, month, 1), -monthsIntoQuarter);
  const thisEnd = addDays(addMonths(quarterStart, 3), -1);
  const quarterEnd = thisEnd - BEFORE_QUARTER_END <= day ? thisEnd : addDays(quarterStart, -1);
  return { start: addDays(quarterEnd, -BEFORE_QUARTER_END), end: addDays(quarterEnd, AFTER_QUARTER_END) };
}

/** The four latest close windows that start on or before `active` and are over on `asOf`, latest first. */
export function completedCloseWindows(
  active: EpochDay,
  asOf: EpochDay,
  fiscalYearStart: number,
): readonly CloseWindow[] {
  const windows: CloseWindow[] = [];
  let window = lastCloseWindow(active, fiscalYearStart);
  while (windows.length < 4) {
    if (window.end <= asOf) windows.push(window);
    window = lastCloseWindow(addDays(window.start, -1), fiscalYearStart);
  }
  return windows;
}

/** Whether a day lies in a close window, both ends included. */
export const isInCloseWindow = (day: EpochDay, fiscalYearStart: number): boolean =>
  day <= lastCloseWindow(day, fiscalYearStart).end;
