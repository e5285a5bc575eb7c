import type { EpochDay } from '../base/epochDay.ts';
import { runAtOnce } from '../base/runAtOnce.ts';
import { bitOfDay, DayBlocks, NO_BLOCK, placeOfDay, SortedBlocks, writeDays } from './dayBlocks.ts';

/** Code of a log row that names no licence type: it counts for every seat of the account. */
export const ANY_LICENCE = 0;

/** Most events that one series can hold; more are not counted. */
export const MAX_EVENTS = 0x7fff_ffff;

/**
 * What an activity log says, one row per series: a key (as the log names its accounts), a licence type and an event
 * type. Rows stand in the order of key, licence type, event type; the log's own rows are not kept.
 */
export interface ActivityTable {
  readonly count: number;
  /** Number of the key, in the order in which the log first names it. */
  readonly key: Uint32Array;
  /** {@link ANY_LICENCE}, or 1 + number of the licence type or module that the log names. */
  readonly licenceType: Uint16Array;
  /** Number of the event type. */
  readonly event: Uint16Array;
  /** Events of the series: rows, or the sum of their counts; at most {@link MAX_EVENTS}. */
  readonly events: Uint32Array;
  /** File row that shows the last day first. */
  readonly sourceRow: Uint32Array;
  /** Where the days of each series start in `days`, and the end of the last. */
  readonly dayStarts: Uint32Array;
  /** Distinct days, ascending within a series. */
  readonly days: Int32Array;
  /** Series as they were numbered while building, by row: what was noted elsewhere under that number. */
  readonly order: Uint32Array;
}

/** Places in the record of a series: 32 bytes, half a cache line, since a log jumps between accounts. */
const STRIDE = 8;
const KEY = 0;
const KIND = 1;
const LAST_DAY = 2;
const SOURCE_ROW = 3;
const EVENTS = 4;
/** The block of days that was met last stands in the record, older ones in a chain. */
const PLACE = 5;
const BITS = 6;
const OLDER = 7;

/**
 * Folds the rows of an activity log into series while they stream by: millions of rows become one row per account and
 * event type, with the distinct days on which something happened. Makes no object per row.
 */
export class ActivityBuilder {
  private count = 0;
  private records = new Int32Array(STRIDE << 10);
  /** Hash table: series + 1, or 0 for a free slot. Twice as many slots as series that stand in it, or more. */
  private slots = new Int32Array(1 << 11);
  /** Series that stand in the table: it is only kept up where series are looked for in it. */
  private hashed = 0;
  private readonly older = new DayBlocks();
  /** Whether the rows come newest first, as far as their blocks of days tell. */
  private isFalling = true;
  private lastPlace = HIGHEST_PLACE;
  /** Room for the days of the table, kept for the next one. */
  private dayRoom = new Int32Array(1 << 10);

  get size(): number {
    return this.count;
  }

  /**
   * Takes one row of the log.
   *
   * @param key number of the account key, from 0.
   * @param licenceType, event below 65,536.
   * @param events how many events the row stands for.
   * @returns the series when this row now decides its last day, so that its text can be noted; else −1. Of several rows
   * on the last day the first in the file decides.
   */
  add(
    key: number,
    licenceType: number,
    event: number,
    day: EpochDay,
    events: number,
    fileRow: number,
  ): number {
    return this.addTo(this.seriesOf(key, (licenceType << 16) | event), day, events, fileRow);
  }

  /** As {@link add}, for a row whose series is known. A new one must have got no row yet. */
  addTo(series: number, day: EpochDay, events: number, fileRow: number): number {
    const at = series * STRIDE;
    const { records } = this;
    records[at + EVENTS] = Math.min(MAX_EVENTS, records[at + EVENTS]! + events);
    const place = placeOfDay(day);
    const bit = bitOfDay(day);
    if (place > this.lastPlace) this.isFalling = false;
    this.lastPlace = place;
    if (records[at + SOURCE_ROW] === NO_ROW) {
      records[at + PLACE] = place;
      records[at + BITS] = bit;
      records[at + OLDER] = NO_BLOCK;
    } else {
      if (records[at + PLACE] === place) records[at + BITS]! |= bit;
      else if (
        // Logs are mostly in order: then no older block can hold the day, and the chain need not be walked.
        this.isFalling ||
        place > placeOfDay(records[at + LAST_DAY]!) ||
        !this.older.mark(records[at + OLDER]!, place, bit)
      ) {
        records[at + OLDER] = this.older.push(
          records[at + PLACE]!,
          records[at + BITS]!,
          records[at + OLDER]!,
        );
        records[at + PLACE] = place;
        records[at + BITS] = bit;
      }
      if (day <= records[at + LAST_DAY]!) return -1;
    }
    records[at + LAST_DAY] = day;
    records[at + SOURCE_ROW] = fileRow;
    return series;
  }

