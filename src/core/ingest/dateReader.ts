import { BLANK, NEVER, UNREADABLE, atLeastDays, isDay } from '../base/dayValue.ts';
import { calendarFromDay } from '../base/epochDay.ts';
import { IMPOSSIBLE_DATE, ORDER_CONFLICT, isDateProblem } from './dateProblem.ts';
import type { DateOrder, DateReading } from './dateReading.ts';
import { NOT_THIS_FORM, buildDayConverter, type DateContext } from './momentToDay.ts';
import { CONFIRMED_NEVER, isEmptyWord, readBeforeDate, readBoundedDays } from './neverWords.ts';
import { readNumberDate } from './readNumberDate.ts';
import { NO_OFFSET, NO_TIME, buildScannedDate, scanDate } from './scanDate.ts';

/** Reads the cells of one date column. */
export interface DateReader {
  /**
   * Day value of a cell (`DayValue`), or a date problem (see `isDateProblem`) when its row must be rejected.
   * Allocates nothing for ISO dates and for texts seen before.
   */
  read(text: string): number;
  /** Order in force. Starts as the plan's; while `undecided` the first value that fits one order only fixes it. */
  order(): DateOrder | 'undecided';
  /** Whether the last value fitted both orders while none was decided; it was then read day first. */
  wasProvisional(): boolean;
}

/** Texts whose reading is remembered per column. Words and day-only dates repeat, full time stamps hardly do. */
const MOST_REMEMBERED = 4096;

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const pair = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

const needsTrim = (text: string): boolean => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 0x20 || first >= 0xa0 || last <= 0x20 || last >= 0xa0;
};

/**
 * Compiles the reading of one date column. Source of the rule: LOAD-19 to LOAD-22, words for never, date hazards.
 * In a decided column a value that fits only the other order is an order conflict; a date that does not exist, digits
 * lost to scientific notation and a day after A + 1 are problems too. Text that no form explains is `UNREADABLE`.
 */
export function compileDateReader(reading: DateReading, context: DateContext): DateReader {
  const to = buildDayConverter(context, reading.zone);
  const blank = reading.blankMeans === 'never' ? NEVER : BLANK;
  const neverWords = new Set(
    reading.neverWords.map((word) => word.trim().toLowerCase()).filter((word) => word !== ''),
  );
  const remembered = new Map<string, number>();
  const parts = buildScannedDate();
  const latestYear = calendarFromDay(context.asOf).year + (context.futureAllowed ? 50 : 1);
  const { numbers } = reading;
  let order = reading.order;
  let provisional = false;

  const withCentury = (year: number, digits: number): number => {
    if (digits !== 2) return year;
    const century = latestYear - (latestYear % 100);
    return century + year <= latestYear ? century + year : century - 100 + year;
  };

  const readAs = (asked: DateOrder): number => {
    const { first, second, third, yearDigits, seconds, offset } = parts;
    if (asked === 'yearFirst') return to.fromParts(withCentury(first, 2), second, third, seconds, offset);
    const year = withCentury(third, yearDigits);
    return asked === 'dayFirst'
      ? to.fromParts(year, second, first, seconds, offset)
      : to.fromParts(year, first, second, seconds, offset);
  };

  const readNumeric = (): number => {
    const { first, second, yearDigits } = parts;
    if (yearDigits === 2 && (order === 'yearFirst' || first > 31)) {
      if (order === 'undecided') order = 'yearFirst';
      return order === 'yearFirst' ? readAs('yearFirst') : ORDER_CONFLICT;
    }
    if (first > 12 && second > 12) return IMPOSSIBLE_DATE;
    if (first <= 12 && second <= 12) {
      if (order === 'undecided') return readProvisionally();
      if (order === 'yearFirst') return first === second ? readAs('dayFirst') : ORDER_CONFLICT;
      return readAs(order);
    }
    const fits: DateOrder = first > 12 ? 'dayFirst' : 'monthFirst';
    const answer = readAs(fits);
    if (order === 'undecided' && answer !== UNREADABLE) order = fits;
    return order === fits || answer === IMPOSSIBLE_DATE || answer === UNREADABLE ? answer : ORDER_CONFLICT;
  };

  const readProvisionally = (): number => {
    provisional = parts.first !== parts.second;
    const dayFirst = readAs('dayFirst');
    return provisional && isDateProblem(dayFirst) ? readAs('monthFirst') : dayFirst;
  };

  const readDateText = (text: string): number => {
    const number = readNumberDate(text, numbers, to);
    if (number !== NOT_THIS_FORM) return number;
    if (!scanDate(text, parts)) return UNREADABLE;
    if (parts.form === 'numeric') return readNumeric();
    return to.fromParts(
      withCentury(parts.first, parts.yearDigits),
      parts.second,
      parts.third,
      parts.seconds,
      parts.offset,
    );
  };

  const readSlowly = (text: string): number => {
    if (!Number.isNaN(digit(text, 0))) return readDateText(text);
    const word = text.toLowerCase();
    if (neverWords.has(word) || CONFIRMED_NEVER.has(word)) return NEVER;
    const days = readBoundedDays(word);
    if (days >= 0) return atLeastDays(days);
    const before = readBeforeDate(word);
    if (before === undefined) return readDateText(text);
    const day = readDateText(before.trim());
    return isDay(day) ? atLeastDays(Math.max(0, context.asOf - day + 1)) : day;
  };

  /** `yyyy-MM-dd` with nothing, or a clock, after it; `NOT_THIS_FORM` for every other text. */
  const readIso = (text: string): number => {
    const { length } = text;
    if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return NOT_THIS_FORM;
    const year = pair(text, 0) * 100 + pair(text, 2);
    const month = pair(text, 5);
    const day = pair(text, 8);
    if (Number.isNaN(year + month + day)) return NOT_THIS_FORM;
    if (length === 10) return to.fromParts(year, month, day, NO_TIME, NO_OFFSET);
    const gap = text.charCodeAt(10);
    if (
      length < 19 ||
      (gap !== 0x20 && gap !== 0x54) ||
      text.charCodeAt(13) !== 0x3a ||
      text.charCodeAt(16) !== 0x3a
    ) {
      return NOT_THIS_FORM;
    }
    const seconds = pair(text, 11) * 3600 + pair(text, 14) * 60 + pair(text, 17);
    if (Number.isNaN(seconds)) return NOT_THIS_FORM;
    let end = 19;
    if (text.charCodeAt(end) === 0x2e) {
      end++;
      while (end < length && !Number.isNaN(digit(text, end))) end++;
    }
    const isUtc = text.charCodeAt(end) === 0x5a;
    if (end + (isUtc ? 1 : 0) !== length) return NOT_THIS_FORM;
    if (pair(text, 11) > 23 || pair(text, 14) > 59 || pair(text, 17) > 59) return NOT_THIS_FORM;
    return to.fromParts(year, month, day, seconds, isUtc ? 0 : NO_OFFSET);
  };

  return {
    order: () => order,
    wasProvisional: () => provisional,
    read(cell) {
      provisional = false;
      const text = cell !== '' && needsTrim(cell) ? cell.trim() : cell;
      if (neverWords.size > 0 && neverWords.has(text.toLowerCase())) return NEVER;
      if (isEmptyWord(text)) return blank;
      if (text.length >= 10) {
        const iso = readIso(text);
        if (iso !== NOT_THIS_FORM) return iso;
      }
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const answer = readSlowly(text);
      if (order !== 'undecided' && remembered.size < MOST_REMEMBERED) remembered.set(text, answer);
      return answer;
    },
  };
}
