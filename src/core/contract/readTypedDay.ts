import { existingDay, readIsoDay, type EpochDay } from '../base/epochDay.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day that a person typed: `2026-12-31`; the form Fallow prints, `31 Dec 2026` or `31 December 2026`;
 * `31.12.2026`, where the day stands first; and `31/12/2026` or `12/31/2026`, where only one order exists.
 * `undefined` when it is none of these, does not exist, or could be two days: see `readingsOfDay`.
 */
export function readTypedDay(text: string): EpochDay | undefined {
  const trimmed = text.trim();
  const iso = readIsoDay(trimmed);
  if (iso !== undefined) return iso;
  const readings = readingsOfDay(trimmed);
  if (readings.length > 0) return readings.length === 1 ? readings[0] : undefined;
  const parts = /^(\d{1,2})[\s.]+(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(trimmed);
  if (!parts) return undefined;
  const word = (parts[2] ?? '').toLowerCase();
  const month = MONTHS.findIndex((name) => word.startsWith(name)) + 1;
  return month === 0 ? undefined : existingDay(Number(parts[3]), month, Number(parts[1]));
}

/**
 * The different days that a date of numbers can be, day first before month first: none where the text is not of the
 * form `5.4.2026` or `05/04/2026`, two where day and month could be exchanged. With points the day stands first.
 */
export function readingsOfDay(text: string): readonly EpochDay[] {
  const parts = /^(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(text.trim());
  if (!parts) return [];
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const dayFirst = existingDay(year, second, first);
  const monthFirst = parts[2] === '/' ? existingDay(year, first, second) : undefined;
  return [...new Set([dayFirst, monthFirst])].filter((day) => day !== undefined);
}
