/** Every byte with ASCII letters in lower case. */
const LOWER_CASE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
/** Longer keys, and keys with letters outside ASCII, are kept as strings. */
const LONGEST = 252;
const WORD = 4;
/** Words before the letters of a key: its number and its length in bytes. */
const HEAD = 2;

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
  private readonly asked = new Int32Array(LONGEST / WORD + 1);
  private readonly letters = new Uint8Array(LONGEST);

  get size(): number {
    return this.count;
  }

  /** Number of the key in ASCII bytes, letters taken in lower case; −1 for a key that must come as a string. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > LONGEST) return -1;
    const { asked } = this;
    let hash = length;
    let bits = 0;
    let words = 0;
    let at = start;
    for (; at + WORD <= end; at += WORD) {
      const word =
        LOWER_CASE[bytes[at]!]! |
        (LOWER_CASE[bytes[at + 1]!]! << 8) |
        (LOWER_CASE[bytes[at + 2]!]! << 16) |
        (LOWER_CASE[bytes[at + 3]!]! << 24);
      bits |= word;
      hash = Math.imul(hash ^ word, 0x9e37_79b1);
      hash ^= hash >>> 15;
      asked[words] = word;
      words += 1;
    }
    if (at < end) {
      let word = 0;
      for (let shift = 0; at < end; at += 1, shift += 8) word |= LOWER_CASE[bytes[at]!]! << shift;
      bits |= word;
      hash = Math.imul(hash ^ word, 0x9e37_79b1);
      hash ^= hash >>> 15;
      asked[words] = word;
      words += 1;
    }
    if ((bits & 0x8080_8080) !== 0) return -1;
    hash = Math.imul(hash, 0x2c1b_3c6d);
    hash ^= hash >>> 13;
    const { slots, pool } = this;
    const mask = (slots.length >> 1) - 1;
    let slot = hash & mask;
    for (let place = slots[slot * 2 + 1]!; place !== 0; place = slots[slot * 2 + 1]!) {
      if (slots[slot * 2] === hash && this.isAt(pool, place - 1, length, words)) return pool[place - 1]!;
      slot = (slot + 1) & mask;
    }
    return this.append(slot, hash, length, words);
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

  private isAt(pool: Int32Array, place: number, length: number, words: number): boolean {
    if (pool[place + 1] !== length) return false;
    const { asked } = this;
    for (let word = 0; word < words; word += 1) {
      if (pool[place + HEAD + word] !== asked[word]) return false;
    }
    return true;
  }

  private append(slot: number, hash: number, length: number, words: number): number {
    const place = this.end;
    this.end += HEAD + words;
    if (this.end > this.pool.length) {
      const wider = new Int32Array(this.pool.length * 2);
      wider.set(this.pool);
      this.pool = wider;
    }
    const { pool, slots, asked } = this;
    pool[place] = this.count;
    pool[place + 1] = length;
    for (let word = 0; word < words; word += 1) pool[place + HEAD + word] = asked[word]!;
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
