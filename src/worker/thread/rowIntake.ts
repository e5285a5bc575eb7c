import { compileByteRowReader, textOfCell, textsOfRow } from '../../core/ingest/byteRowReader.ts';
import { buildRowContext, classifyRow, type OtherRow } from '../../core/ingest/classifyRow.ts';
import { ClosingLines } from '../../core/ingest/closingLines.ts';
import type { FoundTables } from '../../core/ingest/foundTables.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { compilePlainRowReader } from '../../core/ingest/plainRows.ts';
import type { ScannedRows } from '../../core/ingest/rowScanner.ts';
import { hasUnnamedCells, namedWidthOf } from '../../core/ingest/unnamedCells.ts';
import { UnreadDates, hasUnreadableDay } from '../../core/ingest/unreadDates.ts';
import { compileUserRowReader } from '../../core/ingest/userRowReader.ts';
import type { LateDates } from '../../core/ingest/xray/lateDates.ts';
import type { LateKeys } from '../../core/ingest/xray/lateKeys.ts';
import type { SpreadsheetErrors } from '../../core/ingest/spreadsheetErrors.ts';
import type { RowAccount } from '../../core/inventory/sourceFile.ts';
import type { SnapshotBuilder } from '../../core/inventory/snapshotBuilder.ts';
import type { CellBatch, ScannedBatch, TextBatch } from './cellBatches.ts';
import type { RejectedRows } from './importRejects.ts';
import type { ListGathering } from './listGathering.ts';

/** What was found in the rows of a file. */
export interface ReadRows {
  readonly rows: RowAccount;
  readonly hasTruncationNotice: boolean;
  readonly widerRows: number;
  readonly narrowerRows: number;
  readonly repeatedHeaders: number;
  /** Accepted rows with text in cells that no name of the header covers. */
  readonly keyedByAddress: number;
  readonly unnamedCells: number;
  /** Other tables below the list. */
  readonly furtherTables: FoundTables;
}

/**
 * Takes the rows of a users file into the tables: a row is the header, no data for one of the reasons of
 * `classifyRow`, rejected or accepted. Ordinary rows go from bytes to columns; all others are read as strings.
 */
export class RowIntake {
  /** The first row of all. */
  header: readonly string[] | undefined;
  /** Rows of data so far, accepted or rejected. */
  read = 0;
  accepted = 0;
  /** Scanned rows below the header that had to become strings: few in an ordinary file. */
  spelledOut = 0;
  private readonly others = new Map<OtherRow, number>();
  private unnamedCells = 0;
  private readonly builder: SnapshotBuilder;
  private readonly rejected: RejectedRows;
  private readonly unreadDates: UnreadDates;
  private readonly late: LateDates | undefined;
  private readonly watches: readonly (LateKeys | SpreadsheetErrors)[];
  private readonly context;
  private readonly closing;
  private readonly namedWidth;
  private readonly reader;
  private readonly byteReader;
  private readonly plainReader;
  /** Batches that are taken row by row before runs of plain rows are looked for again. */
  private batchesInSingleRows = 0;

  /** `fileBytes`: bytes of the rows that room is made for ahead; 0 makes none. */
  constructor(
    private readonly plan: ImportPlan,
    { builder, rejected, errors, unread, unreadDates, late }: ListGathering,
    private readonly fileBytes: number,
  ) {
    this.builder = builder;
    this.rejected = rejected;
    this.unreadDates = unreadDates;
    this.late = late?.dates;
    this.watches = late ? [errors, late.keys] : [errors];
    this.context = buildRowContext(plan.columns, plan.dialect);
    this.closing = new ClosingLines(this.context);
    this.namedWidth = namedWidthOf(this.context.header);
    this.reader = compileUserRowReader(plan, unread);
    this.byteReader = compileByteRowReader(plan, unread);
    this.plainReader = compilePlainRowReader(plan, unread);
  }

  take(batch: CellBatch): void {
    if (batch.kind === 'scanned') this.takeScanned(batch);
    else this.takeTexts(batch);
  }

