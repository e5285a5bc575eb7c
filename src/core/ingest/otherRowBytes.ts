import type { RowContext } from './classifyRow.ts';

const SPACE = 0x20;
const SIGN_END = 0x40;
const COLON = 0x3a;
const SLASH = 0x2f;
const DASH = 0x2d;
/** First bytes of the characters outside ASCII among which there is white space. */
const SPACE_LEADS: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);
/** Letters of a cell that are looked at. */
const LOOK_AT = 24;

/** Places of the marks before month and day in an ISO date. */
const ISO_MONTH = 4;
const ISO_DAY = 7;

/** Whether a row whose cells are cut from bytes is worth `classifyRow`. `first`: place of its first cell in `cells`. */
export type OtherRowTest = (bytes: Uint8Array, cells: ArrayLike<number>, first: number) => boolean;

const isMark = (byte: number): boolean => byte === DASH || byte === SLASH || byte === COLON;

/** Whether a cell begins with a letter, or is a date written in digits: then it is neither empty nor an amount. */
function isText(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  const letter = bytes[start]!;
  if (letter > SIGN_END) return letter < 0x80 || !SPACE_LEADS.has(letter);
  if (letter < 0x30 || letter > 0x39) return false;
  // Most dates begin as `2026-03-27`.
  if (end - start > ISO_DAY && isMark(bytes[start + ISO_MONTH]!) && isMark(bytes[start + ISO_DAY]!))
    return true;
  const stop = Math.min(end, start + LOOK_AT);
  let marks = 0;
  for (let at = start + 1; at < stop && marks < 2; at += 1) if (isMark(bytes[at]!)) marks += 1;
  return marks === 2;
}

/** Whether a cell reads as a label: it holds a blank, or ends with a colon. */
function isLabel(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] === COLON) return true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte <= SPACE || byte >= 0x80) return true;
  }
  return false;
}

/** Whether there is a label among the cells up to the first text. There must be a text. */
function startsWithLabel(bytes: Uint8Array, cells: ArrayLike<number>, first: number): boolean {
  for (let cell = first * 2; ; cell += 2) {
    const from = cells[cell]!;
    const to = cells[cell + 1]!;
    if (from < to && isLabel(bytes, from, to)) return true;
    if (isText(bytes, from, to)) return false;
  }
}

/** First two letters, in lower case, of the words for a total beside which the label of a count may stand. */
const TOTAL_LETTERS: ReadonlySet<number> = new Set(
  ['to', 'su', 'ge', 'gr', 'ei'].map((letters) => (letters.charCodeAt(0) << 8) | letters.charCodeAt(1)),
);

/** Whether the first text begins as a word for a total does. There must be a text. */
function startsLikeTotal(bytes: Uint8Array, cells: ArrayLike<number>, first: number): boolean {
  for (let cell = first * 2; ; cell += 2) {
    const from = cells[cell]!;
    if (isText(bytes, from, cells[cell + 1]!))
      return TOTAL_LETTERS.has(((bytes[from]! | SPACE) << 8) | (bytes[from + 1]! | SPACE));
  }
}

/**
 * Compiles a test that is false for nearly every row of an export, after a look at three or four cells. A row for which
 * it is false is data: it has three texts, or two without a label or a word for a total in front, and does not begin as
 * the header does.
 */
export function compileOtherRowTest(context: RowContext): OtherRowTest {
  const { header, repeatedLines } = context;
  const width = header.length;
  const namedAt = header.findIndex((name) => /^[\x21-\x7e]/.test(name));
  if (width < 2 || repeatedLines.size > 0 || namedAt === -1) return () => true;
  const name = header[namedAt]!;
  const { length } = name;
  const opening = name.charCodeAt(0) | SPACE;
  const closing = name.charCodeAt(length - 1);
  const isLike = (byte: number, letter: number): boolean =>
    byte <= SPACE || byte >= 0x80 || letter >= 0x80 || (byte | SPACE) === (letter | SPACE);
  return (bytes, cells, first) => {
    const headerCell = (first + namedAt) * 2;
    const start = cells[headerCell]!;
    const end = cells[headerCell + 1]!;
    const isLong = end - start >= length && end - start <= length * 3 + 8;
    if (isLong && isLike(bytes[start]!, opening) && isLike(bytes[end - 1]!, closing)) return true;
    let texts = 0;
    for (let at = 0; at < width; at += 1) {
      const cell = (first + at) * 2;
      if (!isText(bytes, cells[cell]!, cells[cell + 1]!)) continue;
      texts += 1;
      if (texts === 3) return false;
    }
    return texts < 2 || startsWithLabel(bytes, cells, first) || startsLikeTotal(bytes, cells, first);
  };
}
