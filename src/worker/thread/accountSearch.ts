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

/** Finds accounts by a part of their name, key, address or user name. Built once a snapshot, on the first search. */
export class AccountSearch {
  readonly #chunks: readonly FoldedChunk[];
  readonly #count: number;

  constructor(snapshot: Snapshot) {
    const { accounts } = snapshot;
    const columns = [accounts.displayName, accounts.accountId, accounts.email, accounts.userName].filter(
      (column): column is TextColumn => column !== undefined,
    );
    const chunks: FoldedChunk[] = [];
    for (let from = 0; from < accounts.count; from += CHUNK_ROWS) {
      const to = Math.min(from + CHUNK_ROWS, accounts.count);
      const parts: string[] = [];
      const ends = new Uint32Array(to - from);
      let length = 0;
      for (let row = from; row < to; row++) {
        const texts = new Set(columns.map((column) => column.at(row as RowIndex)));
        const text = foldText([...texts].join('\t')) + SEPARATOR;
        parts.push(text);
        length += text.length;
        ends[row - from] = length;
      }
      chunks.push({ text: parts.join(''), ends });
    }
    this.#chunks = chunks;
    this.#count = accounts.count;
  }

  /** One byte an account: 1 where the searched text occurs. An empty search finds every account. */
  find(search: string): Uint8Array {
    const wanted = foldText(search.trim());
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
