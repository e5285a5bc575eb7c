import type { CellContext, SheetRows } from './sheetRows.ts';
import { TextBytes } from './textBytes.ts';

/** Bytes of text and number of cells after which a batch is handed out. */
const BATCH_BYTES = 1 << 19;
const BATCH_CELLS = 1 << 16;
/** Stands between two cells, so that the halves of a broken letter never meet. */
const BETWEEN = 0x0a;

const NO_DATES: readonly number[] = [];

/** Collects cells as bytes and gives them out as rows: one decoding for a batch instead of one for a cell. */
export class RowSink {
  readonly text = new TextBytes(1 << 16);
  /** Column, start and end of every cell, three numbers a cell. */
  private slots = new Int32Array(3 * 4096);
  private cells = 0;
  /** Index into the cells at which each finished row ends. */
  private readonly rowEnds: number[] = [];
  private readonly fileRows: number[] = [];
  private readonly dateCells: (readonly number[])[] = [];
  private dates: number[] = [];
  private lastDates: readonly number[] = NO_DATES;
  private cellsOut = 0;
  private missing = 0;
  private hidden = 0;
  private cellStart = 0;

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext,
  ) {}

  openCell(): void {
    this.cellStart = this.text.units;
  }

  /** Letters of the open cell. */
  get cellLetters(): number {
    return this.text.units - this.cellStart;
  }

  markDate(column: number): void {
    this.dates.push(column);
  }

  noteMissingResult(): void {
    this.missing++;
  }

  closeCell(column: number): void {
    const at = 3 * this.cells;
    if (at === this.slots.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.slots);
      this.slots = grown;
    }
    this.slots[at] = column;
    this.slots[at + 1] = this.cellStart;
    this.slots[at + 2] = this.text.units;
    this.cells++;
    this.text.push(BETWEEN);
  }

  closeRow(fileRow: number, isHidden: boolean): void {
    const before = this.rowEnds.at(-1) ?? 0;
    if (this.cells === before) return;
    this.rowEnds.push(this.cells);
    if (isHidden) this.hidden++;
    this.fileRows.push(fileRow);
    this.cellsOut += this.slots[3 * this.cells - 3]! + 1;
    this.dateCells.push(this.settleDates());
  }

  /** Whether enough stands here to be handed out. */
  get isFull(): boolean {
    return this.text.length >= BATCH_BYTES || this.cellsOut >= BATCH_CELLS;
  }

  get isEmpty(): boolean {
    return this.rowEnds.length === 0 && this.missing === 0;
  }

  /** The finished rows, which are then forgotten; no row may be open. `undefined` when a text is not UTF-8. */
  take(): SheetRows | undefined {
    const text = this.context.decode(this.text.view());
    if (text === undefined) return undefined;
    const { slots } = this;
    const rows: string[][] = [];
    let cell = 0;
    for (const end of this.rowEnds) {
      const cells: string[] = [];
      for (; cell < end; cell++) {
        const column = slots[3 * cell]!;
        while (cells.length < column) cells.push('');
        cells.push(text.slice(slots[3 * cell + 1]!, slots[3 * cell + 2]!));
      }
      rows.push(cells);
    }
    const batch: SheetRows = {
      sheet: this.sheet,
      rows,
      fileRows: this.fileRows.slice(),
      dateCells: this.dateCells.slice(),
      missingResults: this.missing,
      hiddenRows: this.hidden,
    };
    this.text.clear();
    this.cells = 0;
    this.rowEnds.length = this.fileRows.length = this.dateCells.length = 0;
    this.cellsOut = 0;
    this.missing = this.hidden = 0;
    return batch;
  }

  private settleDates(): readonly number[] {
    const { dates, lastDates } = this;
    const isSame = dates.length === lastDates.length && dates.every((column, at) => column === lastDates[at]);
    if (isSame) {
      dates.length = 0;
      return lastDates;
    }
    this.lastDates = dates;
    this.dates = [];
    return this.lastDates;
  }
}
