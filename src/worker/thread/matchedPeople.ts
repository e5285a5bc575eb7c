import { recordOf } from '../../core/base/exhaustive.ts';
import {
  findManyToOne,
  MATCH_STEPS,
  NO_LINKS,
  NO_PERSON,
  type AccountGroups,
  type HandLinks,
  type IdentityMatch,
  type MatchStep,
} from '../../core/inventory/accountMatcher.ts';
import type { AccountDecision } from '../../core/reclaim/identityDecisions.ts';
import { breathe } from './breathe.ts';
import type { KeyMatch } from './keyMatch.ts';

/** Who the accounts of a list are: what their keys say, and above it what was said by hand. */
export interface MatchedPeople {
  readonly base: KeyMatch;
  readonly match: IdentityMatch;
  readonly links: HandLinks;
  /** Accounts of which something was said by hand, ascending. */
  readonly byHand: Uint32Array;
  /** Accounts without a person for whom there is a suggestion, ascending. */
  readonly suggested: Uint32Array;
  readonly merges: AccountGroups;
  /** Links whose account or person is in neither list any more. */
  readonly lost: number;
}

/**
 * Lays what was decided by hand over a match by keys; only the accounts concerned are matched again. An account that is
 * linked to somebody whom the roster does not have is matched with nobody else.
 */
export async function layHandLinks(
  base: KeyMatch,
  decided: Iterable<AccountDecision>,
): Promise<MatchedPeople> {
  const own = [...decided].filter(({ account }) => account.system === base.sources.system);
  const people = base.index.people.count;
  await breathe();
  if (own.length === 0) {
    const { match, suggested } = base;
    const merges = findManyToOne(match, people);
    return { base, match, links: NO_LINKS, byHand: new Uint32Array(0), suggested, merges, lost: 0 };
  }
  const rows = await base.accountRows();
  const linked = new Map<number, number>();
  const apart = new Map<number, ReadonlySet<number>>();
  const byHand = new Set<number>();
  let lost = 0;
  for (const decision of own) {
    const row = rows.rowOf(decision.account.account);
    const person = decision.person ? base.index.rowOfPerson(decision.person) : undefined;
    if (person !== undefined && (row < 0 || person < 0)) lost += 1;
    if (row < 0) continue;
    byHand.add(row);
    if (person !== undefined) linked.set(row, person < 0 ? NO_PERSON : person);
    const others = decision.apart.map((other) => base.index.rowOfPerson(other)).filter((other) => other >= 0);
    if (others.length > 0) apart.set(row, new Set(others));
  }
  const links: HandLinks = { linked, apart };
  const match = { person: base.match.person.slice(), step: base.match.step.slice() };
  base.rematch(match, byHand, links);
  await breathe();
  const suggested = [...byHand].filter((row) => base.suggestionsFor(row, links, 1).length > 0);
  const others = base.suggested.filter((row) => !byHand.has(row));
  const merged = new Uint32Array(others.length + suggested.length);
  merged.set(others);
  merged.set(suggested, others.length);
  if (suggested.length > 0) merged.sort();
  return {
    base,
    match,
    links,
    byHand: Uint32Array.from(byHand).toSorted(),
    suggested: merged,
    merges: findManyToOne(match, people),
    lost,
  };
}

/** Counts accounts with their person, the people these are, and the ways in which they were found. */
export function countMatched({ base, match }: MatchedPeople): {
  readonly accounts: number;
  readonly people: number;
  readonly bySteps: Readonly<Record<MatchStep, number>>;
} {
  const isFound = new Uint8Array(base.index.people.count);
  const steps = new Uint32Array(MATCH_STEPS.length);
  let accounts = 0;
  let people = 0;
  for (let account = 0; account < match.person.length; account += 1) {
    const person = match.person[account]!;
    if (person === NO_PERSON) continue;
    accounts += 1;
    steps[match.step[account]!]! += 1;
    if (isFound[person] === 1) continue;
    isFound[person] = 1;
    people += 1;
  }
  return { accounts, people, bySteps: recordOf(MATCH_STEPS, (_, code) => steps[code]!) };
}
