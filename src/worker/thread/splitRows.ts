import Papa from 'papaparse';
import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import { originalOffset, unifyLineEnds } from './splitLineEnds.ts';

/** Longer than any row of a real export; a row that long is mostly a quote that was never closed. */
export const LONGEST_ROW = 1 << 22;
/** Characters of a row that a message quotes. */
const QUOTED_TEXT = 120;

/** A quote that was opened and never closed, or a row without quotes that has no end. */
export interface UnclosedQuote {
  readonly row: number;
  readonly text: string;
  readonly isEndless?: true;
}

/** Why nothing can be read from a row on. */
export const whyUnreadable = ({ row, text, isEndless }: UnclosedQuote): UnreadableFile =>
  isEndless === true ? { kind: 'endlessRow', row } : { kind: 'unclosedQuote', row, text };

/** Whole rows of one piece of text. */
export interface SplitRows {
  readonly rows: readonly (readonly string[])[];
  /** File row of `rows[0]`: 1-based, the lines above the header and the header counted. */
  readonly firstRow: number;
  /** Indexes into `rows` whose opening quote is closed only in a later row: that line alone, to be rejected. */
  readonly unclosed: ReadonlySet<number>;
  /** Set when a quote swallows the rest of the text; nothing after it can be read. */
  readonly refused: UnclosedQuote | undefined;
}

interface ParsedText {
  readonly rows: readonly string[][];
  readonly unclosed: ReadonlySet<number>;
  /** Text of the row that is not finished. */
  readonly rest: string;
}

/** What PapaParse's parser gives for a text, or for one row in step mode. */
interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

const LINE_END = /[\r\n]/;
const NONE: ReadonlySet<number> = new Set();

/**
 * Cuts decoded text into rows of cells. Text comes in pieces of any size; the unfinished row at the end of a piece is
 * carried over, so that the rows do not depend on where the pieces were cut. Line ends may be mixed. The cells come
 * from PapaParse's parser, which sees whole rows with one kind of line end only.
 */
export class RowSplitter {
  private carry = '';
  private linesToSkip: number;
  private nextRow: number;

  constructor(
    private readonly delimiter: string,
    linesBeforeHeader: number,
    /** File row in which the text starts. */
    firstRow = 1,
  ) {
    this.linesToSkip = linesBeforeHeader;
    this.nextRow = linesBeforeHeader + firstRow;
  }

  /** Whether the text seen so far ends with a whole row, so that the next text starts a row. */
  get isAtRowStart(): boolean {
    return this.carry === '' && this.linesToSkip === 0;
  }

  /** File row in which the text seen so far ends. */
  get currentRow(): number {
    return this.nextRow;
  }

  /** `mayFollow`: whether the line feed of a carriage return at the end may still come. */
  push(text: string, mayFollow = true): SplitRows {
    let input = this.skipLines(this.carry + text);
    const heldBack = mayFollow && input.endsWith('\r') ? '\r' : '';
    if (heldBack) input = input.slice(0, -1);
    const parsed = this.parse(input, true);
    this.carry = parsed.rest + heldBack;
    const batch = this.batch(parsed);
    return this.carry.length > LONGEST_ROW ? { ...batch, refused: this.quoteOf(this.carry) } : batch;
  }

  /** The last row, when the text does not end with a line end. */
  end(): SplitRows {
    const input = this.skipLines(this.carry);
    this.carry = '';
    const complete = this.parse(input, true);
    if (complete.rest === '') return this.batch(complete);
    const parsed = this.parse(input, false);
    const batch = this.batch(parsed);
    return parsed.rest === '' ? batch : { ...batch, refused: this.quoteOf(parsed.rest) };
  }

  private batch({ rows, unclosed }: ParsedText): SplitRows {
    const firstRow = this.nextRow;
    this.nextRow += rows.length;
    return { rows, firstRow, unclosed, refused: undefined };
  }

  private quoteOf(text: string): UnclosedQuote {
    const line = text.slice(0, QUOTED_TEXT).split(/[\r\n]/, 1)[0]!;
    const found = { row: this.nextRow, text: line };
    return text.includes('"') ? found : { ...found, isEndless: true };
  }

  private skipLines(text: string): string {
    let from = 0;
    while (this.linesToSkip > 0) {
      const end = text.slice(from).search(/[\r\n]/);
      if (end === -1) break;
      const at = from + end;
      const isCarriageReturn = text[at] === '\r';
      if (isCarriageReturn && at + 1 === text.length) break;
      from = at + (isCarriageReturn && text[at + 1] === '\n' ? 2 : 1);
      this.linesToSkip -= 1;
    }
    return text.slice(from);
  }

  private parse(text: string, ignoreLastRow: boolean): ParsedText {
    if (this.linesToSkip > 0) return { rows: [], unclosed: NONE, rest: text };
    const input = unifyLineEnds(text, this.delimiter);
    const parsed = this.parser(undefined).parse(input, 0, ignoreLastRow) as PapaResult;
    const { data, errors, meta } = parsed;
    const hasOddQuotes = errors.some(({ row }) => row === undefined || row < data.length);
    return hasOddQuotes
      ? this.parseOddQuotes(text, ignoreLastRow)
      : { rows: data, unclosed: NONE, rest: input.slice(meta.cursor) };
  }

  /**
   * The same rows, but a row whose badly closed quote reaches over a line end is cut at its first line end and marked,
   * and reading goes on with the next line as it stands in the file: one bad quote costs one row and never hides or
   * changes the rows after it.
   */
  private parseOddQuotes(text: string, ignoreLastRow: boolean): ParsedText {
    const rows: string[][] = [];
    const unclosed = new Set<number>();
    let original = text;
    for (;;) {
      const input = unifyLineEnds(original, this.delimiter);
      let read = 0;
      let isCut = false;
      const parser = this.parser(({ data, errors, meta }) => {
        const row = data[0]!;
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        isCut = !isOpen && errors.length > 0 && row.some((cell) => LINE_END.test(cell));
        if (isOpen || isCut) {
          parser.abort();
          return;
        }
        rows.push(row);
        read = meta.cursor;
      });
      parser.parse(input, 0, ignoreLastRow);
      if (!isCut) return { rows, unclosed, rest: input.slice(read) };
      const rest = original.slice(originalOffset(original, input, read));
      const lineEnd = rest.search(LINE_END);
      unclosed.add(rows.length);
      rows.push(rest.slice(0, lineEnd).split(this.delimiter));
      original = rest.slice(lineEnd + (rest.startsWith('\r\n', lineEnd) ? 2 : 1));
    }
  }

  private parser(step: ((row: PapaResult) => void) | undefined): Papa.Parser {
    const config = { delimiter: this.delimiter, newline: '\n', quoteChar: '"' } as const;
    return new Papa.Parser(step ? { ...config, step: (row) => step(row as unknown as PapaResult) } : config);
  }
}
