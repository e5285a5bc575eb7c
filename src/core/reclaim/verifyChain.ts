import { isCanonicalValue } from './canonicalText.ts';
import { hashOfEntry, hashOfPersonalPart } from './chainFacts.ts';
import {
  CHAIN_START,
  type ChainEnd,
  type LedgerEntry,
  type LedgerValue,
  type PersonalPart,
  type RecordedEntry,
  type Sha256Hex,
} from './ledgerEntry.ts';

/** Result of verifying a chain; `sequence` names the first place at which it does not hold. */
export type ChainCheck =
  | { readonly outcome: 'intact'; readonly entries: number }
  | {
      readonly outcome: 'broken';
      readonly sequence: number;
      readonly what: 'altered' | 'removed' | 'inserted';
    };

/** An entry whose personal part may have been left out, as in a pseudonymised export. */
export interface CheckableEntry {
  readonly entry: LedgerEntry;
  readonly personal: PersonalPart | undefined;
}

/**
 * Recomputes every hash, in order, and names the first entry that was altered, removed or inserted. A shortened end
 * cannot be seen from the chain alone: compare with a remembered length. Source: ledger; requirement on naming.
 */
export function verifyChain(
  entries: readonly (RecordedEntry | CheckableEntry)[],
  sha256Hex: Sha256Hex,
  start: ChainEnd = CHAIN_START,
): ChainCheck {
  let end: ChainEnd = start;
  for (const [index, { entry, personal }] of entries.entries()) {
    const expected = end.sequence + 1;
    const whole = isWhole(entry, sha256Hex) && isPersonalPartWhole(entry, personal, sha256Hex);
    if (!whole || entry.sequence !== expected || entry.previousHash !== end.hash) {
      return { outcome: 'broken', ...whatHappened(entries, index, whole, end, sha256Hex) };
    }
    end = entry;
  }
  return { outcome: 'intact', entries: entries.length };
}

function whatHappened(
  entries: readonly CheckableEntry[],
  index: number,
  whole: boolean,
  end: ChainEnd,
  sha256Hex: Sha256Hex,
): { readonly sequence: number; readonly what: 'altered' | 'removed' | 'inserted' } {
  const expected = end.sequence + 1;
  const entry = entries[index]?.entry;
  const next = entries[index + 1]?.entry;
  const nextFits =
    next !== undefined &&
    next.sequence === expected &&
    next.previousHash === end.hash &&
    isWhole(next, sha256Hex);
  if (nextFits) return { sequence: expected, what: 'inserted' };
  if (entry === undefined) return { sequence: expected, what: 'altered' };
  if (!whole) {
    const isForeign = next === undefined && isFromElsewhere(entry, end, sha256Hex);
    return { sequence: expected, what: isForeign ? 'inserted' : 'altered' };
  }
  if (entry.sequence > expected) return { sequence: expected, what: 'removed' };
  if (entry.sequence < expected) return { sequence: expected, what: 'inserted' };
  if (entries.slice(0, Math.max(0, index - 1)).some(({ entry: { hash } }) => hash === entry.previousHash)) {
    return { sequence: expected, what: 'inserted' };
  }
  // The entry itself is whole but follows another hash: the one before it was rewritten together with its hash.
  return { sequence: Math.max(1, end.sequence), what: 'altered' };
}

/**
 * Whether an entry that does not hold was never the next one here: it follows another entry, and would not hold either
 * if it followed this one. An entry altered in place still names the entry before it, or holds once it does again.
 */
const isFromElsewhere = (entry: LedgerEntry, end: ChainEnd, sha256Hex: Sha256Hex): boolean =>
  typeof entry.previousHash === 'string' &&
  entry.previousHash !== end.hash &&
  !isWhole({ ...entry, previousHash: end.hash }, sha256Hex);

/** Whether the entry's own hash fits its content and all its texts stand in canonical form. */
function isWhole(entry: LedgerEntry, sha256Hex: Sha256Hex): boolean {
  return holds(() => {
    const { hash, ...content } = entry;
    return isCanonicalValue(content as unknown as LedgerValue) && hashOfEntry(content, sha256Hex) === hash;
  });
}

function isPersonalPartWhole(
  entry: LedgerEntry,
  personal: PersonalPart | undefined,
  sha256Hex: Sha256Hex,
): boolean {
  if (personal === undefined) return true;
  return holds(
    () =>
      isCanonicalValue({ ...personal, reason: personal.reason ?? null }) &&
      hashOfPersonalPart(personal, sha256Hex) === entry.personalHash,
  );
}

/** A stored value that has no canonical text (a fraction, a missing field) has been altered, too. */
function holds(isSound: () => boolean): boolean {
  try {
    return isSound();
  } catch (failure) {
    if (failure instanceof RangeError || failure instanceof TypeError) return false;
    throw failure;
  }
}
