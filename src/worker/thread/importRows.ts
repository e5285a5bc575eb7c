import { cellsAsMeant } from '../../core/ingest/cellsAsMeant.ts';
import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import type { TextPiece } from './decodeFile.ts';
import { SingleQuotes } from '../../core/ingest/singleQuotes.ts';
import { RowSplitter, whyUnreadable, type SplitRows } from './splitRows.ts';

/** Some whole rows of a file, below the lines above the header; the header is the first of all. */
export interface RowBatch {
  readonly rows: readonly (readonly string[])[];
  /** File row of `rows[0]`. */
  readonly firstRow: number;
  /** Indexes of rows to be rejected for a quote that is never closed. */
  readonly unclosed: ReadonlySet<number>;
  /** Set in the last batch when the rest of the file cannot be read. */
  readonly unreadable: UnreadableFile | undefined;
}

/** The rows of a decoded file in order. Nothing follows a batch that says why the file is unreadable. */
export async function* readRowBatches(
  pieces: AsyncIterable<TextPiece>,
  dialect: Dialect,
): AsyncGenerator<RowBatch> {
  const splitter = new RowSplitter(dialect.delimiter, dialect.linesBeforeHeader);
  const readCells = cellsAsMeant(dialect);
  const quotes = dialect.singleQuotes === true ? new SingleQuotes(dialect.delimiter) : undefined;
  for await (const piece of pieces) {
    const read = quotes ? { ...piece, text: quotes.push(piece.text) } : piece;
    const batch = withCells(pushPiece(splitter, read, dialect), readCells);
    yield batch;
    if (batch.unreadable) return;
  }
  if (quotes) yield withCells(toBatch(splitter.push(quotes.push('', true))), readCells);
  yield withCells(toBatch(splitter.end()), readCells);
}

const withCells = (batch: RowBatch, readCells: ReturnType<typeof cellsAsMeant>): RowBatch =>
  readCells ? { ...batch, rows: batch.rows.map(readCells) } : batch;

/** Rows of one more piece. `mayFollow`: whether the line feed of a carriage return at its end may still come. */
export function pushPiece(
  splitter: RowSplitter,
  { text, broken }: TextPiece,
  { encoding }: Dialect,
  mayFollow = true,
): RowBatch {
  const batch = toBatch(splitter.push(text, mayFollow && !broken));
  if (batch.unreadable || !broken) return batch;
  return { ...batch, unreadable: { kind: 'brokenText', encoding, row: splitter.currentRow } };
}

/** A quote that swallows the rest of a file makes the file unreadable. */
export const toBatch = ({ refused, ...rows }: SplitRows): RowBatch => ({
  ...rows,
  unreadable: refused && whyUnreadable(refused),
});

/** A row without any text: neither read nor rejected. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
