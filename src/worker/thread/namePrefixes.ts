import type { RowIndex } from '../../core/base/brand.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountName } from './accountName.ts';
import { FOLDED, NOT_IN_TABLE } from './foldedNames.ts';
import { foldText } from './foldText.ts';
import { keyOfUnits } from './textOrder.ts';

const UNITS = 4;

/**
 * The first eight folded units of every account's name as two numbers, in the order of `keyOfUnits`. Made in a fraction
 * of the time that whole names take, they leave few names to be compared for a page of an order by name.
 */
export class NamePrefixes {
  readonly #snapshot: Snapshot;
  /** Units 0 to 3 of each account's name. */
  readonly upper: Uint32Array;
  /** Units 4 to 7. */
  readonly lower: Uint32Array;

  constructor(snapshot: Snapshot) {
    const { accounts } = snapshot;
    const { displayName } = accounts;
    this.#snapshot = snapshot;
    this.upper = new Uint32Array(accounts.count);
    this.lower = new Uint32Array(accounts.count);
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
    this.upper[row] = upper;
    this.lower[row] = lower;
    return true;
  }

  #readWhole(row: number): void {
    const folded = foldText(accountName(this.#snapshot, row as RowIndex));
    const unitAt = (place: number): number => (place < folded.length ? folded.charCodeAt(place) : 0);
    this.upper[row] = keyOfUnits(unitAt, 0);
    this.lower[row] = keyOfUnits(unitAt, UNITS);
  }
}
