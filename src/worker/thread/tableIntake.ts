import type { ClassifiedColumn } from '../../core/ingest/classifyRow.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { FactTableBuilder } from '../../core/inventory/factTableBuilder.ts';
import { FactIntake } from './factIntake.ts';
import type { RejectedRows } from './importRejects.ts';
import type { RowBatch } from './importRows.ts';

/** Takes the rows of a file of any kind but users and activity logs into its table. */
export class TableIntake extends FactIntake {
  constructor(
    plan: TablePlan,
    keyed: readonly ClassifiedColumn[],
    private readonly builder: FactTableBuilder,
    rejected: RejectedRows,
  ) {
    super(plan, keyed, rejected);
  }

  get repeats(): number {
    return this.builder.repeats;
  }

  take({ rows, firstRow, unclosed }: Pick<RowBatch, 'rows' | 'firstRow' | 'unclosed'>): void {
    rows.forEach((cells, index) => {
      if (this.header === undefined) this.header = cells;
      else this.takeRow(cells, firstRow + index, unclosed.has(index));
    });
  }

  protected keep(): void {
    this.builder.add(this.reader.row);
  }
}
