import { MAX_EVENTS } from './activityBuilder.ts';
import { codeOfHead, headOfCode } from './packedTexts.ts';
import type { TextHeads } from './textHeads.ts';

/** Keys of a group: as many series as fold quickly because they fit the processor's cache. */
const GROUP_BITS = 11;
export const GROUP_KEYS = 1 << GROUP_BITS;
/** Rows that can be noted before their keys are known. */
export const NOTED_ROWS = 1 << 9;

/** Words of a row as most are: key, head and kind; file row; events and the digits behind the head. */
const SHORT = 3;
const HEAD_BITS = 13;
const LOW_KIND_BITS = 7;
const HIGH_KIND_BITS = 6;
const KIND_SHIFT = GROUP_BITS + HEAD_BITS;
const FILE_ROW_BITS = 32 - HIGH_KIND_BITS;
/** Words of a row that does not fit these: head or day with a form, and two numbers of digits; of one whose kind stands apart. */
const LONG = 6;
const LONGEST = 9;
const FORM_BITS = 8;
const FORM_SHIFT = GROUP_BITS;
const LONG_KIND_SHIFT = FORM_SHIFT + FORM_BITS;
const LONG_KIND_BITS = 10;
const IS_LONG = 1 << 31;
const IS_LONGEST = 1 << 30;
const HAS_HEAD = 1 << 29;

const maskOf = (bits: number): number => (1 << bits) - 1;

/** Words of a page; the first two are the page behind it, and where its rows end. */
const PAGE_BITS = 10;
const PAGE_WORDS = 1 << PAGE_BITS;
const NEXT = 0;
const END = 1;
const HEADER = 2;
/** Pages that are allocated together. */
const SLAB_BITS = 6;
const SLAB_WORDS_BITS = SLAB_BITS + PAGE_BITS;
const FIRST_GROUPS = 1 << 6;
/** Instead of the number of a page. */
export const NO_PAGE = -1;

/** Takes one row of a log. `key`: its place in the group; the last three are what `PackedTexts` made of its text. */
export type TakeLogRow = (
  key: number,
  kind: number,
  day: number,
  events: number,
  fileRow: number,
  code: number,
  high: number,
  low: number,
) => void;

/**
 * Rows of a log that wait to be folded, grouped by key: 12 bytes each where the head of the text is numbered, 24 bytes or
 * 36 where not. A log jumps between its accounts; writing its rows down by group and folding one group after another costs
 * far less than waiting for the memory of an account at every row.
 */
export class LogRows {
  private words = 0;
  private slabs: Int32Array[] = [];
  private pages = 0;
  private firstPage = new Int32Array(FIRST_GROUPS).fill(NO_PAGE);
  /** Where the next row of a group goes, and where its page ends; both 0 before there is one. */
  private ends = new Int32Array(FIRST_GROUPS);
  private limits = new Int32Array(FIRST_GROUPS);
  private readonly noted = new Int32Array(NOTED_ROWS * LONGEST);

  constructor(private readonly heads: Pick<TextHeads, 'days' | 'bits'>) {}

  /** How many short rows take as much room as all rows do. */
  get count(): number {
    return this.words / SHORT;
  }

  /** Notes row `at` of some whose keys are not known yet. `kind` is a number from 0. */
  note(
    at: number,
    kind: number,
    day: number,
    events: number,
    fileRow: number,
    code: number,
    high: number,
    low: number,
  ): void {
    const { noted } = this;
    const to = at * LONGEST;
    const counted = Math.min(MAX_EVENTS, events);
    if (code < 0) {
      const head = headOfCode(code);
      const bits = this.heads.bits[head]!;
      if (
        kind >>> (LOW_KIND_BITS + HIGH_KIND_BITS) === 0 &&
        fileRow >>> FILE_ROW_BITS === 0 &&
        bits < 32 &&
        counted >>> (32 - bits) === 0
      ) {
        noted[to] = (head << GROUP_BITS) | ((kind & maskOf(LOW_KIND_BITS)) << KIND_SHIFT);
        noted[to + 1] = fileRow | ((kind >>> LOW_KIND_BITS) << FILE_ROW_BITS);
        noted[to + 2] = (counted << bits) | high;
        return;
      }
    }
    const isLongest = kind >>> LONG_KIND_BITS !== 0;
    noted[to] =
      IS_LONG |
      (code < 0 ? HAS_HEAD : code << FORM_SHIFT) |
      (isLongest ? IS_LONGEST : kind << LONG_KIND_SHIFT);
    noted[to + 1] = fileRow;
    noted[to + 2] = code < 0 ? headOfCode(code) : day;
    noted[to + 3] = counted;
    noted[to + 4] = high;
    noted[to + 5] = low;
    noted[to + 6] = kind;
  }

