import { cellsAsMeant } from '../../core/ingest/cellsAsMeant.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import { buildRowScanner, type ScannedRows } from '../../core/ingest/rowScanner.ts';
import { utf8CharacterLength } from '../../core/ingest/utf8Bytes.ts';
import { decodeBytes } from './decodeFile.ts';
import { PieceDecoder } from './decodePieces.ts';
import { pushPiece, readRowBatches, toBatch, type RowBatch } from './importRows.ts';
import type { FilePiece } from './readThrough.ts';
import { RowSplitter } from './splitRows.ts';

/** Ordinary rows, still as bytes. They are valid only until the next batch is asked for. */
export interface ScannedBatch {
  readonly kind: 'scanned';
  readonly rows: ScannedRows;
  /** File row of row 0. */
  readonly firstRow: number;
}

/** Rows that the general reader had to read, as strings. */
export interface TextBatch extends RowBatch {
  readonly kind: 'texts';
}

/** Some whole rows of a file, below the lines above the header; the header is the first of all. */
export type CellBatch = ScannedBatch | TextBatch;

/** A row that grows longer is left to the general reader, which knows when to give up. */
const LONGEST_CARRY = 1 << 20;
/** Odd rows closer to each other than this are read together. */
const NEAR_ROWS = 8;
const MOST_LINES = 1 << 12;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const MARK = [0xef, 0xbb, 0xbf];

/** Whether rows of a dialect can be cut from its bytes. */
const isScannable = (dialect: Dialect): boolean =>
  dialect.encoding === 'utf-8' && dialect.singleQuotes !== true && cellsAsMeant(dialect) === undefined;

/** The delimiter of a file whose rows can be cut from its bytes from the first one on; `undefined` for others. */
export const delimiterOfRows = (dialect: Dialect): string | undefined =>
  isScannable(dialect) && dialect.linesBeforeHeader === 0 ? dialect.delimiter : undefined;

/**
 * The rows of a file in order: as bytes wherever that is possible, as strings where not. Both give the same rows and the
 * same cells. Nothing follows a batch that says why the file is unreadable. Pieces may be rows found already where the
 * dialect has a {@link delimiterOfRows}, up to the first piece of bytes.
 */
export async function* readCellBatches(
  pieces: AsyncIterable<FilePiece>,
  dialect: Dialect,
): AsyncGenerator<CellBatch> {
  if (!isScannable(dialect)) {
    const texts = decodeBytes(inBytes(pieces), dialect.encoding);
    for await (const batch of readRowBatches(texts, dialect)) yield { kind: 'texts', ...batch };
    return;
  }
  const reader = new CellReader(dialect);
  for await (const piece of pieces) {
    if (piece instanceof Uint8Array) yield* reader.push(piece);
    else yield* reader.take(piece);
    if (reader.hasEnded) return;
  }
  yield* reader.end();
}

async function* inBytes(pieces: AsyncIterable<FilePiece>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) throw new Error('Rows were cut from a file that is no plain UTF-8');
    yield piece;
  }
}

/** The general reader at work on bytes from the middle of a file. */
interface TextReader {
  readonly decoder: PieceDecoder;
  readonly splitter: RowSplitter;
  /** Lines handed over before it is asked whether a row has ended: twice as many each time that none has. */
  lines: number;
}

/**
 * Cuts the bytes of a UTF-8 file into rows. Where the scanner meets a row with odd quotes, the general reader takes over
 * at the start of that row and hands back at the first line end at which it has no row begun.
 */
export class CellReader {
  hasEnded = false;
  private readonly scanner;
  private buffer = new Uint8Array(0);
  /** Bytes of a row that is not whole yet, at the start of `buffer`. */
  private carried = 0;
  private isMarkRead = false;
  private texts: TextReader | undefined;
  private nextRow: number;
  private lines = 1;
  private rowsSinceOdd = NEAR_ROWS;

  constructor(private readonly dialect: Dialect) {
    const { delimiter, linesBeforeHeader } = dialect;
    this.scanner = buildRowScanner(delimiter, utf8CharacterLength);
    this.nextRow = linesBeforeHeader + 1;
    if (linesBeforeHeader > 0) {
      this.texts = {
        decoder: new PieceDecoder('utf-8', false),
        splitter: new RowSplitter(delimiter, linesBeforeHeader),
        lines: linesBeforeHeader,
      };
    }
  }

