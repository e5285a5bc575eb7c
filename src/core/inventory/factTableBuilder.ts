import { isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { TableKind } from '../ingest/kinds/fileKind.ts';
import type { FactRow } from '../ingest/kinds/factRow.ts';
import { schemaOf } from '../ingest/kinds/kindSchemas.ts';
import type { ChunkSink } from './chunkSink.ts';
import { encodeNumbers } from './encodeColumns.ts';
import {
  FACT_STRINGS_COLUMN,
  FACT_TABLE_FORMAT,
  SOURCE_ROW_COLUMN,
  factColumnName,
  heldAs,
  type DayRange,
  type FactTableLayout,
  type HeldAs,
} from './factTable.ts';
import { floatsToChunk } from './floatChunkBytes.ts';
import { KeyIndex } from './keyIndex.ts';
import { chunksOf } from './snapshotLayout.ts';
import { buildSunkTextColumn } from './sunkTextColumn.ts';
import { buildTextChunk, type TextColumnBuilder } from './textColumnBuilder.ts';
import { textChunkToBytes } from './textChunkBytes.ts';
import { CHUNK_ROWS } from './textColumn.ts';
import type { TextCodec } from './textCodec.ts';
import { TextNumbering } from './textNumbering.ts';

/** What a builder is handed. */
export interface FactTableTools {
  readonly codec: TextCodec;
  readonly sink: ChunkSink;
  /** A power of two; smaller only in tests. */
  readonly chunkRows?: number;
}

/** The layout of the table, and its date range. All chunks have gone to the sink. */
export interface BuiltFactTable {
  readonly layout: Omit<FactTableLayout, 'id'>;
  readonly range: DayRange;
}

type Numbers =
  Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

interface Collected {
  readonly name: string;
  readonly held: HeldAs;
  /** Place in the schema and in a row. */
  readonly index: number;
  readonly inRange: boolean;
  readonly texts: TextColumnBuilder | undefined;
  numbers: Numbers | undefined;
}

const START_ROWS = 1 << 10;

/** A separator that no cell holds as its own text would be harmless: the key only tells equal rows from others. */
const BETWEEN = '\u001f';

/**
 * Builds the columns of one file of a kind, row by row. A row whose every value was there before is a repeat and is
 * stored once. Same rows in the same order give the same bytes. Source: LOAD-04, LOAD-08.
 */
export class FactTableBuilder {
  /** Accepted rows that were there before. */
  repeats = 0;

  private readonly chunkRows: number;
  private readonly keys = new KeyIndex();
  private readonly words = new TextNumbering(['']);
  private readonly collected: readonly Collected[];
  private sourceRow = new Uint32Array(START_ROWS);
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;

  /** `mapped`: canonical columns that hold values. */
  constructor(
    private readonly kind: TableKind,
    mapped: ReadonlySet<string>,
    private readonly tools: FactTableTools,
  ) {
    this.chunkRows = tools.chunkRows ?? CHUNK_ROWS;
    const schema = schemaOf(kind);
    this.collected = schema.columns.flatMap(({ name, type }, index): Collected[] => {
      if (!mapped.has(name)) return [];
      const held = heldAs(type);
      const texts =
        held === 'text'
          ? buildSunkTextColumn(factColumnName(name), this.chunkRows, tools.codec, tools.sink)
          : undefined;
      const inRange = schema.range.includes(name);
      return [{ name, held, index, inRange, texts, numbers: allocate(held, START_ROWS) }];
    });
  }

  /** Rows stored so far. */
  get size(): number {
    return this.keys.size;
  }

  /** Takes over one accepted row; the row object may be filled again afterwards. */
  add(row: FactRow): void {
    const known = this.keys.size;
    const place = this.keys.numberOf(this.keyOf(row));
    if (place !== known) {
      this.repeats += 1;
      return;
    }
    if (place === this.sourceRow.length) this.grow();
    this.sourceRow[place] = row.fileRow;
    for (const column of this.collected) {
      const number = row.numbers[column.index]!;
      if (column.texts) column.texts.push(row.texts[column.index]!);
      else
        column.numbers![place] =
          column.held === 'word' ? this.words.numberOf(row.texts[column.index]!) : number;
      if (column.inRange && isDay(number)) {
        this.from = Math.min(this.from, number);
        this.to = Math.max(this.to, number);
      }
    }
  }

  /** Writes what is still open and the numeric columns; the builder is spent. */
  async finish(): Promise<BuiltFactTable> {
    const { size, chunkRows } = this;
    const { sink, codec } = this.tools;
    const emit = sink.write.bind(sink);
    for (const { name, texts, numbers } of this.collected) {
      await texts?.finish();
      if (!numbers) continue;
      const rows = numbers.subarray(0, size);
      if (!(rows instanceof Float64Array)) {
        encodeNumbers(factColumnName(name), rows, chunkRows, emit);
        continue;
      }
      for (let chunk = 0; chunk < chunksOf(size, chunkRows); chunk += 1) {
        emit(
          factColumnName(name),
          chunk,
          floatsToChunk(rows.subarray(chunk * chunkRows, (chunk + 1) * chunkRows)),
        );
      }
    }
    encodeNumbers(SOURCE_ROW_COLUMN, this.sourceRow.subarray(0, size), chunkRows, emit);
    const strings = this.words.texts;
    for (let chunk = 0; chunk < chunksOf(strings.length, chunkRows); chunk += 1) {
      const texts = strings.slice(chunk * chunkRows, (chunk + 1) * chunkRows);
      emit(FACT_STRINGS_COLUMN, chunk, textChunkToBytes(buildTextChunk(texts, codec)));
    }
    const hasRange = Number.isFinite(this.from);
    return {
      layout: {
        format: FACT_TABLE_FORMAT,
        kind: this.kind,
        rows: size,
        chunkRows,
        strings: strings.length,
        columns: this.collected.map(({ name, held }) => ({ name, held })),
      },
      range: hasRange ? { from: this.from as EpochDay, to: this.to as EpochDay } : undefined,
    };
  }

  private keyOf(row: FactRow): string {
    let key = '';
    for (const { index, held } of this.collected) {
      key += (held === 'text' || held === 'word' ? row.texts[index]! : String(row.numbers[index])) + BETWEEN;
    }
    return key;
  }

  private grow(): void {
    const capacity = this.sourceRow.length * 2;
    const rows = new Uint32Array(capacity);
    rows.set(this.sourceRow);
    this.sourceRow = rows;
    for (const column of this.collected) {
      if (!column.numbers) continue;
      const wider = allocate(column.held, capacity)!;
      wider.set(column.numbers);
      column.numbers = wider;
    }
  }
}

function allocate(held: HeldAs, rows: number): Numbers | undefined {
  switch (held) {
    case 'text':
      return undefined;
    case 'word':
      return new Uint32Array(rows);
    case 'day':
      return new Int32Array(rows);
    case 'number':
      return new Float64Array(rows);
    case 'code':
      return new Uint8Array(rows);
  }
}
