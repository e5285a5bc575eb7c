import { areClockLetters, clockDigits } from '../ingest/clockLetters.ts';
import { utf8ToText } from '../ingest/utf8Bytes.ts';
import { ownedText } from './ownedText.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';
import { NO_HEAD, TextHeads } from './textHeads.ts';

/** A packed text that is kept as a string: `high` is its number. */
export const LONG_TEXT = 0;
/** Forms are numbered from 1 up to this. */
export const MOST_FORMS = 255;

/** Digits of a text that fit one number, and both. */
const DIGITS = 9;
const MOST_DIGITS = 2 * DIGITS;
/** More bits than a short row has for the digits behind a head. */
const TOO_MANY_BITS = 32;
const LONGEST = 40;
const WORD = 4;
/** Letters at the start of a text that are compared as words: at least these, at most one word more. */
const BEGINNING = 8;
const LONGEST_BEGINNING = BEGINNING + WORD;
/** A clock in a form. */
const CLOCK = '00:00:00';
/** Stands in a form for any digit. */
const DIGIT = 0x30;
const isDigit = (byte: number): boolean => byte >= DIGIT && byte <= DIGIT + 9;
const countDigits = (form: Uint8Array): number => form.filter((byte) => byte === DIGIT).length;

/** A text as two numbers below a thousand million, with all that is no digit in a form that many texts share. */
interface Form {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly digits: number;
  /** Letters that are compared as words; none of a short text. */
  readonly beginning: number;
  /** Whether a clock follows them, and all digits behind them fit one number. */
  readonly hasClock: boolean;
  /** Whether the digits of the beginning fit one number, and those behind it two. */
  readonly isSplit: boolean;
  /** Digits behind the beginning, and the bits that hold them. */
  readonly tail: number;
  readonly tailBits: number;
}

function buildForm(bytes: Uint8Array, number: number): Form {
  const { length } = bytes;
  const digits = countDigits(bytes);
  const clockAt = String.fromCharCode(...bytes).indexOf(CLOCK);
  const isBeforeClock = clockAt >= BEGINNING && clockAt <= LONGEST_BEGINNING;
  const beginning = isBeforeClock ? clockAt : length >= BEGINNING ? BEGINNING : 0;
  const tail = countDigits(bytes.subarray(beginning));
  return {
    number,
    bytes,
    digits,
    beginning,
    hasClock: isBeforeClock && tail <= DIGITS,
    isSplit: tail <= MOST_DIGITS && digits - tail <= DIGITS,
    tail,
    tailBits: tail > DIGITS ? TOO_MANY_BITS : Math.ceil(Math.log2(10 ** Math.max(1, tail))),
  };
}

/**
 * Packs short texts that differ in their digits only, as the original texts of dates do: a form (`0000-00-00 00:00:00`)
 * and its digits. The form and the digits of the date are the same in many rows; together with the day they have a number,
 * the head, beside which a row keeps the digits of its clock: up to nine in one number, up to 18 in two. Texts without a
 * head keep up to 18 digits in all. Makes no object per row. Other texts are kept as strings until {@link keepLong} is
 * asked which of them still matter.
 */
export class PackedTexts {
  /** The digits of the text that was packed last, or those behind its head: the last nine in `low` where there are more. */
  high = 0;
  low = 0;
  readonly heads = new TextHeads();
  private readonly forms: Form[] = [];
  private last = 0;
  private long: string[] = [];
  private readonly letters = new Uint8Array(LONGEST);
  private viewed: Uint8Array | undefined;
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** The first letters of the text that was read last, as words, with its form and their digits. */
  private begun: Form | undefined;
  private first = 0;
  private second = 0;
  private third = 0;
  private begunDigits = 0;
  /** The head of that text. */
  private begunDay = 0;
  private begunHead = NO_HEAD;

  /** Texts that are kept as strings. */
  get longTexts(): number {
    return this.long.length;
  }

