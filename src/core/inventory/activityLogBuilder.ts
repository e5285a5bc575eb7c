import { isDay } from '../base/dayValue.ts';
import { addDays, addMonths, type EpochDay } from '../base/epochDay.ts';
import { runWithPauses } from '../base/runWithPauses.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import {
  DATE_COLUMNS,
  KEY_COLUMNS,
  LICENCE_COLUMNS,
  type ActivityCells,
} from '../ingest/kinds/activityCells.ts';
import type { FactRow } from '../ingest/kinds/factRow.ts';
import { schemaOf } from '../ingest/kinds/kindSchemas.ts';
import { utf8ToText } from '../ingest/utf8Bytes.ts';
import type { ActivityTable } from './activityBuilder.ts';
import { ActivityFigures } from './activityFigures.ts';
import { ActivityGroups } from './activityGroups.ts';
import {
  ACTIVITY_COLUMNS,
  ACTIVITY_FORMAT,
  type ActivityLayout,
  type ActivitySummary,
} from './activityLog.ts';
import { CodedTextBuilder } from './codedTextBuilder.ts';
import type { FactTableTools } from './factTableBuilder.ts';
import { LogKeys } from './logKeys.ts';
import { LogNames, MOST_NAMES } from './logNames.ts';
import { NOTED_ROWS } from './logRows.ts';
import { NumberColumnWriter } from './numberColumnWriter.ts';
import { PackedTexts } from './packedTexts.ts';
import { buildSunkTextColumn } from './sunkTextColumn.ts';
import { CHUNK_ROWS } from './textColumn.ts';
import { buildTextChunk } from './textColumnBuilder.ts';
import { textChunkToBytes } from './textChunkBytes.ts';
import { chunksOf } from './snapshotLayout.ts';

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
  /** Rows that may wait to be folded; a usual number when left out. */
  readonly mostWaiting?: number;
}

/**
 * Builds a stored activity log row by row: keys and names are numbered, original texts packed, and `ActivityGroups` folds
 * the rows. Rows in bytes and rows in strings give the same log. Source of the rule: LOAD-08, LOAD-25.
 */
export class ActivityLogBuilder {
  private readonly chunkRows: number;
  private readonly groups;
  private readonly texts = new PackedTexts();
  private keyIndex = new LogKeys();
  private readonly keyTexts;
  private readonly names = new LogNames();
  private view: DataView = new DataView(new ArrayBuffer(0));
  private viewed: Uint8Array | undefined;
  /** Rows in bytes that wait for their keys. */
  private waiting = 0;
  private readonly keyStarts = new Int32Array(NOTED_ROWS);
  private readonly keyEnds = new Int32Array(NOTED_ROWS);
  private readonly licencePlace: number;
  private readonly isMonthly: boolean;
  private withoutEvents = 0;

  constructor(
    private readonly form: ActivityForm,
    private readonly tools: FactTableTools,
  ) {
    this.chunkRows = tools.chunkRows ?? CHUNK_ROWS;
    this.groups = new ActivityGroups(this.texts, form.mostWaiting);
    this.keyTexts = buildSunkTextColumn(ACTIVITY_COLUMNS.keys, this.chunkRows, tools.codec, tools.sink);
    this.licencePlace = placesOf(LICENCE_COLUMNS.filter((name) => form.mapped.has(name)))[0] ?? -1;
    this.isMonthly = form.mapped.has('month');
  }

  /** A column mapped to event or licence type holds something else, such as a message a row. */
  get hasTooManyNames(): boolean {
    return this.names.texts.length > MOST_NAMES;
  }

