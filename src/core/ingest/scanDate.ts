import { FILLER_WORDS, MONTH_BY_WORD, OFFSET_BY_WORD, WEEKDAY_WORDS } from './monthWords.ts';

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
}

export const buildScannedDate = (): ScannedDate => ({
  form: 'numeric',
  first: 0,
  second: 0,
  third: 0,
  yearDigits: 0,
  seconds: NO_TIME,
  offset: NO_OFFSET,
});

const MOST_TOKENS = 32;
/** Kinds of token. They are below 32, so that a set of kinds is one integer. */
const END = 0;
const NUMBER = 1;
const MONTH = 2;
const WEEKDAY = 3;
const OFFSET = 4;
const FILLER = 5;
const MORNING = 6;
const AFTERNOON = 7;
const LETTER_T = 8;
const LETTER_M = 9;
const OTHER_WORD = 10;
const DASH = 11;
const SLASH = 12;
const DOT = 13;
const COLON = 14;
const COMMA = 15;
const PLUS = 16;
const OPEN = 17;
const OPEN_SQUARE = 18;
const CLOSE = 19;
const CLOSE_SQUARE = 20;
const OTHER_SIGN = 21;

const SIGN_BY_CODE = new Int32Array(0x80).fill(OTHER_SIGN);
for (const [letter, sign] of [
  ['-', DASH],
  ['/', SLASH],
  ['.', DOT],
  [':', COLON],
  [',', COMMA],
  ['+', PLUS],
  ['(', OPEN],
  ['[', OPEN_SQUARE],
  [')', CLOSE],
  [']', CLOSE_SQUARE],
] as const) {
  SIGN_BY_CODE[letter.charCodeAt(0)] = sign;
}

const DATE_SIGNS = (1 << DASH) | (1 << SLASH) | (1 << DOT);
const BETWEEN_DATE_PARTS = DATE_SIGNS | (1 << FILLER) | (1 << COMMA);
const BEFORE_TIME = (1 << COMMA) | (1 << FILLER) | (1 << LETTER_T) | (1 << COLON) | (1 << DASH);

// One scan at a time: the tokens of the current text and the place of the parser in them.
const kinds = new Int32Array(MOST_TOKENS + 1);
const values = new Float64Array(MOST_TOKENS + 1);
const digits = new Int32Array(MOST_TOKENS + 1);
let at = 0;

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0x24f) ||
  code === 0x301;
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x09 || code === 0x202f || code === 0x2009;

/** Kind of a word, with its value (month, offset) in the bits above. */
function classifyWord(word: string): number {
  const month = MONTH_BY_WORD.get(word);
  if (month !== undefined) return MONTH | (month << 5);
  if (word === 't') return LETTER_T;
  if (word === 'am' || word === 'a') return MORNING;
  if (word === 'pm' || word === 'p') return AFTERNOON;
  if (word === 'm') return LETTER_M;
  const offset = OFFSET_BY_WORD.get(word);
  if (offset !== undefined) return OFFSET | (offset << 5);
  if (WEEKDAY_WORDS.has(word)) return WEEKDAY;
  return FILLER_WORDS.has(word) ? FILLER : OTHER_WORD;
}

/** Words as they stand in cells → what they are; a column repeats a handful of them. */
const knownWords = new Map<string, number>();
const MOST_KNOWN_WORDS = 1024;

function readWord(word: string): number {
  let known = knownWords.get(word);
  if (known === undefined) {
    known = classifyWord(word.normalize('NFC').toLowerCase());
    if (knownWords.size < MOST_KNOWN_WORDS) knownWords.set(word, known);
  }
  return known;
}

/** Cuts the text into numbers, words and signs. False when it is too long or holds a letter that no date has. */
function tokenise(text: string): boolean {
  let count = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      index++;
      continue;
    }
    if (count === MOST_TOKENS) return false;
    if (code >= 0x30 && code <= 0x39) {
      const start = index;
      let value = 0;
      for (; index < text.length; index++) {
        const digit = text.charCodeAt(index) - 0x30;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      kinds[count] = NUMBER;
      values[count] = value;
      digits[count] = index - start;
    } else if (isLetter(code)) {
      const start = index;
      while (index < text.length && isLetter(text.charCodeAt(index))) index++;
      const word = readWord(text.slice(start, index));
      kinds[count] = word & 31;
      values[count] = word >> 5;
    } else if (code < 0x80) {
      kinds[count] = SIGN_BY_CODE[code]!;
      index++;
    } else if (code === 0x2212 || code === 0x2013 || code === 0x2010 || code === 0x2011) {
      kinds[count] = DASH;
      index++;
    } else return false;
    count++;
  }
  kinds[count] = END;
  return count > 0;
}

const kind = (ahead = 0): number => kinds[at + ahead]!;
const isDateSign = (sign: number): boolean => ((DATE_SIGNS >> sign) & 1) === 1;

/** Passes over tokens of a set of kinds. */
function skip(kindSet: number): void {
  while (((kindSet >> kinds[at]!) & 1) === 1) at++;
}

/** `27/03/2026`, `2026-03-27`, `27.3.26`. */
function readNumeric(into: ScannedDate): boolean {
  const sign = kind(1);
  if (!isDateSign(sign) || kind(2) !== NUMBER || kind(3) !== sign || kind(4) !== NUMBER) return false;
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

/** `24 Mar 2026`, `30. Sep. 2025`, `24-Mar-26`, `2026-Mar-24`, `30 de junio de 2026`. */
function readNamedAfterNumber(into: ScannedDate): boolean {
  const lead = at;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== MONTH) return false;
  const month = values[at]!;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== NUMBER) return false;
  const yearLeads = digits[lead] === 4;
  return setNamed(into, lead, month, at, yearLeads);
}

