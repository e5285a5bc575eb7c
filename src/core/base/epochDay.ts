import type { Brand } from './brand.ts';

/** A calendar day in the workspace time zone, counted in days from 1 January 1970. Integers only. */
export type EpochDay = Brand<number, 'EpochDay'>;

/** Year, month (1 to 12) and day of month of a calendar day. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;

/**
 * Day number of a proleptic Gregorian date, without any check that the date exists.
 * Arithmetic by eras of 400 years, so that no date object is involved.
 */
export function dayFromCalendar(year: number, month: number, day: number): EpochDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - 719_468) as EpochDay;
}

/** Calendar date of a day number. Inverse of {@link dayFromCalendar} for dates that exist. */
export function calendarFromDay(epochDay: EpochDay): CalendarDay {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

/** Number of days of a month (1 to 12) in a year. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day, or `undefined` when the date does not exist (30 February, month 13). Years 1 to 9999. */
export function existingDay(year: number, month: number, day: number): EpochDay | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  return day > daysInMonth(year, month) ? undefined : dayFromCalendar(year, month, day);
}

/** The same day of the month `months` later (negative: earlier), clamped to the end of the month. */
export function addMonths(epochDay: EpochDay, months: number): EpochDay {
  const { year, month, day } = calendarFromDay(epochDay);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayFromCalendar(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The day `days` later (negative: earlier). */
export const addDays = (epochDay: EpochDay, days: number): EpochDay => (epochDay + days) as EpochDay;

/** Day of the week, 1 = Monday to 7 = Sunday. */
export const weekday = (epochDay: EpochDay): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;

/** Reads exactly `yyyy-MM-dd`; `undefined` for anything else, impossible dates included. */
export function readIsoDay(text: string): EpochDay | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? existingDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}