  /** Forgets every row; what it has of memory stays for the next ones. */
  clear(): void {
    if (this.hashed > 0) this.slots.fill(0);
    this.hashed = 0;
    this.count = 0;
    this.older.clear();
    this.isFalling = true;
    this.lastPlace = HIGHEST_PLACE;
  }

  /**
   * Whether the table in which {@link add} looks for series lacks some, or could soon be full: then it is better to run
   * {@link hashing} than to have all of them put into it at once.
   */
  get isCrowded(): boolean {
    const { length } = this.slots;
    return (
      this.count - this.hashed > PIECE || (length >= LARGE_SLOTS && (this.count + SERIES_AHEAD) * 2 > length)
    );
  }

  /** Puts every series into a table with room for more, yielding between pieces. No row may come before it has ended. */
  *hashing(): Generator<undefined, void> {
    let { length } = this.slots;
    const room = this.isCrowded ? SERIES_AHEAD : 0;
    while ((this.count + room) * 2 > length) length *= 2;
    const slots = new Int32Array(length);
    const mask = length - 1;
    const { count, records } = this;
    for (let series = 0; series < count; series += 1) {
      if (series > 0 && series % PIECE === 0) yield;
      let slot = hashOf(records[series * STRIDE + KEY]!, records[series * STRIDE + KIND]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = series + 1;
    }
    this.slots = slots;
    this.hashed = count;
  }

  /** The log as one table. No row can be added before {@link clear}, after which the days of the table are no longer valid. */
  finish(): ActivityTable {
    return this.tableOf(runAtOnce(this.sorting()));
  }

  /**
   * The log as tables of at most so many series that one of them keeps nobody waiting. `order`: the series in their order.
   * The days of a table are valid until the next one is asked for.
   */
  *tables(order: Uint32Array): Generator<ActivityTable> {
    for (let from = 0; from < order.length; from += PIECE) {
      yield this.tableOf(order.subarray(from, from + PIECE));
    }
  }

  /** Key of a series, and its licence type and event type as in {@link append}. */
  keyOf(series: number): number {
    return this.records[series * STRIDE + KEY]!;
  }

  kindOf(series: number): number {
    return this.records[series * STRIDE + KIND]!;
  }

  /** Begins a series that there is not yet. `kind`: licence type in the upper half, event type in the lower. */
  append(key: number, kind: number): number {
    const series = this.count;
    const at = series * STRIDE;
    if (at === this.records.length) {
      const wider = new Int32Array(roomFor(series) * STRIDE);
      wider.set(this.records);
      this.records = wider;
    }
    this.records[at + KEY] = key;
    this.records[at + KIND] = kind;
    this.records[at + EVENTS] = 0;
    this.records[at + SOURCE_ROW] = NO_ROW;
    this.count = series + 1;
    return series;
  }

  private seriesOf(key: number, kind: number): number {
    if (this.hashed < this.count) runAtOnce(this.hashing());
    const mask = this.slots.length - 1;
    let slot = hashOf(key, kind) & mask;
    for (let taken = this.slots[slot]!; taken !== 0; taken = this.slots[slot]!) {
      const at = (taken - 1) * STRIDE;
      if (this.records[at + KEY] === key && this.records[at + KIND] === kind) return taken - 1;
      slot = (slot + 1) & mask;
    }
    const series = this.append(key, kind);
    this.slots[slot] = series + 1;
    this.hashed = this.count;
    if (this.count * 2 > this.slots.length) runAtOnce(this.hashing());
    return series;
  }

  /** Series by key, then by licence type and event type: counted by key, each key's few sorted. Yields between pieces. */
  *sorting(): Generator<undefined, Uint32Array> {
    const { count, records } = this;
    let keys = 0;
    for (let series = 0; series < count; series += 1) {
      keys = Math.max(keys, records[series * STRIDE + KEY]! + 1);
      if (series % PIECE === PIECE - 1) yield;
    }
    const ends = new Uint32Array(keys + 1);
    for (let series = 0; series < count; series += 1) {
      ends[records[series * STRIDE + KEY]! + 1]! += 1;
      if (series % PIECE === PIECE - 1) yield;
    }
    for (let key = 0; key < keys; key += 1) ends[key + 1]! += ends[key]!;
    const order = new Uint32Array(count);
    for (let series = 0; series < count; series += 1) {
      const key = records[series * STRIDE + KEY]!;
      order[ends[key]!] = series;
      ends[key]! += 1;
      if (series % PIECE === PIECE - 1) yield;
    }
    const kindOf = (series: number): number => records[series * STRIDE + KIND]! >>> 0;
    let sorted = 0;
    for (let key = 0, from = 0; key < keys; key += 1) {
      const to = ends[key]!;
      if (to - from > FEW) order.subarray(from, to).sort((one, other) => kindOf(one) - kindOf(other));
      else sortFew(order, from, to, kindOf);
      sorted += to - from;
      if (sorted >= PIECE) {
        sorted = 0;
        yield;
      }
      from = to;
    }
    return order;
  }

  /** One pass over the records, which stand in no order: each of them is waited for once. */
  private tableOf(order: Uint32Array): ActivityTable {
    const { records, older } = this;
    const { length } = order;
    const key = new Uint32Array(length);
    const licenceType = new Uint16Array(length);
    const event = new Uint16Array(length);
    const events = new Uint32Array(length);
    const sourceRow = new Uint32Array(length);
    const dayStarts = new Uint32Array(length + 1);
    const blocks = new SortedBlocks();
    let days = this.dayRoom;
    let end = 0;
    for (let row = 0; row < length; row += 1) {
      const at = order[row]! * STRIDE;
      const kind = records[at + KIND]!;
      key[row] = records[at + KEY]!;
      licenceType[row] = kind >>> 16;
      event[row] = kind & 0xffff;
      events[row] = records[at + EVENTS]!;
      sourceRow[row] = records[at + SOURCE_ROW]!;
      blocks.clear();
      blocks.add(records[at + PLACE]!, records[at + BITS]!);
      older.collect(records[at + OLDER]!, blocks);
      while (end + blocks.count * 32 > days.length) {
        const wider = new Int32Array(days.length + (days.length >> 1) + length);
        wider.set(days);
        this.dayRoom = days = wider;
      }
      for (let block = 0; block < blocks.count; block += 1) {
        end = writeDays(days, end, blocks.places[block]!, blocks.bits[block]!);
      }
      dayStarts[row + 1] = end;
    }
    const counted = { count: length, key, licenceType, event, events, sourceRow };
    return { ...counted, dayStarts, days: days.subarray(0, end), order };
  }
}

/** Instead of the file row of a series without rows. */
const NO_ROW = -1;

/** Above the block of every day. */
const HIGHEST_PLACE = 1 << 29;

/** Series of one key that are sorted in place; more would take longer so. */
const FEW = 32;

function sortFew(order: Uint32Array, from: number, to: number, kindOf: (series: number) => number): void {
  for (let row = from + 1; row < to; row += 1) {
    const series = order[row]!;
    const kind = kindOf(series);
    let at = row;
    for (; at > from && kindOf(order[at - 1]!) > kind; at -= 1) order[at] = order[at - 1]!;
    order[at] = series;
  }
}

/** Room for more series than there are: a half more, since it is copied while there are many. */
const roomFor = (series: number): number => series + (series >> 1) + 2;

/** Series that are worked on in one go. */
const PIECE = 1 << 15;
/** A table of so many slots is made wider in pieces, before it is full. */
const LARGE_SLOTS = 1 << 17;
/** More new series than come between two looks at {@link ActivityBuilder.isCrowded}. */
const SERIES_AHEAD = 1 << 16;

function hashOf(key: number, kind: number): number {
  let hash = Math.imul(key, 0x9e37_79b1) ^ Math.imul(kind, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
