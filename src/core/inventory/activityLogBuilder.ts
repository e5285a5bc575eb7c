import { isDay } from '../base/dayValue.ts';
import { addDays, addMonths, type EpochDay } from '../base/epochDay.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { cellText } from '../ingest/cellText.ts';
import {
  DATE_COLUMNS,
  KEY_COLUMNS,
  LICENCE_COLUMNS,
  type ActivityCells,
} from '../ingest/kinds/activityCells.ts';
import type { FactRow } from '../ingest/kinds/factRow.ts';
import { schemaOf } from '../ingest/kinds/kindSchemas.ts';
import { SpanTexts } from '../ingest/spanTexts.ts';
import { utf8ToText } from '../ingest/utf8Bytes.ts';
import { ActivityBuilder, ANY_LICENCE } from './activityBuilder.ts';
import {
  ACTIVITY_COLUMNS,
  ACTIVITY_FORMAT,
  type ActivityLayout,
  type ActivitySummary,
} from './activityLog.ts';
import type { FactTableTools } from './factTableBuilder.ts';
import { LogKeys } from './logKeys.ts';
import { numbersToChunk } from './numberChunkBytes.ts';
import { RawTexts } from './rawTexts.ts';
import { summariseActivity } from './summariseActivity.ts';
import { buildSunkTextColumn } from './sunkTextColumn.ts';
import { CHUNK_ROWS } from './textColumn.ts';
import { TextNumbering } from './textNumbering.ts';
import { buildTextChunk } from './textColumnBuilder.ts';
import { textChunkToBytes } from './textChunkBytes.ts';
import { chunksOf } from './snapshotLayout.ts';

/** Rows between two pauses. */
const PIECE = 1 << 14;

/** Names of event types and licence types that a log may have in all. */
export const MOST_NAMES = 1 << 16;

/** The layout of the log and its figures. All chunks have gone to the sink. */
export interface BuiltActivityLog {
  readonly layout: Omit<ActivityLayout, 'id'>;
  readonly summary: ActivitySummary;
}

const { columns: SCHEMA } = schemaOf('activity');
const placesOf = (names: readonly string[]): readonly number[] =>
  names.map((name) => SCHEMA.findIndex((column) => column.name === name));
const KEY_PLACES = placesOf(KEY_COLUMNS);
const DATE_PLACES = placesOf(DATE_COLUMNS);
const [EVENT_PLACE, COUNT_PLACE] = placesOf(['eventType', 'count']) as [number, number];
const MONTH_PLACE = placesOf(['month'])[0]!;

/** What the builder must know of the plan. */
export interface ActivityForm {
  /** Canonical columns that are mapped. */
  readonly mapped: ReadonlySet<string>;
  readonly asOf: EpochDay;
}

/**
 * Builds a stored activity log row by row: keys, names and original texts are numbered and noted while `ActivityBuilder`
 * folds the rows. Rows in bytes and rows in strings give the same log. Source of the rule: LOAD-08, LOAD-25.
 */
export class ActivityLogBuilder {
  private readonly chunkRows: number;
  private readonly series = new ActivityBuilder();
  private keyIndex = new LogKeys();
  private readonly keyTexts;
  private readonly names = new TextNumbering(['']);
  private raw = new RawTexts();
  private readonly spans = new SpanTexts(MOST_NAMES, cellText);
  /** Number of a name by number of its bytes. */
  private nameOfSpan = new Int32Array(1 << 8);
  private readonly licencePlace: number;
  private readonly isMonthly: boolean;
  private withoutEvents = 0;

  constructor(
    private readonly form: ActivityForm,
    private readonly tools: FactTableTools,
  ) {
    this.chunkRows = tools.chunkRows ?? CHUNK_ROWS;
    this.keyTexts = buildSunkTextColumn(ACTIVITY_COLUMNS.keys, this.chunkRows, tools.codec, tools.sink);
    this.licencePlace = placesOf(LICENCE_COLUMNS.filter((name) => form.mapped.has(name)))[0] ?? -1;
    this.isMonthly = form.mapped.has('month');
  }

  /** A column mapped to event or licence type holds something else, such as a message a row. */
  get hasTooManyNames(): boolean {
    return this.names.texts.length > MOST_NAMES;
  }

  /** Takes over one row that stands in bytes. */
  addCells(bytes: Uint8Array, cells: ActivityCells): void {
    if (cells.events === 0) {
      this.withoutEvents += 1;
      return;
    }
    const { keyStart, keyEnd } = cells;
    const known = this.keyIndex.size;
    let key = this.keyIndex.numberOfBytes(bytes, keyStart, keyEnd);
    if (key < 0) key = this.keyIndex.numberOf(canonicalId(utf8ToText(bytes, keyStart, keyEnd)));
    if (key === known) this.keyTexts.pushSpan(bytes, keyStart, keyEnd);
    const event = this.nameAt(bytes, cells.eventStart, cells.eventEnd);
    const licence = this.nameAt(bytes, cells.licenceStart, cells.licenceEnd);
    const deciding = this.series.add(key, licence, event, cells.day, cells.events, cells.fileRow);
    if (deciding >= 0) this.raw.set(deciding, bytes, cells.rawStart, cells.rawEnd);
  }