  /** Writes a noted row down, whose key is known now. */
  put(at: number, key: number): void {
    const group = key >>> GROUP_BITS;
    const { noted } = this;
    const from = at * LONGEST;
    const own = noted[from]!;
    const length = own >= 0 ? SHORT : (own & IS_LONGEST) === 0 ? LONG : LONGEST;
    if (group >= this.ends.length) this.widen(group);
    let end = this.ends[group]!;
    if (end + length > this.limits[group]!) end = this.addPage(group, end);
    const slab = this.slabs[end >>> SLAB_WORDS_BITS]!;
    const to = end & maskOf(SLAB_WORDS_BITS);
    slab[to] = own | (key & (GROUP_KEYS - 1));
    slab[to + 1] = noted[from + 1]!;
    slab[to + 2] = noted[from + 2]!;
    for (let word = SHORT; word < length; word += 1) slab[to + word] = noted[from + word]!;
    this.ends[group] = end + length;
    this.words += length;
  }

  /** The first page of a group; {@link NO_PAGE} when it has none. */
  firstPageOf(group: number): number {
    return this.firstPage[group] ?? NO_PAGE;
  }

  /**
   * Hands over the rows of a page of a group in the order in which they were written down, and returns the page behind it;
   * {@link NO_PAGE} behind the last.
   */
  readPage(group: number, page: number, take: TakeLogRow): number {
    const words = this.slabs[page >>> SLAB_BITS]!;
    const start = (page & maskOf(SLAB_BITS)) << PAGE_BITS;
    const isLast = this.limits[group] === (page + 1) << PAGE_BITS;
    const end = isLast ? this.ends[group]! & maskOf(SLAB_WORDS_BITS) : words[start + END]!;
    const { days, bits } = this.heads;
    const to = isLast && end === 0 ? start + PAGE_WORDS : end;
    for (let at = start + HEADER; at < to;) {
      const own = words[at]!;
      const second = words[at + 1]!;
      const third = words[at + 2]!;
      const key = own & (GROUP_KEYS - 1);
      if (own >= 0) {
        const head = (own >>> GROUP_BITS) & maskOf(HEAD_BITS);
        const kind = (own >>> KIND_SHIFT) | ((second >>> FILE_ROW_BITS) << LOW_KIND_BITS);
        const shift = bits[head]!;
        const fileRow = second & maskOf(FILE_ROW_BITS);
        const digits = third & maskOf(shift);
        take(key, kind, days[head]!, third >>> shift, fileRow, codeOfHead(head), digits, 0);
        at += SHORT;
      } else {
        const isLongest = (own & IS_LONGEST) !== 0;
        const kind = isLongest ? words[at + 6]! : (own >>> LONG_KIND_SHIFT) & maskOf(LONG_KIND_BITS);
        const hasHead = (own & HAS_HEAD) !== 0;
        const day = hasHead ? days[third]! : third;
        const code = hasHead ? codeOfHead(third) : (own >>> FORM_SHIFT) & maskOf(FORM_BITS);
        take(key, kind, day, words[at + 3]!, second, code, words[at + 4]!, words[at + 5]!);
        at += isLongest ? LONGEST : LONG;
      }
    }
    return isLast ? NO_PAGE : words[start + NEXT]!;
  }

  /** Begins a page of a group behind the one that ends at `end`, and returns where its first row goes. */
  private addPage(group: number, end: number): number {
    const page = this.pages;
    if (page >>> SLAB_BITS === this.slabs.length) this.slabs.push(new Int32Array(1 << SLAB_WORDS_BITS));
    const limit = this.limits[group]!;
    if (limit === 0) this.firstPage[group] = page;
    else {
      const before = (limit >>> PAGE_BITS) - 1;
      const words = this.slabs[before >>> SLAB_BITS]!;
      const start = (before & maskOf(SLAB_BITS)) << PAGE_BITS;
      words[start + NEXT] = page;
      words[start + END] = start + end - (before << PAGE_BITS);
    }
    this.pages = page + 1;
    this.limits[group] = (page + 1) << PAGE_BITS;
    return (page << PAGE_BITS) + HEADER;
  }

  private widen(group: number): void {
    const before = this.ends.length;
    const length = Math.max(group + 1, before * 2);
    this.firstPage = widened(this.firstPage, length);
    this.firstPage.fill(NO_PAGE, before);
    this.ends = widened(this.ends, length);
    this.limits = widened(this.limits, length);
  }
}

function widened(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(numbers);
  return wider;
}
