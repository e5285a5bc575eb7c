import { runAtOnce } from '../base/runAtOnce.ts';

/** Instead of the place of a key's words, for a key that must come as a string. */
const AS_STRING = -1;
const NOT_ASCII = 0x8080_8080 | 0;
/** Longer keys, and keys with letters outside ASCII, are kept as strings. */
const LONGEST = 252;
const WORD = 4;
const MOST_WORDS = LONGEST / WORD;
/** Words of a slot: number + 1 (0 in a free slot), length in bytes, and the letters or where they stand. */
const SLOT_BITS = 3;
const SLOT = 1 << SLOT_BITS;
const LENGTH = 1;
const LETTERS = 2;
/** Letters that fit a slot. The slot of a longer key has its hash and its place in the pool instead. */
const SHORT_WORDS = SLOT - LETTERS;
const SHORT = SHORT_WORDS * WORD;
const HASH = 2;
const PLACE = 3;
const FIRST_SLOTS = 1 << 11;
/** Up to so many slots a table that is full grows fourfold, so that keys are moved less often; beyond, twofold. */
const WIDE_SLOTS = 1 << 17;
/** A table of so many slots is widened in pieces, before it is full: see {@link LogKeys.isCrowded}. */
const LARGE_SLOTS = 1 << 18;
/** More new keys than come between two looks at {@link LogKeys.isCrowded}. */
const KEYS_AHEAD = 1 << 16;
/** Slots that are looked at in one go. */
const PIECE = 1 << 15;

/**
 * Numbers the account keys of a log 0, 1, 2, … as they are first met, in their canonical form. A log jumps between its
 * keys, so that what costs time is not comparing letters but waiting for memory: a look-up touches one slot of the
 * table, half a line of the processor's cache, in which number, length and letters stand together, four letters to the
 * word. Only the letters of keys over 24 bytes stand elsewhere.
 */
export class LogKeys {
  private count = 0;
  /** At least half as many slots again as keys. */
  private slots = new Int32Array(FIRST_SLOTS * SLOT);
  private taken = 0;
  /** Letters of long keys. */
  private pool = new Int32Array(0);
  private end = 0;
  private readonly wide = new Map<string, number>();
  /** Keys that can be taken in together. Behind them there is room for a key that comes alone. */
  private room = 0;
  /** Of the keys that were taken in: hash, length, and where the words stand in `asked`. */
  private hashes = new Int32Array(1);
  private lengths = new Int32Array(1);
  private places = new Int32Array(1);
  private asked = new Int32Array(MOST_WORDS);
  private readonly letters = new Uint8Array(LONGEST);
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** Kept only so that the reads of `ask` are not left out. */
  protected seen = 0;

  get size(): number {
    return this.count;
  }

  /** Whether a large table could soon be full: then it is better to run {@link widening} than to have it grow at once. */
  get isCrowded(): boolean {
    const { length } = this.slots;
    return length >= LARGE_SLOTS * SLOT && (this.taken + KEYS_AHEAD) * 3 * SLOT > length * 2;
  }

  /** Widens the table, yielding between pieces. Nothing may be asked before it has ended. */
  *widening(): Generator<undefined, void> {
    const before = this.slots;
    const slots = new Int32Array(before.length * (before.length > WIDE_SLOTS * SLOT ? 2 : 4));
    const mask = slots.length - SLOT;
    for (let from = 0; from < before.length; from += SLOT) {
      if (from > 0 && from % (PIECE * SLOT) === 0) yield;
      if (before[from] === 0) continue;
      let slot = (hashIn(before, from) << SLOT_BITS) & mask;
      while (slots[slot] !== 0) slot = (slot + SLOT) & mask;
      for (let word = 0; word < SLOT; word += 1) slots[slot + word] = before[from + word]!;
    }
    this.slots = slots;
  }

  /**
   * Takes in keys in bytes that are asked for next, one after another, by {@link numberAt}. All keys are hashed first,
   * then the table is read where each of them may stand: many reads that wait for memory at the same time cost little
   * more than one.
   */
  ask(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number): void {
    if (count > this.room) this.widenAsked(count);
    const view = this.viewOf(bytes);
    const { hashes, lengths, places } = this;
    let words = 0;
    for (let index = 0; index < count; index += 1) {
      const start = starts[index]!;
      const length = ends[index]! - start;
      lengths[index] = length;
      if (length > LONGEST) places[index] = AS_STRING;
      else {
        places[index] = words;
        words = this.readKey(view, start, start + length, words, index);
      }
    }
    const { slots } = this;
    const mask = slots.length - SLOT;
    let seen = 0;
    for (let index = 0; index < count; index += 1) seen |= slots[(hashes[index]! << SLOT_BITS) & mask]!;
    this.seen = seen;
  }

  /** Number of a key that was taken in, letters in lower case; −1 for a key that must come as a string. */
  numberAt(index: number): number {
    const from = this.places[index]!;
    if (from === AS_STRING) return -1;
    const length = this.lengths[index]!;
    const { slots } = this;
    const mask = slots.length - SLOT;
    let slot = (this.hashes[index]! << SLOT_BITS) & mask;
    for (let number = slots[slot]!; number !== 0; number = slots[slot]!) {
      if (slots[slot + LENGTH] === length && this.isIn(slot, index, length, from)) return number - 1;
      slot = (slot + SLOT) & mask;
    }
    return this.append(slot, index, length, from);
  }

