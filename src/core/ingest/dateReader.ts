import { BLANK, NEVER, UNREADABLE, atLeastDays, dayValueOf, isDay } from '../base/dayValue.ts';
import { dayFromCalendar } from '../base/epochDay.ts';
import { plainOfFormula } from './cellText.ts';
import { IMPOSSIBLE_DATE, ORDER_CONFLICT, isDateProblem } from './dateProblem.ts';
import type { DateOrder, DateReading } from './dateReading.ts';
import { latestValue } from './latestValue.ts';
import { NOT_THIS_FORM, buildDayConverter, type DateContext } from './momentToDay.ts';
import { isEasternDate, withoutDayOfWeek, withWesternSigns } from './easternDate.ts';
import { CONFIRMED_NEVER, isEmptyWord, readBeforeDate, readBoundedDays } from './neverWords.ts';
import { readNumberDate } from './readNumberDate.ts';
import { readRelativeDay } from './relativeDay.ts';
import { datesWithin, isFullWidth } from './scanCell.ts';
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

/** Two-digit years from here on belong to the last century, as in POSIX: no source dates its use to 2070. */
const FIRST_YEAR_OF_1900S = 70;

const withCentury = (year: number, digits: number): number =>
  digits !== 2 ? year : year + (year < FIRST_YEAR_OF_1900S ? 2000 : 1900);

/** Orders that a numeric date with a year of so many digits can have. A year of four digits stands where it stands. */
const ORDERS_OF_FULL_YEARS: readonly DateOrder[] = ['dayFirst', 'monthFirst'];
const ORDERS_OF_SHORT_YEARS: readonly DateOrder[] = ['dayFirst', 'monthFirst', 'yearFirst'];

/** A moment as programs of one maker write it into JSON: milliseconds since 1970. */
const JSON_MOMENT = /^\/date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;

const needsTrim = (text: string): boolean => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 0x20 || first >= 0xa0 || last <= 0x20 || last >= 0xa0;
};

/**
 * Compiles the reading of one date column. Source of the rule: LOAD-19 to LOAD-23, words for never, date hazards.
 * In a decided column a value that fits only the other order is an order conflict; a date that does not exist, digits
 * lost to scientific notation and a day after A + 1 are problems too. Text that no form explains is `UNREADABLE`.
 */
