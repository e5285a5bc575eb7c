import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { NO_PERSON, type HandLinks, type IdentityColumns, type IdentityMatch } from './matchIdentities.ts';
import type { TextColumn } from './textColumn.ts';

/** Why two rows may be one person. None of them is enough to merge them. */
export type MatchReason = 'sameName' | 'sameUnit' | 'sameUserName' | 'sharedKey';

/** A proposal for a person to decide. */
export interface MatchSuggestion {
  readonly account: number;
  readonly person: number;
  readonly reasons: readonly MatchReason[];
}

/** Identity columns with what a suggestion may rest on. */
export interface NamedColumns extends IdentityColumns {
  readonly displayName?: TextColumn | undefined;
  /** Unit of a row, `''` where it has none. */
  unitOf(row: number): string;
}

/**
 * Proposes people for accounts that no key matched: same name and same unit, or the same user name without a domain;
 * and the candidates of a key that several people share. Nobody is ever merged by it, pairs that were kept apart do not
 * come again, and a person may be proposed for several accounts. In account order.
 * Source of the rule: *Identity canon*, LOAD-30.
 */
export function suggestMatches(
  accounts: NamedColumns,
  people: NamedColumns,
  match: IdentityMatch,
  apart: HandLinks['apart'] = new Map(),
): readonly MatchSuggestion[] {
  const byName = indexRows(people.count, (row) => nameKey(people.displayName, row));
  const byUserName = indexRows(people.count, (row) => plainUserName(people.userName, row));
  const suggestions: MatchSuggestion[] = [];
  let next = 0;
  for (let account = 0; account < accounts.count; account += 1) {
    if (match.person[account] !== NO_PERSON) continue;
    const reasons = new Map<number, MatchReason[]>();
    const give = (person: number, ...why: MatchReason[]): void => {
      if (apart.get(account)?.has(person)) return;
      const known = reasons.get(person);
      if (known) known.push(...why);
      else reasons.set(person, why);
    };
    while (next < match.ambiguous.length && match.ambiguous[next]!.account < account) next += 1;
    if (match.ambiguous[next]?.account === account) {
      for (const person of match.ambiguous[next]!.people) give(person, 'sharedKey');
    }
    const unit = canonicalId(accounts.unitOf(account));
    for (const person of byName.get(nameKey(accounts.displayName, account)) ?? []) {
      if (unit !== '' && canonicalId(people.unitOf(person)) === unit) give(person, 'sameName', 'sameUnit');
    }
    for (const person of byUserName.get(plainUserName(accounts.userName, account)) ?? []) {
      give(person, 'sameUserName');
    }
    for (const [person, why] of reasons) suggestions.push({ account, person, reasons: why });
  }
  return suggestions;
}

/** Words of a name in one order, so that "Okafor, Ann" is "Ann Okafor". `''` for fewer than two words. */
function nameKey(column: TextColumn | undefined, row: number): string {
  const words = canonicalId(column?.at(row as RowIndex) ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return words.length < 2 ? '' : words.toSorted().join(' ');
}

/** A user name without a domain; `''` for one that carries a domain, which matching has tried already. */
function plainUserName(column: TextColumn | undefined, row: number): string {
  const name = canonicalId(column?.at(row as RowIndex) ?? '');
  return /[@\\]/.test(name) ? '' : name;
}

function indexRows(count: number, keyOf: (row: number) => string): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < count; row += 1) {
    const key = keyOf(row);
    if (key === '') continue;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}
