/** Words that are kept of a run of bytes: its length, and its first sixteen bytes. */
const WORDS = 5;
const BYTES_IN_WORDS = 16;
/** Bytes of a word that belong to a run of which so many are left. */
const FIRST_BYTES = [0, 0xff, 0xffff, 0xff_ffff];

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
  /** Number of the run + 1, or 0 for a free slot. Four times as many slots as runs, or more. */
  private slots = new Int32Array(1 << 9);
  /** The bytes that were looked at last, and a view of them. */
  private bytes: Uint8Array = new Uint8Array(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** Last place from which a run's words can be read without looking for the end of the bytes. */
  private lastInside = -1;
  /** Number found last: many columns hold the same again and again. */
  private last = 0;

  /** Forgets all runs. */
  clear(): void {
    this.count = 0;
    this.last = 0;
    this.slots.fill(0);
  }

  /** Number of the run from `start` to `end`; −1 for one that is not known when `most` are. */
  numberOf(bytes: Uint8Array, start: number, end: number, most = 0x7fff_ffff): number {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      this.lastInside = bytes.length - BYTES_IN_WORDS;
    }
    const { view } = this;
    const length = end - start;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    if (start <= this.lastInside) {
      if (length >= 4) {
        first = view.getInt32(start, true);
        if (length >= 8) {
          second = view.getInt32(start + 4, true);
          if (length >= 12) {
            third = view.getInt32(start + 8, true);
            fourth = view.getInt32(start + 12, true);
            if (length < 16) fourth &= FIRST_BYTES[length - 12]!;
          } else third = view.getInt32(start + 8, true) & FIRST_BYTES[length - 8]!;
        } else second = view.getInt32(start + 4, true) & FIRST_BYTES[length - 4]!;
      } else first = view.getInt32(start, true) & FIRST_BYTES[length]!;
    } else {
      first = lastWord(bytes, start, end);
      second = lastWord(bytes, start + 4, end);
      third = lastWord(bytes, start + 8, end);
      fourth = lastWord(bytes, start + 12, end);
    }
    const { words, slots } = this;
    const lastWords = this.last * WORDS;
    if (
      words[lastWords + 4] === fourth &&
      words[lastWords + 3] === third &&
      words[lastWords + 2] === second &&
      words[lastWords + 1] === first &&
      words[lastWords] === length &&
      length <= BYTES_IN_WORDS &&
      this.count > 0
    ) {
      return this.last;
    }
    const rest = length > BYTES_IN_WORDS ? view.getInt32(end - 4, true) : 0;
    const hash = hashOf(length, first, second, third, fourth ^ rest);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      const word = (taken - 1) * WORDS;
      const isSame =
        words[word + 1] === first &&
        words[word + 2] === second &&
        words[word + 3] === third &&
        words[word + 4] === fourth &&
        words[word] === length;
      if (isSame && (length <= BYTES_IN_WORDS || this.isRest(taken - 1, bytes, start, end))) {
        return (this.last = taken - 1);
      }
      slot = (slot + 1) & mask;
    }
    const number = this.count;
    if (number >= most) return -1;
    slots[slot] = number + 1;
    const word = number * WORDS;
    words[word] = length;
    words[word + 1] = first;
    words[word + 2] = second;
    words[word + 3] = third;
    words[word + 4] = fourth;
    this.keep(bytes, start, end);
    return number;
  }

  /** Start of a run in `pool`. */
  startOf(number: number): number {
    return number === 0 ? 0 : this.ends[number - 1]!;
  }

  /** Whether a long run is a known one beyond its first bytes. */
  private isRest(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    let kept = this.startOf(number) + BYTES_IN_WORDS;
    for (let at = start + BYTES_IN_WORDS; at < end; at += 1) {
      if (this.pool[kept] !== bytes[at]) return false;
      kept += 1;
    }
    return true;
  }

  private keep(bytes: Uint8Array, start: number, end: number): void {
    const from = this.startOf(this.count);
    const until = from + end - start;
    if (until > this.pool.length) {
      const pool = new Uint8Array(Math.max(until, this.pool.length * 2));
      pool.set(this.pool);
      this.pool = pool;
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
    const slots = new Int32Array(ends.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const word = number * WORDS;
      const length = words[word]!;
      const end = ends[number]!;
      const rest = length > BYTES_IN_WORDS ? lastWord(this.pool, end - 4, end) : 0;
      const hash = hashOf(
        length,
        words[word + 1]!,
        words[word + 2]!,
        words[word + 3]!,
        words[word + 4]! ^ rest,
      );
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function hashOf(length: number, first: number, second: number, third: number, fourth: number): number {
  const mixed =
    Math.imul(first ^ (first >>> 15), 0x2c1b_3c6d) ^
    Math.imul(second ^ (second >>> 13), 0x297a_2d39) ^
    Math.imul(third ^ (third >>> 14), 0x1b87_3593) ^
    Math.imul(fourth ^ (fourth >>> 12), 0x0100_0193) ^
    length;
  const hash = Math.imul(mixed ^ (mixed >>> 16), 0x45d9_f3b5);
  return hash ^ (hash >>> 15);
}

/** Up to four bytes as one number, none beyond `end`. */
function lastWord(bytes: Uint8Array, at: number, end: number): number {
  let word = 0;
  for (let place = 0; place < 4 && at + place < end; place += 1) word |= bytes[at + place]! << (place * 8);
  return word;
}
