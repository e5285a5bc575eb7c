import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { TextColumn } from '../../core/inventory/textColumn.ts';
import { CHUNK_ROWS } from '../../core/inventory/textColumn.ts';
import type { RowIndex } from '../../core/base/brand.ts';
import { foldText } from './foldText.ts';

interface FoldedChunk {
  readonly text: string;
  /** End of each account's text in `text`. */
  readonly ends: Uint32Array;
}

/** Stands between accounts, so that a match never spans two of them. */
const SEPARATOR = '\n';

/**
 * Finds accounts by a part of their name, key, address or user name. Built once a snapshot for the first search, in
 * slices, so that other requests do not wait for it.
 */
export class AccountSearch {
  readonly #columns: readonly TextColumn[];
  readonly #count: number;
  readonly #chunks: FoldedChunk[] = [];
  /** Texts of the chunk that is being built. */
  #parts: string[] = [];
  #ends = new Uint32Array(0);
  #length = 0;
  #taken = 0;

  constructor({ accounts }: Snapshot) {
    this.#columns = [accounts.displayName, accounts.accountId, accounts.email, accounts.userName].filter(
      (column): column is TextColumn => column !== undefined,
    );
    this.#count = accounts.count;
  }

  get isWhole(): boolean {
    return this.#taken === this.#count;
  }

  /** Takes up to so many further accounts in. */
  take(accounts: number): void {
    const end = Math.min(this.#count, this.#taken + accounts);
    for (; this.#taken < end; this.#taken++) {
      const row = this.#taken;
      const place = row % CHUNK_ROWS;
      if (place === 0) this.#ends = new Uint32Array(Math.min(CHUNK_ROWS, this.#count - row));
      const texts = new Set(this.#columns.map((column) => column.at(row as RowIndex)));
      const text = foldText([...texts].join('\t')) + SEPARATOR;
      this.#parts.push(text);
      this.#length += text.length;
      this.#ends[place] = this.#length;
      if (place < this.#ends.length - 1) continue;
      this.#chunks.push({ text: this.#parts.join(''), ends: this.#ends });
      this.#parts = [];
      this.#length = 0;
    }
  }

  /** One byte an account: 1 where the searched text occurs. An empty search finds every account. Takes in what is left. */
  find(search: string): Uint8Array {
    const wanted = foldText(search.trim());
    this.take(this.#count);
    const found = new Uint8Array(this.#count);
    if (wanted === '') return found.fill(1);
    this.#chunks.forEach(({ text, ends }, index) => {
      let row = 0;
      let at = text.indexOf(wanted);
      while (at !== -1) {
        row = firstEndAfter(ends, at, row);
        found[index * CHUNK_ROWS + row] = 1;
        at = text.indexOf(wanted, ends[row]!);
      }
    });
    return found;
  }
}

/** First row, from `low` on, whose text ends after the position. */
function firstEndAfter(ends: Uint32Array, position: number, low: number): number {
  let high = ends.length - 1;
  let row = low;
  while (row < high) {
    const middle = (row + high) >>> 1;
    if (ends[middle]! > position) high = middle;
    else row = middle + 1;
  }
  return row;
}
