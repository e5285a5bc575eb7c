import type { DecidingLifeMeaning } from '../ingest/meaning.ts';
import type { ScannedRows } from '../ingest/rowScanner.ts';
import type { ChunkSink } from './chunkSink.ts';
import { CodedTextBuilder } from './codedTextBuilder.ts';
import { encodeNumbers } from './encodeColumns.ts';
import { chunksOf, lifeColumnName, rowsInChunk } from './snapshotLayout.ts';
import { readTextChunk } from './sunkTextColumn.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextCodec } from './textCodec.ts';

/** What a life column is built with. */
export interface LifeBuilderTools {
  readonly codec: TextCodec;
  readonly sink: ChunkSink;
  readonly chunkRows: number;
}

/**
 * Collects where one date of the life of accounts or seats was read: original text, column and file row of the cell
 * that decides. The days are merged by whoever fills the tables, which tells this column when a later row decides.
 */
export class LifeBuilder {
  private columns = new Uint16Array(1 << 10);
  private sourceRows = new Uint32Array(1 << 10);
  private readonly texts: CodedTextBuilder;

  constructor(
    readonly meaning: DecidingLifeMeaning,
    readonly headers: readonly string[],
    private readonly tools: LifeBuilderTools,
  ) {
    this.texts = this.openTexts();
  }

  /** Makes room for so many rows. To be called while there is none. */
  reserve(rows: number): void {
    if (rows <= this.columns.length) return;
    this.columns = new Uint16Array(rows);
    this.sourceRows = new Uint32Array(rows);
  }

  /** The cell of a new account or seat. */
  append(text: string, column: number, fileRow: number): void {
    this.appendOrigin(column, fileRow);
    this.texts.push(text);
  }

  /** As `append`, for a cell that stands in bytes of valid UTF-8. */
  appendSpan(bytes: Uint8Array, start: number, end: number, column: number, fileRow: number): void {
    this.appendOrigin(column, fileRow);
    this.texts.pushSpan(bytes, start, end);
  }

  /** The cells at one position of rows that are new accounts or seats, where one column has the meaning. */
  appendCells(rows: ScannedRows, position: number, from: number, to: number, firstRow: number): void {
    let row = this.texts.length;
    while (row + to - from > this.columns.length) this.widen();
    this.columns.fill(0, row, row + to - from);
    for (let index = from; index < to; index += 1) {
      this.sourceRows[row] = firstRow + index;
      row += 1;
    }
    this.texts.pushCells(rows, position, from, to);
  }

  private appendOrigin(column: number, fileRow: number): void {
    const row = this.texts.length;
    if (row === this.columns.length) this.widen();
    this.columns[row] = column;
    this.sourceRows[row] = fileRow;
  }

  /** The cell of a later row that decides instead of the one that is kept. */
  replace(row: number, text: string, column: number, fileRow: number): void {
    this.columns[row] = column;
    this.sourceRows[row] = fileRow;
    this.texts.replace(row, text);
  }

  /** Writes the columns, in a new order of rows where one is given: new row i is row `order[i]`. */
  async finish(order?: Uint32Array): Promise<void> {
    const { sink, chunkRows } = this.tools;
    const rows = this.texts.length;
    await this.texts.finish();
    const emit = sink.write.bind(sink);
    const columns = this.columns.subarray(0, rows);
    const sourceRows = this.sourceRows.subarray(0, rows);
    encodeNumbers(lifeColumnName(this.meaning, 'column'), reordered(columns, order), chunkRows, emit);
    encodeNumbers(lifeColumnName(this.meaning, 'sourceRow'), reordered(sourceRows, order), chunkRows, emit);
    if (order) await this.rewriteTexts(order);
  }

  private async rewriteTexts(order: Uint32Array): Promise<void> {
    const { codec, sink, chunkRows } = this.tools;
    const written: string[] = [];
    for (let index = 0; index < chunksOf(order.length, chunkRows); index += 1) {
      const rows = rowsInChunk(order.length, chunkRows, index);
      const chunk = await readTextChunk(lifeColumnName(this.meaning, 'raw'), index, rows, sink);
      for (const text of textsOfChunk(chunk, codec)) written.push(text);
    }
    const texts = this.openTexts();
    for (const row of order) texts.push(written[row]!);
    await texts.finish();
  }

  private openTexts(): CodedTextBuilder {
    const { codec, sink, chunkRows } = this.tools;
    return new CodedTextBuilder(lifeColumnName(this.meaning, 'raw'), chunkRows, codec, sink);
  }

  private widen(): void {
    const columns = new Uint16Array(this.columns.length * 2);
    columns.set(this.columns);
    this.columns = columns;
    const sourceRows = new Uint32Array(this.sourceRows.length * 2);
    sourceRows.set(this.sourceRows);
    this.sourceRows = sourceRows;
  }
}

function reordered<Column extends Uint16Array | Uint32Array>(
  column: Column,
  order: Uint32Array | undefined,
): Column {
  if (!order) return column;
  const target = column.slice() as Column;
  for (let row = 0; row < order.length; row += 1) target[row] = column[order[row]!]!;
  return target;
}
