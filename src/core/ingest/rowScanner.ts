import type { utf8CharacterLength } from './utf8Bytes.ts';

/**
 * Why a scan stopped. `atEnd`: every row is scanned, or the last one is not whole yet. `odd`: the next row has a quote
 * that is not closed in the plain way, so that the general reader has to say what it means. `broken`: the next row
 * holds a byte that is no UTF-8.
 */
export type ScanStop = 'atEnd' | 'odd' | 'broken';

/**
 * Rows found in a piece of bytes. Cell k holds the bytes from `cells[2k]` to `cells[2k + 1]`, without its quotes and
 * with doubled quotes already single; the cells of row r are those from `rowStarts[r]` to `rowStarts[r + 1]`. An empty
 * line is a row of one empty cell, as for the general reader. The bytes of every cell are valid UTF-8.
 */
export interface ScannedRows {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly cells: Int32Array;
  readonly rowStarts: Int32Array;
}

/**
 * Cuts UTF-8 bytes of a delimited file into rows of cells and knows nothing of their meaning. It makes no strings and
 * no objects: the numbers in {@link ScannedRows} are overwritten by the next scan, so whoever keeps a cell copies it.
 * A cell with doubled quotes is closed up in place, which changes the bytes handed in, never beyond that cell.
 *
 * Its rows are those that the general reader (PapaParse on decoded text) gives for the same bytes; where that is not
 * certain it stops with `odd` before the row. Line ends may be LF, CRLF, CR or mixed. Source of the rule: RFC 4180 and
 * the readings of PapaParse; `tests` compare both, field by field.
 */
export interface RowScanner extends ScannedRows {
  cells: Int32Array<ArrayBuffer>;
  rowStarts: Int32Array<ArrayBuffer>;
  /** Where the first row that is not among the scanned ones starts. */
  readonly next: number;
  /**
   * Scans the rows in `given` from `from`, where a row must start, up to `to`. A last row without line end is scanned
   * only when `isEndOfFile`; otherwise it is scanned again, whole, with the bytes that follow. `cells` and `rowStarts` may be
   * exchanged before for others, of any length but 0; they are made wider where they do not suffice.
   */
  scan(given: Uint8Array, from: number, to: number, isEndOfFile: boolean): ScanStop;
}

/**
 * Builds a scanner of rows. `delimiterText` is one ASCII character that is neither a quote nor a line end, `characterLength`
 * is `utf8CharacterLength`: the function names nothing outside itself, since its text is also a part of the program of a
 * thread, see `startFileThread`.
 */
