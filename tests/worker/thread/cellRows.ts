import { textsOfRow } from '../../../src/core/ingest/byteRowReader.ts';
import type { Dialect } from '../../../src/core/ingest/importPlan.ts';
import { CellReader, type CellBatch, type TextBatch } from '../../../src/worker/thread/cellBatches.ts';
import { PieceDecoder } from '../../../src/worker/thread/decodePieces.ts';
import { pushPiece, toBatch } from '../../../src/worker/thread/importRows.ts';
import { RowSplitter } from '../../../src/worker/thread/splitRows.ts';

/** Rows of a file, each with its number, whether it is unclosed, and its cells; last why the rest is unreadable. */
export type ReadCells = readonly unknown[];

export const dialectOf = (delimiter: Dialect['delimiter'] = ',', linesBeforeHeader = 0): Dialect => ({
  encoding: 'utf-8',
  delimiter,
  linesBeforeHeader,
});

/** The batches of the general reader: text pieces through PapaParse. */
export function* generalBatches(pieces: readonly Uint8Array[], dialect: Dialect): Generator<TextBatch> {
  const decoder = new PieceDecoder('utf-8');
  const splitter = new RowSplitter(dialect.delimiter, dialect.linesBeforeHeader);
  for (const piece of pieces) {
    const batch = pushPiece(splitter, decoder.push(piece), dialect);
    yield { kind: 'texts', ...batch };
    if (batch.unreadable) return;
  }
  const rest = decoder.end();
  yield { kind: 'texts', ...(rest.broken ? pushPiece(splitter, rest, dialect) : toBatch(splitter.end())) };
}

/** The batches of the fast reader. The pieces are copied, since the reader may close up cells in place. */
export function* fastBatches(pieces: readonly Uint8Array[], dialect: Dialect): Generator<CellBatch> {
  const reader = new CellReader(dialect);
  for (const piece of pieces) {
    yield* reader.push(piece);
    if (reader.hasEnded) return;
  }
  yield* reader.end();
}

export function cellsOf(batches: Iterable<CellBatch>): ReadCells {
  const read: unknown[] = [];
  for (const batch of batches) {
    if (batch.kind === 'scanned') {
      for (let row = 0; row < batch.rows.count; row += 1) {
        read.push([batch.firstRow + row, false, ...textsOfRow(batch.rows, row)]);
      }
      continue;
    }
    batch.rows.forEach((cells, index) => {
      read.push([batch.firstRow + index, batch.unclosed.has(index), ...cells]);
    });
    if (batch.unreadable) read.push(batch.unreadable);
  }
  return read;
}

/** Bytes cut at the given places, in any order. */
export function cutInto(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const borders = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return borders.slice(1).map((border, index) => bytes.subarray(borders[index], border));
}
