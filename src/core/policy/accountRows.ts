import type { RowIndex } from '../base/brand.ts';
import type { AccountTable } from '../inventory/snapshot.ts';

/** Folds an account id so that the same account always has the same key. */
export type CanonicalId = (text: string) => string;

/** Finds account rows by canonical account id. */
export interface AccountRows {
  /** Row of each id that the table has; ids without an account are left out. */
  find(ids: Iterable<string>): ReadonlyMap<string, number>;
}

/**
 * Looks accounts up by canonical id through a column of hashes, 4 bytes an account, which is made at the first
 * question that is not empty. Few ids are asked for, so no table of a million strings is kept.
 */
export function openAccountRows(
  accounts: Pick<AccountTable, 'count' | 'accountId'>,
  canonicalId: CanonicalId,
): AccountRows {
  let hashes: Uint32Array | undefined;

  function hashAll(): Uint32Array {
    const made = new Uint32Array(accounts.count);
    for (let row = 0; row < made.length; row += 1) made[row] = hashOf(idOf(row));
    return made;
  }
  const idOf = (row: number): string => canonicalId(accounts.accountId.at(row as RowIndex));

  return {
    find(ids) {
      const wanted = new Set(ids);
      const rows = new Map<string, number>();
      if (wanted.size === 0) return rows;
      hashes ??= hashAll();
      const wantedHashes = new Set<number>();
      const lowBits = new Uint8Array(1 << 16);
      for (const id of wanted) {
        const hash = hashOf(id);
        wantedHashes.add(hash);
        lowBits[hash & 0xffff] = 1;
      }
      for (let row = 0; row < hashes.length; row += 1) {
        const hash = hashes[row]!;
        if (lowBits[hash & 0xffff] === 0 || !wantedHashes.has(hash)) continue;
        const id = idOf(row);
        if (wanted.has(id)) rows.set(id, row);
      }
      return rows;
    },
  };
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
