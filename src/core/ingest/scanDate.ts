import { calendarFromDay } from '../base/epochDay.ts';
import { TOKEN, dateTokens, readDateTokens } from './dateTokens.ts';
import { dayOfOrdinalDate, dayOfWeekDate } from './weekDate.ts';
import { findZoneTable, type ZoneTable } from './zoneTable.ts';

/** `ScannedDate.offset` of a text that names no zone. */
export const NO_OFFSET = 1_000_000;
/** `ScannedDate.seconds` of a text without a time of day. */
export const NO_TIME = -1;

/** The parts of one date text; filled anew by every scan, never allocated per cell. */
export interface ScannedDate {
  /** `yearFirst` and `named` are decided by the text itself; `numeric` needs the order of the column. */
  form: 'yearFirst' | 'named' | 'numeric';
  /** Numbers in the order in which they stand; for `named` year, month, day; for `yearFirst` likewise. */
  first: number;
  second: number;
  third: number;
  /** Digits of the year: two-digit years need a century. For `numeric` the year is the third number. */
  yearDigits: number;
  /** Time of day in seconds (0 to 86 400), {@link NO_TIME}, or `Infinity` when it cannot exist. */
  seconds: number;
  /** Seconds east of UTC, or {@link NO_OFFSET}. */
  offset: number;
  /** The zone that the text names, as in `Europe/Berlin`; its offset follows from the date. */
  zone: ZoneTable | undefined;
}

/** A date to scan into; made once and written over by every scan. */
export const buildScannedDate = (): ScannedDate => ({
  form: 'numeric',
  first: 0,
  second: 0,
  third: 0,
  yearDigits: 0,
  seconds: NO_TIME,
  offset: NO_OFFSET,
  zone: undefined,
});

const DATE_SIGNS = (1 << TOKEN.DASH) | (1 << TOKEN.SLASH) | (1 << TOKEN.DOT);
const BETWEEN_DATE_PARTS = DATE_SIGNS | (1 << TOKEN.FILLER) | (1 << TOKEN.COMMA);
const BEFORE_TIME =
  (1 << TOKEN.COMMA) |
  (1 << TOKEN.FILLER) |
  (1 << TOKEN.LETTER_T) |
  (1 << TOKEN.COLON) |
  (1 << TOKEN.DASH) |
  (1 << TOKEN.WEEKDAY) |
  (1 << TOKEN.YEAR_WORD);
/** Words that a dot may shorten. */
const SHORTENED: ReadonlySet<number> = new Set([TOKEN.FILLER, TOKEN.YEAR_WORD, TOKEN.WEEKDAY]);
const BEHIND_DATE = (1 << TOKEN.DOT) | (1 << TOKEN.COMMA) | (1 << TOKEN.WEEKDAY);

const { kinds, values, digits } = dateTokens;
/** Place of the parser in the tokens. */
let at = 0;

const kind = (ahead = 0): number => kinds[at + ahead]!;
const isDateSign = (sign: number): boolean => ((DATE_SIGNS >> sign) & 1) === 1;

/** Passes over tokens of a set of kinds. */
function skip(kindSet: number): void {
  while (((kindSet >> kinds[at]!) & 1) === 1) at++;
}

/** `27/03/2026`, `2026-03-27`, `27.3.26`. */
function readNumeric(into: ScannedDate): boolean {
  const sign = kind(1);
  if (!isDateSign(sign) || kind(2) !== TOKEN.NUMBER || kind(3) !== sign || kind(4) !== TOKEN.NUMBER)
    return false;
  into.first = values[at]!;
  into.second = values[at + 2]!;
  into.third = values[at + 4]!;
  const lead = digits[at]!;
  const tail = digits[at + 4]!;
  if (digits[at + 2]! > 2) return false;
  if (lead === 4 && tail <= 2) {
    into.form = 'yearFirst';
    into.yearDigits = 4;
  } else if (lead <= 2 && (tail === 4 || tail === 2)) {
    into.form = 'numeric';
    into.yearDigits = tail;
  } else return false;
  at += 5;
  return true;
}

/** `2026-W24-3`, `2026W243` and `2026-163`: a day by its week or by its place in the year. */
function readYearPart(into: ScannedDate): boolean {
  if (digits[at] !== 4) return false;
  const year = values[at]!;
  let part = kind(1) === TOKEN.DASH ? 2 : 1;
  const isWeek = kind(part) === TOKEN.LETTER_W;
  if (isWeek) part++;
  else if (part === 1) return false;
  if (kind(part) !== TOKEN.NUMBER) return false;
  let number = values[at + part]!;
  if (isWeek && digits[at + part] === 2 && kind(part + 1) === TOKEN.DASH && digits[at + part + 2] === 1) {
    number = number * 10 + values[at + part + 2]!;
    part += 2;
  } else if (digits[at + part] !== 3) return false;
  const day = isWeek
    ? dayOfWeekDate(year, Math.floor(number / 10), number % 10)
    : dayOfOrdinalDate(year, number);
  if (day === undefined) return false;
  const date = calendarFromDay(day);
  into.form = 'named';
  into.first = date.year;
  into.second = date.month;
  into.third = date.day;
  into.yearDigits = 4;
  at += part + 1;
  return true;
}