  /** Rows that were found before, from the start of the file on. */
  *take(rows: ScannedRows): Generator<CellBatch> {
    this.isMarkRead = true;
    yield* this.batchOf(rows);
  }

  /** Rows that end in a further piece. The piece is copied. */
  *push(piece: Uint8Array): Generator<CellBatch> {
    const needed = this.carried + piece.length;
    if (needed > this.buffer.length) {
      const wider = new Uint8Array(Math.max((needed + 3) & ~3, this.buffer.length * 2));
      wider.set(this.buffer.subarray(0, this.carried));
      this.buffer = wider;
    }
    this.buffer.set(piece, this.carried);
    this.carried = 0;
    if (!this.isMarkRead && needed < MARK.length) this.carried = needed;
    else yield* this.read(needed, false);
  }

  /** The rows that the end of the file ends. */
  *end(): Generator<CellBatch> {
    const to = this.carried;
    this.carried = 0;
    yield* this.read(to, true);
    const { texts } = this;
    if (this.hasEnded || !texts) return;
    this.hasEnded = true;
    const rest = texts.decoder.end();
    yield {
      kind: 'texts',
      ...(rest.broken ? pushPiece(texts.splitter, rest, this.dialect) : toBatch(texts.splitter.end())),
    };
  }

  private *read(to: number, isEndOfFile: boolean): Generator<CellBatch> {
    const { buffer, scanner } = this;
    let from = 0;
    if (!this.isMarkRead) {
      this.isMarkRead = true;
      if (MARK.every((byte, at) => at < to && buffer[at] === byte)) from = MARK.length;
    }
    while (from < to) {
      if (this.texts) {
        const cut = endOfLines(buffer, from, to, this.texts.lines);
        yield this.readTexts(this.texts, from, cut, to);
        from = cut;
        if (this.hasEnded) return;
        continue;
      }
      const stop = scanner.scan(buffer, from, to, isEndOfFile);
      from = scanner.next;
      yield* this.batchOf(scanner);
      if (stop === 'broken') {
        this.hasEnded = true;
        yield brokenBatch(this.nextRow);
        return;
      }
      if (stop === 'odd' || to - from > LONGEST_CARRY) this.startTexts();
      else break;
    }
    buffer.copyWithin(0, from, to);
    this.carried = to - from;
  }

  private *batchOf(rows: ScannedRows): Generator<CellBatch> {
    if (rows.count === 0) return;
    yield { kind: 'scanned', rows, firstRow: this.nextRow };
    this.nextRow += rows.count;
    this.rowsSinceOdd += rows.count;
  }

  private startTexts(): void {
    const { delimiter } = this.dialect;
    this.lines = this.rowsSinceOdd < NEAR_ROWS ? Math.min(MOST_LINES, this.lines * 2) : 1;
    this.rowsSinceOdd = 0;
    this.texts = {
      decoder: new PieceDecoder('utf-8', false),
      splitter: new RowSplitter(delimiter, 0, this.nextRow),
      lines: this.lines,
    };
  }

  private readTexts(reader: TextReader, from: number, cut: number, to: number): TextBatch {
    const { decoder, splitter } = reader;
    const mayFollow = this.buffer[cut - 1] === CARRIAGE_RETURN && cut === to;
    const piece = decoder.push(this.buffer.subarray(from, cut));
    const batch = pushPiece(splitter, piece, this.dialect, mayFollow);
    if (batch.unreadable) this.hasEnded = true;
    if (splitter.isAtRowStart && isLineEnd(this.buffer[cut - 1]!)) {
      this.texts = undefined;
      this.nextRow = splitter.currentRow;
    } else reader.lines *= 2;
    return { kind: 'texts', ...batch };
  }
}

const isLineEnd = (byte: number): boolean => byte === LINE_FEED || byte === CARRIAGE_RETURN;

/** End of the last of so many lines, or `to`. */
function endOfLines(bytes: Uint8Array, from: number, to: number, lines: number): number {
  let left = lines;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    const isEnd = byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
    if (!isEnd || (byte === CARRIAGE_RETURN && at + 1 === to)) continue;
    left -= 1;
    if (left === 0) return at + 1;
  }
  return to;
}

const NONE: ReadonlySet<number> = new Set();

const brokenBatch = (row: number): TextBatch => ({
  kind: 'texts',
  rows: [],
  firstRow: row,
  unclosed: NONE,
  unreadable: { kind: 'brokenText', encoding: 'utf-8', row },
});
