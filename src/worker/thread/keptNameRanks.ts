import type { ClientDatabase } from '../../storage/database.ts';
import { saveComputed } from '../../storage/snapshotExtra.ts';
import type { LoadedSnapshot } from '../../storage/snapshotStore.ts';

/** Name under which the ranks are kept. */
export const KEPT_NAME_RANKS = 'nameRanks';

/**
 * Number of the rules by which an account's name is chosen, folded and ordered. Raised with every change of them, so that
 * ranks that were kept are made anew. A test holds the code to it.
 */
export const NAME_RULES_NUMBER = 1;

/** Below this, ordering the names takes no longer than reading what was kept. */
const WORTH_KEEPING = 50_000;

/** Whether the ranks of so many accounts are kept. */
export const isWorthKeeping = (accounts: number): boolean => accounts >= WORTH_KEEPING;

/** Places of the accounts in the order by name, as they were kept with their snapshot. */
export async function loadNameRanks({
  snapshot,
  loadComputed,
}: Pick<LoadedSnapshot, 'snapshot' | 'loadComputed'>): Promise<Uint32Array | undefined> {
  const { count } = snapshot.accounts;
  const bytes = isWorthKeeping(count) ? await loadComputed(KEPT_NAME_RANKS) : undefined;
  return bytes && bytesToRanks(bytes, count);
}

/** Keeps ranks for the next opening. A storage that is full or gone leaves them out: they can always be made anew. */
export function keepNameRanks(db: ClientDatabase, snapshot: string, ranks: Uint32Array): void {
  saveComputed(db, snapshot, KEPT_NAME_RANKS, ranksToBytes(ranks)).catch(() => undefined);
}

/** The number of the rules, then the ranks. */
export function ranksToBytes(ranks: Uint32Array): ArrayBuffer {
  const words = new Uint32Array(1 + ranks.length);
  words[0] = NAME_RULES_NUMBER;
  words.set(ranks, 1);
  return words.buffer;
}

/** Reads ranks back; `undefined` for those of another number or of other accounts. */
export function bytesToRanks(bytes: ArrayBuffer, count: number): Uint32Array | undefined {
  if (bytes.byteLength !== Uint32Array.BYTES_PER_ELEMENT * (1 + count)) return undefined;
  const words = new Uint32Array(bytes);
  return words[0] === NAME_RULES_NUMBER ? words.subarray(1) : undefined;
}
