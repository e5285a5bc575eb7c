import type { RowIndex } from '../../core/base/brand.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { canonicalAddress, userNameAddress } from '../../core/ingest/identityRules.ts';
import type { MatchedPeople } from './matchedPeople.ts';

/** Who of the roster has a key of a log: row, or −1. */
type PersonOfKey = (key: string) => number;

/** Finds people by keys of a log: an address, a user name with its domain or an employee number of the roster. */
export function personFinder({ base }: MatchedPeople): PersonOfKey {
  const { index } = base;
  return (key) => {
    const address = canonicalAddress(key, index.rules);
    for (const row of [
      index.emails.rowOf(address),
      index.principalNames.rowOf(address),
      index.userNames.rowOf(userNameAddress(key, index.rules)),
      index.employeeNumbers.rowOf(canonicalId(key)),
    ])
      if (row >= 0) return row;
    return -1;
  };
}

/** The unit of a person as the list names it, else as the roster does. */
export function unitOfPerson(
  matched: MatchedPeople | undefined,
  person: number,
  codes: ReadonlyMap<string, number>,
): string {
  const units = person < 0 ? [] : (matched?.base.index.people.unitsOf(person) ?? []);
  return units.find((unit) => codes.has(canonicalId(unit))) ?? units.find((unit) => unit !== '') ?? '';
}

/** The name of a person of the roster, empty where it is not known. */
export const nameOfPerson = (matched: MatchedPeople | undefined, person: number): string =>
  person < 0 ? '' : (matched?.base.index.people.displayName?.at(person as RowIndex) ?? '');
