import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN_IDENTITY } from '../../../src/core/ingest/identityRules.ts';
import { PeopleIndex, type NamedColumns } from '../../../src/core/inventory/peopleIndex.ts';
import { suggestMatches, type MatchSuggestion } from '../../../src/core/inventory/suggestMatches.ts';
import { textColumnOf } from '../../builders/snapshotOf.ts';

interface Who {
  readonly name: string;
  readonly unit: string;
  readonly user: string;
}

/** Rows whose units are counted as they are asked for. */
function table(rows: readonly Who[]): NamedColumns & { readonly asked: () => number } {
  let asked = 0;
  return {
    count: rows.length,
    displayName: textColumnOf(rows.map(({ name }) => name)),
    userName: textColumnOf(rows.map(({ user }) => user)),
    unitsOf: (row) => {
      asked += 1;
      return [rows[row]!.unit];
    },
    asked: () => asked,
  };
}

function indexOf(people: NamedColumns): PeopleIndex {
  const index = new PeopleIndex(people, PLAIN_IDENTITY);
  index.addRows(0, people.count);
  return index;
}

const person = fc.record({
  name: fc.constantFrom('Ann Lee', 'Ann Lee', 'Lee, Ann', 'Bo Lind', 'Ann'),
  unit: fc.constantFrom('', 'Finance', 'FINANCE', 'Legal', 'Sales'),
  user: fc.constantFrom('', 'alee', 'ALEE', 'blind', 'x\\alee'),
});

/** The rule by words, person by person. */
function plainSearch(account: Who, people: readonly Who[]): readonly MatchSuggestion[] {
  const words = (name: string): string =>
    name
      .toLowerCase()
      .split(/[\s,]+/)
      .toSorted()
      .join(' ');
  const isName = (who: Who): boolean => who.name.includes(' ') && words(who.name) === words(account.name);
  const isNamesake = (who: Who): boolean =>
    isName(who) && account.unit !== '' && who.unit.toLowerCase() === account.unit.toLowerCase();
  const isLogin = (who: Who): boolean =>
    !`${who.user}${account.user}`.includes('\\') &&
    who.user !== '' &&
    who.user.toLowerCase() === account.user.toLowerCase();
  const rows = [...people.keys()];
  const found = [
    ...rows.filter((row) => isNamesake(people[row]!)),
    ...rows.filter((row) => isLogin(people[row]!)),
  ];
  return [...new Set(found)].map((row) => ({
    person: row,
    reasons: [
      ...(isNamesake(people[row]!) ? (['sameName', 'sameUnit'] as const) : []),
      ...(isLogin(people[row]!) ? (['sameUserName'] as const) : []),
    ],
  }));
}

describe('suggestions', () => {
  test('are those of a plain search, however many share a name [LOAD-30]', () => {
    fc.assert(
      fc.property(
        person,
        fc.array(person, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (who, people, limit) => {
          const accounts = table([who]);
          const found = suggestMatches(accounts, 0, indexOf(table(people)), undefined, { limit });
          expect(found).toEqual(plainSearch(who, people).slice(0, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('cost no more work when thousands share a name', () => {
    const crowd = Array.from({ length: 5_000 }, (_, row) => ({
      name: 'Test User',
      unit: `U${row % 50}`,
      user: '',
    }));
    const people = table(crowd);
    const index = indexOf(people);
    const before = people.asked();
    const account = table([{ name: 'User Test', unit: 'u49', user: '' }]);
    const found = suggestMatches(account, 0, index, undefined, { limit: 2 });
    expect(found.map((suggestion) => suggestion.person)).toEqual([49, 99]);
    expect(people.asked() - before).toBeLessThanOrEqual(4);
    const nowhere = table([{ name: 'User Test', unit: 'elsewhere', user: '' }]);
    expect(suggestMatches(nowhere, 0, index, undefined, { limit: 2 })).toEqual([]);
    expect(people.asked() - before).toBeLessThanOrEqual(4);
  });

  test('leave out who is kept apart, and take the next of the crowd', () => {
    const index = indexOf(
      table(Array.from({ length: 40 }, () => ({ name: 'Ann Lee', unit: 'HR', user: '' }))),
    );
    const account = table([{ name: 'Ann Lee', unit: 'HR', user: '' }]);
    const apart = new Set([0, 1, 3]);
    const found = suggestMatches(account, 0, index, undefined, { apart, limit: 2 });
    expect(found.map((suggestion) => suggestion.person)).toEqual([2, 4]);
  });
});
