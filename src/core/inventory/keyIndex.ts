import type { ScannedRows } from '../ingest/rowScanner.ts';
import { copyLowerCase, hashOf, hashOfLowerCase, NOT_HASHED, OVERWRITTEN } from './keyHash.ts';
import { ownedText } from './ownedText.ts';

const WIDEST_BYTE = 0xff;
const SLOTS_FOR_A_GUESS = 1.9;
/** Keys that are looked up together. */
const BLOCK = 1024;
/** Characters of most account ids, to size a pool by. */
const USUAL_KEY_LENGTH = 16;
/** Every byte with ASCII letters in lower case. */
const LOWER_CASE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/**
 * Numbers distinct keys 0, 1, 2, … in the order in which they are first met. An open-addressing hash table over
 * typed arrays: a million keys cost their characters and about 16 bytes each, and no string stays alive.
 *
 * Keys whose characters all fit a byte stand one after another in `pool`; the others are kept as strings.
 */
export class KeyIndex {
  private count = 0;
  /** Number of the key + 1, or 0 for a free slot. Twice as many slots as keys, or more. */
  private slots = new Uint32Array(1 << 12);
  private hashes = new Uint32Array(1 << 11);
  /** End of each key in `pool`; a key starts where the one before ends. */
  private ends = new Uint32Array(1 << 11);
  private pool = new Uint8Array(1 << 15);
  private poolView = viewOf(this.pool);
  private readonly blockHashes = new Uint32Array(BLOCK);
  /** Kept only so that the early reads of `copyBlock` are not left out. */
  protected seen = 0;
  /** The bytes that were looked at last, and a view of them. */
  private viewed: Uint8Array = new Uint8Array(0);
  private view = viewOf(this.viewed);
  private readonly wideKeys = new Map<number, string>();

  get size(): number {
    return this.count;
  }

  /**
   * Makes room for about so many keys. To be called while there is none. A table just too small for a guess is not doubled
   * for it: twice as much memory is waited for twice as long.
   */
  reserve(keys: number): void {
    let slots = this.slots.length;
    while (slots < keys * SLOTS_FOR_A_GUESS) slots *= 2;
    this.slots = new Uint32Array(slots);
    this.hashes = new Uint32Array(Math.max(keys, this.hashes.length));
    this.ends = new Uint32Array(this.hashes.length);
    this.widenPool(keys * USUAL_KEY_LENGTH);
  }

  /** Makes room for so many more keys. */
  private makeRoom(keys: number): void {
    const most = this.count + keys;
    while (most > this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.ends = doubled(this.ends);
    }
    while (most * 2 > this.slots.length) this.spread();
  }

  /** Number of the key; `size` grows by one when the key is new. */
  numberOf(key: string): number {
    const hash = hashOf(key);
    let bits = 0;
    for (let at = 0; at < key.length; at += 1) bits |= key.charCodeAt(at);
    const isWide = bits > WIDEST_BYTE;

    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.slots[slot]!; taken !== 0; taken = this.slots[slot]!) {
      const candidate = taken - 1;
      if (this.hashes[candidate] === hash && this.isKey(candidate, key, isWide)) return candidate;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count + 1;
    return this.append(key, hash, isWide);
  }

