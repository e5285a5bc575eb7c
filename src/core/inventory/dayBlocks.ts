/** A run of 32 days as one word; more blocks of the same series may follow. */
const DAYS = 32;
const STRIDE = 3;
const PLACE = 0;
const BITS = 1;
const NEXT = 2;

/** In place of a block where there is none. */
export const NO_BLOCK = -1;

/** Block of a day, and the bit of the day in it. */
export const placeOfDay = (day: number): number => day >> 5;
export const bitOfDay = (day: number): number => 1 << (day & (DAYS - 1));

/** Blocks of one page: pages are never copied, so that chains of millions of blocks take no more than they need. */
const PAGE_BITS = 10;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** Chains of blocks, 12 bytes each, in pages. A chain is known by its first block. */
export class DayBlocks {
  private count = 0;
  private readonly pages: Int32Array[] = [];

  /** Forgets every chain and keeps the pages for others. */
  clear(): void {
    this.count = 0;
  }

  /** Puts a block before a chain and returns the new first block. */
  push(place: number, bits: number, chain: number): number {
    const block = this.count;
    if (block >>> PAGE_BITS === this.pages.length) this.pages.push(new Int32Array(STRIDE << PAGE_BITS));
    const page = this.pages[block >>> PAGE_BITS]!;
    const at = (block & PAGE_MASK) * STRIDE;
    page[at + PLACE] = place;
    page[at + BITS] = bits;
    page[at + NEXT] = chain;
    this.count = block + 1;
    return block;
  }

  /** Sets a bit in the block of a place; false when the chain has no such block. */
  mark(chain: number, place: number, bit: number): boolean {
    for (let block = chain; block >= 0;) {
      const page = this.pages[block >>> PAGE_BITS]!;
      const at = (block & PAGE_MASK) * STRIDE;
      if (page[at + PLACE] === place) {
        page[at + BITS]! |= bit;
        return true;
      }
      block = page[at + NEXT]!;
    }
    return false;
  }

  /** Adds the blocks of a chain to others. */
  collect(chain: number, into: SortedBlocks): void {
    for (let block = chain; block >= 0;) {
      const page = this.pages[block >>> PAGE_BITS]!;
      const at = (block & PAGE_MASK) * STRIDE;
      into.add(page[at + PLACE]!, page[at + BITS]!);
      block = page[at + NEXT]!;
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
