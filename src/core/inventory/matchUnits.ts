import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import type { FactTable } from './factTable.ts';
import type { AccountTable, StringTable } from './snapshot.ts';

/** Columns of a roster by which a unit is known; the first two are those of a unit mapping as well. */
export const UNIT_KEYS = ['unitId', 'unitName', 'department', 'division', 'costCentre'] as const;

/** Accounts that name a unit, and those whose unit is known. */
export interface MatchedUnits {
  readonly named: number;
  readonly matched: number;
}

/** Texts that name a unit in the given tables, in canonical form. */
export function knownUnits(
  tables: readonly Pick<FactTable, 'count' | 'strings' | 'columns'>[],
): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { count, strings, columns } of tables) {
    for (const name of [...UNIT_KEYS, 'sourceValue']) {
      const column = columns.get(name);
      if (column?.held === 'word') {
        const isSeen = new Uint8Array(strings.length);
        for (const word of column.words) isSeen[word] = 1;
        for (let word = 0; word < isSeen.length; word += 1)
          if (isSeen[word] === 1) known.add(canonicalId(strings[word]!));
      } else if (column?.held === 'text')
        for (let row = 0; row < count; row += 1) known.add(canonicalId(column.texts.at(row as RowIndex)));
    }
  }
  known.delete('');
  return known;
}

/** Counts the accounts whose unit text is one of the known units, compared in canonical form. Source: LOAD-33. */
export function matchUnits(
  { count, unit }: Pick<AccountTable, 'count' | 'unit'>,
  strings: StringTable,
  known: ReadonlySet<string>,
): MatchedUnits {
  /** By code: 0 not yet looked up, 1 not known, 2 known. */
  const state = new Uint8Array(strings.length);
  let named = 0;
  let matched = 0;
  for (let account = 0; account < count; account += 1) {
    const code = unit[account]!;
    if (code === 0) continue;
    if (state[code] === 0) state[code] = known.has(canonicalId(strings[code]!)) ? 2 : 1;
    named += 1;
    if (state[code] === 2) matched += 1;
  }
  return { named, matched };
}
