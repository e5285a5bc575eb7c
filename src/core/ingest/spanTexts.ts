import { SpanNumbering } from './spanNumbering.ts';
import { utf8ToText } from './utf8Bytes.ts';

/** Longer cells hardly repeat. */
const LONGEST_KEPT = 256;

/**
 * Turns cells of a column with repeating values into strings: the same bytes give the same string object, decoded
 * once, and numbered. Of a column whose values do not repeat only the first `most` are kept; the others are decoded each time.
 */
export class SpanTexts {
  private readonly texts: string[] = [];
  private readonly numbers = new SpanNumbering();

  /** `toText`: what becomes of the text of a cell. */
  constructor(
    private readonly most: number,
    private readonly toText: (cell: string) => string = (cell) => cell,
  ) {}

  /** The text of the bytes from `start` to `end`, which must be valid UTF-8. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    if (start === end) return '';
    const number = this.numberOf(bytes, start, end);
    return number < 0 ? this.toText(utf8ToText(bytes, start, end)) : this.texts[number]!;
  }

  /** Number of the text, counted from 0 in the order of first appearance; −1 for a text that is not kept. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST_KEPT) return -1;
    const number = this.numbers.numberOf(bytes, start, end, this.most);
    if (number === this.texts.length) this.texts.push(this.toText(utf8ToText(bytes, start, end)));
    return number;
  }

  /** The text of a number. */
  textAt(number: number): string {
    return this.texts[number]!;
  }
}