/** `24 Mar 2026`, `30. Sep. 2025`, `24-Mar-26`, `2026-Mar-24`, `30 de junio de 2026`. */
function readNamedAfterNumber(into: ScannedDate): boolean {
  const lead = at;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== TOKEN.MONTH) return false;
  const month = values[at]!;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== TOKEN.NUMBER) return false;
  const yearLeads = digits[lead] === 4;
  return setNamed(into, lead, month, at, yearLeads);
}

/** `Mar 27, 2026`, `March 27th 2026`. */
function readNamedFirst(into: ScannedDate): boolean {
  const month = values[at]!;
  at++;
  skip(DATE_SIGNS);
  if (kind() !== TOKEN.NUMBER || digits[at]! > 2) return false;
  const day = at;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== TOKEN.NUMBER) return false;
  if (kind(1) === TOKEN.COLON) return readClockBeforeYear(into, day, month);
  return setNamed(into, day, month, at, false);
}

/** `Mon Jun 29 08:14:22 EDT 2026`, as programs print a moment. */
function readClockBeforeYear(into: ScannedDate, day: number, month: number): boolean {
  if (!readTimePart(into)) return false;
  if (kind() === TOKEN.OFFSET) {
    into.offset = values[at]!;
    at++;
  }
  return kind() === TOKEN.NUMBER && digits[at] === 4 && setNamed(into, day, month, at, false);
}

/** `20260629 08:14:22`: eight digits are a date where a time follows; alone they are a number of the column's unit. */
function readCompactDay(into: ScannedDate): boolean {
  if (digits[at] !== 8 || (kind(1) !== TOKEN.NUMBER && kind(1) !== TOKEN.LETTER_T)) return false;
  const stamp = values[at]!;
  into.form = 'yearFirst';
  into.first = Math.floor(stamp / 10_000);
  into.second = Math.floor(stamp / 100) % 100;
  into.third = stamp % 100;
  into.yearDigits = 4;
  at++;
  return true;
}

function setNamed(into: ScannedDate, lead: number, month: number, tail: number, yearLeads: boolean): boolean {
  const year = yearLeads ? lead : tail;
  const day = yearLeads ? tail : lead;
  if (digits[day]! > 2 || (digits[year] !== 4 && digits[year] !== 2)) return false;
  into.form = 'named';
  into.first = values[year]!;
  into.second = month;
  into.third = values[day]!;
  into.yearDigits = digits[year]!;
  at = tail + 1;
  return true;
}

function readDatePart(into: ScannedDate): boolean {
  if (kind() === TOKEN.FILLER) at++;
  while (kind() === TOKEN.WEEKDAY || (kind() === TOKEN.MONTH && holdsMonthAhead())) {
    at++;
    skip(BETWEEN_DATE_PARTS);
  }
  if (kind() === TOKEN.MONTH) return readNamedFirst(into);
  if (kind() !== TOKEN.NUMBER) return false;
  return readNumeric(into) || readCompactDay(into) || readYearPart(into) || readNamedAfterNumber(into);
}

/** Whether a second month word follows, so that the first one is a day of the week ("mar. 24 mar 2026"). */
function holdsMonthAhead(): boolean {
  for (let token = at + 1; kinds[token] !== TOKEN.END; token++) if (kinds[token] === TOKEN.MONTH) return true;
  return false;
}

/** `08:14`, `08:14:22.123`, `8.14`, `2:17:02 PM`, `12:05 a.m.`, `3 pm`. True also when there is no time. */
function readTimePart(into: ScannedDate): boolean {
  if (kind() === TOKEN.DOT && kind(1) === TOKEN.NUMBER && kind(2) === TOKEN.COLON) at++;
  skip(BEFORE_TIME);
  while (kind() === TOKEN.DOT && SHORTENED.has(kinds[at - 1]!)) {
    at++;
    skip(BEFORE_TIME);
  }
  if (kind() === TOKEN.MORNING && (kind(1) === TOKEN.NUMBER || kind(1) === TOKEN.FILLER)) {
    at++;
    skip(1 << TOKEN.FILLER);
  }
  if (kind() !== TOKEN.NUMBER) return true;
  if (digits[at]! > 2) return false;
  const hour = values[at]!;
  let minute = 0;
  let second = 0;
  at++;
  const sign = kind();
  const hasMinutes =
    (sign === TOKEN.COLON || sign === TOKEN.DOT || sign === TOKEN.FILLER) && kind(1) === TOKEN.NUMBER;
  if (hasMinutes) {
    if (digits[at + 1]! > 2) return false;
    minute = values[at + 1]!;
    at += 2;
    if (kind() === sign && sign !== TOKEN.FILLER && kind(1) === TOKEN.NUMBER && digits[at + 1]! <= 2) {
      second = values[at + 1]!;
      at += 2;
      if (
        (kind() === TOKEN.DOT || kind() === TOKEN.COMMA || kind() === TOKEN.COLON) &&
        kind(1) === TOKEN.NUMBER
      )
        at += 2;
    }
  }
  const half = readHalfOfDay();
  if (!hasMinutes && half === TOKEN.END) return false;
  into.seconds = secondsOfDay(hour, minute, second, half);
  if (kind() === TOKEN.FILLER) at++;
  return true;
}