  /** As {@link addCells}, for an accepted row that was read as text; `rawOf` gives the cell of a canonical column. */
  addRow(row: FactRow, rawOf: (column: string) => string): void {
    const count = row.numbers[COUNT_PLACE]!;
    const events = Number.isNaN(count) ? 1 : count;
    if (events === 0) {
      this.withoutEvents += 1;
      return;
    }
    const text = row.texts[KEY_PLACES.find((place) => row.texts[place] !== '')!]!;
    const known = this.keyIndex.size;
    const key = this.keyIndex.numberOf(canonicalId(text));
    if (key === known) this.keyTexts.push(text);
    const dated = DATE_PLACES.findIndex((place) => isDay(row.numbers[place]!));
    const place = DATE_PLACES[dated]!;
    const first = row.numbers[place]! as EpochDay;
    const day = place === MONTH_PLACE ? this.endOfMonth(first) : first;
    const licence = this.licencePlace === -1 ? '' : row.texts[this.licencePlace]!;
    const deciding = this.series.add(
      key,
      this.names.numberOf(licence),
      this.names.numberOf(row.texts[EVENT_PLACE]!),
      day,
      events,
      row.fileRow,
    );
    if (deciding >= 0) this.raw.setText(deciding, rawOf(DATE_COLUMNS[dated]!));
  }

  /** Writes every column; the builder is spent. `pause` is awaited between pieces of the work. */
  async finish(pause: () => Promise<void> = () => Promise.resolve()): Promise<BuiltActivityLog> {
    const { chunkRows, names } = this;
    const { sink, codec } = this.tools;
    const emit = sink.write.bind(sink);
    await this.keyTexts.finish();
    const keys = this.keyIndex.size;
    this.keyIndex = new LogKeys();
    await pause();
    const raw = buildSunkTextColumn(ACTIVITY_COLUMNS.raw, chunkRows, codec, sink);
    const order = this.series.sortSeries();
    for (let row = 0; row < order.length; row += 1) {
      this.raw.pushTo(raw, order[row]!);
      if (row % PIECE === PIECE - 1) await pause();
    }
    await raw.finish();
    this.raw = new RawTexts();
    const pieces = this.series.finishing();
    let piece = pieces.next();
    for (; piece.done !== true; piece = pieces.next()) await pause();
    const table = piece.value;
    const write = async (name: string, values: Uint32Array | Int32Array): Promise<void> => {
      for (let chunk = 0; chunk < chunksOf(values.length, chunkRows); chunk += 1) {
        emit(name, chunk, numbersToChunk(values.subarray(chunk * chunkRows, (chunk + 1) * chunkRows)));
        await pause();
      }
    };
    await write(ACTIVITY_COLUMNS.key, table.key);
    await write(ACTIVITY_COLUMNS.licenceType, Uint32Array.from(table.licenceType));
    await write(ACTIVITY_COLUMNS.event, Uint32Array.from(table.event));
    await write(ACTIVITY_COLUMNS.events, table.events);
    await write(ACTIVITY_COLUMNS.sourceRow, table.sourceRow);
    await write(ACTIVITY_COLUMNS.days, table.days);
    await write(ACTIVITY_COLUMNS.dayEnds, table.dayStarts.subarray(1));
    for (let chunk = 0; chunk < chunksOf(names.texts.length, chunkRows); chunk += 1) {
      const texts = names.texts.slice(chunk * chunkRows, (chunk + 1) * chunkRows);
      emit(ACTIVITY_COLUMNS.words, chunk, textChunkToBytes(buildTextChunk(texts, codec)));
    }
    return {
      layout: {
        format: ACTIVITY_FORMAT,
        kind: 'activity',
        rows: table.count,
        chunkRows,
        strings: names.texts.length,
        columns: [],
        keys,
        days: table.days.length,
      },
      summary: summariseActivity(table, names.texts, {
        keys,
        monthly: this.isMonthly,
        withoutEvents: this.withoutEvents,
      }),
    };
  }

  /** A month's count says that something happened until its last day at the latest, and not after the data end. */
  private endOfMonth(first: EpochDay): EpochDay {
    const last = addDays(addMonths(first, 1), -1);
    return last > this.form.asOf && first <= this.form.asOf ? this.form.asOf : last;
  }

  private nameAt(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return ANY_LICENCE;
    const span = this.spans.numberOf(bytes, start, end);
    if (span < 0) return this.names.numberOf(cellText(utf8ToText(bytes, start, end)));
    if (span >= this.nameOfSpan.length) {
      const wider = new Int32Array(this.nameOfSpan.length * 2);
      wider.set(this.nameOfSpan);
      this.nameOfSpan = wider;
    }
    const known = this.nameOfSpan[span]!;
    if (known !== 0) return known - 1;
    const number = this.names.numberOf(this.spans.textAt(span));
    this.nameOfSpan[span] = number + 1;
    return number;
  }
}