  /** Number of a key that is there, −1 for one that is not; nothing is added. */
  find(key: string): number {
    const hash = hashOf(key);
    const { slots, hashes, wideKeys } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      const candidate = taken - 1;
      const isSame = hashes[candidate] === hash;
      if (isSame && (wideKeys.get(candidate) === key || this.isKey(candidate, key, false))) return candidate;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /**
   * Number of the key that stands in ASCII bytes, letters taken in lower case; −1 when a byte is not ASCII. The same key
   * as a string has the same number.
   */
  numberOfLowerCase(bytes: Uint8Array, start: number, end: number): number {
    if (bytes !== this.viewed) {
      this.viewed = bytes;
      this.view = viewOf(bytes);
    }
    const hash = hashOfLowerCase(this.view, start, end);
    return hash === NOT_HASHED ? -1 : this.numberOfHashed(hash, bytes, start, end);
  }

  /**
   * Numbers the keys in the cells at one position of the rows from `from` on as {@link numberOfLowerCase} does, as long as
   * each is new and ASCII. Returns the first row that was left, at most `to`.
   */
  addCells(rows: ScannedRows, position: number, from: number, to: number): number {
    this.makeRoom(to - from);
    for (let row = from; row < to; row += BLOCK) {
      const until = Math.min(to, row + BLOCK);
      const added = this.addBlock(rows, position, row, until);
      if (added < until) return added;
    }
    return to;
  }

  private addBlock(rows: ScannedRows, position: number, from: number, to: number): number {
    this.copyBlock(rows, position, from, to);
    const { cells, rowStarts } = rows;
    const { slots, hashes, ends, blockHashes } = this;
    const mask = slots.length - 1;
    let { count } = this;
    let end = count === 0 ? 0 : ends[count - 1]!;
    let row = from;
    for (; row < to; row += 1) {
      const hash = blockHashes[row - from]!;
      if (hash === NOT_HASHED) break;
      const cell = (rowStarts[row]! + position) * 2;
      const length = cells[cell + 1]! - cells[cell]!;
      let slot = hash & mask;
      let taken = slots[slot]!;
      while (taken !== 0 && !(hashes[taken - 1] === hash && this.isCopied(taken - 1, end, length))) {
        slot = (slot + 1) & mask;
        taken = slots[slot]!;
      }
      if (taken !== 0) break;
      hashes[count] = hash;
      end += length;
      ends[count] = end;
      count += 1;
      slots[slot] = count;
    }
    this.count = count;
    return row;
  }

  /**
   * Hashes cells and writes their letters behind those of the last key, where they are to stand when every one of them is
   * new. Then the table is read at the place of each hash: a short loop waits for many places of memory at the same time,
   * looking the keys up for one after the other.
   */
  private copyBlock(
    { bytes, cells, rowStarts }: ScannedRows,
    position: number,
    from: number,
    to: number,
  ): void {
    const { slots, hashes, blockHashes } = this;
    const view = viewOf(bytes);
    let into = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    for (let row = from; row < to; row += 1) {
      const cell = (rowStarts[row]! + position) * 2;
      const start = cells[cell]!;
      const length = cells[cell + 1]! - start;
      if (into + length + OVERWRITTEN > this.pool.length) this.widenPool(into + length + OVERWRITTEN);
      blockHashes[row - from] = copyLowerCase(view, start, length, this.poolView, into);
      into += length;
    }
    const mask = slots.length - 1;
    let seen = 0;
    for (let row = 0; row < to - from; row += 1) {
      const taken = slots[blockHashes[row]! & mask]!;
      if (taken !== 0) seen |= hashes[taken - 1]!;
    }
    this.seen = seen;
  }

  /** Whether a key has the letters that were written to the pool at `at`. */
  private isCopied(candidate: number, at: number, length: number): boolean {
    const { pool } = this;
    const kept = candidate === 0 ? 0 : this.ends[candidate - 1]!;
    if (this.ends[candidate]! - kept !== length) return false;
    for (let letter = 0; letter < length; letter += 1) {
      if (pool[kept + letter] !== pool[at + letter]) return false;
    }
    return length > 0 || !this.wideKeys.has(candidate);
  }

  private numberOfHashed(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if (hashes[taken - 1] === hash && this.isSpan(taken - 1, bytes, start, end)) return taken - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.count + 1;
    let into = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    this.widenPool(into + end - start);
    const { pool } = this;
    for (let at = start; at < end; at += 1) {
      pool[into] = LOWER_CASE[bytes[at]!]!;
      into += 1;
    }
    return this.register(hash, into);
  }

  private isSpan(candidate: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool } = this;
    let kept = candidate === 0 ? 0 : this.ends[candidate - 1]!;
    if (this.ends[candidate]! - kept !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (pool[kept] !== LOWER_CASE[bytes[at]!]) return false;
      kept += 1;
    }
    return start < end || !this.wideKeys.has(candidate);
  }

  private isKey(candidate: number, key: string, isWide: boolean): boolean {
    if (isWide) return this.wideKeys.get(candidate) === key;
    const start = candidate === 0 ? 0 : this.ends[candidate - 1]!;
    if (this.ends[candidate]! - start !== key.length || this.wideKeys.has(candidate)) return false;
    for (let at = 0; at < key.length; at += 1) {
      if (this.pool[start + at] !== key.charCodeAt(at)) return false;
    }
    return true;
  }

  private append(key: string, hash: number, isWide: boolean): number {
    const from = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    if (isWide) {
      this.wideKeys.set(this.count, ownedText(key));
      return this.register(hash, from);
    }
    this.widenPool(from + key.length);
    for (let at = 0; at < key.length; at += 1) this.pool[from + at] = key.charCodeAt(at);
    return this.register(hash, from + key.length);
  }

  /** Gives the next number to a key whose characters in the pool end at `end`. */
  private register(hash: number, end: number): number {
    const number = this.count;
    if (number === this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.ends = doubled(this.ends);
    }
    this.hashes[number] = hash;
    this.ends[number] = end;
    this.count = number + 1;
    if (this.count * 2 > this.slots.length) this.spread();
    return number;
  }

  private widenPool(needed: number): void {
    if (needed <= this.pool.length) return;
    const wider = new Uint8Array(Math.max(needed, this.pool.length * 2));
    wider.set(this.pool);
    this.pool = wider;
    this.poolView = viewOf(wider);
  }

  private spread(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = this.hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
