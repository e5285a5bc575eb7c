import { cellText } from './cellText.ts';
import type { RowSpans } from './rowSpans.ts';
import { utf8Length, utf8ToText } from './utf8Bytes.ts';

const APOSTROPHE = 0x27;
const HASH = 0x23;
const EQUALS = 0x3d;
const NULL_WORD = [0x4e, 0x55, 0x4c, 0x4c];

/** First bytes of the characters outside ASCII among which there is white space. */
const mayStartSpace = (lead: number): boolean =>
  lead === 0xc2 || lead === 0xe1 || lead === 0xe2 || lead === 0xe3 || lead === 0xef;

/** Whether the last character of a cell may be white space. It lies outside ASCII. */
const mayEndInSpace = (bytes: Uint8Array, start: number, end: number): boolean =>
  (end - start >= 2 && mayStartSpace(bytes[end - 2]!)) ||
  (end - start >= 3 && mayStartSpace(bytes[end - 3]!));

/** Whether a cell holds anything but white space, as `trim` says. */
export function hasText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte > 0x20 && byte < 0x80) return true;
    if (byte >= 0x80) return !mayStartSpace(byte) || utf8ToText(bytes, at, end).trim() !== '';
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) return true;
  }
  return false;
}

/** Whether `cellText` surely leaves a cell, which must not be empty, as it is. Found by a look at its ends. */
export function isPlainCell(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  const last = bytes[end - 1]!;
  if (first <= 0x20 || last <= 0x20 || first === APOSTROPHE) return false;
  if (first === HASH || first === EQUALS) return false;
  if (first >= 0x80 && mayStartSpace(first)) return false;
  if (last >= 0x80 && mayEndInSpace(bytes, start, end)) return false;
  return first !== NULL_WORD[0] || !isNullWord(bytes, start, end);
}

/** Sets a slot to the text of a cell as `cellText` gives it. Cells that need no change cost a look at their ends. */
export function setCellText(spans: RowSpans, slot: number, start: number, end: number): void {
  const { bytes } = spans;
  if (start === end) {
    spans.set(slot, start, start);
    return;
  }
  if (isPlainCell(bytes, start, end)) {
    spans.set(slot, start, end);
    return;
  }
  const cell = utf8ToText(bytes, start, end);
  const text = cellText(cell);
  const from = start + utf8Length(cell.slice(0, cell.indexOf(text)));
  spans.set(slot, from, from + utf8Length(text));
}

const isNullWord = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === NULL_WORD.length && NULL_WORD.every((byte, index) => bytes[start + index] === byte);
