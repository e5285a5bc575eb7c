import { CELL_FORMAT, type CellFormat } from './cellFormat.ts';
import { generalNumber } from './generalNumber.ts';
import { pushSerial, type SerialKind } from './serialDate.ts';
import type { TextBytes } from './textBytes.ts';

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;
const SIGNIFICANT = 15;
/** Digits of a fraction that are looked at; a second is 1.2E-5 of a day. */
const FRACTION_DIGITS = 12;
const LONGEST_NUMBER = 400;

const asciiText = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + LONGEST_NUMBER)));

/** Whether the stored form already is the shortest one: digits, at most one point, nothing to round or to drop. */
function isShortest(bytes: Uint8Array, from: number, to: number): boolean {
  let at = bytes[from] === MINUS ? from + 1 : from;
  const first = at;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === POINT && point === -1 && at > first) point = at;
    else if (byte < ZERO || byte > NINE) return false;
  }
  if (at === first) return false;
  if (bytes[first] === ZERO && at - first > 1 && point !== first + 1) return false;
  if (point === -1) return bytes[first] !== ZERO || from === first;
  return to - first - 1 <= SIGNIFICANT && bytes[to - 1] !== ZERO && point < to - 1;
}

/**
 * Appends a number cell as the text that stands for it: the date or time where its format is one, zeros in front where
 * the format asks for them, otherwise the shortest number. `broken` when the bytes are no number; nothing is appended
 * then.
 */
export function appendNumber(
  text: TextBytes,
  bytes: Uint8Array,
  from: number,
  to: number,
  format: CellFormat,
  is1904: boolean,
): SerialKind | 'broken' {
  if (format >= CELL_FORMAT.DATE && format <= CELL_FORMAT.DURATION) {
    const kind = appendSerial(text, bytes, from, to, format, is1904);
    if (kind !== 'number') return kind;
  }
  if (format < CELL_FORMAT.ZEROS && isShortest(bytes, from, to)) {
    text.pushBytes(bytes, from, to);
    return 'number';
  }
  const shown = generalNumber(asciiText(bytes, from, to).trim());
  if (shown === undefined) return 'broken';
  const isPadded = format >= CELL_FORMAT.ZEROS && /^\d+$/.test(shown);
  text.pushAscii(isPadded ? shown.padStart(format - CELL_FORMAT.ZEROS, '0') : shown);
  return 'number';
}

function appendSerial(
  text: TextBytes,
  bytes: Uint8Array,
  from: number,
  to: number,
  format: CellFormat,
  is1904: boolean,
): SerialKind {
  let days = 0;
  let at = from;
  for (; at < to && at - from < 8; at++) {
    const byte = bytes[at]!;
    if (byte < ZERO || byte > NINE) break;
    days = days * 10 + (byte - ZERO);
  }
  if (at > from && at === to) return pushSerial(text, days, 0, format, is1904);
  if (at > from && bytes[at] === POINT) {
    let fraction = 0;
    let scale = 1;
    for (at++; at < to && scale < 10 ** FRACTION_DIGITS; at++) {
      const byte = bytes[at]!;
      if (byte < ZERO || byte > NINE) break;
      fraction = fraction * 10 + (byte - ZERO);
      scale *= 10;
    }
    while (at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
    if (at === to) return pushSerial(text, days, fraction / scale, format, is1904);
  }
  const shown = generalNumber(asciiText(bytes, from, to).trim());
  if (shown === undefined) return 'number';
  const value = Number(shown);
  const whole = Math.floor(value);
  return pushSerial(text, whole, value - whole, format, is1904);
}
