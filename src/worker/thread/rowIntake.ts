import { compileByteRowReader, textsOfRow } from '../../core/ingest/byteRowReader.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import type { ScannedRows } from '../../core/ingest/rowScanner.ts';
import { compileUserRowReader } from '../../core/ingest/userRowReader.ts';
import type { RowAccount } from '../../core/inventory/snapshot.ts';
import type { SnapshotBuilder } from '../../core/inventory/snapshotBuilder.ts';
import type { CellBatch, ScannedBatch, TextBatch } from './cellBatches.ts';
import type { RejectedRows } from './importRejects.ts';
import { isBlankRow, isNotice } from './importRows.ts';

/** What was found in the rows of a file. */
export interface ReadRows {
  readonly rows: RowAccount;
  readonly hasTruncationNotice: boolean;
  readonly widerRows: number;
  readonly narrowerRows: number;
  readonly repeatedHeaders: number;
}

/**
 * Takes the rows of a users file into the tables: a row is the header, blank, a notice, a repeated header, rejected or
 * accepted. Ordinary rows go from bytes to columns; all others are read as strings.
 */
export class RowIntake {
  /** The first row of all. */
  header: readonly string[] | undefined;
  /** Rows of data so far, accepted or rejected. */
  read = 0;
  accepted = 0;
  /** Scanned rows below the header that had to become strings: few in an ordinary file. */
  spelledOut = 0;
  private blankLines = 0;
  private repeatedHeaders = 0;
  private hasTruncationNotice = false;
  private readonly reader;
  private readonly byteReader;

  constructor(
    private readonly plan: ImportPlan,
    private readonly builder: SnapshotBuilder,
    private readonly rejected: RejectedRows,
    private readonly fileBytes: number,
  ) {
    this.reader = compileUserRowReader(plan);
    this.byteReader = compileByteRowReader(plan);
  }

  take(batch: CellBatch): void {
    if (batch.kind === 'scanned') this.takeScanned(batch);
    else this.takeTexts(batch);
  }

  result(): ReadRows {
    const { read, accepted, rejected, builder, blankLines } = this;
    return {
      rows: { read, accepted, rejected: rejected.count, repeats: builder.repeats, blankLines },
      hasTruncationNotice: this.hasTruncationNotice,
      ...this.reader.deviations,
      repeatedHeaders: this.repeatedHeaders,
    };
  }

  private takeScanned({ rows, firstRow }: ScannedBatch): void {
    const { byteReader, builder } = this;
    let index = 0;
    if (this.header === undefined) {
      this.header = textsOfRow(rows, 0);
      index = 1;
      builder.reserve(expectedRows(rows, this.fileBytes));
    }
    for (; index < rows.count; index += 1) {
      if (byteReader.read(rows, index, firstRow + index)) {
        this.read += 1;
        this.accepted += 1;
        builder.add(byteReader.row, byteReader.spans);
      } else {
        this.spelledOut += 1;
        this.takeRow(textsOfRow(rows, index), firstRow + index, false);
      }
    }
  }

  private takeTexts({ rows, firstRow, unclosed }: TextBatch): void {
    for (let index = 0; index < rows.length; index += 1) {
      const cells = rows[index]!;
      if (this.header === undefined) this.header = cells;
      else this.takeRow(cells, firstRow + index, unclosed.has(index));
    }
  }

  private takeRow(cells: readonly string[], row: number, isUnclosed: boolean): void {
    if (isBlankRow(cells)) {
      this.blankLines += 1;
    } else if (isUnclosed) {
      this.read += 1;
      const text = cells.join(this.plan.dialect.delimiter);
      this.rejected.add({ kind: 'unclosedQuote', row, column: undefined, text }, cells);
    } else if (isNotice(cells)) {
      this.hasTruncationNotice = true;
    } else if (this.reader.isRepeatedHeader(cells)) {
      this.repeatedHeaders += 1;
    } else {
      this.read += 1;
      const error = this.reader.read(cells, row);
      if (error) {
        this.rejected.add(error, cells);
      } else {
        this.accepted += 1;
        this.builder.add(this.reader.row);
      }
    }
  }
}

/** Most rows that room is made for before they are there. */
const MOST_EXPECTED = 1 << 22;

/** Rows of a file if all are as long as the first ones, and a little more. */
function expectedRows({ cells, rowStarts, count }: ScannedRows, fileBytes: number): number {
  const bytes = cells[rowStarts[count]! * 2 - 1]! - cells[0]! + count;
  return Math.min(MOST_EXPECTED, Math.ceil((1.02 * count * fileBytes) / bytes));
}
