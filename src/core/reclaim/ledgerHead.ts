import type { LedgerHead, RecordedEntry } from './ledgerEntry.ts';
import { movesHead } from './ledgerKinds.ts';

/**
 * The last entry that can change a figure: what screens, packets and briefs print. `undefined` for an empty ledger.
 * Exports, saved workspace files, revealed names and verifications stand in the chain but do not move it.
 */
export function ledgerHead(entries: readonly RecordedEntry[]): LedgerHead | undefined {
  const last = entries.findLast(({ entry }) => movesHead(entry.kind));
  return last && { sequence: last.entry.sequence, hash: last.entry.hash };
}