  /** `furtherTables`: what was found below the list; the rows left out with it were never taken. */
  result(furtherTables: FoundTables): ReadRows {
    const { read, accepted, rejected, builder } = this;
    const { blank: blankLines = 0, ...found } = Object.fromEntries(this.others) as {
      [Reason in OtherRow]?: number;
    };
    const { leftOut } = furtherTables;
    const others = leftOut ? { ...found, otherTable: leftOut.rows } : found;
    const rows = { read, accepted, rejected: rejected.count, repeats: builder.repeats, blankLines };
    return {
      rows: Object.keys(others).length > 0 ? { ...rows, others } : rows,
      hasTruncationNotice: this.others.has('notice'),
      ...this.reader.deviations,
      keyedByAddress: this.reader.keyedByAddress,
      unnamedCells: this.unnamedCells,
      furtherTables,
      repeatedHeaders: found.repeatedHeader ?? 0,
    };
  }

  private takeScanned({ rows, firstRow }: ScannedBatch): void {
    const { byteReader, builder, plainReader } = this;
    let index = 0;
    if (this.header === undefined) {
      this.header = textsOfRow(rows, 0);
      index = 1;
      builder.reserve(expectedRows(rows, this.fileBytes));
    }
    for (const watch of this.watches) watch.noteRows(rows, index, firstRow);
    const takesRuns = plainReader !== undefined && this.batchesInSingleRows === 0;
    if (takesRuns) plainReader.read(rows, index);
    else this.batchesInSingleRows -= 1;
    const before = index;
    let runs = 0;
    for (; index < rows.count; index += 1) {
      if (takesRuns) {
        const taken = builder.addPlain(plainReader.plain, index, firstRow) - index;
        this.read += taken;
        this.accepted += taken;
        index += taken;
        runs += 1;
        if (index === rows.count) break;
      }
      if (byteReader.read(rows, index, firstRow + index)) {
        this.read += 1;
        this.accepted += 1;
        if (this.unreadDates.mayHave(byteReader.row)) {
          const row = index;
          const cellAt = (position: number): string => textOfCell(rows, row, position);
          this.unreadDates.note(cellAt, firstRow + index);
          if (hasUnreadableDay(byteReader.row)) this.late?.note(cellAt, firstRow + index);
        }
        builder.add(byteReader.row, byteReader.spans);
      } else {
        this.spelledOut += 1;
        this.takeRow(textsOfRow(rows, index), firstRow + index, false);
      }
    }
    if (runs * SHORTEST_RUN > rows.count - before) this.batchesInSingleRows = SINGLE_BATCHES;
  }

  private takeTexts({ rows, firstRow, unclosed }: TextBatch): void {
    for (let index = 0; index < rows.length; index += 1) {
      const cells = rows[index]!;
      if (this.header === undefined) this.header = cells;
      else {
        for (const watch of this.watches) watch.noteCells(cells, firstRow + index);
        this.takeRow(cells, firstRow + index, unclosed.has(index));
      }
    }
  }

  private takeRow(cells: readonly string[], row: number, isUnclosed: boolean): void {
    const other = this.closing.settle(classifyRow(cells, this.context), cells, this.read);
    if (isUnclosed && other !== 'blank') {
      this.read += 1;
      const text = cells.join(this.plan.dialect.delimiter);
      this.rejected.add({ kind: 'unclosedQuote', row, column: undefined, text }, cells);
    } else if (other !== undefined) {
      this.others.set(other, (this.others.get(other) ?? 0) + 1);
    } else {
      this.read += 1;
      const error = this.reader.read(cells, row);
      if (this.late && (error?.kind === 'orderConflict' || (!error && hasUnreadableDay(this.reader.row)))) {
        this.late.note((position) => cells[position] ?? '', row);
      }
      if (error) {
        this.rejected.add(error, cells);
      } else {
        this.accepted += 1;
        if (this.unreadDates.mayHave(this.reader.row)) {
          this.unreadDates.note((position) => cells[position] ?? '', row);
        }
        if (hasUnnamedCells(cells, this.namedWidth)) this.unnamedCells += 1;
        this.builder.add(this.reader.row);
      }
    }
  }
}

/** Runs that are shorter in the mean cost more than their rows one by one, as where accounts repeat in turns. */
const SHORTEST_RUN = 8;
const SINGLE_BATCHES = 16;

/** Most rows that room is made for before they are there. */
const MOST_EXPECTED = 1 << 22;

/** Rows of a file if all are as long as the first ones, and a little more. */
function expectedRows({ cells, rowStarts, count }: ScannedRows, fileBytes: number): number {
  const bytes = cells[rowStarts[count]! * 2 - 1]! - cells[0]! + count;
  return Math.min(MOST_EXPECTED, Math.ceil((1.02 * count * fileBytes) / bytes));
}
