import type { RowIndex } from '../../core/base/brand.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountName } from './accountName.ts';
import { FOLDED, NOT_IN_TABLE } from './foldedNames.ts';
import { foldText } from './foldText.ts';
import { keyOfUnits } from './textOrder.ts';

const UNITS = 4;
const HALF = 1 << 16;

/** More rows than this are not worth a choice: then their whole names are folded and compared. */
const MOST_CANDIDATES = 50_000;

/**
 * The first eight folded units of every account's name as two numbers, in the order of `keyOfUnits`. Made in a fraction
 * of the time that whole names take, they find the few rows among which the first of an order by name must be.
 */
export class NamePrefixes {
  readonly #snapshot: Snapshot;
  /** Units 0 to 3. */
  readonly #upper: Uint32Array;
  /** Units 4 to 7. */
  readonly #lower: Uint32Array;

  constructor(snapshot: Snapshot) {
    const { accounts } = snapshot;
    const { displayName } = accounts;
    this.#snapshot = snapshot;
    this.#upper = new Uint32Array(accounts.count);
    this.#lower = new Uint32Array(accounts.count);
    let row = 0;
    for (let index = 0; row < accounts.count; index++) {
      const chunk = displayName?.chunk(index);
      const last = chunk ? row + chunk.ends.length : accounts.count;
      for (let offset = 0, start = 0; row < last; offset++, row++) {
        const end = chunk ? chunk.ends[offset]! : start;
        if (!chunk || end === start || !this.#readPlain(chunk.text, start, end, row)) this.#readWhole(row);
        start = end;
      }
    }
  }

  /** Rows that hold the first `count` of `seats` by name, and few others; `undefined` when that would be too many. */
  candidates(seats: Uint32Array, count: number, descending: boolean): Uint32Array | undefined {
    const first = this.#select(seats, this.#upper, count, descending);
    const second = this.#select(first.tied, this.#lower, count - first.before.length, descending);
    const total = first.before.length + second.before.length + second.tied.length;
    if (total > MOST_CANDIDATES) return undefined;
    const found = new Uint32Array(total);
    found.set(first.before);
    found.set(second.before, first.before.length);
    found.set(second.tied, first.before.length + second.before.length);
    return found.toSorted();
  }

  /** Seats whose key stands before that of the last of the first `count`, and those that share that key. */
  #select(
    seats: Uint32Array,
    keys: Uint32Array,
    count: number,
    descending: boolean,
  ): { readonly before: Uint32Array; readonly tied: Uint32Array } {
    const { account } = this.#snapshot.seats;
    const flip = descending ? 0xffff_ffff : 0;
    const byHigh = new Uint32Array(HALF);
    for (const seat of seats) byHigh[(keys[account[seat]!]! ^ flip) >>> 16]!++;
    const high = placeOf(byHigh, count);
    const byLow = new Uint32Array(HALF);
    for (const seat of seats) {
      const key = keys[account[seat]!]! ^ flip;
      if (key >>> 16 === high.place) byLow[key & (HALF - 1)]!++;
    }
    const low = placeOf(byLow, count - high.before);
    const limit = high.place * HALF + low.place;
    const before = new Uint32Array(high.before + low.before);
    const tied = new Uint32Array(byLow[low.place]!);
    let lengthBefore = 0;
    let lengthTied = 0;
    for (const seat of seats) {
      const key = (keys[account[seat]!]! ^ flip) >>> 0;
      if (key < limit) before[lengthBefore++] = seat;
      else if (key === limit) tied[lengthTied++] = seat;
    }
    return { before, tied };
  }

  /** Reads a name of letters that each fold to one unit of a byte; `false` for any other, which is read as a whole. */
  #readPlain(text: string, start: number, end: number, row: number): boolean {
    let upper = 0;
    let lower = 0;
    for (let place = 0; place < 2 * UNITS; place++) {
      const code = start + place < end ? text.charCodeAt(start + place) : 0;
      const folded = code < FOLDED.length ? FOLDED[code]! : NOT_IN_TABLE;
      if (folded >= 255) return false;
      if (place < UNITS) upper = (upper << 8) | folded;
      else lower = (lower << 8) | folded;
    }
    this.#upper[row] = upper;
    this.#lower[row] = lower;
    return true;
  }

  #readWhole(row: number): void {
    const folded = foldText(accountName(this.#snapshot, row as RowIndex));
    const unitAt = (place: number): number => (place < folded.length ? folded.charCodeAt(place) : 0);
    this.#upper[row] = keyOfUnits(unitAt, 0);
    this.#lower[row] = keyOfUnits(unitAt, UNITS);
  }
}

/** First place up to which there are at least `count`, or the last, and how many stand before it. */
function placeOf(counts: Uint32Array, count: number): { readonly place: number; readonly before: number } {
  let before = 0;
  for (let place = 0; place < counts.length - 1; place++) {
    if (before + counts[place]! >= count) return { place, before };
    before += counts[place]!;
  }
  return { place: counts.length - 1, before };
}
