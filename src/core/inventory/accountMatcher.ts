import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { canonicalAddress, userNameAddress } from '../ingest/identityRules.ts';
import type { KeyRows } from './keyRows.ts';
import type { IdentityColumns, PeopleIndex } from './peopleIndex.ts';

/** How an account may find its person, in the order in which the ways are tried. Code = index. */
export const MATCH_STEPS = ['link', 'employeeNumber', 'email', 'userPrincipalName', 'userName'] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

/** What people said of single accounts: both stand above every key. Rows of the two tables. */
export interface HandLinks {
  /** Account row → person row. */
  readonly linked: ReadonlyMap<number, number>;
  /** Account row → person rows it must not be matched with. */
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
}

/** An account whose key stands with several people, so that nobody can be chosen. */
export interface AmbiguousMatch {
  readonly step: MatchStep;
  /** Ascending rows. */
  readonly people: readonly number[];
}

/** Who each account belongs to, and which way decided. */
export interface IdentityMatch {
  /** Row of the person for every account, −1 for none. */
  readonly person: Int32Array;
  /** Code of `MATCH_STEPS` that decided; 255 where none did. */
  readonly step: Uint8Array;
}

/** Account without a person, account that no way decided, and nobody linked by hand. */
export const NO_PERSON = -1;
export const NO_STEP = 255;
export const NO_LINKS: HandLinks = { linked: new Map(), apart: new Map() };

const BY_LINK = MATCH_STEPS.indexOf('link');
const BY_NUMBER = MATCH_STEPS.indexOf('employeeNumber');
const BY_EMAIL = MATCH_STEPS.indexOf('email');
const BY_PRINCIPAL = MATCH_STEPS.indexOf('userPrincipalName');
const BY_USER_NAME = MATCH_STEPS.indexOf('userName');

/**
 * Finds the person of one account after the other, first way that gives exactly one: a link by hand, employee number,
 * exact e-mail, user principal name, user name with domain. A user name without a domain never decides, and a name
 * never does. A key that several people share decides nothing; it stays in `open` when no later way decides either.
 * The answer stands in the fields until the next question, so that a million accounts cost no object each.
 * Source of the rule: identity, LOAD-29 and LOAD-30.
 */
export class AccountMatcher {
  /** Row of the person of the account asked last, or {@link NO_PERSON}. */
  person = NO_PERSON;
  /** Code of {@link MATCH_STEPS}, or {@link NO_STEP}. */
  step = NO_STEP;
  open: AmbiguousMatch | undefined;

  constructor(
    private readonly accounts: IdentityColumns,
    private readonly index: PeopleIndex,
  ) {}

  match(account: number, { linked, apart }: HandLinks = NO_LINKS): void {
    this.person = NO_PERSON;
    this.step = NO_STEP;
    this.open = undefined;
    const byHand = linked.get(account);
    if (byHand !== undefined) {
      this.person = byHand;
      this.step = BY_LINK;
    } else if (this.byKey(account as RowIndex, apart.get(account))) {
      this.open = undefined;
    }
  }

  private byKey(row: RowIndex, apart: ReadonlySet<number> | undefined): boolean {
    const { accounts, index } = this;
    const { rules, employeeNumbers, emails, principalNames, userNames } = index;
    if (this.decide(BY_NUMBER, apart, employeeNumbers, canonicalId(accounts.employeeNumber?.at(row) ?? '')))
      return true;
    const email = canonicalAddress(accounts.email?.at(row) ?? '', rules);
    if (this.decide(BY_EMAIL, apart, emails, email)) return true;
    const principal = canonicalAddress(accounts.userPrincipalName?.at(row) ?? '', rules);
    const isPrincipal = this.decideFirst(BY_PRINCIPAL, apart, [
      [principalNames, principal],
      [emails, principal],
      [principalNames, email],
    ]);
    if (isPrincipal) return true;
    const name = userNameAddress(accounts.userName?.at(row) ?? '', rules);
    return this.decideFirst(BY_USER_NAME, apart, [
      [userNames, name],
      [principalNames, name],
      [emails, name],
      [userNames, principal],
      [userNames, email],
    ]);
  }

  /** The first place that has the key at all decides, or nothing does. */
  private decideFirst(
    step: number,
    apart: ReadonlySet<number> | undefined,
    places: readonly (readonly [KeyRows, string])[],
  ): boolean {
    for (const [keys, key] of places) {
      if (keys.find(key) >= 0) return this.decide(step, apart, keys, key);
    }
    return false;
  }

  private decide(step: number, apart: ReadonlySet<number> | undefined, keys: KeyRows, key: string): boolean {
    const number = keys.find(key);
    if (number < 0) return false;
    let row = keys.rowAt(number);
    if (row < 0) {
      const all = keys.rowsAt(number);
      const people = apart ? all.filter((person) => !apart.has(person)) : all;
      if (people.length > 1) this.open ??= { step: MATCH_STEPS[step]!, people };
      if (people.length !== 1) return false;
      row = people[0]!;
    } else if (apart?.has(row)) return false;
    this.person = row;
    this.step = step;
    return true;
  }
}

/** A match in which nobody has been asked for yet. */
export const emptyMatch = (accounts: number): IdentityMatch => ({
  person: new Int32Array(accounts).fill(NO_PERSON),
  step: new Uint8Array(accounts).fill(NO_STEP),
});

/** Matches the accounts of `from` (inclusive) to `to` (exclusive). */
export function matchRows(
  matcher: AccountMatcher,
  { person, step }: IdentityMatch,
  from: number,
  to: number,
  links: HandLinks = NO_LINKS,
): void {
  for (let account = from; account < to; account += 1) {
    matcher.match(account, links);
    person[account] = matcher.person;
    step[account] = matcher.step;
  }
}

/** Accounts of people who have two or more; those of `people[i]` stand from `starts[i]` to before `starts[i + 1]`. */
export interface AccountGroups {
  /** Ascending rows of people. */
  readonly people: Uint32Array;
  readonly starts: Uint32Array;
  /** Rows of accounts, ascending within a person. */
  readonly accounts: Uint32Array;
}

/** Accounts by person for every person with two accounts or more: merges that a reviewer must see. LOAD-30. */
export function findManyToOne({ person }: Pick<IdentityMatch, 'person'>, people: number): AccountGroups {
  const count = new Uint32Array(people);
  for (let account = 0; account < person.length; account += 1) {
    const row = person[account]!;
    if (row !== NO_PERSON) count[row]! += 1;
  }
  let found = 0;
  for (let row = 0; row < people; row += 1) if (count[row]! > 1) found += 1;
  const several = new Uint32Array(found);
  const starts = new Uint32Array(found + 1);
  const next = new Int32Array(people).fill(-1);
  let place = 0;
  for (let row = 0; row < people; row += 1) {
    if (count[row]! < 2) continue;
    several[place] = row;
    next[row] = starts[place]!;
    starts[place + 1] = starts[place]! + count[row]!;
    place += 1;
  }
  const accounts = new Uint32Array(starts[found]!);
  for (let account = 0; account < person.length; account += 1) {
    const row = person[account]!;
    if (row === NO_PERSON || next[row]! < 0) continue;
    accounts[next[row]!] = account;
    next[row]! += 1;
  }
  return { people: several, starts, accounts };
}
