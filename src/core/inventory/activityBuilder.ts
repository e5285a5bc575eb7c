import type { EpochDay } from '../base/epochDay.ts';
import { DaySets, type SortedDays } from './daySets.ts';

const NONE = -1;

/** Code of a log row that names no licence type: it counts for every seat of the account. */
export const ANY_LICENCE = 0;

/**
 * What an activity log says, one row per series: a key (as the log names its accounts), a licence type and an event
 * type. Rows stand in the order of key, licence type, event type; the log's own rows are not kept.
 */
export interface ActivityTable extends SortedDays {
  readonly count: number;
  /** Number of the key, in the order in which the log first names it. */
  readonly key: Uint32Array;
  /** {@link ANY_LICENCE}, or 1 + number of the licence type or module that the log names. */
  readonly licenceType: Uint16Array;
  /** Number of the event type. */
  readonly event: Uint16Array;
  /** Events of the series: rows, or the sum of their counts. */
  readonly events: Float64Array;
  /** File row that shows the last day first. */
  readonly sourceRow: Uint32Array;
  /** Series as they were numbered while building, by row: what was noted elsewhere under that number. */
  readonly order: Uint32Array;
}

/**
 * Folds the rows of an activity log into series while they stream by: millions of rows become one row per account and
 * event type, with the distinct days on which something happened. Makes no object per row.
 */
export class ActivityBuilder {
  private capacity = 1 << 10;
  private count = 0;
  private key = new Uint32Array(this.capacity);
  /** Licence type and event type in one word. */
  private kind = new Uint32Array(this.capacity);
  private events = new Float64Array(this.capacity);
  private lastDay = new Int32Array(this.capacity);
  private sourceRow = new Uint32Array(this.capacity);
  /** Next series of the same key, or −1. */
  private next = new Int32Array(this.capacity);
  /** Series of each key that was met last, or −1. */
  private head = new Int32Array(1 << 10).fill(NONE);
  private readonly daySets = new DaySets();

  get size(): number {
    return this.count;
  }

  /**
   * Takes one row of the log.
   *
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
    const before = this.count;
    const series = this.seriesOf(key, ((licenceType << 16) | event) >>> 0);
    this.events[series]! += events;
    this.daySets.add(series, day);
    if (series < before && day <= this.lastDay[series]!) return NONE;
    this.lastDay[series] = day;
    this.sourceRow[series] = fileRow;
    return series;
  }

  finish(): ActivityTable {
    const order = this.sortedSeries();
    const kinds = order.map((series) => this.kind[series]!);
    return {
      count: order.length,
      key: order.map((series) => this.key[series]!),
      licenceType: Uint16Array.from(kinds, (kind) => kind >>> 16),
      event: Uint16Array.from(kinds, (kind) => kind & 0xffff),
      events: Float64Array.from(order, (series) => this.events[series]!),
      sourceRow: order.map((series) => this.sourceRow[series]!),
      order,
      ...this.daySets.sorted(order),
    };
  }

  private seriesOf(key: number, kind: number): number {
    if (key >= this.head.length) this.widenHeads(key);
    const first = this.head[key]!;
    for (let series = first; series !== NONE; series = this.next[series]!) {
      if (this.kind[series] === kind) return series;
    }
    const series = this.count;
    if (series === this.capacity) this.widen();
    this.key[series] = key;
    this.kind[series] = kind;
    this.next[series] = first;
    this.head[key] = series;
    this.count = series + 1;
    return series;
  }

  private sortedSeries(): Uint32Array {
    const order = new Uint32Array(this.count);
    let end = 0;
    const own: number[] = [];
    for (const first of this.head) {
      own.length = 0;
      for (let series = first; series !== NONE; series = this.next[series]!) own.push(series);
      if (own.length > 1) own.sort((one, other) => this.kind[one]! - this.kind[other]!);
      order.set(own, end);
      end += own.length;
    }
    return order;
  }

  private widen(): void {
    this.capacity *= 2;
    this.key = widened(this.key, new Uint32Array(this.capacity));
    this.kind = widened(this.kind, new Uint32Array(this.capacity));
    this.events = widened(this.events, new Float64Array(this.capacity));
    this.lastDay = widened(this.lastDay, new Int32Array(this.capacity));
    this.sourceRow = widened(this.sourceRow, new Uint32Array(this.capacity));
    this.next = widened(this.next, new Int32Array(this.capacity));
  }

  private widenHeads(key: number): void {
    const head = new Int32Array(Math.max(this.head.length * 2, key + 1)).fill(NONE);
    head.set(this.head);
    this.head = head;
  }
}

function widened<Numbers extends Uint32Array | Int32Array | Float64Array>(
  from: Numbers,
  into: Numbers,
): Numbers {
  into.set(from);
  return into;
}
