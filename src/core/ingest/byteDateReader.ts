import { areClockLetters } from './clockLetters.ts';
import { compileDateReader } from './dateReader.ts';
import type { DateReading } from './dateReading.ts';
import { ISO_DAYS, isDigitAt, isoDayAt, pairAt } from './isoDayAt.ts';
import { NOT_THIS_FORM, buildDayConverter, type DateContext } from './momentToDay.ts';
import { NO_OFFSET } from './scanDate.ts';
import { SpanTexts } from './spanTexts.ts';
import { utf8ToText } from './utf8Bytes.ts';

/** Reads one cell of a date column from its bytes. The answer is that of `DateReader.read` for the same text. */
export type ByteDateReader = (bytes: Uint8Array, start: number, end: number) => number;

/** Different texts of a column whose answers are remembered: every day of some twenty years. */
const MOST_TEXTS = 8192;

const COLON = 0x3a;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SPACE = 0x20;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;

/** Never an answer to a cell. */
const NOT_ASKED = NOT_THIS_FORM;

/** End of up to `most` digits. */
function endOfDigits(bytes: Uint8Array, from: number, most: number): number {
  let at = from;
  while (at < from + most && isDigitAt(bytes, at)) at += 1;
  return at;
}

/** End of three numbers with the same sign between them, as in `2026-03-27` and `27.3.26`; −1 for anything else. */
function endOfDate(bytes: Uint8Array, start: number, end: number): number {
  const first = endOfDigits(bytes, start, 4);
  const sign = bytes[first];
  if (first === start || (sign !== DASH && sign !== SLASH && sign !== DOT)) return -1;
  const second = endOfDigits(bytes, first + 1, 2);
  if (second === first + 1 || bytes[second] !== sign) return -1;
  const third = endOfDigits(bytes, second + 1, 4);
  return third === second + 1 || third > end ? -1 : third;
}

/** Seconds of `HH:mm` or `HH:mm:ss` that fill the bytes; −1 for anything else, 24:00 included. */
function readClock(bytes: Uint8Array, start: number, end: number): number {
  const hasSeconds = end - start === 8;
  if (bytes[start + 2] !== COLON || !(hasSeconds ? bytes[start + 5] === COLON : end - start === 5)) return -1;
  const hour = pairAt(bytes, start);
  const minute = pairAt(bytes, start + 3);
  const second = hasSeconds ? pairAt(bytes, start + 6) : 0;
  const isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return isClock ? hour * 3600 + minute * 60 + second : -1;
}

/** Length of `yyyy-MM-dd HH:mm:ss`. */
const STAMP_LENGTH = 19;
const THREE_LETTERS = 0xff_ffff;
const DIGIT_BITS = 0xf;

/** Whether two words are the letters `HH:m` and `m:ss` of a clock. */
function isClock(head: number, tail: number): boolean {
  if (!areClockLetters(head, tail)) return false;
  const hour = (head & DIGIT_BITS) * 10 + ((head >>> 8) & DIGIT_BITS);
  return hour < 24 && ((head >>> 24) & DIGIT_BITS) < 6 && ((tail >>> 16) & DIGIT_BITS) < 6;
}

/**
 * Compiles the reading of one date column from bytes. Dates in numbers, with a plain clock or without one, are read
 * without a string: the answer to the date alone comes from the general reader, once for each date, and a clock moves
 * no day where source and workspace share their zone. Where they do not, ISO time stamps are converted one by one.
 * Every other text goes to the general reader.
 */
