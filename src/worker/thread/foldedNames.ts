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

/** Folds the names of a snapshot's accounts, a chunk at a time. */
export function* foldNames(snapshot: Snapshot): Generator<undefined, FoldedNames> {
  const { accounts } = snapshot;
  const names = new FoldedNames(accounts.count);
  for (let index = 0; names.count < accounts.count; index++) {
    const chunk = accounts.displayName?.chunk(index);
    const length = chunk ? chunk.ends.length : accounts.count;
    for (let offset = 0, start = 0; offset < length; offset++) {
      const end = chunk ? chunk.ends[offset]! : start;
      if (chunk && end > start) names.append(chunk.text, start, end);
      else names.appendFolded(foldText(accountName(snapshot, names.count as RowIndex)));
      start = end;
    }
    yield;
  }
  return names;
}

/**
 * Names of accounts in row order, folded for sorting and joined: two bytes a letter, so that names can be compared by the
 * million without making a string. Order is by code unit of the folded text, not by a locale.
 */
export class FoldedNames {
  #units: Uint16Array;
  #count = 0;
  #length = 0;
  /** End of each account's name. */
  readonly #ends: Uint32Array;

  constructor(accounts: number) {
    this.#ends = new Uint32Array(accounts);
    this.#units = new Uint16Array(Math.max(64, accounts * 16));
  }

  /** Names that were appended so far. */
  get count(): number {
    return this.#count;
  }

  /** Appends the next account's name, which stands in a text. */
  append(text: string, start: number, end: number): void {
    this.#makeRoom(this.#length + end - start);
    const units = this.#units;
    let to = this.#length;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const folded = code < TABLE_END ? FOLDED[code]! : NOT_IN_TABLE;
      if (folded === NOT_IN_TABLE) return this.appendFolded(foldText(text.slice(start, end)));
      units[to++] = folded;
    }
    this.#endAt(to);
  }

  /** Appends the next account's name as `foldText` gives it. */
  appendFolded(folded: string): void {
    this.#makeRoom(this.#length + folded.length);
    for (let at = 0; at < folded.length; at++) this.#units[this.#length + at] = folded.charCodeAt(at);
    this.#endAt(this.#length + folded.length);
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

  #endAt(length: number): void {
    this.#length = length;
    this.#ends[this.#count++] = length;
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#units.length) return;
    const wider = new Uint16Array(Math.max(needed, this.#units.length * 2));
    wider.set(this.#units);
    this.#units = wider;
  }
}
