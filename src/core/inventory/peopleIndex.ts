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

  constructor(
    readonly people: NamedColumns,
    readonly rules: IdentityRules,
  ) {}

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
      this.names.add(nameKey(people.displayName?.at(row) ?? ''), person);
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
