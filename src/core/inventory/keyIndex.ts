import type { ScannedRows } from '../ingest/rowScanner.ts';
import { ownedText } from './ownedText.ts';

const WIDEST_BYTE = 0xff;
/** Characters that are hashed together. */
const WORD = 4;
const HASH_START = 0x811c_9dc5;
const NOT_ASCII = 0x8080_8080;
/** Instead of the hash of a key that is not ASCII. */
export const NOT_HASHED = 0;
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
  private rowHashes = new Uint32Array(0);
  /** Kept only so that the reads of `hashCells` are not left out. */
  protected seenSlots = 0;
  /** The bytes that were looked at last, and a view of them. */
  private viewed: Uint8Array = new Uint8Array(0);
  private view = viewOf(this.viewed);
  private readonly wideKeys = new Map<number, string>();

  get size(): number {
    return this.count;
  }

  /** Makes room for so many keys. To be called while there is none. */
  reserve(keys: number): void {
    let slots = this.slots.length;
    while (slots < keys * 2) slots *= 2;
    this.slots = new Uint32Array(slots);
    this.hashes = new Uint32Array(Math.max(keys, this.hashes.length));
    this.ends = new Uint32Array(this.hashes.length);
    this.widenPool(keys * USUAL_KEY_LENGTH);
  }

  /** Number of the key; `size` grows by one when the key is new. */
  numberOf(key: string): number {
    let hash = HASH_START;
    let bits = 0;
    let at = 0;
    for (; at + WORD <= key.length; at += WORD) {
      const first = key.charCodeAt(at);
      const second = key.charCodeAt(at + 1);
      const third = key.charCodeAt(at + 2);
      const fourth = key.charCodeAt(at + 3);
      bits |= first | second | third | fourth;
      hash = mixed(hash, first | (second << 8) | (third << 16) | (fourth << 24));
    }
    let tail = 0;
    for (let shift = 0; at < key.length; at += 1, shift += 8) {
      const unit = key.charCodeAt(at);
      bits |= unit;
      tail |= unit << shift;
    }
    hash = finished(mixed(hash, tail));
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
   * Hashes the cells at one position of rows `from` to `to` for {@link numberOfHashed}; `NOT_HASHED` for a cell that is not
   * ASCII. The table is read at the place of each hash: many reads that wait for memory at the same time cost little more
   * than one.
   */
  hashCells(
    { bytes, cells, rowStarts }: ScannedRows,
    position: number,
    from: number,
    to: number,
  ): Uint32Array {
    if (to > this.rowHashes.length) this.rowHashes = new Uint32Array(to + (to >> 1));
    const { slots, hashes, rowHashes } = this;
    const mask = slots.length - 1;
    const view = viewOf(bytes);
    let seen = 0;
    for (let row = from; row < to; row += 1) {
      const cell = (rowStarts[row]! + position) * 2;
      const hash = hashOfLowerCase(view, cells[cell]!, cells[cell + 1]!);
      rowHashes[row] = hash;
      const taken = slots[hash & mask]!;
      if (taken !== 0) seen |= hashes[taken - 1]!;
    }
    this.seenSlots = seen;
    return rowHashes;
  }

  /** As {@link numberOfLowerCase}, for a key whose hash is known. */
  numberOfHashed(hash: number, bytes: Uint8Array, start: number, end: number): number {
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

/** Takes up to four characters of a byte each into a hash. */
function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x0100_0193);
  return next ^ (next >>> 15);
}

/** Hash of a key, as `numberOf` makes it on its way. */
function hashOf(key: string): number {
  let hash = HASH_START;
  let at = 0;
  for (; at + WORD <= key.length; at += WORD) {
    const low = key.charCodeAt(at) | (key.charCodeAt(at + 1) << 8);
    hash = mixed(hash, low | (key.charCodeAt(at + 2) << 16) | (key.charCodeAt(at + 3) << 24));
  }
  let tail = 0;
  for (let shift = 0; at < key.length; at += 1, shift += 8) tail |= key.charCodeAt(at) << shift;
  return finished(mixed(hash, tail));
}

/** Hash of a key in ASCII bytes, letters taken in lower case; {@link NOT_HASHED} when a byte is not ASCII. */
function hashOfLowerCase(bytes: DataView, start: number, end: number): number {
  let hash = HASH_START;
  let bits = 0;
  let from = start;
  for (; from + WORD <= end; from += WORD) {
    const word = bytes.getInt32(from, true);
    bits |= word;
    hash = mixed(hash, lowerCaseOf(word));
  }
  let tail = 0;
  for (let shift = 0; from < end; from += 1, shift += 8) tail |= bytes.getUint8(from) << shift;
  bits |= tail;
  return (bits & NOT_ASCII) === 0 ? finished(mixed(hash, lowerCaseOf(tail))) : NOT_HASHED;
}

/** Four ASCII characters with letters in lower case: each byte from 0x41 to 0x5a has a bit added. */
const lowerCaseOf = (word: number): number =>
  word | (((word + 0x3f3f_3f3f) & ~(word + 0x2525_2525) & NOT_ASCII) >>> 2);

/** Last step of the hash of a key: the low bits, which choose the slot, depend on all others. Never {@link NOT_HASHED}. */
function finished(hash: number): number {
  const last = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (last ^ (last >>> 13)) >>> 0 || 1;
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
