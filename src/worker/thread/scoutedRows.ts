import type { DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import { SpanTexts } from '../../core/ingest/spanTexts.ts';
import type { CellBatch } from './cellBatches.ts';

/** Different dates that are decoded once only. */
const MOST_TEXTS = 1 << 14;

/** Shows the rows below the header to a scout. Of rows in bytes only the columns that it asks for become strings. */
export class ScoutedRows {
  /** Rows seen so far, the header included. */
  seen = 0;
  private readonly cells: string[] = [];
  private readonly texts = new SpanTexts(MOST_TEXTS);

  constructor(private readonly scout: Pick<DateOrderScout, 'positions' | 'note'>) {}

  note(batch: CellBatch): void {
    const first = this.seen === 0 ? 1 : 0;
    if (batch.kind === 'texts') {
      for (let row = first; row < batch.rows.length; row += 1) {
        this.scout.note(batch.rows[row]!, batch.firstRow + row);
      }
      this.seen += batch.rows.length;
      return;
    }
    const { bytes, cells, rowStarts, count } = batch.rows;
    for (let row = first; row < count; row += 1) {
      for (const position of this.scout.positions) {
        const cell = rowStarts[row]! + position;
        const isThere = cell < rowStarts[row + 1]!;
        this.cells[position] = isThere
          ? this.texts.textOf(bytes, cells[cell * 2]!, cells[cell * 2 + 1]!)
          : '';
      }
      this.scout.note(this.cells, batch.firstRow + row);
    }
    this.seen += count;
  }
}
