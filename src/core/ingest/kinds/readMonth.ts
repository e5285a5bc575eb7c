import { dayFromCalendar, type EpochDay } from '../../base/epochDay.ts';
import { MONTH_BY_WORD } from '../monthWords.ts';

/**
 * First day of a month written without a day: `2026-05`, `05/2026`, `May 2026`, `2026 May`. `undefined` for any other
 * text, a full date among them.
 */
export function readMonth(text: string): EpochDay | undefined {
  const plain = text.trim().toLowerCase();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  if (yearFirst) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (monthFirst) return monthOf(Number(monthFirst[2]), Number(monthFirst[1]));
  const named = /^(\p{L}+)\.?[\s-]*(\d{4})$/u.exec(plain);
  if (named) return monthOf(Number(named[2]), MONTH_BY_WORD.get(named[1]!));
  const namedLast = /^(\d{4})[\s-]*(\p{L}+)\.?$/u.exec(plain);
  return namedLast ? monthOf(Number(namedLast[1]), MONTH_BY_WORD.get(namedLast[2]!)) : undefined;
}

const monthOf = (year: number, month: number | undefined): EpochDay | undefined =>
  month !== undefined && month >= 1 && month <= 12 && year > 0 ? dayFromCalendar(year, month, 1) : undefined;
