import { canonicalId } from '../ingest/canonicalId.ts';

/** A person of the directory as a link names it: by the keys of the row, so that a newer directory has the same. */
export interface DirectoryPerson {
  readonly employeeNumber: string;
  readonly email: string;
  readonly name: string;
}

/** Whether two names mean one person: by employee number where both have one, else by address. */
export function isSamePerson(one: DirectoryPerson, other: DirectoryPerson): boolean {
  const [number, otherNumber] = [canonicalId(one.employeeNumber), canonicalId(other.employeeNumber)];
  if (number !== '' && otherNumber !== '') return number === otherNumber;
  const email = canonicalId(one.email);
  return email !== '' && email === canonicalId(other.email);
}