  /** Takes over one row that stands in bytes. The bytes must stay until {@link flush}. */
  addCells(bytes: Uint8Array, cells: ActivityCells): void {
    if (cells.events === 0) {
      this.withoutEvents += 1;
      return;
    }
    const { groups, waiting, texts } = this;
    if (bytes !== this.viewed) {
      this.viewed = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const event = this.names.numberAt(bytes, this.view, cells.eventStart, cells.eventEnd);
    const licence = this.names.numberAt(bytes, this.view, cells.licenceStart, cells.licenceEnd);
    this.keyStarts[waiting] = cells.keyStart;
    this.keyEnds[waiting] = cells.keyEnd;
    const { day, events, fileRow } = cells;
    const code = texts.pack(bytes, cells.rawStart, cells.rawEnd, day);
    groups.note(waiting, groups.kindOf(licence, event), day, events, fileRow, code);
    this.waiting = waiting + 1;
    if (this.waiting === NOTED_ROWS) this.flush(bytes);
  }

  /** Finds the keys of the rows that came as bytes; to be called before the bytes change or a row comes as text. */
  flush(bytes: Uint8Array): void {
    const { keyIndex, keyStarts, keyEnds, waiting, groups } = this;
    keyIndex.ask(bytes, keyStarts, keyEnds, waiting);
    for (let row = 0; row < waiting; row += 1) {
      const start = keyStarts[row]!;
      const end = keyEnds[row]!;
      const known = keyIndex.size;
      let key = keyIndex.numberAt(row);
      if (key < 0) key = keyIndex.numberOf(canonicalId(utf8ToText(bytes, start, end)));
      if (key === known) this.keyTexts.pushSpan(bytes, start, end);
      groups.put(row, key);
    }
    this.waiting = 0;
  }

  /**
   * To be awaited between batches of rows: makes room for more keys, and folds the rows that wait when they have become
   * many. `pause` is awaited between pieces of the work.
   */
  async makeRoom(pause: () => Promise<void>): Promise<void> {
    if (this.keyIndex.isCrowded) await runWithPauses(this.keyIndex.widening(), pause);
    if (this.groups.isFull) await this.groups.fold(this.keyIndex.size, pause);
  }

  /**
   * As {@link addCells}, for an accepted row that was read as text, when no row in bytes waits; `rawOf` gives the cell of
   * a canonical column.
   */
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
    const event = this.names.numberOf(row.texts[EVENT_PLACE]!);
    const { groups, texts } = this;
    const kind = groups.kindOf(this.names.numberOf(licence), event);
    groups.note(0, kind, day, events, row.fileRow, texts.packText(rawOf(DATE_COLUMNS[dated]!), day));
    groups.put(0, key);
  }

  /** Writes every column; the builder is spent. `pause` is awaited between pieces of the work. */
  async finish(pause: () => Promise<void> = () => Promise.resolve()): Promise<BuiltActivityLog> {
    const { chunkRows, names } = this;
    const { sink, codec } = this.tools;
    await this.keyTexts.finish();
    const keys = this.keyIndex.size;
    this.keyIndex = new LogKeys();
    await pause();
    const raw = new CodedTextBuilder(ACTIVITY_COLUMNS.raw, chunkRows, codec, sink);
    const figures = new ActivityFigures(names.texts);
    const column = (name: string): NumberColumnWriter =>
      new NumberColumnWriter(name, new Uint32Array(chunkRows), sink);
    const key = column(ACTIVITY_COLUMNS.key);
    const licenceType = column(ACTIVITY_COLUMNS.licenceType);
    const event = column(ACTIVITY_COLUMNS.event);
    const events = column(ACTIVITY_COLUMNS.events);
    const sourceRow = column(ACTIVITY_COLUMNS.sourceRow);
    const dayEnds = column(ACTIVITY_COLUMNS.dayEnds);
    const days = new NumberColumnWriter(ACTIVITY_COLUMNS.days, new Int32Array(chunkRows), sink);
    const take = (table: ActivityTable, firstKey: number): void => {
      figures.add(table, firstKey);
      key.push(table.key, firstKey);
      licenceType.push(table.licenceType);
      event.push(table.event);
      events.push(table.events);
      sourceRow.push(table.sourceRow);
      dayEnds.push(table.dayStarts.subarray(1), days.length);
      days.push(table.days);
    };
    await this.groups.finish(keys, raw, take, pause);
    for (const written of [key, licenceType, event, events, sourceRow, dayEnds, days]) written.finish();
    await raw.finish();
    for (let chunk = 0; chunk < chunksOf(names.texts.length, chunkRows); chunk += 1) {
      const texts = names.texts.slice(chunk * chunkRows, (chunk + 1) * chunkRows);
      sink.write(ACTIVITY_COLUMNS.words, chunk, textChunkToBytes(buildTextChunk(texts, codec)));
    }
    return {
      layout: {
        format: ACTIVITY_FORMAT,
        kind: 'activity',
        rows: key.length,
        chunkRows,
        strings: names.texts.length,
        columns: [],
        keys,
        days: days.length,
      },
      summary: figures.summary({ keys, monthly: this.isMonthly, withoutEvents: this.withoutEvents }),
    };
  }

  /** A month's count says that something happened until its last day at the latest, and not after the data end. */
  private endOfMonth(first: EpochDay): EpochDay {
    const last = addDays(addMonths(first, 1), -1);
    return last > this.form.asOf && first <= this.form.asOf ? this.form.asOf : last;
  }
}
