import {
  buildRowContext,
  classifyRow,
  type ClassifiedColumn,
  type OtherRow,
} from '../../core/ingest/classifyRow.ts';
import { ClosingLines } from '../../core/ingest/closingLines.ts';
import { addFoundTables, NO_TABLES, type FoundTables } from '../../core/ingest/foundTables.ts';
import { DamagedCells } from '../../core/ingest/kinds/damagedCells.ts';
import { compileFactRowReader } from '../../core/ingest/kinds/factRowReader.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { RowError } from '../../core/ingest/rowError.ts';
import type { RejectedRows } from './importRejects.ts';

/** Takes the rows of a file of any kind but users: a row is the header, no data, rejected or accepted. */
export abstract class FactIntake {
  /** The first row of all. */
  header: readonly string[] | undefined;
  /** Rows of data so far, accepted or rejected. */
  read = 0;
  accepted = 0;
  /** Accepted rows that were there before. */
  abstract readonly repeats: number;
  readonly others = new Map<OtherRow, number>();
  /** Other tables below the rows of all files so far. */
  furtherTables: FoundTables = NO_TABLES;
  readonly reader;
  readonly damaged;
  private readonly context;
  private readonly closing;

  /** `keyed`: the columns of the plan as rows are classified by. */
  constructor(
    private readonly plan: TablePlan,
    keyed: readonly ClassifiedColumn[],
    private readonly rejected: RejectedRows,
  ) {
    this.reader = compileFactRowReader(plan);
    this.damaged = new DamagedCells(plan);
    this.context = buildRowContext(keyed, plan.dialect);
    this.closing = new ClosingLines(this.context);
  }

  /** Notes what was found below the rows of one file; the rows left out with it were never taken. */
  noteTables(found: FoundTables): void {
    this.furtherTables = addFoundTables(this.furtherTables, found);
    const rows = this.furtherTables.leftOut?.rows;
    if (rows !== undefined) this.others.set('otherTable', rows);
  }

  /** Keeps an accepted row; what was read of it stands in `reader.row`. */
  protected abstract keep(cells: readonly string[]): void;

  /** What speaks against a row that could be read. */
  protected refuse(_cells: readonly string[], _row: number): RowError | undefined {
    return undefined;
  }

  /**
   * Takes a row below the header as texts; false for one that is no data. `isWatched`: what a spreadsheet damaged in it is
   * noted elsewhere.
   */
  protected takeRow(cells: readonly string[], row: number, isUnclosed: boolean, isWatched = false): boolean {
    const other = isUnclosed
      ? undefined
      : this.closing.settle(classifyRow(cells, this.context), cells, this.read);
    if (other !== undefined) {
      this.others.set(other, (this.others.get(other) ?? 0) + 1);
      return false;
    }
    this.read += 1;
    if (!isUnclosed && !isWatched) this.damaged.note(cells, row);
    const error: RowError | undefined = isUnclosed
      ? { kind: 'unclosedQuote', row, column: undefined, text: cells.join(this.plan.dialect.delimiter) }
      : (this.reader.read(cells, row) ?? this.refuse(cells, row));
    if (error) {
      this.rejected.add(error, cells);
      return true;
    }
    this.accepted += 1;
    this.keep(cells);
    return true;
  }
}
