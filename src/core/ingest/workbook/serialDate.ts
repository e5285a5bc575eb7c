import { calendarFromDay, type EpochDay } from '../../base/epochDay.ts';
import { CELL_FORMAT, type CellFormat } from './cellFormat.ts';
import type { TextBytes } from './textBytes.ts';

const DAY_SECONDS = 86_400;
/** Epoch day of 30 December 1899: serials from 61 count from here. */
const ORIGIN_1900 = -25_569;
/** Epoch day of 1 January 1904, serial 0 of the other system. */
const ORIGIN_1904 = -24_107;
/** 31 December 9999 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** The 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;

const DASH = 0x2d;
const COLON = 0x3a;

function pushDay(text: TextBytes, serial: number, is1904: boolean): void {
  if (!is1904 && (serial === 0 || serial === FALSE_LEAP_DAY)) {
    text.pushAscii(serial === 0 ? '1900-01-00' : '1900-02-29');
    return;
  }
  const origin = is1904 ? ORIGIN_1904 : serial < FALSE_LEAP_DAY ? ORIGIN_1900 + 1 : ORIGIN_1900;
  const { year, month, day } = calendarFromDay((origin + serial) as EpochDay);
  text.pushTwoDigits(Math.floor(year / 100));
  text.pushTwoDigits(year % 100);
  text.push(DASH);
  text.pushTwoDigits(month);
  text.push(DASH);
  text.pushTwoDigits(day);
}

function pushClock(text: TextBytes, seconds: number): void {
  const hours = Math.floor(seconds / 3600);
  if (hours < 100) text.pushTwoDigits(hours);
  else text.pushAscii(String(hours));
  text.push(COLON);
  text.pushTwoDigits(Math.floor(seconds / 60) % 60);
  text.push(COLON);
  text.pushTwoDigits(seconds % 60);
}

/** What `pushSerial` made of a number. */
export type SerialKind = 'date' | 'time' | 'number';

/**
 * Appends the moment that a serial means: `2026-03-27`, with `08:14:22` behind it when the format shows hours or the
 * serial has any, rounded to the second. Serial 60 of the 1900 system is the 29 February 1900 that the program invents
 * and 0 its `1900-01-00`; both are written as shown, so that they are told as dates that do not exist. A time format
 * without a day gives `08:14:22`. A serial that the program itself cannot show (negative, after the year 9999) is not
 * a date: `number`, and nothing is appended. Source: date hazards, serials.
 */
export function pushSerial(
  text: TextBytes,
  wholeDays: number,
  fraction: number,
  format: CellFormat,
  is1904: boolean,
): SerialKind {
  let serial = wholeDays;
  let seconds = Math.round(fraction * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    serial += 1;
    seconds = 0;
  }
  const last = is1904 ? LAST_SERIAL - (ORIGIN_1904 - ORIGIN_1900) : LAST_SERIAL;
  if (!(serial >= 0 && serial <= last)) return 'number';
  if (format === CELL_FORMAT.DURATION || (format === CELL_FORMAT.TIME && serial === 0)) {
    pushClock(text, serial * DAY_SECONDS + seconds);
    return 'time';
  }
  pushDay(text, serial, is1904);
  if (format !== CELL_FORMAT.DATE || seconds > 0) {
    text.push(0x20);
    pushClock(text, seconds);
  }
  return 'date';
}
