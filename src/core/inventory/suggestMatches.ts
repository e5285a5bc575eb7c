import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import type { AmbiguousMatch } from './accountMatcher.ts';
import { nameKey, plainUserName, type NamedColumns, type PeopleIndex } from './peopleIndex.ts';

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
 * come again, and a person may be proposed for several accounts. At most `limit` people.
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
  const namesakes = index.names.rowsOf(nameKey(accounts.displayName?.at(row) ?? ''));
  const sameLogins = index.plainUserNames.rowsOf(plainUserName(accounts.userName?.at(row) ?? ''));
  if (!open && namesakes.length === 0 && sameLogins.length === 0) return NO_SUGGESTIONS;
  const reasons = new Map<number, MatchReason[]>();
  const give = (person: number, ...why: MatchReason[]): void => {
    const known = reasons.get(person);
    if (known) known.push(...why);
    else if (reasons.size < limit && !apart.has(person)) reasons.set(person, why);
  };
  for (const person of open?.people ?? []) give(person, 'sharedKey');
  if (namesakes.length > 0) {
    const units = new Set(accounts.unitsOf(account).map(canonicalId));
    units.delete('');
    for (const person of namesakes) {
      if (index.people.unitsOf(person).some((unit) => units.has(canonicalId(unit))))
        give(person, 'sameName', 'sameUnit');
    }
  }
  for (const person of sameLogins) give(person, 'sameUserName');
  return [...reasons].map(([person, why]) => ({ person, reasons: why }));
}
