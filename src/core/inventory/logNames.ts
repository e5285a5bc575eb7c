import { cellText } from '../ingest/cellText.ts';
import { SpanTexts } from '../ingest/spanTexts.ts';
import { utf8ToText } from '../ingest/utf8Bytes.ts';
import { ANY_LICENCE } from './activityBuilder.ts';
import { TextNumbering } from './textNumbering.ts';

/** Names of event types and licence types that a log may have in all. */
export const MOST_NAMES = 1 << 16;

/** Cells up to this length are known by their length and four words. */
const LONGEST_QUICK = 16;
const WORD = 4;
/** Places of the table of such cells, and the words of a place: four of the cell, its length, its number. */
const PLACES = 1 << 8;
const STRIDE = 8;

/**
 * Numbers the event types and licence types of a log in the order of first appearance; the empty name has number 0. A cell
 * that was met before costs a look into a small table.
 */
export class LogNames {
  private readonly numbering = new TextNumbering(['']);
  private readonly spans = new SpanTexts(MOST_NAMES, cellText);
  /** Number of a name + 1, by number of its bytes; 0 where it was not asked for. */
  private ofSpan = new Int32Array(1 << 8);
  private readonly known = new Int32Array(PLACES * STRIDE);

  get texts(): readonly string[] {
    return this.numbering.texts;
  }

  /** Number of a name as text. */
  numberOf(text: string): number {
    return this.numbering.numberOf(text);
  }

  /** Number of the name in a cell. `view` shows the bytes. */
  numberAt(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const length = end - start;
    if (length <= 0) return ANY_LICENCE;
    if (length > LONGEST_QUICK || length < WORD) return this.search(bytes, start, end);
    const first = view.getInt32(start, true);
    const last = view.getInt32(end - WORD, true);
    const isLong = length > 2 * WORD;
    const second = isLong ? view.getInt32(start + WORD, true) : 0;
    const third = isLong ? view.getInt32(end - 2 * WORD, true) : 0;
    const hash = Math.imul(first ^ (last >>> 3) ^ (second >>> 5) ^ (third << 7), 0x9e37_79b1);
    const at = (hash >>> 24) * STRIDE;
    const { known } = this;
    if (
      known[at] === first &&
      known[at + 1] === last &&
      known[at + 2] === second &&
      known[at + 3] === third &&
      known[at + 4] === length
    ) {
      return known[at + 5]!;
    }
    const number = this.search(bytes, start, end);
    known[at] = first;
    known[at + 1] = last;
    known[at + 2] = second;
    known[at + 3] = third;
    known[at + 4] = length;
    known[at + 5] = number;
    return number;
  }

  private search(bytes: Uint8Array, start: number, end: number): number {
    const span = this.spans.numberOf(bytes, start, end);
    if (span < 0) return this.numberOf(cellText(utf8ToText(bytes, start, end)));
    if (span >= this.ofSpan.length) {
      const wider = new Int32Array(this.ofSpan.length * 2);
      wider.set(this.ofSpan);
      this.ofSpan = wider;
    }
    const known = this.ofSpan[span]!;
    if (known !== 0) return known - 1;
    const number = this.numberOf(this.spans.textAt(span));
    this.ofSpan[span] = number + 1;
    return number;
  }
}
