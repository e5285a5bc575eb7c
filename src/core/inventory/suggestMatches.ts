import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import type { AmbiguousMatch } from './accountMatcher.ts';
import { MOST_PROPOSED, nameKey, plainUserName, type NamedColumns, type PeopleIndex } from './peopleIndex.ts';

/** Why two rows may be one person. None of them is enough to merge them. */
export type MatchReason = 'sameName' | 'sameUnit' | 'sameUserName' | 'sharedKey';

/** A proposal for a person to decide. */
export interface MatchSuggestion {
  /** Row of the person. */
  readonly person: number;
  readonly reasons: readonly MatchReason[];
}

const NO_SUGGESTIONS: readonly MatchSuggestion[] = [];
const NO_ONE: ReadonlySet<number> = new Set();

/**
 * Proposes people for an account that no key matched: same name and same unit, or the same user name without a domain;
 * and the candidates of a key that several people share. Nobody is ever merged by it, pairs that were kept apart do not
 * come again, and a person may be proposed for several accounts. At most `limit` people; the work does not grow with
 * how many people share a name, a key or a login.
 * Source of the rule: *Identity canon*, LOAD-30.
 */
export function suggestMatches(
  accounts: NamedColumns,
  account: number,
  index: PeopleIndex,
  open: AmbiguousMatch | undefined,
  { apart = NO_ONE, limit }: { readonly apart?: ReadonlySet<number> | undefined; readonly limit: number },
): readonly MatchSuggestion[] {
  const row = account as RowIndex;
  const name = nameKey(accounts.displayName?.at(row) ?? '');
  const sameLogins = index.plainUserNames.rowsOf(plainUserName(accounts.userName?.at(row) ?? ''));
  const hasNamesake = index.names.find(name) >= 0;
  if (!open && !hasNamesake && sameLogins.length === 0) return NO_SUGGESTIONS;
  const units = new Set(hasNamesake ? accounts.unitsOf(account).map(canonicalId) : []);
  units.delete('');
  const hasSameUnit = (person: number): boolean =>
    index.people.unitsOf(person).some((unit) => units.has(canonicalId(unit)));
  const namesakes = units.size === 0 ? [] : index.namesakes(name, units);

  const shared = open?.people ?? [];
  const people = new Set<number>();
  /** Takes people in their order until there are enough; how many more there are costs nothing. */
  const take = (rows: readonly number[], isOne: (person: number) => boolean = () => true): void => {
    for (const person of rows) {
      if (people.size >= Math.min(limit, MOST_PROPOSED)) return;
      if (!apart.has(person) && isOne(person)) people.add(person);
    }
  };
  take(shared);
  take(namesakes, hasSameUnit);
  take(sameLogins);
  return [...people].map((person) => {
    const isNamesake = isAmong(namesakes, person) && hasSameUnit(person);
    return {
      person,
      reasons: [
        ...(isAmong(shared, person) ? (['sharedKey'] as const) : []),
        ...(isNamesake ? (['sameName', 'sameUnit'] as const) : []),
        ...(isAmong(sameLogins, person) ? (['sameUserName'] as const) : []),
      ],
    };
  });
}

/** Whether a row is among ascending ones. */
function isAmong(rows: readonly number[], row: number): boolean {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]! < row) from = middle + 1;
    else to = middle;
  }
  return rows[from] === row;
}