/** `Mar 27, 2026`, `March 27th 2026`. */
function readNamedFirst(into: ScannedDate): boolean {
  const month = values[at]!;
  at++;
  skip(DATE_SIGNS);
  if (kind() !== NUMBER || digits[at]! > 2) return false;
  const day = at;
  at++;
  skip(BETWEEN_DATE_PARTS);
  if (kind() !== NUMBER) return false;
  return setNamed(into, day, month, at, false);
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
  if (kind() === FILLER) at++;
  if (kind() === WEEKDAY || (kind() === MONTH && holdsMonthAhead())) {
    at++;
    skip(BETWEEN_DATE_PARTS);
  }
  if (kind() === MONTH) return readNamedFirst(into);
  if (kind() !== NUMBER) return false;
  return readNumeric(into) || readNamedAfterNumber(into);
}

/** Whether a second month word follows, so that the first one is a day of the week ("mar. 24 mar 2026"). */
function holdsMonthAhead(): boolean {
  for (let token = at + 1; kinds[token] !== END; token++) if (kinds[token] === MONTH) return true;
  return false;
}

/** `08:14`, `08:14:22.123`, `8.14`, `2:17:02 PM`, `12:05 a.m.`, `3 pm`. True also when there is no time. */
function readTimePart(into: ScannedDate): boolean {
  skip(BEFORE_TIME);
  if (kind() === MORNING && (kind(1) === NUMBER || kind(1) === FILLER)) {
    at++;
    skip(1 << FILLER);
  }
  if (kind() !== NUMBER) return true;
  if (digits[at]! > 2) return false;
  const hour = values[at]!;
  let minute = 0;
  let second = 0;
  at++;
  const sign = kind();
  const hasMinutes = (sign === COLON || sign === DOT || sign === FILLER) && kind(1) === NUMBER;
  if (hasMinutes) {
    if (digits[at + 1]! > 2) return false;
    minute = values[at + 1]!;
    at += 2;
    if (kind() === sign && sign !== FILLER && kind(1) === NUMBER && digits[at + 1]! <= 2) {
      second = values[at + 1]!;
      at += 2;
      if ((kind() === DOT || kind() === COMMA || kind() === COLON) && kind(1) === NUMBER) at += 2;
    }
  }
  const half = readHalfOfDay();
  if (!hasMinutes && half === END) return false;
  into.seconds = secondsOfDay(hour, minute, second, half);
  if (kind() === FILLER) at++;
  return true;
}

/** `AM`, `pm`, `a.m.`, `p. m.`: the half of the day, or END when the clock has 24 hours. */
function readHalfOfDay(): number {
  const half = kind();
  if (half !== MORNING && half !== AFTERNOON) return END;
  at++;
  if (kind() === DOT) at++;
  if (kind() === LETTER_M) at++;
  if (kind() === DOT) at++;
  return half;
}

function secondsOfDay(hour: number, minute: number, second: number, half: number): number {
  const isTwelve = half === MORNING || half === AFTERNOON;
  if (minute > 59 || second > 60 || hour > 24 || (isTwelve && (hour === 0 || hour > 12)))
    return Number.POSITIVE_INFINITY;
  if (hour === 24 && (minute > 0 || second > 0)) return Number.POSITIVE_INFINITY;
  const clockHour = isTwelve ? (hour % 12) + (half === AFTERNOON ? 12 : 0) : hour;
  return clockHour * 3600 + minute * 60 + Math.min(second, 59);
}

/** `Z`, `+02:00`, `-0700`, `UTC`, `(UTC)`, `GMT+2`. True also when there is no zone. */
function readZonePart(into: ScannedDate): boolean {
  skip((1 << OPEN) | (1 << OPEN_SQUARE));
  if (kind() === OFFSET) {
    into.offset = values[at]!;
    at++;
  }
  if ((kind() === PLUS || kind() === DASH) && kind(1) === NUMBER) {
    const sign = kind() === PLUS ? 1 : -1;
    const value = values[at + 1]!;
    const length = digits[at + 1]!;
    at += 2;
    let minutes = length > 2 ? Math.floor(value / 100) * 60 + (value % 100) : value * 60;
    if (length <= 2 && kind() === COLON && kind(1) === NUMBER) {
      minutes += values[at + 1]!;
      at += 2;
    }
    if (length > 4 || minutes > 15 * 60) return false;
    into.offset = sign * minutes * 60;
  }
  skip((1 << CLOSE) | (1 << CLOSE_SQUARE));
  if (into.offset !== NO_OFFSET && kind() === OPEN) while (kind() !== END) at++;
  return true;
}

/**
 * Reads the parts of a date text into `into`; false when no known form explains the whole text. Whether the date
 * exists, and which of two numbers is the day, is decided by the caller.
 * Forms: ISO 8601, month names of six languages, numeric dates with `/`, `.` or `-`, clocks of 12 and 24 hours,
 * offsets. Source of the rule: LOAD-20, date hazards.
 */
export function scanDate(text: string, into: ScannedDate): boolean {
  if (text.length > 80 || !tokenise(text)) return false;
  at = 0;
  into.seconds = NO_TIME;
  into.offset = NO_OFFSET;
  if (!readDatePart(into) || !readTimePart(into)) return false;
  if (into.seconds === NO_TIME) skip(1 << DOT);
  return readZonePart(into) && kind() === END;
}
