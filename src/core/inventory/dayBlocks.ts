/** A run of 32 days as one word; more blocks of the same series may follow. */
const DAYS = 32;
const STRIDE = 3;
const PLACE = 0;
const BITS = 1;
const NEXT = 2;

export const NO_BLOCK = -1;

/** Block of a day, and the bit of the day in it. */
export const placeOfDay = (day: number): number => day >> 5;
export const bitOfDay = (day: number): number => 1 << (day & (DAYS - 1));

/** Chains of blocks, 12 bytes each, in one buffer. A chain is known by its first block. */
export class DayBlocks {
  private count = 0;
  private blocks = new Int32Array(STRIDE << 10);

  /** Puts a block before a chain and returns the new first block. */
  push(place: number, bits: number, chain: number): number {
    const at = this.count * STRIDE;
    if (at === this.blocks.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.blocks);
      this.blocks = wider;
    }
    this.blocks[at + PLACE] = place;
    this.blocks[at + BITS] = bits;
    this.blocks[at + NEXT] = chain;
    this.count += 1;
    return this.count - 1;
  }

  /** Sets a bit in the block of a place; false when the chain has no such block. */
  mark(chain: number, place: number, bit: number): boolean {
    for (let at = chain * STRIDE; at >= 0; at = this.blocks[at + NEXT]! * STRIDE) {
      if (this.blocks[at + PLACE] !== place) continue;
      this.blocks[at + BITS]! |= bit;
      return true;
    }
    return false;
  }

  /** Adds the blocks of a chain to others. */
  collect(chain: number, into: SortedBlocks): void {
    for (let at = chain * STRIDE; at >= 0; at = this.blocks[at + NEXT]! * STRIDE) {
      into.add(this.blocks[at + PLACE]!, this.blocks[at + BITS]!);
    }
  }
}

/** The few blocks of one series in the order of their days; filled again for every series. */
export class SortedBlocks {
  count = 0;
  places = new Int32Array(64);
  bits = new Int32Array(64);

  clear(): void {
    this.count = 0;
  }

  add(place: number, bits: number): void {
    if (this.count === this.places.length) {
      this.places = widened(this.places);
      this.bits = widened(this.bits);
    }
    const { places } = this;
    let at = this.count;
    for (; at > 0 && places[at - 1]! > place; at -= 1) {
      places[at] = places[at - 1]!;
      this.bits[at] = this.bits[at - 1]!;
    }
    places[at] = place;
    this.bits[at] = bits;
    this.count += 1;
  }
}

function widened(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}

/** Writes the days of a block from `at` on, ascending, and returns the end. */
export function writeDays(into: Int32Array, at: number, place: number, bits: number): number {
  let end = at;
  for (let left = bits; left !== 0; left &= left - 1) {
    into[end] = (place << 5) + 31 - Math.clz32(left & -left);
    end += 1;
  }
  return end;
}
