import { utf8ToText } from './utf8Bytes.ts';

/** Longer cells hardly repeat. */
const LONGEST_KEPT = 256;

/**
 * Turns cells of a column with repeating values into strings: the same bytes give the same string object, decoded
 * once, and numbered. Of a column whose values do not repeat only the first `most` are kept; the others are decoded each time.
 */
export class SpanTexts {
  private readonly texts: string[] = [];
  private slots = new Int32Array(1 << 8);
  private hashes = new Int32Array(1 << 7);
  private ends = new Uint32Array(1 << 7);
  /** Number of the text asked for last: in many columns the next row holds the same. */
  private last = -1;
  private pool = new Uint8Array(1 << 11);

  /** `toText`: what becomes of the text of a cell. */
  constructor(
    private readonly most: number,
    private readonly toText: (cell: string) => string = (cell) => cell,
  ) {}

  /** The text of the bytes from `start` to `end`, which must be valid UTF-8. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    if (start === end) return '';
    const number = this.numberOf(bytes, start, end);
    return number < 0 ? this.toText(utf8ToText(bytes, start, end)) : this.texts[number]!;
  }

  /** Number of the text, counted from 0 in the order of first appearance; −1 for a text that is not kept. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.last >= 0 && this.isText(this.last, bytes, start, end)) return this.last;
    const hash = hashOf(bytes, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.slots[slot]!; taken !== 0; taken = this.slots[slot]!) {
      if (this.hashes[taken - 1] === hash && this.isText(taken - 1, bytes, start, end)) {
        return (this.last = taken - 1);
      }
      slot = (slot + 1) & mask;
    }
    if (this.texts.length === this.most || end - start > LONGEST_KEPT) return -1;
    this.slots[slot] = this.texts.length + 1;
    this.keep(hash, bytes, start, end);
    return this.texts.length - 1;
  }

  /** The text of a number. */
  textAt(number: number): string {
    return this.texts[number]!;
  }

  private isText(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool } = this;
    let kept = number === 0 ? 0 : this.ends[number - 1]!;
    const keptEnd = this.ends[number]!;
    // Texts that differ mostly do so at their ends.
    if (keptEnd - kept !== end - start || pool[keptEnd - 1] !== bytes[end - 1]) return false;
    for (let at = start; at < end; at += 1) {
      if (pool[kept] !== bytes[at]) return false;
      kept += 1;
    }
    return true;
  }

  private keep(hash: number, bytes: Uint8Array, start: number, end: number): void {
    const number = this.texts.length;
    const from = number === 0 ? 0 : this.ends[number - 1]!;
    const until = from + end - start;
    if (until > this.pool.length) {
      const pool = new Uint8Array(Math.max(until, this.pool.length * 2));
      pool.set(this.pool);
      this.pool = pool;
    }
    this.pool.set(bytes.subarray(start, end), from);
    this.hashes[number] = hash;
    this.ends[number] = until;
    this.texts.push(this.toText(utf8ToText(bytes, start, end)));
    if (this.texts.length === this.hashes.length) this.widen();
  }

  private widen(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    const ends = new Uint32Array(hashes.length);
    ends.set(this.ends);
    const slots = new Int32Array(hashes.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.texts.length; number += 1) {
      let slot = hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.hashes = hashes;
    this.ends = ends;
    this.slots = slots;
  }
}

/** Four bytes are taken together. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x2c1b_3c6d);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}
