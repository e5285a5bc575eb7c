import { nameKey } from './xmlScanner.ts';

/** Decodes strict UTF-8, or gives `undefined`. Handed in because core knows no decoder. */
export type DecodeUtf8 = (bytes: Uint8Array) => string | undefined;

const ZERO = 0x30;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const UNDERSCORE = 0x5f;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

const ENTITIES: ReadonlyMap<number, number> = new Map([
  [nameKey('lt'), 0x3c],
  [nameKey('gt'), 0x3e],
  [nameKey('amp'), AMPERSAND],
  [nameKey('quot'), 0x22],
  [nameKey('apos'), 0x27],
]);

/** Longest reference between `&` and `;`: `#x` and the digits of U+10FFFF with some leading zeros. */
const LONGEST_REFERENCE = 12;

/** Value of a hexadecimal digit, or −1. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** The code unit of an escape `_xHHHH_` at `at`, or −1. */
function escapedUnit(bytes: Uint8Array, at: number, to: number): number {
  if (at + 7 > to || bytes[at] !== UNDERSCORE || bytes[at + 1] !== 0x78 || bytes[at + 6] !== UNDERSCORE)
    return -1;
  let unit = 0;
  for (let index = at + 2; index < at + 6; index++) {
    const digit = hexDigit(bytes[index]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** A growing run of UTF-8 text that knows its length in UTF-16 units, so that slices can be cut after one decoding. */
export class TextBytes {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;
  /** UTF-16 units of the bytes so far. */
  units = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  clear(): void {
    this.length = 0;
    this.units = 0;
  }

  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** One byte of ASCII. */
  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
    this.units++;
  }

  /** A whole number below 100 as two digits. */
  pushTwoDigits(value: number): void {
    this.reserve(2);
    const tens = (value * 205) >> 11;
    this.bytes[this.length++] = ZERO + tens;
    this.bytes[this.length++] = ZERO + value - 10 * tens;
    this.units += 2;
  }

  /** Text of ASCII letters only. */
  pushAscii(text: string): void {
    this.reserve(text.length);
    for (let at = 0; at < text.length; at++) this.bytes[this.length++] = text.charCodeAt(at);
    this.units += text.length;
  }

  /** Bytes as they are. */
  pushBytes(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const { bytes } = this;
    let at = this.length;
    let units = this.units;
    for (let index = from; index < to; index++) {
      const byte = source[index]!;
      bytes[at++] = byte;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    this.length = at;
    this.units = units;
  }

  /**
   * Text of an element: references replaced, line ends unified, escapes `_xHHHH_` replaced. Returns false at a
   * reference that XML does not know.
   */
  pushXmlText(source: Uint8Array, from: number, to: number): boolean {
    this.reserve(to - from);
    let { bytes } = this;
    let at = this.length;
    let units = this.units;
    for (let index = from; index < to; index++) {
      const byte = source[index]!;
      if (byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN) {
        this.length = at;
        this.units = units;
        const next = this.pushSpecial(source, index, to);
        if (next < 0) return false;
        index = next - 1;
        this.reserve(to - next);
        bytes = this.bytes;
        at = this.length;
        units = this.units;
        continue;
      }
      bytes[at++] = byte;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    this.length = at;
    this.units = units;
    return true;
  }

  /** A character by its code point; a lone surrogate becomes U+FFFD. */
  private pushCodePoint(code: number): void {
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    this.reserve(4);
    const { bytes } = this;
    if (point < 0x80) {
      bytes[this.length++] = point;
    } else if (point < 0x800) {
      bytes[this.length++] = 0xc0 | (point >> 6);
      bytes[this.length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x1_0000) {
      bytes[this.length++] = 0xe0 | (point >> 12);
      bytes[this.length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[this.length++] = 0x80 | (point & 0x3f);
    } else {
      bytes[this.length++] = 0xf0 | (point >> 18);
      bytes[this.length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[this.length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[this.length++] = 0x80 | (point & 0x3f);
      this.units++;
    }
    this.units++;
  }

  /** Position after the special character at `at`, or −1 when it is a reference that XML does not know. */
  private pushSpecial(source: Uint8Array, at: number, to: number): number {
    const byte = source[at]!;
    if (byte === CARRIAGE_RETURN) {
      if (source[at + 1] !== LINE_FEED || at + 1 >= to) this.push(LINE_FEED);
      return at + 1;
    }
    if (byte === UNDERSCORE) {
      const unit = escapedUnit(source, at, to);
      if (unit < 0) {
        this.push(UNDERSCORE);
        return at + 1;
      }
      const low = unit >= 0xd800 && unit <= 0xdbff ? escapedUnit(source, at + 7, to) : -1;
      if (low >= 0xdc00 && low <= 0xdfff) {
        this.pushCodePoint(0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        return at + 14;
      }
      this.pushCodePoint(unit);
      return at + 7;
    }
    return this.pushReference(source, at + 1, to);
  }

  private pushReference(source: Uint8Array, from: number, to: number): number {
    let end = from;
    while (end < to && end - from <= LONGEST_REFERENCE && source[end] !== SEMICOLON) end++;
    if (end >= to || source[end] !== SEMICOLON) return -1;
    if (source[from] !== 0x23) {
      let key = 7;
      for (let at = from; at < end; at++) key = (Math.imul(key, 31) + source[at]!) | 0;
      const letter = ENTITIES.get(key || 1);
      if (letter === undefined) return -1;
      this.push(letter);
      return end + 1;
    }
    const isHex = source[from + 1] === 0x78;
    let code = 0;
    let at = from + (isHex ? 2 : 1);
    if (at === end) return -1;
    for (; at < end; at++) {
      const digit = hexDigit(source[at]);
      if (digit < 0 || (!isHex && digit > 9)) return -1;
      code = code * (isHex ? 16 : 10) + digit;
    }
    if (code === 0 || code > 0x10_ffff) return -1;
    this.pushCodePoint(code);
    return end + 1;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
