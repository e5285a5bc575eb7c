import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { canonicalAddress, userNameAddress, type IdentityRules } from '../ingest/identityRules.ts';
import { KeyIndex } from './keyIndex.ts';
import type { TextColumn } from './textColumn.ts';

/** How an account may find its person, in the order in which the ways are tried. Code = index. */
export const MATCH_STEPS = ['link', 'employeeNumber', 'email', 'userPrincipalName', 'userName'] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

/** Columns by which rows of two tables are recognised as one person. A column that is not there is `undefined`. */
export interface IdentityColumns {
  readonly count: number;
  readonly employeeNumber?: TextColumn | undefined;
  readonly email?: TextColumn | undefined;
  readonly userPrincipalName?: TextColumn | undefined;
  readonly userName?: TextColumn | undefined;
  /** Several addresses of one row, separated by commas, semicolons, spaces or line breaks. */
  readonly otherEmails?: TextColumn | undefined;
}

/** What people said of single accounts: both stand above every key. Rows of the two tables. */
export interface HandLinks {
  /** Account row → person row. */
  readonly linked: ReadonlyMap<number, number>;
  /** Account row → person rows it must not be matched with. */
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
}

/** An account whose key stands with several people, so that nobody can be chosen. */
export interface AmbiguousMatch {
  readonly account: number;
  readonly step: MatchStep;
  /** Ascending rows. */
  readonly people: readonly number[];
}

export interface IdentityMatch {
  /** Row of the person for every account, −1 for none. */
  readonly person: Int32Array;
  /** Code of `MATCH_STEPS` that decided; 255 where none did. */
  readonly step: Uint8Array;
  /** In account order. */
  readonly ambiguous: readonly AmbiguousMatch[];
}

export const NO_PERSON = -1;
const NO_STEP = 255;
const NO_LINKS: HandLinks = { linked: new Map(), apart: new Map() };

/**
 * Finds the person of every account, first way that gives exactly one: a link by hand, employee number, exact e-mail,
 * user principal name, user name with domain. A user name without a domain never decides, and a name never does. A key
 * that several people share decides nothing; the account is listed when no later way decides either.
 * Source of the rule: identity, LOAD-29 and LOAD-30.
 */
export function matchIdentities(
  accounts: IdentityColumns,
  people: IdentityColumns,
  rules: IdentityRules,
  links: HandLinks = NO_LINKS,
): IdentityMatch {
  const known = indexPeople(people, rules);
  const person = new Int32Array(accounts.count).fill(NO_PERSON);
  const step = new Uint8Array(accounts.count).fill(NO_STEP);
  const ambiguous: AmbiguousMatch[] = [];
  for (let account = 0; account < accounts.count; account += 1) {
    const byHand = links.linked.get(account);
    if (byHand !== undefined) {
      person[account] = byHand;
      step[account] = 0;
      continue;
    }
    const apart = links.apart.get(account);
    let open: AmbiguousMatch | undefined;
    for (let code = 1; code < MATCH_STEPS.length; code += 1) {
      const found = peopleOfStep(MATCH_STEPS[code]!, accounts, account, known, rules);
      const allowed = apart ? found.filter((row) => !apart.has(row)) : found;
      if (allowed.length === 1) {
        person[account] = allowed[0]!;
        step[account] = code;
        open = undefined;
        break;
      }
      if (allowed.length > 1) open ??= { account, step: MATCH_STEPS[code]!, people: allowed };
    }
    if (open) ambiguous.push(open);
  }
  return { person, step, ambiguous };
}

/** Account rows by person for every person with two accounts or more: merges that a reviewer must see. LOAD-30. */
export function findManyToOne({
  person,
}: Pick<IdentityMatch, 'person'>): ReadonlyMap<number, readonly number[]> {
  const first = new Map<number, number>();
  const several = new Map<number, number[]>();
  for (let account = 0; account < person.length; account += 1) {
    const row = person[account]!;
    if (row === NO_PERSON) continue;
    const before = first.get(row);
    if (before === undefined) first.set(row, account);
    else several.set(row, [...(several.get(row) ?? [before]), account]);
  }
  return several;
}

interface KnownPeople {
  readonly employeeNumbers: KeyRows;
  readonly emails: KeyRows;
  readonly principalNames: KeyRows;
  readonly userNames: KeyRows;
}

function peopleOfStep(
  step: MatchStep,
  accounts: IdentityColumns,
  account: number,
  known: KnownPeople,
  rules: IdentityRules,
): readonly number[] {
  const row = account as RowIndex;
  const email = canonicalAddress(accounts.email?.at(row) ?? '', rules);
  const principal = canonicalAddress(accounts.userPrincipalName?.at(row) ?? '', rules);
  switch (step) {
    case 'employeeNumber':
      return known.employeeNumbers.find(canonicalId(accounts.employeeNumber?.at(row) ?? ''));
    case 'email':
      return known.emails.find(email);
    case 'userPrincipalName':
      return firstFound([
        [known.principalNames, principal],
        [known.emails, principal],
        [known.principalNames, email],
      ]);
    case 'userName': {
      const name = userNameAddress(accounts.userName?.at(row) ?? '', rules);
      return firstFound([
        [known.userNames, name],
        [known.principalNames, name],
        [known.emails, name],
        [known.userNames, principal],
        [known.userNames, email],
      ]);
    }
    case 'link':
      return [];
  }
}

function firstFound(places: readonly (readonly [KeyRows, string])[]): readonly number[] {
  for (const [keys, key] of places) {
    const found = keys.find(key);
    if (found.length > 0) return found;
  }
  return [];
}

function indexPeople(people: IdentityColumns, rules: IdentityRules): KnownPeople {
  const employeeNumbers = new KeyRows();
  const emails = new KeyRows();
  const principalNames = new KeyRows();
  const userNames = new KeyRows();
  for (let person = 0; person < people.count; person += 1) {
    const row = person as RowIndex;
    employeeNumbers.add(canonicalId(people.employeeNumber?.at(row) ?? ''), person);
    emails.add(canonicalAddress(people.email?.at(row) ?? '', rules), person);
    for (const other of (people.otherEmails?.at(row) ?? '').split(/[,;\s]+/)) {
      emails.add(canonicalAddress(other, rules), person);
    }
    principalNames.add(canonicalAddress(people.userPrincipalName?.at(row) ?? '', rules), person);
    userNames.add(userNameAddress(people.userName?.at(row) ?? '', rules), person);
  }
  return { employeeNumbers, emails, principalNames, userNames };
}

/** Rows by key. Nearly every key has one row; only the others cost an object. */
class KeyRows {
  private readonly keys = new KeyIndex();
  private rows = new Int32Array(1 << 10);
  private readonly several = new Map<number, number[]>();
  private closed: number | undefined;

  add(key: string, row: number): void {
    if (key === '') return;
    const before = this.keys.size;
    const number = this.keys.numberOf(key);
    if (number < before) {
      const rows = this.several.get(number) ?? [this.rows[number]!];
      if (!rows.includes(row)) this.several.set(number, [...rows, row]);
      return;
    }
    if (number === this.rows.length) {
      const wider = new Int32Array(number * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows[number] = row;
  }

  /** Ascending rows of a key; none for the empty key. To be asked after the last `add`. */
  find(key: string): readonly number[] {
    this.closed ??= this.keys.size;
    if (key === '' || this.closed === 0) return [];
    const number = this.keys.numberOf(key);
    if (number >= this.closed) return [];
    return this.several.get(number) ?? [this.rows[number]!];
  }
}
