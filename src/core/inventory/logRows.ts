import { MAX_EVENTS } from './activityBuilder.ts';

/** Keys of a group: as many series as fold quickly because they fit the processor's cache. */
const GROUP_BITS = 10;
export const GROUP_KEYS = 1 << GROUP_BITS;

/** Words of a record: what identifies it, file row, day and events, two words of the text. */
const WORDS = 5;
const KIND_BITS = 13;
const FORM_SHIFT = GROUP_BITS + KIND_BITS;
/** Set in a row that does not fit a record: its rest stands in the next one. */
const IS_WIDE = 1 << 31;
const MOST_HALF = 0xffff;

const PAGE_BITS = 8;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_WORDS = PAGE_ROWS * WORDS;
/** Pages that are allocated together. */
const SLAB_BITS = 6;
const SLAB_PAGES = 1 << SLAB_BITS;
const NONE = -1;

/** Takes one row of a log. `key`: its place in the group. */
export type TakeLogRow = (
  key: number,
  kind: number,
  day: number,
  events: number,
  fileRow: number,
  form: number,
  high: number,
  low: number,
) => void;

/**
 * Rows of a log that wait to be folded, 20 bytes each, grouped by key. A log jumps between its accounts; writing its rows
 * down by group and folding one group after another costs far less than waiting for the memory of an account at every
 * row.
 */
export class LogRows {
  /** Records of all groups. */
  count = 0;
  private slabs: Int32Array[] = [];
  private pages = 0;
  private nextPage = new Int32Array(SLAB_PAGES);
  private firstPage = new Int32Array(SLAB_PAGES).fill(NONE);
  private lastPage = new Int32Array(SLAB_PAGES).fill(NONE);
  private records = new Int32Array(SLAB_PAGES);

  /** Writes a row down. `kind` is a number from 0, the last three are what `PackedTexts` made of its text. */
  add(
    key: number,
    kind: number,
    day: number,
    events: number,
    fileRow: number,
    form: number,
    high: number,
    low: number,
  ): void {
    const group = key >>> GROUP_BITS;
    const own = (key & (GROUP_KEYS - 1)) | (form << FORM_SHIFT);
    if (kind >> KIND_BITS === 0 && day >= 0 && day <= MOST_HALF && events <= MOST_HALF) {
      this.append(group, own | (kind << GROUP_BITS), fileRow, (day << 16) | events, high, low);
    } else {
      this.append(group, own | IS_WIDE, fileRow, day, high, low);
      this.append(group, kind, Math.min(MAX_EVENTS, events), 0, 0, 0);
    }
  }

  /** Hands over the rows of a group in the order in which they were added; a pause may be made wherever it yields. */
  *rowsOf(group: number, take: TakeLogRow): Generator<undefined> {
    let left = this.records[group] ?? 0;
    let wide: readonly number[] | undefined;
    for (let page = this.firstPage[group] ?? NONE; left > 0; page = this.nextPage[page]!) {
      const words = this.slabs[page >>> SLAB_BITS]!;
      const from = (page & (SLAB_PAGES - 1)) * PAGE_WORDS;
      const to = from + Math.min(left, PAGE_ROWS) * WORDS;
      for (let at = from; at < to; at += WORDS) {
        const own = words[at]!;
        const second = words[at + 1]!;
        if (wide !== undefined) {
          const [first = 0, fileRow = 0, day = 0, high = 0, low = 0] = wide;
          wide = undefined;
          take(first & (GROUP_KEYS - 1), own, day, second, fileRow, formOf(first), high, low);
        } else if (own < 0) {
          wide = [...words.subarray(at, at + WORDS)];
        } else {
          const kind = (own >>> GROUP_BITS) & ((1 << KIND_BITS) - 1);
          const both = words[at + 2]!;
          take(
            own & (GROUP_KEYS - 1),
            kind,
            both >>> 16,
            both & MOST_HALF,
            second,
            formOf(own),
            words[at + 3]!,
            words[at + 4]!,
          );
        }
      }
      left -= PAGE_ROWS;
      yield;
    }
  }

  private append(group: number, own: number, fileRow: number, both: number, high: number, low: number): void {
    if (group >= this.records.length) this.widen(group);
    const used = this.records[group]! & (PAGE_ROWS - 1);
    const page = used === 0 ? this.addPage(group) : this.lastPage[group]!;
    const words = this.slabs[page >>> SLAB_BITS]!;
    const at = (page & (SLAB_PAGES - 1)) * PAGE_WORDS + used * WORDS;
    words[at] = own;
    words[at + 1] = fileRow;
    words[at + 2] = both;
    words[at + 3] = high;
    words[at + 4] = low;
    this.records[group]! += 1;
    this.count += 1;
  }

  private addPage(group: number): number {
    const page = this.pages;
    if (page >>> SLAB_BITS === this.slabs.length) {
      this.slabs.push(new Int32Array(PAGE_WORDS * SLAB_PAGES));
      if (page === this.nextPage.length) this.nextPage = widened(this.nextPage, page * 2);
    }
    const before = this.lastPage[group]!;
    if (before === NONE) this.firstPage[group] = page;
    else this.nextPage[before] = page;
    this.lastPage[group] = page;
    this.pages = page + 1;
    return page;
  }

  private widen(group: number): void {
    const length = Math.max(group + 1, this.records.length * 2);
    this.firstPage = widened(this.firstPage, length);
    this.lastPage = widened(this.lastPage, length);
    this.lastPage.fill(NONE, this.records.length);
    this.records = widened(this.records, length);
  }
}

const formOf = (own: number): number => (own >>> FORM_SHIFT) & 0xff;

function widened(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(numbers);
  return wider;
}
