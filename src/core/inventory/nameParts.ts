import { joinNameParts } from '../ingest/joinNameParts.ts';
import { SPAN_TEXTS, type RowSpans } from '../ingest/rowSpans.ts';
import type { ScannedRows } from '../ingest/rowScanner.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';

const FIRST = SPAN_TEXTS.indexOf('firstName');
const LAST = SPAN_TEXTS.indexOf('lastName');
const SPACE = 0x20;

/** Puts names together of which first and last name stand in two columns, as `joinNameParts` does but from bytes to bytes. */
export class NameParts {
  private joined = new Uint8Array(1 << 8);

  /** The name of a row that was read from bytes. */
  textOf(spans: RowSpans): string {
    return joinNameParts(spans.textAt(FIRST), spans.textAt(LAST));
  }

  /** Appends the name of a row that was read from bytes. */
  pushSpans(column: TextColumnBuilder, { bytes, starts, ends }: RowSpans): void {
    this.push(column, bytes, starts[FIRST]!, ends[FIRST]!, starts[LAST]!, ends[LAST]!);
  }

  /** Appends the names of the plain rows from `from` to `to`. `textAt`: see `PlainRows`. */
  pushCells(
    column: TextColumnBuilder,
    { bytes, cells, rowStarts }: ScannedRows,
    textAt: Int32Array,
    from: number,
    to: number,
  ): void {
    const firstAt = textAt[FIRST]!;
    const lastAt = textAt[LAST]!;
    for (let row = from; row < to; row += 1) {
      const first = (rowStarts[row]! + firstAt) * 2;
      const last = (rowStarts[row]! + lastAt) * 2;
      this.push(
        column,
        bytes,
        firstAt < 0 ? 0 : cells[first]!,
        firstAt < 0 ? 0 : cells[first + 1]!,
        lastAt < 0 ? 0 : cells[last]!,
        lastAt < 0 ? 0 : cells[last + 1]!,
      );
    }
  }

  private push(
    column: TextColumnBuilder,
    bytes: Uint8Array,
    firstStart: number,
    firstEnd: number,
    lastStart: number,
    lastEnd: number,
  ): void {
    if (firstStart === firstEnd) column.pushSpan(bytes, lastStart, lastEnd);
    else if (lastStart === lastEnd) column.pushSpan(bytes, firstStart, firstEnd);
    else {
      const space = firstEnd - firstStart;
      const length = space + 1 + lastEnd - lastStart;
      if (length > this.joined.length) this.joined = new Uint8Array(length * 2);
      const { joined } = this;
      for (let at = 0; at < space; at += 1) joined[at] = bytes[firstStart + at]!;
      joined[space] = SPACE;
      for (let at = space + 1; at < length; at += 1) joined[at] = bytes[lastStart + at - space - 1]!;
      column.pushSpan(joined, 0, length);
    }
  }
}
