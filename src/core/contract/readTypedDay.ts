import { existingDay, readIsoDay, type EpochDay } from '../base/epochDay.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day that a person typed: `2026-12-31`, or the form Fallow prints, `31 Dec 2026` or `31 December 2026`.
 * Forms in which day and month could be exchanged are not read. `undefined` when it is neither or does not exist.
 */
export function readTypedDay(text: string): EpochDay | undefined {
  const trimmed = text.trim();
  const iso = readIsoDay(trimmed);
  if (iso !== undefined) return iso;
  const parts = /^(\d{1,2})[\s.]+(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(trimmed);
  if (!parts) return undefined;
  const word = (parts[2] ?? '').toLowerCase();
  const month = MONTHS.findIndex((name) => word.startsWith(name)) + 1;
  return month === 0 ? undefined : existingDay(Number(parts[3]), month, Number(parts[1]));
}
