import type { RowIndex } from '../../core/base/brand.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountName } from './accountName.ts';
import { FOLDED, NOT_IN_TABLE } from './foldedNames.ts';
import { foldText } from './foldText.ts';
import { keyOfUnits } from './textOrder.ts';

const UNITS = 4;

/** So few second halves are read one by one before all of them are made: reading one takes about twice as long so. */
const FEW_READ = 1 << 18;

/**
 * The first eight folded units of every account's name as two numbers, in the order of `keyOfUnits`. Made in a fraction
 * of the time that whole names take, they leave few names to be compared for a page of an order by name; the second
 * four are made when more than a few names begin alike.
 */
export class NamePrefixes {
  readonly #snapshot: Snapshot;
  #upper: Uint32Array | undefined;
  #lower: Uint32Array | undefined;
  #read = 0;
  /** Rows in a chunk of names, known once all were read. */
  #chunkRows = 0;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Units 0 to 3 of each account's name. */
  get upper(): Uint32Array {
    this.#upper ??= this.#prefixes(0);
    return this.#upper;
  }

  /** Units 4 to 7 of each account's name. */
  get lower(): Uint32Array {
    this.#lower ??= this.#prefixes(UNITS);
    return this.#lower;
  }

  /** Units 4 to 7 of one account's name, for a caller that wants those of a few. */
  lowerOf(account: number): number {
    if (this.#lower || ++this.#read > FEW_READ) return this.lower[account]!;
    const { displayName } = this.#snapshot.accounts;
    if (displayName && this.#chunkRows > 0) {
      const index = Math.floor(account / this.#chunkRows);
      const offset = account - index * this.#chunkRows;
      const { text, ends } = displayName.chunk(index);
      const start = offset === 0 ? 0 : ends[offset - 1]!;
      const plain = ends[offset]! > start ? plainPrefix(text, start, ends[offset]!, UNITS) : -1;
      if (plain >= 0) return plain;
    }
    return this.#prefixOf(account, UNITS);
  }

  /** Units `from` to before `from + UNITS` of every name. */
  #prefixes(from: number): Uint32Array {
    const { accounts } = this.#snapshot;
    const { displayName } = accounts;
    const prefixes = new Uint32Array(accounts.count);
    let row = 0;
    for (let index = 0; row < accounts.count; index++) {
      const chunk = displayName?.chunk(index);
      if (chunk && index === 0) this.#chunkRows = chunk.ends.length;
      const last = chunk ? row + chunk.ends.length : accounts.count;
      for (let offset = 0, start = 0; row < last; offset++, row++) {
        const end = chunk ? chunk.ends[offset]! : start;
        const plain = chunk && end > start ? plainPrefix(chunk.text, start, end, from) : -1;
        prefixes[row] = plain < 0 ? this.#prefixOf(row, from) : plain;
        start = end;
      }
    }
    return prefixes;
  }

  #prefixOf(account: number, from: number): number {
    const folded = foldText(accountName(this.#snapshot, account as RowIndex));
    return keyOfUnits((place) => (place < folded.length ? folded.charCodeAt(place) : 0), from);
  }
}

/** Prefix of a name whose letters up to its end each fold to one unit of a byte; -1 of any other. */
function plainPrefix(text: string, start: number, end: number, from: number): number {
  let prefix = 0;
  const last = start + from + UNITS;
  for (let at = start; at < last; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    const folded = code < FOLDED.length ? FOLDED[code]! : NOT_IN_TABLE;
    if (folded >= 255) return -1;
    if (at >= start + from) prefix = ((prefix << 8) | folded) >>> 0;
  }
  return prefix;
}