export function compileDateReader(reading: DateReading, context: DateContext): DateReader {
  const to = buildDayConverter(context, reading);
  const blank = blankValueOf(reading);
  const neverWords = new Set(
    reading.neverWords.map((word) => word.trim().toLowerCase()).filter((word) => word !== ''),
  );
  const remembered = new Map<string, number>();
  const parts = buildScannedDate();
  const { numbers } = reading;
  const isSwapped = reading.cellsSwapped === true;
  const refusesNumeric = reading.numericDates === 'refused';
  let order = reading.order;
  let provisional = false;

  /** A date with the time of day, and the zone or offset, of the text at hand. */
  const fromDate = (year: number, month: number, day: number): number => {
    const { seconds, offset, zone } = parts;
    if (zone === undefined || seconds === NO_TIME || seconds > 86_400 || month < 1 || month > 12)
      return to.fromParts(year, month, day, seconds, offset);
    const wall = dayFromCalendar(year, month, day) * 86_400 + seconds;
    return to.fromParts(year, month, day, seconds, zone.offsetAtWallClock(wall));
  };

  const readAs = (asked: DateOrder): number => {
    const { first, second, third, yearDigits } = parts;
    if (asked === 'yearFirst') return fromDate(withCentury(first, 2), second, third);
    const year = withCentury(third, yearDigits);
    return asked === 'dayFirst' ? fromDate(year, second, first) : fromDate(year, first, second);
  };

  /**
   * Whether the numbers at hand are a date in an order. A short year has three places to stand in, so that one of them
   * nearly always exists: there a date in the future is no fit.
   */
  const fits = (asked: DateOrder): boolean => {
    const answer = readAs(asked);
    return parts.yearDigits === 2 ? !isDateProblem(answer) : answer !== IMPOSSIBLE_DATE;
  };

  const readNumeric = (): number => {
    const { first, second, yearDigits } = parts;
    const orders = yearDigits === 2 ? ORDERS_OF_SHORT_YEARS : ORDERS_OF_FULL_YEARS;
    if (order === 'undecided') return readProvisionally(orders);
    const isRefused = order === 'yearFirst' && (yearDigits === 4 || refusesNumeric);
    if (isRefused && yearDigits === 4 && first === second) return readAs('dayFirst');
    const own = isRefused ? IMPOSSIBLE_DATE : readAs(order);
    if (own !== IMPOSSIBLE_DATE) return own;
    for (const other of orders) {
      if ((other === order && !isRefused) || !fits(other)) continue;
      const answer = readAs(other);
      return answer === to.placeholder ? answer : ORDER_CONFLICT;
    }
    return IMPOSSIBLE_DATE;
  };

  const readProvisionally = (orders: readonly DateOrder[]): number => {
    const fitting = orders.filter(fits);
    if (fitting.length === 0) {
      const answers = orders.map(readAs);
      return answers.find((answer) => answer !== IMPOSSIBLE_DATE) ?? IMPOSSIBLE_DATE;
    }
    const answers = fitting.map(readAs);
    provisional = answers.some((answer) => answer !== answers[0]);
    if (fitting.length === 1 && answers[0] !== to.placeholder) order = fitting[0]!;
    return answers.find((answer) => !isDateProblem(answer)) ?? answers[0]!;
  };

  const readDateText = (text: string): number => {
    const number = readNumberDate(text, numbers, to);
    if (number !== NOT_THIS_FORM) return number;
    if (!scanDate(text, parts)) return UNREADABLE;
    if (parts.form === 'numeric') return readNumeric();
    const { form, second, third } = parts;
    const year = withCentury(parts.first, parts.yearDigits);
    return isSwapped && form === 'yearFirst' && third <= 12
      ? fromDate(year, third, second)
      : fromDate(year, second, third);
  };

  /** Bounded and relative texts, in lower case, and dates with signs of Chinese and Japanese or in full width. */
  const readWords = (word: string): number => {
    if (isFullWidth(word)) return readSlowly(word.normalize('NFKC'));
    const plain = withoutDayOfWeek(word);
    if (plain !== word) return readSlowly(plain);
    const moment = JSON_MOMENT.exec(word)?.[1];
    if (moment !== undefined) return readNumberDate(moment, 'unixMilliseconds', to);
    const days = readBoundedDays(word);
    if (days >= 0) return atLeastDays(days);
    const day = readRelativeDay(word, context.asOf);
    if (day !== undefined) return dayValueOf(day);
    return isEasternDate(word) ? readDateText(withWesternSigns(word)) : UNREADABLE;
  };

  /** One of the parts that cannot be read speaks for the whole cell. */
  const readSeveral = (cells: readonly string[]): number => {
    const values: number[] = [];
    let wasProvisional = false;
    for (const cell of cells) {
      const value = isEmptyWord(cell) ? blank : readSlowly(cell);
      if (value === UNREADABLE || isDateProblem(value)) return value;
      values.push(value);
      wasProvisional ||= provisional;
    }
    provisional = wasProvisional;
    return latestValue(values);
  };

  const readSlowly = (text: string): number => {
    const answer = readOne(text);
    const several = answer === UNREADABLE ? datesWithin(text) : undefined;
    return several ? readSeveral(several) : answer;
  };

  const readOne = (text: string): number => {
    if (!Number.isNaN(digit(text, 0))) {
      const answer = readDateText(text);
      return answer === UNREADABLE ? readWords(text.toLowerCase()) : answer;
    }
    const word = text.toLowerCase();
    if (neverWords.has(word) || CONFIRMED_NEVER.has(word)) return NEVER;
    const before = readBeforeDate(word);
    if (before === undefined) {
      const answer = readDateText(text);
      return answer === UNREADABLE ? readWords(word) : answer;
    }
    const day = readDateText(before.trim());
    return isDay(day) ? atLeastDays(Math.max(0, context.asOf - day + 1)) : day;
  };

  /** `yyyy-MM-dd` with nothing, or a clock, after it; `NOT_THIS_FORM` for every other text. */
  const readIso = (text: string): number => {
    const { length } = text;
    if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return NOT_THIS_FORM;
    const year = pair(text, 0) * 100 + pair(text, 2);
    let month = pair(text, 5);
    let day = pair(text, 8);
    if (isSwapped && day <= 12) [month, day] = [day, month];
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
      const text = plainOfFormula(cell !== '' && needsTrim(cell) ? cell.trim() : cell);
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

function blankValueOf({ blankMeans, blankMeansAtLeast }: DateReading): number {
  if (blankMeans === 'never') return NEVER;
  return blankMeansAtLeast === undefined ? BLANK : atLeastDays(blankMeansAtLeast);
}
