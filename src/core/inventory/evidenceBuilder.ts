import { ABSENT } from '../base/dayValue.ts';
import type { ColumnPlan } from '../ingest/importPlan.ts';
import type { RowSpans } from '../ingest/rowSpans.ts';
import { isDecidingUse } from './mergeDayValues.ts';
import { TextColumnBuilder, textsOfChunk } from './textColumnBuilder.ts';
import type { TextCodec } from './textCodec.ts';
import type { TextChunk } from './textColumn.ts';

/** One evidence column in the order of its table's rows. */
export interface BuiltEvidence {
  readonly values: Int32Array;
  readonly sourceRow: Uint32Array;
  /** Text of each row; `undefined` where nothing had to be moved and `chunks` can be written as they are. */
  readonly chunks: readonly TextChunk[];
}

/** Marks a seat that has no value of the column. */
export const NO_SOURCE = -1;

/**
 * Collects one column of dates of use, merged row by row: the deciding day value, its original text and its file
 * row. Rows are numbered as the rows of the table that is being built; a new row is appended, a known one merged.
 * Encoded texts stay in memory until the end, because only then the final order of the seats is known.
 */
export class EvidenceBuilder {
  private values = new Int32Array(1 << 10);
  private sourceRows = new Uint32Array(1 << 10);
  private readonly texts: TextColumnBuilder;
  private readonly chunks: TextChunk[] = [];

  constructor(
    readonly plan: ColumnPlan,
    private readonly keepsFullHistory: boolean,
    private readonly chunkRows: number,
    private readonly codec: TextCodec,
  ) {
    this.texts = new TextColumnBuilder(chunkRows, codec, {
      write: (index, chunk) => {
        this.chunks[index] = chunk;
      },
      read: (index) => Promise.resolve(this.chunks[index]!),
    });
  }

  /** Makes room for so many rows. To be called while there is none. */
  reserve(rows: number): void {
    if (rows <= this.values.length) return;
    this.values = new Int32Array(rows);
    this.sourceRows = new Uint32Array(rows);
    this.texts.reserve(rows);
  }

  put(row: number, value: number, text: string, fileRow: number): void {
    if (row === this.texts.length) {
      this.append(value, fileRow);
      this.texts.push(text);
    } else if (this.decides(row, value)) {
      this.replace(row, value, text, fileRow);
    }
  }

  /** As `put`, for a cell in the bytes of a row. */
  putSpan(row: number, value: number, spans: RowSpans, slot: number, fileRow: number): void {
    if (row === this.texts.length) {
      this.append(value, fileRow);
      this.texts.pushSpan(spans.bytes, spans.starts[slot]!, spans.ends[slot]!);
    } else if (this.decides(row, value)) {
      this.replace(row, value, spans.textAt(slot), fileRow);
    }
  }

  private decides(row: number, value: number): boolean {
    return isDecidingUse(value, this.values[row]!, this.keepsFullHistory);
  }

  private replace(row: number, value: number, text: string, fileRow: number): void {
    this.values[row] = value;
    this.sourceRows[row] = fileRow;
    this.texts.replace(row, text);
  }

  private append(value: number, fileRow: number): void {
    const row = this.texts.length;
    if (row === this.values.length) {
      const values = new Int32Array(row * 2);
      values.set(this.values);
      this.values = values;
      const sourceRows = new Uint32Array(row * 2);
      sourceRows.set(this.sourceRows);
      this.sourceRows = sourceRows;
    }
    this.values[row] = value;
    this.sourceRows[row] = value === ABSENT ? 0 : fileRow;
  }

  /** The column in the order in which its rows were appended. */
  async finish(): Promise<BuiltEvidence> {
    await this.texts.finish();
    const rows = this.texts.length;
    return {
      values: this.values.subarray(0, rows),
      sourceRow: this.sourceRows.subarray(0, rows),
      chunks: this.chunks,
    };
  }

  /** The column spread over other rows: row i takes the value of row `sources[i]`, or none for {@link NO_SOURCE}. */
  async finishSpread(sources: Int32Array): Promise<BuiltEvidence> {
    const built = await this.finish();
    const values = new Int32Array(sources.length).fill(ABSENT);
    const sourceRow = new Uint32Array(sources.length);
    const original = built.chunks.flatMap((chunk) => textsOfChunk(chunk, this.codec));
    const chunks: TextChunk[] = [];
    const spread = new TextColumnBuilder(this.chunkRows, this.codec, {
      write: (index, chunk) => {
        chunks[index] = chunk;
      },
      read: (index) => Promise.resolve(chunks[index]!),
    });
    for (let row = 0; row < sources.length; row += 1) {
      const source = sources[row]!;
      if (source !== NO_SOURCE) {
        values[row] = built.values[source]!;
        sourceRow[row] = built.sourceRow[source]!;
      }
      spread.push(source === NO_SOURCE ? '' : original[source]!);
    }
    await spread.finish();
    return { values, sourceRow, chunks };
  }
}
