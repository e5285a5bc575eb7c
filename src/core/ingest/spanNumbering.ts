/** Words that are kept of a run of bytes: its first sixteen bytes, zeros behind a shorter run, and its length. */
const WORDS = 5;
const BYTES_IN_WORDS = 16;
/** Which bits of four words belong to a run, for each length up to {@link BYTES_IN_WORDS}. */
const MASKS_OF_LENGTH = 4;
const MASKS = Int32Array.from({ length: (BYTES_IN_WORDS + 1) * MASKS_OF_LENGTH }, (_, place) => {
  const bytes = Math.floor(place / MASKS_OF_LENGTH) - (place % MASKS_OF_LENGTH) * 4;
  return bytes >= 4 ? -1 : bytes <= 0 ? 0 : (1 << (bytes * 8)) - 1;
});

/**
 * Numbers runs of bytes 0, 1, 2, … in the order in which they are first met, and keeps each once, one after another. Runs
 * are read four bytes at a time, and the words of a known run lie side by side, so that most look-ups wait for memory
 * once.
 */
export class SpanNumbering {
  count = 0;
  /** Every run, one after another. */
  pool = new Uint8Array(1 << 10);
  /** End of run i in `pool`; it starts where the one before ends. */
  ends = new Uint32Array(1 << 7);
  private words = new Int32Array(WORDS << 7);
  /** Number of the run + 1, or 0 for a free slot. Twice as many slots as runs, or more. */
  private slots = new Int32Array(1 << 8);
  private poolView = viewOf(this.pool);
  /** The bytes that were looked at last, and a view of them. */
  private viewed: Uint8Array = new Uint8Array(0);
  private view = viewOf(this.viewed);

  /** Forgets all runs. */
  clear(): void {
    this.count = 0;
    this.slots.fill(0);
  }

  /** Number of the run from `start` to `end`; −1 for one that is not known when `most` are. */
  numberOf(bytes: Uint8Array, start: number, end: number, most = Infinity): number {
    const length = end - start;
    if (bytes !== this.viewed) {
      this.viewed = bytes;
      this.view = viewOf(bytes);
    }
    const { view } = this;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let rest = 0;
    if (start + BYTES_IN_WORDS <= bytes.length) {
      // The length decides nothing but the masks: runs of mixed lengths would be jumps that no processor foresees.
      const mask = (length < BYTES_IN_WORDS ? length : BYTES_IN_WORDS) * MASKS_OF_LENGTH;
      first = view.getInt32(start, true) & MASKS[mask]!;
      second = view.getInt32(start + 4, true) & MASKS[mask + 1]!;
      third = view.getInt32(start + 8, true) & MASKS[mask + 2]!;
      fourth = view.getInt32(start + 12, true) & MASKS[mask + 3]!;
      if (length > BYTES_IN_WORDS) rest = view.getInt32(end - 4, true);
    } else {
      first = wordAt(bytes, start, end);
      second = wordAt(bytes, start + 4, end);
      third = wordAt(bytes, start + 8, end);
      fourth = wordAt(bytes, start + 12, end);
    }
    const { words, slots } = this;
    const hash = hashOf(length, first, second, third, fourth ^ rest);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      const word = (taken - 1) * WORDS;
      const isSame =
        words[word] === first &&
        words[word + 1] === second &&
        words[word + 2] === third &&
        words[word + 3] === fourth &&
        words[word + 4] === length;
      if (isSame && (length <= BYTES_IN_WORDS || this.isRest(taken - 1, start, end))) return taken - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.count;
    if (number >= most) return -1;
    slots[slot] = number + 1;
    const word = number * WORDS;
    words[word] = first;
    words[word + 1] = second;
    words[word + 2] = third;
    words[word + 3] = fourth;
    words[word + 4] = length;
    this.keep(bytes, start, end);
    return number;
  }

  /** Start of a run in `pool`. */
  startOf(number: number): number {
    return number === 0 ? 0 : this.ends[number - 1]!;
  }

  /** Whether a long run is a known one beyond its first bytes. */
  private isRest(number: number, start: number, end: number): boolean {
    const { view, poolView } = this;
    const from = this.startOf(number) - start;
    for (let at = start + BYTES_IN_WORDS; at <= end - 4; at += 4) {
      if (poolView.getInt32(from + at, true) !== view.getInt32(at, true)) return false;
    }
    return poolView.getInt32(from + end - 4, true) === view.getInt32(end - 4, true);
  }

  private keep(bytes: Uint8Array, start: number, end: number): void {
    const from = this.startOf(this.count);
    const until = from + end - start;
    if (until > this.pool.length) {
      const pool = new Uint8Array(Math.max(until, this.pool.length * 2));
      pool.set(this.pool);
      this.pool = pool;
      this.poolView = viewOf(pool);
    }
    for (let at = start; at < end; at += 1) this.pool[from + at - start] = bytes[at]!;
    this.ends[this.count] = until;
    this.count += 1;
    if (this.count === this.ends.length) this.widen();
  }

  private widen(): void {
    const ends = new Uint32Array(this.ends.length * 2);
    ends.set(this.ends);
    const words = new Int32Array(ends.length * WORDS);
    words.set(this.words);
    this.ends = ends;
    this.words = words;
    const slots = new Int32Array(ends.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const word = number * WORDS;
      const length = words[word + 4]!;
      const rest = length > BYTES_IN_WORDS ? this.poolView.getInt32(ends[number]! - 4, true) : 0;
      const fourth = words[word + 3]! ^ rest;
      const hash = hashOf(length, words[word]!, words[word + 1]!, words[word + 2]!, fourth);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

/** Up to four bytes from a place near the end of the bytes, as `getInt32` would read them with zeros behind. */
function wordAt(bytes: Uint8Array, from: number, end: number): number {
  let word = 0;
  for (let at = from, shift = 0; at < end && shift < 32; at += 1, shift += 8) word |= bytes[at]! << shift;
  return word;
}

function hashOf(length: number, first: number, second: number, third: number, fourth: number): number {
  const mixed =
    Math.imul(first, 0x0100_0193) ^
    Math.imul(second, 0x2c1b_3c6d) ^
    Math.imul(third, 0x297a_2d39) ^
    Math.imul(fourth, 0x45d9_f3b5) ^
    Math.imul(length, 0x1b87_3593);
  const hash = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
