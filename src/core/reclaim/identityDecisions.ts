import { PLAIN_IDENTITY, type IdentityRules } from '../ingest/identityRules.ts';
import { isSamePerson, type DirectoryPerson } from './directoryPerson.ts';
import type { JournalFact } from './journalFact.ts';
import { accountKeyOf, type LinkedAccount } from './linkedAccount.ts';

/** What was decided by hand about one account. */
export interface AccountDecision {
  readonly account: LinkedAccount;
  readonly person: DirectoryPerson | undefined;
  /** People that the account is not, in the order in which that was said. */
  readonly apart: readonly DirectoryPerson[];
}

/** The facts that say who is who. */
export type IdentityFact = Extract<
  JournalFact,
  { readonly kind: 'identityRulesSaved' | 'accountLinked' | 'accountUnlinked' }
>;

/** What the ledger says of who is who. */
export interface IdentityDecisions {
  readonly rules: IdentityRules;
  /** By {@link accountKeyOf}. */
  readonly accounts: ReadonlyMap<string, AccountDecision>;
  /** The facts behind both, in order: the decisions are the same as long as these are. */
  readonly facts: readonly IdentityFact[];
}

/** Nothing was said: identifiers are compared as they are. */
export const NO_DECISIONS: IdentityDecisions = { rules: PLAIN_IDENTITY, accounts: new Map(), facts: [] };

/**
 * What the facts amount to, in their order: the last rules hold; a link replaces the one before it and ends that the
 * two were kept apart; an unlink ends the link and keeps the two apart, whatever their keys say.
 * Source of the rule: LOAD-29, LOAD-31.
 */
export function identityDecisions(facts: readonly IdentityFact[]): IdentityDecisions {
  let rules = PLAIN_IDENTITY;
  const accounts = new Map<string, AccountDecision>();
  for (const fact of facts) {
    if (fact.kind === 'identityRulesSaved') {
      const domainAliases = new Map(fact.domainAliases.map(({ domain, standsFor }) => [domain, standsFor]));
      rules = { domainAliases, dropMailboxTags: fact.dropMailboxTags };
      continue;
    }
    const { account, person } = fact;
    const key = accountKeyOf(account);
    const before = accounts.get(key);
    const others = (before?.apart ?? []).filter((other) => !isSamePerson(other, person));
    if (fact.kind === 'accountLinked') {
      accounts.set(key, { account, person, apart: others });
    } else {
      const kept = before?.person && !isSamePerson(before.person, person) ? before.person : undefined;
      accounts.set(key, { account, person: kept, apart: [...others, person] });
    }
  }
  return { rules, accounts, facts };
}
