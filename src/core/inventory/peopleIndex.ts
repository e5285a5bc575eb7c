import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { canonicalAddress, userNameAddress, type IdentityRules } from '../ingest/identityRules.ts';
import { KeyRows, NO_ROW } from './keyRows.ts';
import type { TextColumn } from './textColumn.ts';

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

/** Identity columns with what a suggestion may rest on. */
export interface NamedColumns extends IdentityColumns {
  readonly displayName?: TextColumn | undefined;
  /** Texts that name the unit of a row; none, or empty ones, where it has no unit. */
  unitsOf(row: number): readonly string[];
}

/** How the ledger names a person of a directory: the keys of the row, whichever it has. */
export interface PersonKeys {
  readonly employeeNumber: string;
  readonly email: string;
}

/** People of one name whose units are compared one by one. */
const FEW = 16;
/** Most people that are ever proposed for one account. */
export const MOST_PROPOSED = 64;

const crowdKey = (name: string, unit: string): string => `${name}\n${unit}`;

/** Rows of people by everything they can be recognised by. Filled in slices, since a directory may be long. */
export class PeopleIndex {
  readonly employeeNumbers = new KeyRows();
  readonly emails = new KeyRows();
  readonly principalNames = new KeyRows();
  /** User names with their domain, as addresses. */
  readonly userNames = new KeyRows();
  /** User names without a domain, which decide nothing. */
  readonly plainUserNames = new KeyRows();
  /** Words of names in one order, which decide nothing. */
  readonly names = new KeyRows();
  /** People of names that many have, by name and unit. */
  private readonly crowds = new KeyRows();

  constructor(
    readonly people: NamedColumns,
    readonly rules: IdentityRules,
  ) {
    const { count, employeeNumber, email, otherEmails, userPrincipalName, userName, displayName } = people;
    if (employeeNumber) this.employeeNumbers.reserve(count);
    if (email ?? otherEmails) this.emails.reserve(count);
    if (userPrincipalName) this.principalNames.reserve(count);
    if (userName) for (const index of [this.userNames, this.plainUserNames]) index.reserve(count);
    if (displayName) this.names.reserve(count);
  }

  /** Takes in the rows of `from` (inclusive) to `to` (exclusive); rows are taken in once and in order. */
  addRows(from: number, to: number): void {
    const { people, rules } = this;
    for (let person = from; person < to; person += 1) {
      const row = person as RowIndex;
      this.employeeNumbers.add(canonicalId(people.employeeNumber?.at(row) ?? ''), person);
      this.emails.add(canonicalAddress(people.email?.at(row) ?? '', rules), person);
      const others = people.otherEmails?.at(row) ?? '';
      if (others !== '')
        for (const other of others.split(/[,;\s]+/)) this.emails.add(canonicalAddress(other, rules), person);
      this.principalNames.add(canonicalAddress(people.userPrincipalName?.at(row) ?? '', rules), person);
      const userName = people.userName?.at(row) ?? '';
      this.userNames.add(userNameAddress(userName, rules), person);
      this.plainUserNames.add(plainUserName(userName), person);
      this.addName(nameKey(people.displayName?.at(row) ?? ''), person);
    }
  }

  /**
   * Ascending people of a name who may have one of the units; of a name that few have all of them. The work is that of
   * the answer, however many have the name.
   */
  namesakes(name: string, units: ReadonlySet<string>): readonly number[] {
    const all = this.names.rowsOf(name);
    if (all.length <= FEW) return all;
    const found = [...units]
      .map((unit) => this.crowds.rowsOf(crowdKey(name, unit)))
      .filter((rows) => rows.length > 0);
    if (found.length < 2) return found[0] ?? [];
    return [...new Set(found.flatMap((rows) => rows.slice(0, MOST_PROPOSED)))].toSorted((a, b) => a - b);
  }

  private addName(name: string, person: number): void {
    this.names.add(name, person);
    const all = this.names.rowsOf(name);
    if (all.length <= FEW) return;
    // From here on the name is looked up with its units; those who had it before are taken in once.
    const added = all.length === FEW + 1 ? all : [person];
    for (const one of added) {
      for (const unit of new Set(this.people.unitsOf(one).map(canonicalId))) {
        if (unit !== '') this.crowds.add(crowdKey(name, unit), one);
      }
    }
  }

  /** Row of a person whom the ledger names: by employee number, else by address. No row where several fit. */
  rowOfPerson({ employeeNumber, email }: PersonKeys): number {
    const byNumber = this.employeeNumbers.rowOf(canonicalId(employeeNumber));
    if (byNumber >= 0) return byNumber;
    const byEmail = this.emails.rowOf(canonicalAddress(email, this.rules));
    return byEmail >= 0 ? byEmail : NO_ROW;
  }
}

/** Words of a name in one order, so that "Okafor, Ann" is "Ann Okafor". `''` for fewer than two words. */
export function nameKey(name: string): string {
  if (name === '') return '';
  const words = canonicalId(name)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return words.length < 2 ? '' : words.toSorted().join(' ');
}

/** A user name without a domain; `''` for one that carries a domain, which matching has tried already. */
export function plainUserName(text: string): string {
  const name = canonicalId(text);
  return name.includes('@') || name.includes('\\') ? '' : name;
}
