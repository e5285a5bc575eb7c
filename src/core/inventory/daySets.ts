import type { EpochDay } from '../base/epochDay.ts';

/** Days in one block, the bits of one word. */
const BLOCK_DAYS = 32;
const BLOCK_SHIFT = 5;
const NONE = -1;

/** Distinct days of many series, series after series, ascending within a series. */
export interface SortedDays {
  /** Where the days of each series start, and the end of the last. */
  readonly starts: Uint32Array;
  readonly days: Int32Array;
}

/**
 * Distinct days of many series while they are being collected: 12 bytes for every 32 days in which a series has any.
 * Logs are mostly in order of time, so the block that was met last is looked at first.
 */
export class DaySets {
  private count = 0;
  private capacity = 1 << 10;
  /** Day >> 5 of each block. */
  private place = new Int32Array(this.capacity);
  private bits = new Uint32Array(this.capacity);
  /** Next block of the same series, or −1. */
  private next = new Int32Array(this.capacity);
  /** Block of each series that was met last, or −1. */
  private head = new Int32Array(1 << 10).fill(NONE);

  add(series: number, day: EpochDay): void {
    if (series >= this.head.length) this.widenHeads(series);
    const place = day >> BLOCK_SHIFT;
    const bit = 1 << (day & (BLOCK_DAYS - 1));
    const first = this.head[series]!;
    for (let block = first; block !== NONE; block = this.next[block]!) {
      if (this.place[block] !== place) continue;
      this.bits[block]! |= bit;
      return;
    }
    const block = this.count;
    if (block === this.capacity) this.widenBlocks();
    this.place[block] = place;
    this.bits[block] = bit;
    this.next[block] = first;
    this.head[series] = block;
    this.count = block + 1;
  }

  /** The days of some series in the order in which they are named. */
  sorted(order: Uint32Array): SortedDays {
    const starts = new Uint32Array(order.length + 1);
    let total = 0;
    for (let at = 0; at < order.length; at += 1) {
      for (let block = this.headOf(order[at]!); block !== NONE; block = this.next[block]!) {
        total += bitsIn(this.bits[block]!);
      }
      starts[at + 1] = total;
    }
    const days = new Int32Array(total);
    const blocks: number[] = [];
    let end = 0;
    for (const series of order) {
      blocks.length = 0;
      for (let block = this.headOf(series); block !== NONE; block = this.next[block]!) blocks.push(block);
      if (blocks.length > 1) blocks.sort((one, other) => this.place[one]! - this.place[other]!);
      for (const block of blocks) {
        const from = this.place[block]! << BLOCK_SHIFT;
        for (let left = this.bits[block]!; left !== 0; left &= left - 1) {
          days[end] = from + 31 - Math.clz32(left & -left);
          end += 1;
        }
      }
    }
    return { starts, days };
  }

  private headOf(series: number): number {
    return series < this.head.length ? this.head[series]! : NONE;
  }

  private widenBlocks(): void {
    this.capacity *= 2;
    const place = new Int32Array(this.capacity);
    place.set(this.place);
    this.place = place;
    const bits = new Uint32Array(this.capacity);
    bits.set(this.bits);
    this.bits = bits;
    const next = new Int32Array(this.capacity);
    next.set(this.next);
    this.next = next;
  }

  private widenHeads(series: number): void {
    const head = new Int32Array(Math.max(this.head.length * 2, series + 1)).fill(NONE);
    head.set(this.head);
    this.head = head;
  }
}

function bitsIn(word: number): number {
  let left = word - ((word >>> 1) & 0x5555_5555);
  left = (left & 0x3333_3333) + ((left >>> 2) & 0x3333_3333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