export function compileByteDateReader(reading: DateReading, context: DateContext): ByteDateReader {
  const reader = compileDateReader(reading, context);
  const to = buildDayConverter(context, reading);
  const texts = new SpanTexts(MOST_TEXTS);
  const answers: number[] = [];
  const blank = reader.read('');
  const isSameZone = reading.zone === context.workspaceZone;
  /** A word for never that the user typed may be a date. */
  const hasPlainWords = !reading.neverWords.some((word) => /\d/.test(word));
  const isAsWritten = reading.cellsSwapped !== true;

  const isoAnswers = new Int32Array(ISO_DAYS).fill(NOT_ASKED);

  /** The answer to `yyyy-MM-dd`, which most dates are. `isoDay`: what `isoDayAt` says of it. */
  const askIso = (bytes: Uint8Array, start: number, isoDay: number): number => {
    const known = isoAnswers[isoDay]!;
    return known === NOT_ASKED
      ? (isoAnswers[isoDay] = reader.read(utf8ToText(bytes, start, start + 10)))
      : known;
  };

  const ask = (bytes: Uint8Array, start: number, end: number): number => {
    const number = texts.numberOf(bytes, start, end);
    if (number < 0) return reader.read(utf8ToText(bytes, start, end));
    if (number === answers.length) answers.push(reader.read(texts.textAt(number)));
    return answers[number]!;
  };

  /** `yyyy-MM-ddTHH:mm:ss`, fractions of a second and `Z` after it or not. */
  const readStamp = (bytes: Uint8Array, start: number, end: number): number => {
    const seconds = readClock(bytes, start + 11, start + 19);
    if (end - start < 19 || seconds < 0 || bytes[start + 7] !== DASH) return NOT_THIS_FORM;
    let at = start + 19;
    if (at < end && bytes[at] === DOT) {
      at += 1;
      while (at < end && isDigitAt(bytes, at)) at += 1;
    }
    const isUtc = at < end && bytes[at] === LETTER_Z;
    if (at + (isUtc ? 1 : 0) !== end) return NOT_THIS_FORM;
    const year = pairAt(bytes, start) * 100 + pairAt(bytes, start + 2);
    const month = pairAt(bytes, start + 5);
    return to.fromParts(year, month, pairAt(bytes, start + 8), seconds, isUtc ? 0 : NO_OFFSET);
  };

  /** Where a clock moves no day, the date of the last ISO time stamp is known by its first ten letters. */
  const isRemembered = isSameZone && hasPlainWords;
  let viewed: Uint8Array | undefined;
  let view: DataView = new DataView(new ArrayBuffer(0));
  let lastYear = 0;
  let lastMonth = 0;
  let lastDay = 0;
  let lastAnswer: number = NOT_ASKED;

  const readStampOfDay = (bytes: Uint8Array, start: number): number => {
    if (bytes !== viewed) {
      viewed = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const year = view.getInt32(start, true);
    const month = view.getInt32(start + 4, true);
    const day = view.getInt32(start + 8, true) & THREE_LETTERS;
    if (!isClock(view.getInt32(start + 11, true), view.getInt32(start + 15, true))) return NOT_ASKED;
    if (year === lastYear && month === lastMonth && day === lastDay) return lastAnswer;
    const sign = day >>> 16;
    const isoDay = sign === SPACE || sign === LETTER_T ? isoDayAt(bytes, start) : -1;
    if (isoDay < 0) return NOT_ASKED;
    lastYear = year;
    lastMonth = month;
    lastDay = day;
    return (lastAnswer = askIso(bytes, start, isoDay));
  };

  return (bytes, start, end) => {
    if (start === end) return blank;
    if (isRemembered && end - start === STAMP_LENGTH) {
      const answer = readStampOfDay(bytes, start);
      if (answer !== NOT_ASKED) return answer;
    }
    if (!hasPlainWords || !isDigitAt(bytes, start)) return ask(bytes, start, end);
    const isoDay = end - start >= 10 ? isoDayAt(bytes, start) : -1;
    const date = isoDay >= 0 ? start + 10 : endOfDate(bytes, start, end);
    if (date === end) return isoDay >= 0 ? askIso(bytes, start, isoDay) : ask(bytes, start, date);
    if (date < 0) return ask(bytes, start, end);
    const gap = bytes[date];
    if (gap === SPACE || (gap === LETTER_T && isoDay >= 0)) {
      if (isSameZone && readClock(bytes, date + 1, end) >= 0) {
        return isoDay >= 0 ? askIso(bytes, start, isoDay) : ask(bytes, start, date);
      }
      if (isoDay >= 0 && isAsWritten) {
        const answer = readStamp(bytes, start, end);
        if (answer !== NOT_THIS_FORM) return answer;
      }
    }
    return reader.read(utf8ToText(bytes, start, end));
  };
}
