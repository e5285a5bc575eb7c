/** Instead of the place of a key's words, for a key that must come as a string. */
const AS_STRING = -1;
const NOT_ASCII = 0x8080_8080 | 0;
/** Longer keys, and keys with letters outside ASCII, are kept as strings. */
const LONGEST = 252;
const WORD = 4;
const MOST_WORDS = LONGEST / WORD;
/** Words before the letters of a key: its number and its length in bytes. */
const HEAD = 2;
/** Keys start at whole multiples of so many words: most then lie in one line of the processor's cache. */
const ALIGNED = 8;

/**
 * Numbers the account keys of a log 0, 1, 2, … as they are first met, in their canonical form. A log jumps between its
 * keys, so that what costs time is not comparing letters but waiting for memory: a look-up touches one pair of words
 * in the table (hash and place) and one run of words in the pool (number, length, letters), four letters to the word.
 */
export class LogKeys {
  private count = 0;
  /** Pairs of hash and place in the pool + 1, 0 for a free slot. Twice as many slots as keys, or more. */
  private slots = new Int32Array(2 << 12);
  private taken = 0;
  private pool = new Int32Array(1 << 15);
  private end = 0;
  private readonly wide = new Map<string, number>();
  /** Keys that can be taken in together. Behind them there is room for a key that comes alone. */
  private room = 0;
  /** Of the keys that were taken in: hash, length, and where the words stand in `asked`. */
  private hashes = new Int32Array(1);
  private lengths = new Int32Array(1);
  private places = new Int32Array(1);
  /** Place in the pool + 1 where such a key probably stands, 0 for none. */
  private found = new Int32Array(1);
  private asked = new Int32Array(MOST_WORDS);
  private readonly letters = new Uint8Array(LONGEST);
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** Kept only so that the reads of `ask` are not left out. */
  protected seen = 0;

  get size(): number {
    return this.count;
  }

  /**
   * Takes in keys in bytes that are asked for next, one after another, by {@link numberAt}. All keys are hashed first,
   * then the table and the pool are read where each of them may stand: many reads that wait for memory at the same time
   * cost little more than one.
   */
  ask(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number): void {
    if (count > this.room) this.widenAsked(count);
    const view = this.viewOf(bytes);
    let words = 0;
    for (let index = 0; index < count; index += 1) {
      const start = starts[index]!;
      const length = ends[index]! - start;
      this.lengths[index] = length;
      if (length > LONGEST) this.places[index] = AS_STRING;
      else {
        this.places[index] = words;
        words = this.readKey(view, start, start + length, words, index);
      }
    }
    const { slots, pool, hashes, found } = this;
    const mask = (slots.length >> 1) - 1;
    let seen = 0;
    for (let index = 0; index < count; index += 1) seen |= slots[(hashes[index]! & mask) * 2]!;
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index]!;
      let slot = hash & mask;
      let place = slots[slot * 2 + 1]!;
      while (place !== 0 && slots[slot * 2] !== hash) {
        slot = (slot + 1) & mask;
        place = slots[slot * 2 + 1]!;
      }
      found[index] = place;
      if (place !== 0) seen |= pool[place]!;
    }
    this.seen = seen;
  }

  /** Number of a key that was taken in, letters in lower case; −1 for a key that must come as a string. */
  numberAt(index: number): number {
    const from = this.places[index]!;
    if (from === AS_STRING) return -1;
    const length = this.lengths[index]!;
    const place = this.found[index]!;
    if (place !== 0 && this.isAt(this.pool, place - 1, length, from)) return this.pool[place - 1]!;
    return this.search(this.hashes[index]!, length, from);
  }

  private search(hash: number, length: number, from: number): number {
    const { slots, pool } = this;
    const mask = (slots.length >> 1) - 1;
    let slot = hash & mask;
    for (let place = slots[slot * 2 + 1]!; place !== 0; place = slots[slot * 2 + 1]!) {
      if (slots[slot * 2] === hash && this.isAt(pool, place - 1, length, from)) return pool[place - 1]!;
      slot = (slot + 1) & mask;
    }
    return this.append(slot, hash, length, from);
  }

  /** Number of the key in ASCII bytes, letters taken in lower case; −1 for a key that must come as a string. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return -1;
    const { room } = this;
    this.places[room] = room * MOST_WORDS;
    this.found[room] = 0;
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
      hash = Math.imul(hash ^ word, 0x9e37_79b1);
      hash ^= hash >>> 15;
      asked[words] = word;
      words += 1;
    }
    if (at < end) {
      let rest = 0;
      for (let shift = 0; at < end; at += 1, shift += 8) rest |= view.getUint8(at) << shift;
      const word = inLowerCase(rest);
      bits |= word;
      hash = Math.imul(hash ^ word, 0x9e37_79b1);
      hash ^= hash >>> 15;
      asked[words] = word;
      words += 1;
    }
    hash = Math.imul(hash, 0x2c1b_3c6d);
    this.hashes[index] = hash ^ (hash >>> 13);
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
    this.found = new Int32Array(count + 1);
    this.asked = new Int32Array((count + 1) * MOST_WORDS);
  }

  private isAt(pool: Int32Array, place: number, length: number, from: number): boolean {
    if (pool[place + 1] !== length) return false;
    const { asked } = this;
    const words = (length + WORD - 1) >> 2;
    for (let word = 0; word < words; word += 1) {
      if (pool[place + HEAD + word] !== asked[from + word]) return false;
    }
    return true;
  }

  private append(slot: number, hash: number, length: number, from: number): number {
    const place = this.end;
    const words = (length + WORD - 1) >> 2;
    this.end += (HEAD + words + ALIGNED - 1) & -ALIGNED;
    if (this.end > this.pool.length) {
      const wider = new Int32Array(this.pool.length * 2);
      wider.set(this.pool);
      this.pool = wider;
    }
    const { pool, slots, asked } = this;
    pool[place] = this.count;
    pool[place + 1] = length;
    for (let word = 0; word < words; word += 1) pool[place + HEAD + word] = asked[from + word]!;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = place + 1;
    this.taken += 1;
    this.count += 1;
    if (this.taken * 4 > slots.length) this.spread();
    return this.count - 1;
  }

  private spread(): void {
    const before = this.slots;
    const slots = new Int32Array(before.length * 2);
    const mask = (slots.length >> 1) - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      let slot = before[from]! & mask;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = before[from]!;
      slots[slot * 2 + 1] = before[from + 1]!;
    }
    this.slots = slots;
  }
}

/** Four ASCII letters in lower case; a byte outside ASCII stays one. */
function inLowerCase(word: number): number {
  const low = word & 0x7f7f_7f7f;
  const isUpper = (low + 0x3f3f_3f3f) ^ (low + 0x2525_2525);
  return word | ((isUpper & ~word & NOT_ASCII) >>> 2);
}