  /** Number of the key in ASCII bytes, letters taken in lower case; −1 for a key that must come as a string. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return -1;
    const { room } = this;
    this.places[room] = room * MOST_WORDS;
    this.lengths[room] = end - start;
    this.readKey(this.viewOf(bytes), start, end, room * MOST_WORDS, room);
    return this.numberAt(room);
  }

  /** Number of a key in its canonical form, as a string. The same key in bytes has the same number. */
  numberOf(key: string): number {
    if (key.length <= LONGEST) {
      let bits = 0;
      for (let at = 0; at < key.length; at += 1) {
        const unit = key.charCodeAt(at);
        bits |= unit;
        this.letters[at] = unit;
      }
      if (bits < 0x80) return this.numberOfBytes(this.letters, 0, key.length);
    }
    const known = this.wide.get(key);
    if (known !== undefined) return known;
    this.wide.set(key, this.count);
    this.count += 1;
    return this.count - 1;
  }

  /** Reads the words and the hash of a key; returns where the words of the next one begin. */
  private readKey(view: DataView, start: number, end: number, from: number, index: number): number {
    const { asked } = this;
    let hash = end - start;
    let bits = 0;
    let words = from;
    let at = start;
    for (; at + WORD <= end; at += WORD) {
      const word = inLowerCase(view.getInt32(at, true));
      bits |= word;
      hash = mixed(hash, word);
      asked[words] = word;
      words += 1;
    }
    if (at < end) {
      let rest = 0;
      for (let shift = 0; at < end; at += 1, shift += 8) rest |= view.getUint8(at) << shift;
      const word = inLowerCase(rest);
      bits |= word;
      hash = mixed(hash, word);
      asked[words] = word;
      words += 1;
    }
    this.hashes[index] = finished(hash);
    if ((bits & NOT_ASCII) === 0) return words;
    this.places[index] = AS_STRING;
    return from;
  }

  private viewOf(bytes: Uint8Array): DataView {
    const { view } = this;
    const isSame =
      view.buffer === bytes.buffer &&
      view.byteOffset === bytes.byteOffset &&
      view.byteLength === bytes.byteLength;
    return isSame ? view : (this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  private widenAsked(count: number): void {
    this.room = count;
    this.hashes = new Int32Array(count + 1);
    this.lengths = new Int32Array(count + 1);
    this.places = new Int32Array(count + 1);
    this.asked = new Int32Array((count + 1) * MOST_WORDS);
  }

  /** Whether the key that was taken in stands in a slot of its length. */
  private isIn(slot: number, index: number, length: number, from: number): boolean {
    const { slots, asked } = this;
    const words = wordsOf(length);
    if (length > SHORT) {
      if (slots[slot + HASH] !== this.hashes[index]) return false;
      const { pool } = this;
      const place = slots[slot + PLACE]!;
      for (let word = 0; word < words; word += 1) {
        if (pool[place + word] !== asked[from + word]) return false;
      }
      return true;
    }
    for (let word = 0; word < words; word += 1) {
      if (slots[slot + LETTERS + word] !== asked[from + word]) return false;
    }
    return true;
  }

  private append(slot: number, index: number, length: number, from: number): number {
    const { slots, asked } = this;
    const words = wordsOf(length);
    const number = this.count;
    this.count = number + 1;
    slots[slot] = number + 1;
    slots[slot + LENGTH] = length;
    if (length > SHORT) {
      slots[slot + HASH] = this.hashes[index]!;
      slots[slot + PLACE] = this.end;
      if (this.end + words > this.pool.length) {
        const wider = new Int32Array(Math.max(1 << 12, this.pool.length * 2));
        wider.set(this.pool);
        this.pool = wider;
      }
      this.pool.set(asked.subarray(from, from + words), this.end);
      this.end += words;
    } else {
      for (let word = 0; word < words; word += 1) slots[slot + LETTERS + word] = asked[from + word]!;
    }
    this.taken += 1;
    if (this.taken * 3 * SLOT > slots.length * 2) runAtOnce(this.widening());
    return number;
  }
}

const wordsOf = (length: number): number => (length + WORD - 1) >> 2;

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e37_79b1);
  return next ^ (next >>> 15);
}

function finished(hash: number): number {
  const last = Math.imul(hash, 0x2c1b_3c6d);
  return last ^ (last >>> 13);
}

/** Hash of the key in a slot. */
function hashIn(slots: Int32Array, slot: number): number {
  const length = slots[slot + LENGTH]!;
  if (length > SHORT) return slots[slot + HASH]!;
  let hash = length;
  const words = wordsOf(length);
  for (let word = 0; word < words; word += 1) hash = mixed(hash, slots[slot + LETTERS + word]!);
  return finished(hash);
}

/** Four ASCII letters in lower case; a byte outside ASCII stays one. */
function inLowerCase(word: number): number {
  const low = word & 0x7f7f_7f7f;
  const isUpper = (low + 0x3f3f_3f3f) ^ (low + 0x2525_2525);
  return word | ((isUpper & ~word & NOT_ASCII) >>> 2);
}
