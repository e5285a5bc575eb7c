import type { RowIndex } from '../../core/base/brand.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountName } from './accountName.ts';
import { foldText } from './foldText.ts';
import { keyOfUnits } from './textOrder.ts';

/** Letters up to here are folded by a table; names with others go through `foldText`. */
const TABLE_END = 0x250;
/** Stands in `FOLDED` for a letter that folds to none or to several units. */
export const NOT_IN_TABLE = 0xffff;

/** Folded UTF-16 unit of each letter that folds to exactly one. */
export const FOLDED = /* @__PURE__ */ Uint16Array.from({ length: TABLE_END }, (_, code) => {
  const folded = foldText(String.fromCharCode(code));
  return folded.length === 1 ? folded.charCodeAt(0) : NOT_IN_TABLE;
});

/**
 * Names of all accounts, folded for sorting and joined: two bytes a letter, so that names can be compared by the
 * million without making a string. Order is by code unit of the folded text, not by a locale.
 */
export class FoldedNames {
  #units: Uint16Array;
  /** End of each account's name. */
  readonly #ends: Uint32Array;

  constructor(snapshot: Snapshot) {
    const { accounts } = snapshot;
    const { displayName } = accounts;
    this.#ends = new Uint32Array(accounts.count);
    this.#units = new Uint16Array(Math.max(64, accounts.count * 16));
    let length = 0;
    let row = 0;
    for (let index = 0; row < accounts.count; index++) {
      const chunk = displayName?.chunk(index);
      const last = chunk ? row + chunk.ends.length : accounts.count;
      for (let offset = 0, start = 0; row < last; offset++, row++) {
        const end = chunk ? chunk.ends[offset]! : start;
        length =
          chunk && end > start
            ? this.#append(chunk.text, start, end, length)
            : this.#appendText(accountName(snapshot, row as RowIndex), length);
        start = end;
        this.#ends[row] = length;
      }
    }
    this.#units = this.#units.slice(0, length);
  }

  get count(): number {
    return this.#ends.length;
  }

  /** Below 0 when the first account's name stands before the other's, 0 when both are the same. */
  compare(one: number, other: number): number {
    const units = this.#units;
    let at = this.#startOf(one);
    let beside = this.#startOf(other);
    const end = this.#ends[one]!;
    const length = Math.min(end - at, this.#ends[other]! - beside);
    for (let left = length; left > 0; left--) {
      const difference = units[at++]! - units[beside++]!;
      if (difference !== 0) return difference;
    }
    return end - at - (this.#ends[other]! - beside);
  }

  /** Four units from a place on as one number, see `keyOfUnits`. */
  keyAt(account: number, offset: number): number {
    const units = this.#units;
    const start = this.#startOf(account);
    const end = this.#ends[account]!;
    return keyOfUnits((place) => (start + place < end ? units[start + place]! : 0), offset);
  }

  #startOf(account: number): number {
    return account === 0 ? 0 : this.#ends[account - 1]!;
  }

  #append(text: string, start: number, end: number, length: number): number {
    this.#makeRoom(length + end - start);
    const units = this.#units;
    let to = length;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const folded = code < TABLE_END ? FOLDED[code]! : NOT_IN_TABLE;
      if (folded === NOT_IN_TABLE) return this.#appendText(text.slice(start, end), length);
      units[to++] = folded;
    }
    return to;
  }

  #appendText(name: string, length: number): number {
    const folded = foldText(name);
    this.#makeRoom(length + folded.length);
    for (let at = 0; at < folded.length; at++) this.#units[length + at] = folded.charCodeAt(at);
    return length + folded.length;
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#units.length) return;
    const wider = new Uint16Array(Math.max(needed, this.#units.length * 2));
    wider.set(this.#units);
    this.#units = wider;
  }
}
