import type { EpochDay } from '../base/epochDay.ts';
import { formatDay, formatIsoDay } from '../base/formatDay.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { readingsOfDay, readTypedDay } from './readTypedDay.ts';

/** A line of the field that cannot be read, with the sentence that names it. */
export interface HolidayLineError {
  /** Counted from 1, empty lines included. */
  readonly line: number;
  readonly sentence: string;
}

/** Most days the field takes; more than a century of public holidays. */
export const HOLIDAY_LIMIT = 2_000;

/**
 * Reads the days typed in the field *Holidays*: one day a line, or several in a line behind commas or semicolons, in
 * any form in which the contract takes a date. Ascending, each once. Fails with one error per bad line, in their
 * order. Source: CONTRACT-11.
 */
export function readHolidays(text: string): Result<readonly EpochDay[], readonly HolidayLineError[]> {
  const days = new Set<EpochDay>();
  const errors: HolidayLineError[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const typed = line.split(/[,;]/).map((part) => part.trim());
    const unread = typed.find((part) => part !== '' && readTypedDay(part) === undefined);
    if (unread !== undefined) errors.push({ line: index + 1, sentence: wordBadLine(index + 1, unread) });
    for (const part of typed) {
      const day = readTypedDay(part);
      if (day !== undefined) days.add(day);
    }
  }
  if (errors.length === 0 && days.size > HOLIDAY_LIMIT) {
    errors.push({ line: 1, sentence: `These are ${days.size} days; the field takes ${HOLIDAY_LIMIT}.` });
  }
  return errors.length > 0 ? fail(errors) : succeed([...days].toSorted((a, b) => a - b));
}

/** The days as the field holds them: one a line, `25 Dec 2026`. */
export const holidaysToText = (days: readonly EpochDay[]): string => days.map(formatDay).join('\n');

function wordBadLine(line: number, typed: string): string {
  const [one, other] = readingsOfDay(typed);
  return one === undefined || other === undefined
    ? `Line ${line}: '${typed}' is not a date. Type it as 2026-12-25 or 25 Dec 2026.`
    : `Line ${line}: '${typed}' could be ${formatDay(one)} or ${formatDay(other)}. Type it as ${formatIsoDay(one)} or ${formatIsoDay(other)}.`;
}
