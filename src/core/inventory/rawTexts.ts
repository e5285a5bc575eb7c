import { utf8ToText } from '../ingest/utf8Bytes.ts';
import { ownedText } from './ownedText.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';

/** Bytes that are kept in place for one text: a time stamp with a zone fits. */
const PLACE = 24;
/** Length of a text that does not fit its place. */
const LONG = 0xff;

/**
 * The latest original text of each of many rows, which most rows of a log replace: short texts are overwritten in one
 * buffer, so that a replacement makes no object.
 */
export class RawTexts {
  private bytes = new Uint8Array(PLACE << 10);
  private lengths = new Uint8Array(1 << 10);
  /** Texts that do not fit their place. */
  private readonly long = new Map<number, string>();

  /** Sets the text of a row to bytes of valid UTF-8. */
  set(row: number, from: Uint8Array, start: number, end: number): void {
    if (row >= this.lengths.length) this.widen(row);
    const length = end - start;
    if (length > PLACE) {
      this.long.set(row, utf8ToText(from, start, end));
      this.lengths[row] = LONG;
      return;
    }
    const { bytes } = this;
    for (let at = 0, into = row * PLACE; at < length; at += 1) bytes[into + at] = from[start + at]!;
    this.lengths[row] = length;
  }

  /** As {@link set}, for a text that is a string. */
  setText(row: number, text: string): void {
    if (row >= this.lengths.length) this.widen(row);
    this.long.set(row, ownedText(text));
    this.lengths[row] = LONG;
  }

  /** Appends the text of a row to a column, `''` where none was set. */
  pushTo(column: TextColumnBuilder, row: number): void {
    const length = this.lengths[row] ?? 0;
    if (length === LONG) column.push(this.long.get(row)!);
    else column.pushSpan(this.bytes, row * PLACE, row * PLACE + length);
  }

  private widen(row: number): void {
    const rows = Math.max(row + 1, this.lengths.length + (this.lengths.length >> 1));
    const bytes = new Uint8Array(rows * PLACE);
    bytes.set(this.bytes);
    const lengths = new Uint8Array(rows);
    lengths.set(this.lengths);
    this.bytes = bytes;
    this.lengths = lengths;
  }
}
