import { succeed, type Result } from '../../core/base/result.ts';
import { domainAliasesToText, readDomainAliases } from '../../core/ingest/readDomainAliases.ts';
import { isSamePerson } from '../../core/reclaim/directoryPerson.ts';
import { accountKeyOf, type LinkedAccount } from '../../core/reclaim/linkedAccount.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import type { Action } from '../action.ts';
import type { Failure } from '../protocol.ts';

type IdentityAction = Extract<Action, { act: 'saveIdentityRules' | 'linkAccount' | 'keepApart' }>;

/** Decides rules, links and unlinks: one entry for each. What would change nothing is refused. */
export function decideIdentity(
  action: IdentityAction,
  { identity }: WorkspaceRecord,
  codeOf: (canonicalId: string) => string,
): Result<readonly LedgerFact[], Failure> {
  if (action.act === 'saveIdentityRules') {
    const { aliases, errors } = readDomainAliases(domainAliasesToText(action.domainAliases));
    if (errors.length > 0) return refuse('The table of domains cannot be used as it is.');
    const { dropMailboxTags } = action;
    return succeed([writeFact({ kind: 'identityRulesSaved', domainAliases: aliases, dropMailboxTags })]);
  }
  const account: LinkedAccount = { ...action.account, pseudonym: codeOf(action.account.account) };
  const before = identity.accounts.get(accountKeyOf(account));
  if (action.act === 'linkAccount') {
    const { person } = action;
    if (person.employeeNumber.trim() === '' && person.email.trim() === '')
      return refuse('This person has neither employee number nor e-mail, so nothing could find them again.');
    if (before?.person && isSamePerson(before.person, person))
      return refuse('This account is linked to this person already.');
    return succeed([writeFact({ kind: 'accountLinked', account, person })]);
  }
  const people = action.people.filter(
    (person) => !before?.apart.some((other) => isSamePerson(other, person)),
  );
  if (people.length === 0) return refuse('This account is kept apart already.');
  return succeed(people.map((person) => writeFact({ kind: 'accountUnlinked', account, person })));
}
