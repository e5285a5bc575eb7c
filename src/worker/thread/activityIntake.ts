import type { ClassifiedColumn } from '../../core/ingest/classifyRow.ts';
import { textsOfRow } from '../../core/ingest/byteRowReader.ts';
import { compileByteActivityReader } from '../../core/ingest/kinds/byteActivityReader.ts';
import { compileFailedSignIns } from '../../core/ingest/kinds/failedSignIn.ts';
import { usedColumns } from '../../core/ingest/kinds/factRowReader.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { RowError } from '../../core/ingest/rowError.ts';
import type { ScannedRows } from '../../core/ingest/rowScanner.ts';
import type { ActivityLogBuilder } from '../../core/inventory/activityLogBuilder.ts';
import type { CellBatch, ScannedBatch, TextBatch } from './cellBatches.ts';
import { FactIntake } from './factIntake.ts';
import type { RejectedRows } from './importRejects.ts';
import type { RepeatedRows } from './repeatedRows.ts';

/**
 * Takes the rows of an activity log into its builder: a row is the header, no data, rejected or accepted. Ordinary rows
 * go from bytes to numbers; all others are read as strings, by the reader that every kind of file has.
 */
export class ActivityIntake extends FactIntake {
  /** Scanned rows below the header that had to become strings: few in an ordinary file. */
  spelledOut = 0;
  /** Accepted rows that stood in an earlier file. */
  repeats = 0;
  private readonly byteReader;
  private readonly positions: ReadonlyMap<string, number>;
  private readonly countColumn: { readonly position: number; readonly header: string } | undefined;
  private readonly failed;
  private readonly eventPlace = schemaOf('activity').columns.findIndex(({ name }) => name === 'eventType');
  private readonly countPlace = schemaOf('activity').columns.findIndex(({ name }) => name === 'count');

  /** `keyed`: the columns of the plan as rows are classified by. `earlier`: given where several files are read. */
  constructor(
    plan: TablePlan,
    keyed: readonly ClassifiedColumn[],
    private readonly builder: ActivityLogBuilder,
    rejected: RejectedRows,
    private readonly earlier?: RepeatedRows,
  ) {
    super(plan, keyed, rejected);
    this.failed = compileFailedSignIns(plan);
    this.byteReader = compileByteActivityReader(plan, keyed);
    const used = usedColumns(plan);
    this.positions = new Map(used.map(({ column, plan: { position } }) => [column.name, position]));
    this.countColumn = used.find(({ column }) => column.name === 'count')?.plan;
  }

  take(batch: CellBatch): void {
    if (batch.kind === 'scanned') this.takeScanned(batch);
    else this.takeTexts(batch);
  }

  private takeScanned({ rows, firstRow }: ScannedBatch): void {
    const { byteReader, builder, damaged, earlier } = this;
    const { cells } = byteReader;
    let index = 0;
    if (this.header === undefined) {
      this.header = textsOfRow(rows, 0);
      index = 1;
    }
    let plain = 0;
    let unwatched = index;
    for (; index < rows.count; index += 1) {
      if (byteReader.read(rows, index, firstRow + index)) {
        plain += 1;
        if (earlier?.hasRow(rows, index) === true) this.repeats += 1;
        else builder.addCells(rows.bytes, cells);
      } else {
        this.spelledOut += 1;
        builder.flush(rows.bytes);
        if (this.takeRow(textsOfRow(rows, index), firstRow + index, false, true)) continue;
        damaged.noteRows(rowsBefore(rows, index), unwatched, firstRow);
        unwatched = index + 1;
      }
    }
    damaged.noteRows(rows, unwatched, firstRow);
    builder.flush(rows.bytes);
    this.read += plain;
    this.accepted += plain;
  }

  private takeTexts({ rows, firstRow, unclosed }: TextBatch): void {
    for (let index = 0; index < rows.length; index += 1) {
      const cells = rows[index]!;
      if (this.header === undefined) this.header = cells;
      else this.takeRow(cells, firstRow + index, unclosed.has(index));
    }
  }

  protected keep(cells: readonly string[]): void {
    if (this.earlier?.hasTexts(cells) === true) {
      this.repeats += 1;
      return;
    }
    const { texts } = this.reader.row;
    if (this.failed?.hasFailed(cells[this.failed.position] ?? '') === true) {
      texts[this.eventPlace] = this.failed.eventOf(texts[this.eventPlace]!);
    }
    this.builder.addRow(this.reader.row, (column) => cells[this.positions.get(column) ?? -1] ?? '');
  }

  /** Fewer than no events have no meaning. */
  protected override refuse(cells: readonly string[], row: number): RowError | undefined {
    if (!this.countColumn || !(this.reader.row.numbers[this.countPlace]! < 0)) return undefined;
    const { header, position } = this.countColumn;
    return { kind: 'notANumber', row, column: header, text: cells[position] ?? '' };
  }
}

const rowsBefore = ({ bytes, cells, rowStarts }: ScannedRows, count: number): ScannedRows => ({
  bytes,
  cells,
  rowStarts,
  count,
});
