import { textsOfRow } from '../../core/ingest/byteRowReader.ts';
import { buildRowContext, type ClassifiedColumn } from '../../core/ingest/classifyRow.ts';
import { furtherTableAnswer, type FoundTables } from '../../core/ingest/foundTables.ts';
import { FurtherTables } from '../../core/ingest/furtherTables.ts';
import type { GivenAnswer } from '../../core/ingest/givenAnswer.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import type { ScannedRows } from '../../core/ingest/rowScanner.ts';
import { isBlankRow } from './importRows.ts';
import type { CellBatch, ScannedBatch, TextBatch } from './cellBatches.ts';

const SPACE = 0x20;
const NO_INDEXES: ReadonlySet<number> = new Set();

/** What the rows of a list are told from others by. */
export interface ListForm {
  readonly columns: readonly ClassifiedColumn[];
  readonly answers?: readonly GivenAnswer[] | undefined;
}

/** A row that waits for a further one; `isUnclosed` as in a batch. */
interface HeldRow {
  readonly cells: readonly string[];
  readonly isUnclosed: boolean;
}

/**
 * Takes the rows of other tables below a list out of its batches. The header, blank rows and everything that belongs to the
 * list come out as they went in, in order, whatever the batches are; rows that were held back until a further row was
 * seen come out as texts.
 */
export class ListRows {
  private isHeaderSeen = false;
  private held: HeldRow[] = [];
  private heldFrom = 0;

  private readonly tables: FurtherTables;

  constructor(form: ListForm, dialect: Dialect) {
    this.tables = new FurtherTables(buildRowContext(form.columns, dialect), furtherTableAnswer(form));
  }

  /** Other tables below the list so far. */
  found(): FoundTables {
    return this.tables.found();
  }

  /** The rows of a batch that belong to the list. Bytes are valid as long as those of the batch. */
  *of(batch: CellBatch): Generator<CellBatch> {
    if (batch.kind === 'scanned') yield* this.ofScanned(batch);
    else yield* this.ofTexts(batch);
  }

  /** The rows that were held back when the file ended. */
  *end(): Generator<TextBatch> {
    yield* this.release();
  }

  private *ofScanned(batch: ScannedBatch): Generator<CellBatch> {
    const { rows, firstRow } = batch;
    const cut = (from: number, to: number): ScannedBatch =>
      from === 0 && to === rows.count
        ? batch
        : { kind: 'scanned', rows: cutRows(rows, from, to), firstRow: firstRow + from };
    const { tables } = this;
    let from = 0;
    let index = this.pastHeader(rows.count);
    while (index < rows.count) {
      if (tables.isWithin) {
        index = nextToLookAt(rows, index, tables.wordColumns);
        if (index === rows.count) break;
      }
      const next = yield* this.place(textsOfRow(rows, index), firstRow, index, from, cut);
      from = next;
      index += 1;
    }
    if (from < rows.count && this.held.length === 0) yield cut(from, rows.count);
  }

  /** As {@link of}, of rows that are texts already. */
  *ofTexts(batch: TextBatch): Generator<TextBatch> {
    const { rows, firstRow, unclosed, unreadable } = batch;
    const cut = (from: number, to: number): TextBatch => ({
      kind: 'texts',
      rows: rows.slice(from, to),
      firstRow: firstRow + from,
      unclosed: new Set(
        [...unclosed].filter((index) => index >= from && index < to).map((index) => index - from),
      ),
      unreadable: undefined,
    });
    let from = 0;
    for (let index = this.pastHeader(rows.length); index < rows.length; index += 1) {
      from = yield* this.place(rows[index]!, firstRow, index, from, cut, unclosed.has(index));
    }
    if (from === 0 && this.held.length === 0) yield batch;
    else {
      if (from < rows.length && this.held.length === 0) yield cut(from, rows.length);
      if (unreadable)
        yield { kind: 'texts', rows: [], firstRow: firstRow + rows.length, unclosed: NO_INDEXES, unreadable };
    }
  }

  /** Index of the first row of a batch that is not the header. */
  private pastHeader(count: number): number {
    if (this.isHeaderSeen || count === 0) return 0;
    this.isHeaderSeen = true;
    return 1;
  }

  /** Places one row and ends with the index from which rows of its batch are still to come out. */
  private *place<Batch>(
    cells: readonly string[],
    firstRow: number,
    index: number,
    from: number,
    cut: (from: number, to: number) => Batch,
    isUnclosed = false,
  ): Generator<Batch | TextBatch, number> {
    const place = this.tables.take(cells, firstRow + index);
    if (place === 'list') {
      if (this.held.length === 0) return from;
      yield* this.release();
      return index;
    }
    if (from < index && this.held.length === 0) yield cut(from, index);
    if (place === 'elsewhere') {
      this.heldFrom += Math.max(0, this.held.findIndex(isBlank));
      this.held = this.held.filter(isBlank);
      yield* this.release();
    } else {
      if (this.held.length === 0) this.heldFrom = firstRow + index;
      this.held.push({ cells, isUnclosed });
    }
    return index + 1;
  }

  private *release(): Generator<TextBatch> {
    if (this.held.length === 0) return;
    const rows = this.held.map(({ cells }) => cells);
    const unclosed = new Set(this.held.flatMap(({ isUnclosed }, index) => (isUnclosed ? [index] : [])));
    this.held = [];
    yield { kind: 'texts', rows, firstRow: this.heldFrom, unclosed, unreadable: undefined };
  }
}

const isBlank = ({ cells }: HeldRow): boolean => isBlankRow(cells);

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const cutRows = ({ bytes, cells, rowStarts }: ScannedRows, from: number, to: number): ScannedRows => ({
  bytes,
  cells,
  rowStarts: rowStarts.subarray(from, to + 1),
  count: to - from,
});

/**
 * Index of the next row that may be blank, or the number of rows: no cell of it begins with a visible ASCII character, or
 * one in `wordColumns` with a letter.
 */
function nextToLookAt(
  { bytes, cells, rowStarts, count }: ScannedRows,
  from: number,
  wordColumns: readonly number[],
): number {
  for (let row = from; row < count; row += 1) {
    const end = rowStarts[row + 1]!;
    let cell = rowStarts[row]!;
    for (const column of wordColumns) {
      const at = (cell + column) * 2;
      if (at < end * 2 && cells[at] !== cells[at + 1] && isLetter(bytes[cells[at]!]!)) return row;
    }
    for (; cell < end; cell += 1) {
      const start = cells[cell * 2]!;
      if (start === cells[cell * 2 + 1]!) continue;
      const first = bytes[start]!;
      if (first > SPACE && first < 0x80) break;
    }
    if (cell === end) return row;
  }
  return count;
}
