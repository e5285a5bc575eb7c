import { canonicalText, toCanonicalValue } from './canonicalText.ts';
import type {
  ChainEnd,
  EntryStamp,
  LedgerEntry,
  LedgerFact,
  LedgerValue,
  PersonalPart,
  RecordedEntry,
  Sha256Hex,
} from './ledgerEntry.ts';

/**
 * Makes the facts of one act into entries that continue a chain, in the order given. All share the stamp and the act
 * number. Throws when nobody is named: no fact is recorded without an actor.
 * Source: ledger; hash = SHA-256(previous hash ‖ canonical entry).
 */
export function chainFacts(
  facts: readonly LedgerFact[],
  stamp: EntryStamp,
  previous: ChainEnd,
  sha256Hex: Sha256Hex,
  nextSalt: () => string,
): RecordedEntry[] {
  return facts.map(entriesOfAct(stamp, previous, sha256Hex, nextSalt));
}

/** As {@link chainFacts}, fact by fact: the answer makes each fact of one act the next entry. */
export function entriesOfAct(
  stamp: EntryStamp,
  previous: ChainEnd,
  sha256Hex: Sha256Hex,
  nextSalt: () => string,
): (fact: LedgerFact) => RecordedEntry {
  const actor = toCanonicalValue(stamp.actor.trim());
  const act = previous.sequence + 1;
  let end = previous;
  return (fact) => {
    if (actor === '') throw new RangeError('A ledger entry needs the name of the person who acts.');
    const personal: PersonalPart = {
      salt: nextSalt(),
      actor,
      reason: fact.personal.reason === undefined ? undefined : toCanonicalValue(fact.personal.reason),
      texts: toCanonicalValue(fact.personal.texts),
    };
    const content: Omit<LedgerEntry, 'hash'> = {
      version: 1,
      sequence: end.sequence + 1,
      act,
      at: stamp.at,
      kind: fact.kind,
      subject: toCanonicalValue(fact.subject),
      from: fact.from,
      to: fact.to,
      body: toCanonicalValue(fact.body),
      dueOn: fact.dueOn,
      appliedOn: fact.appliedOn,
      personalHash: hashOfPersonalPart(personal, sha256Hex),
      previousHash: end.hash,
    };
    const entry: LedgerEntry = { ...content, hash: hashOfEntry(content, sha256Hex) };
    end = entry;
    return { entry, personal };
  };
}

/** SHA-256(previous hash ‖ canonical entry without its own hash). Every field present is hashed, unknown ones too. */
export const hashOfEntry = (content: Omit<LedgerEntry, 'hash'>, sha256Hex: Sha256Hex): string =>
  sha256Hex(content.previousHash + canonicalText(content as unknown as LedgerValue));

/** SHA-256(salt ‖ canonical personal part without its salt). */
export function hashOfPersonalPart(personal: PersonalPart, sha256Hex: Sha256Hex): string {
  const { salt, ...rest } = personal;
  return sha256Hex(salt + canonicalText({ ...rest, reason: rest.reason ?? null }));
}
