import { UNREADABLE } from '../base/dayValue.ts';
import { dayFromCalendar, existingDay } from '../base/epochDay.ts';
import { IMPOSSIBLE_DATE, LOST_DIGITS } from './dateProblem.ts';
import type { DateReading } from './dateReading.ts';
import { NOT_THIS_FORM, type DayConverter } from './momentToDay.ts';
import { NO_OFFSET, NO_TIME } from './scanDate.ts';

/** Seconds from 1 January 1601, where Windows file time starts, to 1 January 1970. */
const FILE_TIME_SHIFT = 11_644_473_600;
/** Day number of serial 0 in the two date systems of spreadsheets. */
const SERIAL_ZERO_1900 = dayFromCalendar(1899, 12, 30);
const SERIAL_ZERO_1904 = dayFromCalendar(1904, 1, 1);

const PLAIN_NUMBER = /^([-+]?)(\d+)(?:[.,](\d+))?$/;
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d+$/;
/** `20190412081530.0Z`: a stamp of a directory, which names its own zone; `20190412T081530` is ISO without signs. */
const DIRECTORY_STAMP = /^(\d{8})(T?)(\d{6})(?:[.,]\d+)?(Z|[-+]\d{4}|)$/;
/** The largest moment that a directory can hold, which stands for none. */
const LARGEST_FILE_TIME = '9223372036854775807';
/** Serial of 31 December 9999, the last one that a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/** Whether every character can belong to a bare number or a directory stamp; cheap, since most dates fail early. */
function looksLikeNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isSign = code >= 0x2b && code <= 0x2e;
    if (!isDigit && !isSign && code !== 0x45 && code !== 0x65 && code !== 0x5a && code !== 0x54) return false;
  }
  return true;
}

/** Time of day of `HHmmss`, `Infinity` when it cannot exist. */
function secondsOf(clock: string): number {
  const hour = Number(clock.slice(0, 2));
  const minute = Number(clock.slice(2, 4));
  const second = Number(clock.slice(4, 6));
  return hour > 23 || minute > 59 || second > 60
    ? Number.POSITIVE_INFINITY
    : hour * 3600 + minute * 60 + Math.min(second, 59);
}

const readStamp = (stamp: string, seconds: number, offset: number, to: DayConverter): number =>
  to.fromParts(
    Number(stamp.slice(0, 4)),
    Number(stamp.slice(4, 6)),
    Number(stamp.slice(6, 8)),
    seconds,
    offset,
  );

function readSerial(whole: string, fraction: string | undefined, is1904: boolean, to: DayConverter): number {
  const serial = Number(whole);
  if (whole.length > 7 || serial > LAST_SERIAL) return UNREADABLE;
  if (!is1904 && serial === 60) return IMPOSSIBLE_DATE;
  const zero = is1904 ? SERIAL_ZERO_1904 : SERIAL_ZERO_1900 + (serial < 60 ? 1 : 0);
  const seconds =
    fraction === undefined ? NO_TIME : Math.min(86_399, Math.round(Number(`0.${fraction}`) * 86_400));
  return to.fromDay(zero + serial, seconds);
}

/**
 * Reads a text that is a bare number under the unit of its column; `NOT_THIS_FORM` when the text is no bare number.
 * Long integers are cut as text before they become numbers, so that no digit is lost. A number in scientific notation
 * has lost digits and is a problem in every unit; 0, −1 and the largest number of 64 bits are placeholders; numbers
 * whose length does not fit the unit are unreadable. Source of the rule: LOAD-20, LOAD-23, unit of integers.
 */