  /**
   * Packs bytes of valid UTF-8 that mean a day. Returns {@link codeOfHead} with the digits behind the head in `high`, the
   * last nine of more in `low`; or the form with all digits in `high` and `low`.
   */
  pack(bytes: Uint8Array, start: number, end: number, day: number): number {
    const { forms } = this;
    let form = forms[this.last];
    if (form !== undefined && this.isForm(form, bytes, start, end))
      return this.codeOf(form, day, bytes, start);
    for (let number = 0; number < forms.length; number += 1) {
      form = forms[number]!;
      if (!this.isForm(form, bytes, start, end)) continue;
      this.last = number;
      return this.codeOf(form, day, bytes, start);
    }
    if (end - start > LONGEST || forms.length === MOST_FORMS) return this.keep(utf8ToText(bytes, start, end));
    const letters = bytes.slice(start, end).map((byte) => (isDigit(byte) ? DIGIT : byte));
    form = buildForm(letters, forms.length + 1);
    if (!form.isSplit && form.digits > MOST_DIGITS) return this.keep(utf8ToText(bytes, start, end));
    forms.push(form);
    this.last = forms.length - 1;
    this.isForm(form, bytes, start, end);
    return this.codeOf(form, day, bytes, start);
  }

  /** As {@link pack}, for a string. */
  packText(text: string, day: number): number {
    const { letters } = this;
    if (text.length > LONGEST) return this.keep(text);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return this.keep(text);
      letters[at] = unit;
    }
    return this.pack(letters, 0, text.length, day);
  }

  /** Appends a packed text to a column. */
  pushTo(
    column: Pick<TextColumnBuilder, 'push' | 'pushSpan'>,
    code: number,
    high: number,
    low: number,
  ): void {
    if (code === LONG_TEXT) {
      column.push(this.long[high]!);
      return;
    }
    const { letters, heads } = this;
    const head = headOfCode(code);
    const form = this.forms[(code < 0 ? heads.forms[head]! : code) - 1]!;
    const { bytes, tail } = form;
    const ofHead = code < 0 ? heads.digits[head]! : 0;
    const isOneTail = code < 0 && tail <= DIGITS;
    const firstEnd = isOneTail ? tail : DIGITS;
    const second = isOneTail ? ofHead : high;
    const secondEnd = code < 0 && !isOneTail ? tail : -1;
    let left = isOneTail ? high : low;
    let digits = 0;
    for (let at = bytes.length - 1; at >= 0; at -= 1) {
      const byte = bytes[at]!;
      if (byte !== DIGIT) {
        letters[at] = byte;
        continue;
      }
      if (digits === firstEnd) left = second;
      else if (digits === secondEnd) left = ofHead;
      const rest = (left / 10) | 0;
      letters[at] = DIGIT + left - rest * 10;
      left = rest;
      digits += 1;
    }
    column.pushSpan(letters, 0, bytes.length);
  }

  /** Drops the strings whose numbers are not given, and returns the new number of each that is. */
  keepLong(numbers: readonly number[]): readonly number[] {
    const kept = numbers.map((number) => this.long[number]!);
    this.long = kept;
    return kept.map((_, number) => number);
  }

  private keep(text: string): number {
    this.long.push(ownedText(text));
    this.high = this.long.length - 1;
    this.low = 0;
    return LONG_TEXT;
  }

  /** The code of a text that has a form, after {@link isForm}. */
  private codeOf(form: Form, day: number, bytes: Uint8Array, start: number): number {
    if (!form.isSplit) return form.number;
    if (this.begunHead === NO_HEAD || day !== this.begunDay) {
      this.begunDay = day;
      this.begunHead = this.heads.numberOf(form.number, this.begunDigits, day, form.tailBits);
    }
    if (this.begunHead !== NO_HEAD) return codeOfHead(this.begunHead);
    if (form.digits > MOST_DIGITS) return this.keep(utf8ToText(bytes, start, start + form.bytes.length));
    if (form.tail > DIGITS) {
      this.high += this.begunDigits * 10 ** (form.tail - DIGITS);
      return form.number;
    }
    const missing = 10 ** (DIGITS - form.tail);
    const above = Math.trunc(this.begunDigits / missing);
    this.low = (this.begunDigits - above * missing) * 10 ** form.tail + this.high;
    this.high = above;
    return form.number;
  }

  /** Whether a text has a form; then its digits are read. The next text of a log mostly begins as the one before. */
  private isForm(form: Form, bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== form.bytes.length) return false;
    if (!form.isSplit) return this.readDigits(form, bytes, start, 0, form.digits);
    if (!this.readBeginning(form, bytes, start)) return false;
    if (form.tail > DIGITS) return this.readDigits(form, bytes, start, form.beginning, form.tail);
    const { length } = form.bytes;
    let at = form.beginning;
    let tail = 0;
    if (form.hasClock) {
      const head = this.view.getInt32(start + at, true);
      const rest = this.view.getInt32(start + at + WORD, true);
      if (!areClockLetters(head, rest)) return false;
      tail = clockDigits(head, rest);
      at += CLOCK.length;
    }
    for (; at < length; at += 1) {
      const digit = digitAt(form.bytes, bytes, at, start);
      if (digit === NO_MATCH) return false;
      if (digit !== NO_DIGIT) tail = tail * 10 + digit;
    }
    this.high = tail;
    this.low = 0;
    return true;
  }

  /** Reads the digits from a place of a text on, the last nine into `low`. */
  private readDigits(form: Form, bytes: Uint8Array, start: number, from: number, digits: number): boolean {
    let left = digits;
    let high = 0;
    let low = 0;
    for (let at = from; at < form.bytes.length; at += 1) {
      const digit = digitAt(form.bytes, bytes, at, start);
      if (digit === NO_MATCH) return false;
      if (digit === NO_DIGIT) continue;
      if (left > DIGITS) high = high * 10 + digit;
      else low = low * 10 + digit;
      left -= 1;
    }
    this.high = high;
    this.low = low;
    return true;
  }

  /** Reads the digits of the beginning, unless it is that of the text before. */
  private readBeginning(form: Form, bytes: Uint8Array, start: number): boolean {
    const { beginning } = form;
    let first = 0;
    let second = 0;
    let third = 0;
    if (beginning > 0) {
      if (bytes !== this.viewed) {
        this.viewed = bytes;
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      }
      const { view } = this;
      first = view.getInt32(start, true);
      second = view.getInt32(start + WORD, true);
      third = view.getInt32(start + beginning - WORD, true);
    }
    if (form === this.begun && first === this.first && second === this.second && third === this.third)
      return true;
    let digits = 0;
    for (let at = 0; at < beginning; at += 1) {
      const digit = digitAt(form.bytes, bytes, at, start);
      if (digit === NO_MATCH) return false;
      if (digit !== NO_DIGIT) digits = digits * 10 + digit;
    }
    this.begun = form;
    this.first = first;
    this.second = second;
    this.third = third;
    this.begunDigits = digits;
    this.begunHead = NO_HEAD;
    return true;
  }
}

/** How a packed text names its head: below all forms. */
export const codeOfHead = (head: number): number => -1 - head;
export const headOfCode = (code: number): number => -1 - code;

const NO_DIGIT = -1;
const NO_MATCH = -2;

/** The digit at a place of a text; `NO_DIGIT` where its form has another letter, `NO_MATCH` where the text differs. */
function digitAt(form: Uint8Array, bytes: Uint8Array, at: number, start: number): number {
  const byte = bytes[start + at]!;
  const expected = form[at]!;
  if (expected !== DIGIT) return byte === expected ? NO_DIGIT : NO_MATCH;
  return isDigit(byte) ? byte - DIGIT : NO_MATCH;
}
