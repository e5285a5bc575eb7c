import { ABSENT, UNREADABLE } from '../base/dayValue.ts';
import type { ColumnPlan } from '../ingest/importPlan.ts';
import type { RowSpans } from '../ingest/rowSpans.ts';
import type { ScannedRows } from '../ingest/rowScanner.ts';
import type { ChunkSink } from './chunkSink.ts';
import { CodedTextBuilder } from './codedTextBuilder.ts';
import { isDecidingUse } from './mergeDayValues.ts';
import { chunksOf, rowsInChunk } from './snapshotLayout.ts';
import { readTextChunk } from './sunkTextColumn.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextCodec } from './textCodec.ts';

/** One evidence column in the order of its table's rows. Its texts have gone to the sink. */
export interface BuiltEvidence {
  readonly values: Int32Array;
  readonly sourceRow: Uint32Array;
  /** File rows of unreadable cells that were outvoted, 0 for none; `undefined` when there is no such cell. */
  readonly doubtRow: Uint32Array | undefined;
}

/** What an evidence column is built with. */
export interface EvidenceBuilderTools {
  readonly codec: TextCodec;
  readonly sink: ChunkSink;
  readonly chunkRows: number;
  /** Column of the original texts. */
  readonly rawName: string;
  readonly keepsFullHistory: boolean;
}

/** Marks a seat that has no value of the column. */
export const NO_SOURCE = -1;

/**
 * Collects one column of dates of use, merged row by row: the deciding day value, its original text and its file
 * row. Rows are numbered as the rows of the table that is being built; a new row is appended, a known one merged.
 * Texts leave for the sink while reading; only those of a column that is spread over other rows stay in memory, encoded.
 */
export class EvidenceBuilder {
  private values = new Int32Array(1 << 10);
  private sourceRows = new Uint32Array(1 << 10);
  /** File rows of unreadable cells that a day outvoted, by row: few in any file. */
  private readonly doubts = new Map<number, number>();
  private readonly texts: CodedTextBuilder;
  /** Where the texts are until the end. */
  private readonly collected: ChunkSink;

  constructor(
    readonly plan: ColumnPlan,
    private readonly tools: EvidenceBuilderTools,
  ) {
    this.collected = plan.forLicenceType === undefined ? tools.sink : keptInMemory();
    this.texts = this.openTexts(this.collected);
  }

  /** Makes room for so many rows. To be called while there is none. */
  reserve(rows: number): void {
    if (rows <= this.values.length) return;
    this.values = new Int32Array(rows);
    this.sourceRows = new Uint32Array(rows);
  }

  put(row: number, value: number, text: string, fileRow: number): void {
    if (row === this.texts.length) {
      this.append(value, fileRow);
      this.texts.push(text);
    } else if (this.decides(row, value, fileRow)) {
      this.replace(row, value, text, fileRow);
    }
  }

  /** As `put`, for a cell in the bytes of a row. */
  putSpan(row: number, value: number, spans: RowSpans, slot: number, fileRow: number): void {
    if (row === this.texts.length) {
      this.append(value, fileRow);
      this.texts.pushSpan(spans.bytes, spans.starts[slot]!, spans.ends[slot]!);
    } else if (this.decides(row, value, fileRow)) {
      this.replace(row, value, spans.textAt(slot), fileRow);
    }
  }

  private decides(row: number, value: number, fileRow: number): boolean {
    const kept = this.values[row]!;
    const decides = isDecidingUse(value, kept, this.tools.keepsFullHistory);
    if (decides && kept === UNREADABLE) this.doubts.set(row, this.sourceRows[row]!);
    else if (!decides && value === UNREADABLE && kept !== UNREADABLE) this.doubts.set(row, fileRow);
    return decides;
  }

  private doubtRows(rows: number): Uint32Array | undefined {
    if (this.doubts.size === 0) return undefined;
    const doubtRow = new Uint32Array(rows);
    for (const [row, fileRow] of this.doubts) doubtRow[row] = fileRow;
    return doubtRow;
  }

  private replace(row: number, value: number, text: string, fileRow: number): void {
    this.values[row] = value;
    this.sourceRows[row] = fileRow;
    this.texts.replace(row, text);
  }

  /** The cells at one position of new rows, with the day value of each row of the batch; none is `ABSENT`. */
  appendCells(
    rows: ScannedRows,
    position: number,
    days: Int32Array,
    from: number,
    to: number,
    firstRow: number,
  ): void {
    let row = this.texts.length;
    while (row + to - from > this.values.length) this.widen();
    this.values.set(days.subarray(from, to), row);
    for (let index = from; index < to; index += 1) {
      this.sourceRows[row] = firstRow + index;
      row += 1;
    }
    this.texts.pushCells(rows, position, from, to);
  }

  private append(value: number, fileRow: number): void {
    const row = this.texts.length;
    if (row === this.values.length) this.widen();
    this.values[row] = value;
    this.sourceRows[row] = value === ABSENT ? 0 : fileRow;
  }

  private widen(): void {
    const values = new Int32Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const sourceRows = new Uint32Array(values.length);
    sourceRows.set(this.sourceRows);
    this.sourceRows = sourceRows;
  }

  /** The column in the order in which its rows were appended. */
  async finish(): Promise<BuiltEvidence> {
    await this.texts.finish();
    const rows = this.texts.length;
    return {
      values: this.values.subarray(0, rows),
      sourceRow: this.sourceRows.subarray(0, rows),
      doubtRow: this.doubtRows(rows),
    };
  }

  /** The column spread over other rows: row i takes the value of row `sources[i]`, or none for {@link NO_SOURCE}. */
  async finishSpread(sources: Int32Array): Promise<BuiltEvidence> {
    const built = await this.finish();
    const values = new Int32Array(sources.length).fill(ABSENT);
    const sourceRow = new Uint32Array(sources.length);
    const doubtRow = built.doubtRow && new Uint32Array(sources.length);
    const original = await this.readTexts(built.values.length);
    const spread = this.openTexts(this.tools.sink);
    for (let row = 0; row < sources.length; row += 1) {
      const source = sources[row]!;
      if (source !== NO_SOURCE) {
        values[row] = built.values[source]!;
        sourceRow[row] = built.sourceRow[source]!;
        if (doubtRow) doubtRow[row] = built.doubtRow![source]!;
      }
      spread.push(source === NO_SOURCE ? '' : original[source]!);
    }
    await spread.finish();
    return { values, sourceRow, doubtRow };
  }

  private async readTexts(rows: number): Promise<string[]> {
    const { rawName, chunkRows, codec } = this.tools;
    const texts: string[] = [];
    for (let index = 0; index < chunksOf(rows, chunkRows); index += 1) {
      const chunk = await readTextChunk(rawName, index, rowsInChunk(rows, chunkRows, index), this.collected);
      for (const text of textsOfChunk(chunk, codec)) texts.push(text);
    }
    return texts;
  }

  private openTexts(sink: ChunkSink): CodedTextBuilder {
    const { rawName, chunkRows, codec } = this.tools;
    return new CodedTextBuilder(rawName, chunkRows, codec, sink);
  }
}

/** Chunks of one column that do not leave yet. */
function keptInMemory(): ChunkSink {
  const chunks: ArrayBuffer[] = [];
  return {
    write: (_column, index, bytes) => {
      chunks[index] = bytes.buffer;
    },
    read: (_column, index) => Promise.resolve(chunks[index]!),
  };
}
