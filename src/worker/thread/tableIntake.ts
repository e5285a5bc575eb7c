import {
  buildRowContext,
  classifyRow,
  type ClassifiedColumn,
  type OtherRow,
} from '../../core/ingest/classifyRow.ts';
import { DamagedCells } from '../../core/ingest/kinds/damagedCells.ts';
import { compileFactRowReader } from '../../core/ingest/kinds/factRowReader.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { RowError } from '../../core/ingest/rowError.ts';
import type { FactTableBuilder } from '../../core/inventory/factTableBuilder.ts';
import type { RejectedRows } from './importRejects.ts';
import type { RowBatch } from './importRows.ts';

/** Takes the rows of a file of any kind into its table: a row is the header, no data, rejected or accepted. */
export class TableIntake {
  /** The first row of all. */
  header: readonly string[] | undefined;
  /** Rows of data so far, accepted or rejected. */
  read = 0;
  accepted = 0;
  readonly others = new Map<OtherRow, number>();
  readonly reader;
  readonly damaged;
  private readonly context;

  /** `keyed`: the columns of the plan as rows are classified by. */
  constructor(
    private readonly plan: TablePlan,
    keyed: readonly ClassifiedColumn[],
    private readonly builder: FactTableBuilder,
    private readonly rejected: RejectedRows,
  ) {
    this.reader = compileFactRowReader(plan);
    this.damaged = new DamagedCells(plan);
    this.context = buildRowContext(keyed, plan.dialect);
  }

  /** Accepted rows that were there before. */
  get repeats(): number {
    return this.builder.repeats;
  }

  take({ rows, firstRow, unclosed }: Pick<RowBatch, 'rows' | 'firstRow' | 'unclosed'>): void {
    rows.forEach((cells, index) => {
      if (this.header === undefined) this.header = cells;
      else this.takeRow(cells, firstRow + index, unclosed.has(index));
    });
  }

  private takeRow(cells: readonly string[], row: number, isUnclosed: boolean): void {
    const other = isUnclosed ? undefined : classifyRow(cells, this.context);
    if (other !== undefined) {
      this.others.set(other, (this.others.get(other) ?? 0) + 1);
      return;
    }
    this.read += 1;
    const text = cells.join(this.plan.dialect.delimiter);
    if (!isUnclosed) this.damaged.note(cells, row);
    const error: RowError | undefined = isUnclosed
      ? { kind: 'unclosedQuote', row, column: undefined, text }
      : this.reader.read(cells, row);
    if (error) {
      this.rejected.add(error, cells);
      return;
    }
    this.accepted += 1;
    this.builder.add(this.reader.row);
  }
}
