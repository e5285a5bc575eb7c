import type { EpochDay } from '../base/epochDay.ts';
import { runWithPauses } from '../base/runWithPauses.ts';
import { ActivityBuilder, type ActivityTable } from './activityBuilder.ts';
import { GROUP_KEYS, LogRows, NO_PAGE, type TakeLogRow } from './logRows.ts';
import { LONG_TEXT, PackedTexts } from './packedTexts.ts';
import { SeriesPlaces } from './seriesPlaces.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';

/** Rows that wait to be folded, of 12 bytes each: 126 MB. */
const MOST_WAITING = 10 << 20;
/** Waiting texts that could not be packed. */
const MOST_LONG = 1 << 17;
/** Pages of waiting rows between two pauses. */
const PAGES = 1 << 5;

/** Words of the text of a series, as `PackedTexts` makes them. */
const TEXT_WORDS = 3;

/** The folded rows of a range of keys, with the packed text of each series. */
class ActivityGroup {
  readonly series = new ActivityBuilder();
  texts = new Int32Array(TEXT_WORDS << 8);

  setText(series: number, code: number, high: number, low: number): void {
    const at = series * TEXT_WORDS;
    if (at >= this.texts.length) {
      const wider = new Int32Array(this.texts.length * 2);
      wider.set(this.texts);
      this.texts = wider;
    }
    this.texts[at] = code;
    this.texts[at + 1] = high;
    this.texts[at + 2] = low;
  }
}

/**
 * Folds the rows of a log range of keys by range of keys. Rows are only written down while the log is read; when it has
 * ended, or when too many wait, one range after another is folded, so that its series stand in the processor's cache
 * meanwhile. Between two such rounds the series of every range are kept.
 */
export class ActivityGroups {
  private readonly kinds: number[] = [];
  private readonly numbers = new Map<number, number>();
  /** Number of the kind of an event type without licence type, plus 1. */
  private ofEvent = new Int32Array(1 << 8);
  private rows;
  private readonly places = new SeriesPlaces(GROUP_KEYS);
  /** Texts that could not be packed and may wait, those of series among them. */
  private mostLong = MOST_LONG;
  private readonly kept: (ActivityGroup | undefined)[] = [];

  constructor(
    private readonly texts: PackedTexts,
    private readonly mostWaiting = MOST_WAITING,
  ) {
    this.rows = new LogRows(texts.heads);
  }

  /** Whether {@link fold} is due. */
  get isFull(): boolean {
    return this.rows.count >= this.mostWaiting || this.texts.longTexts >= this.mostLong;
  }

  /** Number of a licence type and event type, from 0. */
  kindOf(licenceType: number, event: number): number {
    if (licenceType !== 0) return this.numberOf((licenceType << 16) | event);
    if (event >= this.ofEvent.length) {
      const wider = new Int32Array(event * 2);
      wider.set(this.ofEvent);
      this.ofEvent = wider;
    }
    const known = this.ofEvent[event]!;
    return known > 0 ? known - 1 : (this.ofEvent[event] = this.numberOf(event) + 1) - 1;
  }

  /** Notes row `at` of up to `NOTED_ROWS` whose keys are not known yet. `code`: what its text was packed as last. */
  note(at: number, kind: number, day: EpochDay, events: number, fileRow: number, code: number): void {
    this.rows.note(at, kind, day, events, fileRow, code, this.texts.high, this.texts.low);
  }

  /** Says the key of a noted row. */
  put(at: number, key: number): void {
    this.rows.put(at, key);
  }

  /** Folds all waiting rows into series that are kept. */
  async fold(keys: number, pause: () => Promise<void>): Promise<void> {
    for (let group = 0; group * GROUP_KEYS < keys; group += 1) {
      const into = (this.kept[group] ??= new ActivityGroup());
      await this.foldGroup(group, into, pause);
    }
    this.rows = new LogRows(this.texts.heads);
    this.keepLongTexts();
  }

  /**
   * Folds what waits and hands over the series of one range of keys after another, in the order of their keys, in
   * tables of a bounded number of series; numbers of keys in a table count from `firstKey`. Nothing can be added afterwards.
   */
  async finish(
    keys: number,
    raw: Pick<TextColumnBuilder, 'push' | 'pushSpan'>,
    take: (table: ActivityTable, firstKey: number) => void,
    pause: () => Promise<void>,
  ): Promise<void> {
    const shared = new ActivityGroup();
    for (let group = 0; group * GROUP_KEYS < keys; group += 1) {
      shared.series.clear();
      const into = this.kept[group] ?? shared;
      this.kept[group] = undefined;
      const isPlaced = await this.foldGroup(group, into, pause);
      await pause();
      const order = isPlaced ? this.places.order() : await runWithPauses(into.series.sorting(), pause);
      for (const table of into.series.tables(order)) {
        for (const series of table.order) {
          const at = series * TEXT_WORDS;
          this.texts.pushTo(raw, into.texts[at]!, into.texts[at + 1]!, into.texts[at + 2]!);
        }
        take(table, group * GROUP_KEYS);
        await pause();
      }
      await pause();
    }
    this.rows = new LogRows(this.texts.heads);
  }

  /** Returns whether every series of the range has its place in `places` afterwards. */
  private async foldGroup(group: number, into: ActivityGroup, pause: () => Promise<void>): Promise<boolean> {
    const { kinds, rows, places } = this;
    const { series } = into;
    const isPlaced = places.begin(series, kinds);
    const byPlace: TakeLogRow = (key, kind, day, events, fileRow, code, high, low) => {
      const decided = series.addTo(places.seriesOf(key, kind), day as EpochDay, events, fileRow);
      if (decided >= 0) into.setText(decided, code, high, low);
    };
    const byHash: TakeLogRow = (key, kind, day, events, fileRow, code, high, low) => {
      const pair = kinds[kind]!;
      const decided = series.add(key, pair >>> 16, pair & 0xffff, day as EpochDay, events, fileRow);
      if (decided >= 0) into.setText(decided, code, high, low);
    };
    const take = isPlaced ? byPlace : byHash;
    for (let page = rows.firstPageOf(group); page !== NO_PAGE;) {
      if (!isPlaced && series.isCrowded) await runWithPauses(series.hashing(), pause);
      for (let pages = 0; pages < PAGES && page !== NO_PAGE; pages += 1) {
        page = rows.readPage(group, page, take);
      }
      if (page !== NO_PAGE) await pause();
    }
    return isPlaced;
  }

  /** Of the texts that could not be packed only those of series still matter. */
  private keepLongTexts(): void {
    const places: [words: Int32Array, at: number][] = [];
    for (const group of this.kept) {
      if (group === undefined) continue;
      for (let at = 0; at < group.series.size * TEXT_WORDS; at += TEXT_WORDS)
        if (group.texts[at] === LONG_TEXT) places.push([group.texts, at + 1]);
    }
    const numbers = this.texts.keepLong(places.map(([words, at]) => words[at]!));
    places.forEach(([words, at], place) => (words[at] = numbers[place]!));
    this.mostLong = places.length + MOST_LONG;
  }

  private numberOf(kind: number): number {
    const known = this.numbers.get(kind);
    if (known !== undefined) return known;
    this.numbers.set(kind, this.kinds.length);
    this.kinds.push(kind);
    return this.kinds.length - 1;
  }
}