/** `AM`, `pm`, `a.m.`, `p. m.`: the half of the day, or TOKEN.END when the clock has 24 hours. */
function readHalfOfDay(): number {
  const half = kind();
  if (half !== TOKEN.MORNING && half !== TOKEN.AFTERNOON) return TOKEN.END;
  at++;
  if (kind() === TOKEN.DOT) at++;
  if (kind() === TOKEN.LETTER_M) at++;
  if (kind() === TOKEN.DOT) at++;
  return half;
}

function secondsOfDay(hour: number, minute: number, second: number, half: number): number {
  const isTwelve = half === TOKEN.MORNING || half === TOKEN.AFTERNOON;
  if (minute > 59 || second > 60 || hour > 24 || (isTwelve && (hour === 0 || hour > 12)))
    return Number.POSITIVE_INFINITY;
  if (hour === 24 && (minute > 0 || second > 0)) return Number.POSITIVE_INFINITY;
  const clockHour = isTwelve ? (hour % 12) + (half === TOKEN.AFTERNOON ? 12 : 0) : hour;
  return clockHour * 3600 + minute * 60 + Math.min(second, 59);
}

/** `Z`, `+02:00`, `-0700`, `UTC`, `(UTC)`, `GMT+2`. True also when there is no zone. */
function readZonePart(into: ScannedDate): boolean {
  skip((1 << TOKEN.OPEN) | (1 << TOKEN.OPEN_SQUARE) | (1 << TOKEN.FILLER));
  if (kind() === TOKEN.OFFSET) {
    into.offset = values[at]!;
    at++;
  }
  if ((kind() === TOKEN.PLUS || kind() === TOKEN.DASH) && kind(1) === TOKEN.NUMBER) {
    const sign = kind() === TOKEN.PLUS ? 1 : -1;
    const value = values[at + 1]!;
    const length = digits[at + 1]!;
    at += 2;
    let minutes = length > 2 ? Math.floor(value / 100) * 60 + (value % 100) : value * 60;
    if (length <= 2 && kind() === TOKEN.COLON && kind(1) === TOKEN.NUMBER) {
      minutes += values[at + 1]!;
      at += 2;
    }
    if (length > 4 || minutes > 15 * 60) return false;
    into.offset = sign * minutes * 60;
  }
  skip((1 << TOKEN.CLOSE) | (1 << TOKEN.CLOSE_SQUARE));
  if (into.offset !== NO_OFFSET && kind() === TOKEN.OFFSET) at++;
  const isRemark = kind() === TOKEN.OPEN || kind() === TOKEN.OPEN_SQUARE;
  if (into.offset !== NO_OFFSET && isRemark) while (kind() !== TOKEN.END) at++;
  return true;
}

/** `Europe/Berlin`, `(America/New_York)`, `Etc/GMT+5` behind the rest of a text. */
const NAMED_ZONE =
  /^(.*\d.*?)\s*[([]?(?<![A-Za-z/])([A-Za-z][A-Za-z_]*(?:\/[A-Za-z][A-Za-z0-9_+-]*)+)[)\]]?$/;
const LONGEST = 80;

/**
 * Reads the parts of a date text into `into`; false when no known form explains the whole text. Whether the date
 * exists, and which of two numbers is the day, is decided by the caller.
 * Forms: ISO 8601, month names of many languages (`MONTH_BY_WORD`), weeks and days of the year of ISO 8601, numeric dates with `/`, `.` or `-`, clocks of 12 and 24 hours,
 * offsets, names of zones of the IANA list. Source of the rule: LOAD-20, date hazards.
 */
export function scanDate(text: string, into: ScannedDate): boolean {
  if (text.length > LONGEST) return false;
  into.zone = undefined;
  if (scanWithoutName(text, into)) return true;
  const [, rest, name] = NAMED_ZONE.exec(text) ?? [];
  if (rest === undefined || name === undefined || !scanWithoutName(rest, into)) return false;
  if (into.offset !== NO_OFFSET) return false;
  into.zone = findZoneTable(name);
  return into.zone !== undefined;
}

function scanWithoutName(text: string, into: ScannedDate): boolean {
  if (!readDateTokens(text)) return false;
  at = 0;
  into.seconds = NO_TIME;
  into.offset = NO_OFFSET;
  if (kind() === TOKEN.NUMBER && kind(1) === TOKEN.COLON) {
    if (!readTimePart(into)) return false;
    skip(BEFORE_TIME);
    return readDatePart(into) && kind() === TOKEN.END;
  }
  if (!readDatePart(into) || !readTimePart(into)) return false;
  if (into.seconds === NO_TIME) skip(BEHIND_DATE);
  return readZonePart(into) && kind() === TOKEN.END;
}
