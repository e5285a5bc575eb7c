import { addDays, addMonths, weekday, type EpochDay } from '../base/epochDay.ts';

/** Days on which nobody works beside Saturdays and Sundays, as typed by the user. */
export type Holidays = ReadonlySet<EpochDay>;

const SATURDAY = 6;

/** The day itself when it is a business day, else the last business day before it. */
export function previousBusinessDay(day: EpochDay, holidays: Holidays): EpochDay {
  let candidate = day;
  while (weekday(candidate) >= SATURDAY || holidays.has(candidate)) candidate = addDays(candidate, -1);
  return candidate;
}

/**
 * Last business day on which the contract can be cancelled or changed: term end minus the notice in the contract's
 * own unit (months clamped to the month's end), moved back to a business day. Source: formula 12.12.
 */
export function noticeDate(
  termEnd: EpochDay,
  notice: { readonly length: number; readonly unit: 'days' | 'months' },
  holidays: Holidays,
): EpochDay {
  const calendarDate =
    notice.unit === 'days' ? addDays(termEnd, -notice.length) : addMonths(termEnd, -notice.length);
  return previousBusinessDay(calendarDate, holidays);
}