export function readNumberDate(text: string, unit: DateReading['numbers'], to: DayConverter): number {
  if (!looksLikeNumber(text)) return NOT_THIS_FORM;
  const number = PLAIN_NUMBER.exec(text);
  if (!number) {
    if (SCIENTIFIC.test(text)) return LOST_DIGITS;
    const stamp = DIRECTORY_STAMP.exec(text);
    if (!stamp || (stamp[2] === '' && stamp[4] === '')) return NOT_THIS_FORM;
    return readStamp(stamp[1]!, secondsOf(stamp[3]!), offsetOf(stamp[4]!), to);
  }
  const whole = number[2]!;
  const fraction = /^0*$/.test(number[3] ?? '') ? undefined : number[3];
  if ((/^0+$/.test(whole) && fraction === undefined) || whole === LARGEST_FILE_TIME) return to.placeholder;
  if (number[1] === '-') return readNegative(whole, unit, to);
  const length = whole.length;
  const isSerial = unit === 'excelSerial1900' || unit === 'excelSerial1904';
  if (isSerial) return readSerial(whole, fraction, unit === 'excelSerial1904', to);
  if (fraction !== undefined && unit !== 'unixSeconds') return UNREADABLE;
  switch (unit) {
    case 'unixSeconds':
      return length === 9 || length === 10 ? to.fromInstant(Number(whole)) : UNREADABLE;
    case 'unixMilliseconds':
      return length === 12 || length === 13 ? to.fromInstant(Number(whole.slice(0, -3))) : UNREADABLE;
    case 'unixMicroseconds':
      return length === 15 || length === 16 ? to.fromInstant(Number(whole.slice(0, -6))) : UNREADABLE;
    case 'windowsFileTime':
      return length === 18 ? to.fromInstant(Number(whole.slice(0, -7)) - FILE_TIME_SHIFT) : UNREADABLE;
    case 'compactDay':
      return length === 8 ? readStamp(whole, NO_TIME, NO_OFFSET, to) : UNREADABLE;
    case 'compactStamp':
      return length === 14 ? readStamp(whole, secondsOf(whole.slice(8)), NO_OFFSET, to) : UNREADABLE;
    case 'none':
      return UNREADABLE;
  }
}

/** Seconds east of UTC of `Z` or `+0530`; a stamp that names no zone has none. */
function offsetOf(zone: string): number {
  if (zone === '') return NO_OFFSET;
  if (zone === 'Z') return 0;
  const hoursAndMinutes = Number(zone);
  return (Math.trunc(hoursAndMinutes / 100) * 60 + (hoursAndMinutes % 100)) * 60;
}

/** −1, and moments before 1970 that are placeholders; no other negative number is a date of use. */
function readNegative(whole: string, unit: DateReading['numbers'], to: DayConverter): number {
  if (/^0*1$/.test(whole)) return to.placeholder;
  const digits = unit === 'unixSeconds' ? whole : unit === 'unixMilliseconds' ? whole.slice(0, -3) : '';
  if (digits === '' || digits.length > 12) return UNREADABLE;
  return to.fromInstant(-Number(digits)) === to.placeholder ? to.placeholder : UNREADABLE;
}

/** Length and form of bare numbers of a column → the unit they are in. */
export interface NumberCensus {
  note(text: string): void;
  /** Unit of most bare numbers noted, `none` when there were none that could be dates. */
  settle(latestSerial: number): DateReading['numbers'];
}

const isCompact = (digits: string): boolean =>
  existingDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))) !==
    undefined && Number(digits.slice(0, 4)) >= 1900;

/** Counts the bare numbers of a column by what their digits can mean. Serials are taken from 1990 to the as-of date. */
export function buildNumberCensus(): NumberCensus {
  const votes = new Map<DateReading['numbers'], number>();
  const serials: number[] = [];
  const vote = (unit: DateReading['numbers']): void => void votes.set(unit, (votes.get(unit) ?? 0) + 1);
  return {
    note(text) {
      const number = PLAIN_NUMBER.exec(text);
      if (!number || number[1] === '-') return;
      const whole = number[2]!;
      const { length } = whole;
      if (length === 5) serials.push(Number(whole));
      else if (length === 10 || (length === 9 && /^[89]/.test(whole))) vote('unixSeconds');
      else if (length === 13) vote('unixMilliseconds');
      else if (length === 16) vote('unixMicroseconds');
      else if (length === 18) vote('windowsFileTime');
      else if (length === 14 && isCompact(whole)) vote('compactStamp');
      else if (length === 8 && isCompact(whole)) vote('compactDay');
    },
    settle(latestSerial) {
      const plausible = serials.filter((serial) => serial >= 32_874 && serial <= latestSerial).length;
      if (plausible > 0) votes.set('excelSerial1900', plausible);
      let best: DateReading['numbers'] = 'none';
      let most = 0;
      for (const [unit, count] of votes) {
        if (count > most) {
          best = unit;
          most = count;
        }
      }
      return best;
    },
  };
}
