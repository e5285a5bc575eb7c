import { calendarFromDay, type EpochDay } from './epochDay.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** January to December. */
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `30 Jun 2026`. The only short form of a date on screen and in the brief. */
export function formatDay(day: EpochDay): string {
  const { year, month, day: date } = calendarFromDay(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `30 June 2026`, for dates inside sentences. */
export function formatLongDay(day: EpochDay): string {
  const { year, month, day: date } = calendarFromDay(day);
  return `${date} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** `2026-06-30`, for file names, ledger entries and exported tables. */
export function formatIsoDay(day: EpochDay): string {
  const { year, month, day: date } = calendarFromDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
