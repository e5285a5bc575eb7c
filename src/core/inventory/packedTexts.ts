import { areClockLetters, clockDigits } from '../ingest/clockLetters.ts';
import { utf8ToText } from '../ingest/utf8Bytes.ts';
import { ownedText } from './ownedText.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';

/** A packed text that is kept as a string: `high` is its number. */
export const LONG_TEXT = 0;
/** Forms are numbered from 1 up to this. */
export const MOST_FORMS = 255;

/** Digits of a text that fit one number, and both. */
const DIGITS = 9;
const MOST_DIGITS = 2 * DIGITS;
const LONGEST = 40;
const WORD = 4;
/** Letters at the start of a text that are compared as words: at least these, at most one word more. */
const BEGINNING = 8;
/** A clock at the end of a text, and its digits. */
const CLOCK = '00:00:00';
const CLOCK_DIGITS = 6;
/** Stands in a form for any digit. */
const DIGIT = 0x30;
const isDigit = (byte: number): boolean => byte >= DIGIT && byte <= DIGIT + 9;

/** A text as two numbers below a thousand million, with all that is no digit in a form that many texts share. */
interface Form {
  readonly bytes: Uint8Array;
  readonly digits: number;
  /** Letters that are compared as words; none of a short text. */
  readonly beginning: number;
  /** Whether nothing but a clock follows them. */
  readonly endsInClock: boolean;
  /** Ten to the power of as many digits of that clock as go into the lower number. */
  readonly lower: number;
}

function buildForm(bytes: Uint8Array): Form {
  const { length } = bytes;
  const digits = bytes.filter((byte) => byte === DIGIT).length;
  const ofBeginning = digits - CLOCK_DIGITS;
  const beginning = length - CLOCK.length;
  const endsInClock =
    beginning >= BEGINNING &&
    beginning <= BEGINNING + WORD &&
    ofBeginning <= DIGITS &&
    [...CLOCK].every((letter, at) => bytes[beginning + at] === letter.charCodeAt(0));
  return {
    bytes,
    digits,
    beginning: endsInClock ? beginning : length >= BEGINNING ? BEGINNING : 0,
    endsInClock,
    lower: 10 ** Math.max(0, digits - DIGITS),
  };
}

/**
 * Packs short texts that differ in their digits only, as the original texts of dates do: a form (`0000-00-00 00:00:00`)
 * and up to 18 digits in two numbers. A row of a log then keeps its text in nine bytes and makes no object. Other texts
 * are kept as strings until {@link keepLong} is asked which of them still matter.
 */
export class PackedTexts {
  /** The digits of the text that was packed last. */
  high = 0;
  low = 0;
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
  private begunHigh = 0;
  private begunDigits = 0;

  /** Texts that are kept as strings. */
  get longTexts(): number {
    return this.long.length;
  }

  /** Packs bytes of valid UTF-8. Returns the form; the digits stand in `high` and `low`. */
  pack(bytes: Uint8Array, start: number, end: number): number {
    const { forms } = this;
    if (this.last < forms.length && this.isForm(forms[this.last]!, bytes, start, end)) return this.last + 1;
    for (let form = 0; form < forms.length; form += 1) {
      if (!this.isForm(forms[form]!, bytes, start, end)) continue;
      this.last = form;
      return form + 1;
    }
    const form = bytes
      .slice(start, Math.min(end, start + LONGEST))
      .map((byte) => (isDigit(byte) ? DIGIT : byte));
    const digits = form.filter((byte) => byte === DIGIT).length;
    if (end - start > LONGEST || digits > MOST_DIGITS || forms.length === MOST_FORMS) {
      return this.keep(utf8ToText(bytes, start, end));
    }
    forms.push(buildForm(form));
    this.last = forms.length - 1;
    this.isForm(forms[this.last]!, bytes, start, end);
    return forms.length;
  }

  /** As {@link pack}, for a string. */
  packText(text: string): number {
    const { letters } = this;
    if (text.length > LONGEST) return this.keep(text);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return this.keep(text);
      letters[at] = unit;
    }
    return this.pack(letters, 0, text.length);
  }

  /** Appends a packed text to a column. */
  pushTo(
    column: Pick<TextColumnBuilder, 'push' | 'pushSpan'>,
    form: number,
    high: number,
    low: number,
  ): void {
    if (form === LONG_TEXT) {
      column.push(this.long[high]!);
      return;
    }
    const { letters } = this;
    const { bytes, digits } = this.forms[form - 1]!;
    let left = digits > DIGITS ? low : high;
    let digit = digits;
    for (let at = bytes.length - 1; at >= 0; at -= 1) {
      const byte = bytes[at]!;
      if (byte !== DIGIT) {
        letters[at] = byte;
        continue;
      }
      const rest = (left / 10) | 0;
      letters[at] = DIGIT + left - rest * 10;
      digit -= 1;
      left = digit === DIGITS ? high : rest;
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

  /** Whether a text has a form; then its digits are read. The next text of a log mostly begins as the one before. */
  private isForm(form: Form, bytes: Uint8Array, start: number, end: number): boolean {
    const { beginning } = form;
    const { length } = form.bytes;
    if (end - start !== length) return false;
    let digits = 0;
    let high = 0;
    if (beginning > 0) {
      if (bytes !== this.viewed) {
        this.viewed = bytes;
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      }
      const { view } = this;
      const first = view.getInt32(start, true);
      const second = view.getInt32(start + WORD, true);
      const third = view.getInt32(start + beginning - WORD, true);
      if (form !== this.begun || first !== this.first || second !== this.second || third !== this.third) {
        for (let at = 0; at < beginning; at += 1) {
          const digit = digitAt(form.bytes, bytes, at, start);
          if (digit === NO_MATCH) return false;
          if (digit === NO_DIGIT) continue;
          high = high * 10 + digit;
          digits += 1;
        }
        this.begun = form;
        this.first = first;
        this.second = second;
        this.third = third;
        this.begunHigh = high;
        this.begunDigits = digits;
      }
      high = this.begunHigh;
      digits = this.begunDigits;
      if (form.endsInClock) return this.readClock(form, start + beginning);
    }
    let at = beginning;
    let low = 0;
    for (; at < length; at += 1) {
      const digit = digitAt(form.bytes, bytes, at, start);
      if (digit === NO_MATCH) return false;
      if (digit === NO_DIGIT) continue;
      if (digits < DIGITS) high = high * 10 + digit;
      else low = low * 10 + digit;
      digits += 1;
    }
    this.high = high;
    this.low = low;
    return true;
  }

  /** Reads the clock behind a beginning that was read; false where there is none. */
  private readClock({ lower }: Form, start: number): boolean {
    const head = this.view.getInt32(start, true);
    const tail = this.view.getInt32(start + WORD, true);
    if (!areClockLetters(head, tail)) return false;
    const clock = clockDigits(head, tail);
    const upper = Math.trunc(clock / lower);
    this.high = this.begunHigh * (1_000_000 / lower) + upper;
    this.low = clock - upper * lower;
    return true;
  }
}

const NO_DIGIT = -1;
const NO_MATCH = -2;

/** The digit at a place of a text; `NO_DIGIT` where its form has another letter, `NO_MATCH` where the text differs. */
function digitAt(form: Uint8Array, bytes: Uint8Array, at: number, start: number): number {
  const byte = bytes[start + at]!;
  const expected = form[at]!;
  if (expected !== DIGIT) return byte === expected ? NO_DIGIT : NO_MATCH;
  return isDigit(byte) ? byte - DIGIT : NO_MATCH;
}