export function buildRowScanner(
  delimiterText: string,
  characterLength: typeof utf8CharacterLength,
): RowScanner {
  const QUOTE = 0x22;
  const LINE_FEED = 0x0a;
  const CARRIAGE_RETURN = 0x0d;

  /** Every byte of a word set to 1, to its highest bit, to the first byte above the line ends. */
  const ONES = 0x0101_0101;
  const HIGHEST_BITS = 0x8080_8080 | 0;
  const ABOVE_LINE_ENDS = 0x0e0e_0e0e;

  /** What a byte outside quotes is to the scanner. */
  const LETTER = 0;
  const END_OF_CELL = 1;
  const PART_OF_CHARACTER = 2;

  /** The bytes, copied where their first `to` cannot be read as words of four. */
  function inWholeWords(bytes: Uint8Array, to: number): Uint8Array {
    if (bytes.byteOffset % 4 === 0 && bytes.length >= ((to + 3) & ~3)) return bytes;
    const copy = new Uint8Array((to + 3) & ~3);
    copy.set(bytes.subarray(0, to));
    return copy;
  }

  /** Answers of a search for a closing quote that found none. */
  const UNFINISHED = -1;
  const BROKEN = -2;

  function widened(numbers: Int32Array): Int32Array<ArrayBuffer> {
    const wider = new Int32Array(numbers.length * 2);
    wider.set(numbers);
    return wider;
  }

  class Scanner implements RowScanner {
    bytes: Uint8Array = new Uint8Array(0);
    count = 0;
    cells = new Int32Array(1 << 8);
    rowStarts = new Int32Array(1 << 6);
    next = 0;

    private readonly delimiter = delimiterText.charCodeAt(0);
    private readonly kinds = new Uint8Array(256);
    private cellCount = 0;
    /** Cells of the row at hand that hold doubled quotes. */
    private readonly doubled: number[] = [];

    constructor() {
      this.kinds.fill(PART_OF_CHARACTER, 0x80);
      for (const byte of [this.delimiter, LINE_FEED, CARRIAGE_RETURN]) this.kinds[byte] = END_OF_CELL;
    }

    scan(given: Uint8Array, from: number, to: number, isEndOfFile: boolean): ScanStop {
      const { kinds, delimiter } = this;
      const bytes = inWholeWords(given, to);
      const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
      const delimiters = Math.imul(delimiter, ONES);
      this.bytes = bytes;
      this.count = 0;
      this.cellCount = 0;
      this.rowStarts[0] = 0;
      this.next = from;
      let cells = this.cells;
      let at = from;
      while (at < to) {
        let start = at;
        let end: number;
        if (bytes[at] === QUOTE) {
          start = at + 1;
          end = this.closingQuote(start, to);
          if (end < 0) return this.stop(end === BROKEN ? 'broken' : isEndOfFile ? 'odd' : 'atEnd');
          at = end + 1;
          if (at === to && !isEndOfFile) return this.stop('atEnd');
          if (at < to && kinds[bytes[at]!] !== END_OF_CELL) return this.stop('odd');
        } else {
          // Four bytes at once: `marks` has the highest bit of each that may be a delimiter, a line end or no ASCII.
          let place = at >> 2;
          let word = words[place]!;
          let unlike = word ^ delimiters;
          let marks =
            (((unlike - ONES) & ~unlike) | ((word - ABOVE_LINE_ENDS) & ~word) | word) &
            (HIGHEST_BITS << ((at & 3) << 3));
          while (at < to) {
            while (marks === 0) {
              place += 1;
              if (place << 2 >= to) break;
              word = words[place]!;
              unlike = word ^ delimiters;
              marks =
                (((unlike - ONES) & ~unlike) | ((word - ABOVE_LINE_ENDS) & ~word) | word) & HIGHEST_BITS;
            }
            if (marks === 0) {
              at = to;
              break;
            }
            at = (place << 2) + ((31 - Math.clz32(marks & -marks)) >> 3);
            if (at >= to) {
              at = to;
              break;
            }
            const kind = kinds[bytes[at]!];
            if (kind === END_OF_CELL) break;
            marks &= marks - 1;
            if (kind === LETTER) continue;
            const length = characterLength(bytes, at, to);
            if (length <= 0) return this.stop(length < 0 || isEndOfFile ? 'broken' : 'atEnd');
            at += length;
            place = at >> 2;
            if (at === to) break;
            word = words[place]!;
            unlike = word ^ delimiters;
            marks =
              (((unlike - ONES) & ~unlike) | ((word - ABOVE_LINE_ENDS) & ~word) | word) &
              (HIGHEST_BITS << ((at & 3) << 3));
          }
          end = at;
        }
        if (this.cellCount * 2 + 2 > cells.length) cells = this.widenCells();
        cells[this.cellCount * 2] = start;
        cells[this.cellCount * 2 + 1] = end;
        this.cellCount += 1;

        if (at === to) {
          if (!isEndOfFile) return this.stop('atEnd');
          this.closeRow(to);
          break;
        }
        const byte = bytes[at]!;
        at += 1;
        if (byte === delimiter) {
          if (at < to) continue;
          if (!isEndOfFile) return this.stop('atEnd');
          if (this.cellCount * 2 + 2 > cells.length) cells = this.widenCells();
          cells[this.cellCount * 2] = cells[this.cellCount * 2 + 1] = to;
          this.cellCount += 1;
        } else if (byte === CARRIAGE_RETURN) {
          if (at < to) {
            if (bytes[at] === LINE_FEED) at += 1;
          } else if (!isEndOfFile) return this.stop('atEnd');
        }
        this.closeRow(at);
      }
      return this.stop('atEnd');
    }

    /** Place of the quote that closes a cell, or why there is none. Notes a cell with doubled quotes. */
    private closingQuote(from: number, to: number): number {
      const { bytes } = this;
      let hasDoubled = false;
      let at = from;
      while (at < to) {
        const byte = bytes[at]!;
        if (byte === QUOTE) {
          if (at + 1 === to || bytes[at + 1] !== QUOTE) {
            if (hasDoubled) this.doubled.push(this.cellCount);
            return at;
          }
          hasDoubled = true;
          at += 2;
        } else if (byte < 0x80) {
          at += 1;
        } else {
          const length = characterLength(bytes, at, to);
          if (length <= 0) return length === 0 ? UNFINISHED : BROKEN;
          at += length;
        }
      }
      return UNFINISHED;
    }

    /** Forgets the row that was begun. */
    private stop(why: ScanStop): ScanStop {
      this.doubled.length = 0;
      return why;
    }

    private closeRow(next: number): void {
      if (this.doubled.length > 0) this.closeUpQuotes();
      this.count += 1;
      if (this.count >= this.rowStarts.length) this.rowStarts = widened(this.rowStarts);
      this.rowStarts[this.count] = this.cellCount;
      this.next = next;
    }

    private closeUpQuotes(): void {
      const { bytes, cells } = this;
      for (const cell of this.doubled) {
        const end = cells[cell * 2 + 1]!;
        let into = cells[cell * 2]!;
        for (let at = into; at < end; at += 1) {
          const byte = bytes[at]!;
          bytes[into] = byte;
          into += 1;
          if (byte === QUOTE) at += 1;
        }
        cells[cell * 2 + 1] = into;
      }
      this.doubled.length = 0;
    }

    private widenCells(): Int32Array<ArrayBuffer> {
      this.cells = widened(this.cells);
      return this.cells;
    }
  }

  return new Scanner();
}
