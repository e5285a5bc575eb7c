import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress, PLAIN_IDENTITY, userNameAddress } from '../../../src/core/ingest/identityRules.ts';
import {
  AccountMatcher,
  findManyToOne,
  emptyMatch,
  matchRows,
  MATCH_STEPS,
  NO_PERSON,
  type HandLinks,
  type IdentityMatch,
} from '../../../src/core/inventory/accountMatcher.ts';
import { PeopleIndex, type NamedColumns } from '../../../src/core/inventory/peopleIndex.ts';
import { suggestMatches } from '../../../src/core/inventory/suggestMatches.ts';
import { textColumnOf } from '../../builders/snapshotOf.ts';

interface Who {
  readonly number?: string;
  readonly email?: string;
  readonly principal?: string;
  readonly user?: string;
  readonly others?: string;
  readonly name?: string;
  readonly unit?: string;
}

const table = (rows: readonly Who[]): NamedColumns => ({
  count: rows.length,
  employeeNumber: textColumnOf(rows.map(({ number }) => number ?? '')),
  email: textColumnOf(rows.map(({ email }) => email ?? '')),
  userPrincipalName: textColumnOf(rows.map(({ principal }) => principal ?? '')),
  userName: textColumnOf(rows.map(({ user }) => user ?? '')),
  otherEmails: textColumnOf(rows.map(({ others }) => others ?? '')),
  displayName: textColumnOf(rows.map(({ name }) => name ?? '')),
  unitsOf: (row) => [rows[row]?.unit ?? ''],
});

const indexOf = (people: readonly Who[], rules = PLAIN_IDENTITY): PeopleIndex => {
  const index = new PeopleIndex(table(people), rules);
  const half = Math.floor(people.length / 2);
  index.addRows(0, half);
  index.addRows(half, people.length);
  return index;
};

function matchIdentities(accounts: NamedColumns, people: PeopleIndex, links?: HandLinks): IdentityMatch {
  const match = emptyMatch(accounts.count);
  matchRows(new AccountMatcher(accounts, people), match, 0, accounts.count, links);
  return match;
}

const LARKFIELD = { domainAliases: new Map([['lark', 'lark.example']]), dropMailboxTags: false };

function matched(
  accounts: readonly Who[],
  people: readonly Who[],
  rules = PLAIN_IDENTITY,
  links?: HandLinks,
): (string | undefined)[] {
  const { person, step } = matchIdentities(table(accounts), indexOf(people, rules), links);
  return [...person].map((row, at) => (row === NO_PERSON ? undefined : `${row} ${MATCH_STEPS[step[at]!]}`));
}

test.each([
  ['Ann@Lark.Example ', 'ann@lark.example'],
  ['\uff41nn@lark.example', 'ann@lark.example'],
  ['ann+desk@lark.example', 'ann+desk@lark.example'],
  ['ann@LARK', 'ann@lark.example'],
  ['ann', ''],
  ['@lark.example', ''],
  ['ann@', ''],
])('the address %j has the canonical form %j [LOAD-29]', (text, canonical) =>
  expect(canonicalAddress(text, LARKFIELD)).toBe(canonical),
);

test('mailbox tags are removed only where that is switched on [LOAD-29]', () => {
  const rules = { ...LARKFIELD, dropMailboxTags: true };
  expect(canonicalAddress('ann+desk@lark', rules)).toBe('ann@lark.example');
  expect(canonicalAddress('+desk@lark', rules)).toBe('+desk@lark.example');
});

test('a user name counts with its domain only, written either way [LOAD-29]', () => {
  expect(userNameAddress('LARK\\Ann', LARKFIELD)).toBe('ann@lark.example');
  expect(userNameAddress('ann@lark', LARKFIELD)).toBe('ann@lark.example');
  expect(userNameAddress('ann', LARKFIELD)).toBe('');
});

test('the ways to a person are tried in order: employee number, e-mail, principal name, user name with domain [LOAD-29]', () => {
  const people: Who[] = [
    { number: '007' },
    { email: 'b@lark.example' },
    { principal: 'c@lark.example' },
    { user: 'LARK\\d' },
  ];
  const keys = { number: '007', email: 'b@lark.example', principal: 'c@lark.example', user: 'd@lark' };
  const { number: _n, ...withoutNumber } = keys;
  const { email: _e, ...withoutEmail } = withoutNumber;
  const { principal: _p, ...withoutPrincipal } = withoutEmail;
  expect(matched([keys, withoutNumber, withoutEmail, withoutPrincipal], people, LARKFIELD)).toEqual([
    '0 employeeNumber',
    '1 email',
    '2 userPrincipalName',
    '3 userName',
  ]);
});

test('leading zeros tell employee numbers apart [LOAD-29]', () => {
  expect(matched([{ number: '7' }, { number: '007' }], [{ number: '007' }])).toEqual([
    undefined,
    '0 employeeNumber',
  ]);
});

test('a user name without a domain, a name and a unit match nobody by themselves [LOAD-30]', () => {
  const who = { user: 'ann', name: 'Ann Okafor', unit: 'Finance' };
  expect(matched([who], [who])).toEqual([undefined]);
});

test('a key that several people share decides nothing, and a later key may', () => {
  const people = [
    { email: 'desk@lark.example' },
    { email: 'desk@lark.example', principal: 'bo@lark.example' },
  ];
  const accounts = [
    { email: 'desk@lark.example' },
    { email: 'desk@lark.example', principal: 'bo@lark.example' },
  ];
  expect(matched(accounts, people)).toEqual([undefined, '1 userPrincipalName']);
  const matcher = new AccountMatcher(table(accounts), indexOf(people));
  matcher.match(0);
  expect(matcher.open).toEqual({ step: 'email', people: [0, 1] });
  matcher.match(1);
  expect(matcher.open).toBeUndefined();
});

test('further addresses of a person are looked at as well', () => {
  expect(matched([{ email: 'b@x.example' }], [{ others: 'a@x.example; b@x.example' }])).toEqual(['0 email']);
});

test('a link by hand stands above every key, and what was kept apart is not matched [LOAD-31]', () => {
  const people = [{ email: 'a@x.example' }, { number: '1' }];
  const links: HandLinks = { linked: new Map([[0, 1]]), apart: new Map([[1, new Set([0])]]) };
  const accounts = [
    { email: 'a@x.example' },
    { email: 'a@x.example', number: '1' },
    { email: 'a@x.example' },
  ];
  expect(matched(accounts, people, PLAIN_IDENTITY, links)).toEqual(['1 link', '1 employeeNumber', '0 email']);
});

test('people with several accounts are listed with all of them [LOAD-30]', () => {
  const accounts = table([{ number: '1' }, { number: '2' }, { email: 'a@x.example' }, { number: '1' }]);
  const people = indexOf([{ number: '0' }, { number: '1', email: 'a@x.example' }, { number: '2' }]);
  const groups = findManyToOne(matchIdentities(accounts, people), 3);
  expect(groups).toEqual({
    people: Uint32Array.of(1),
    starts: Uint32Array.of(0, 3),
    accounts: Uint32Array.of(0, 2, 3),
  });
});

test('name with unit, user name and shared keys are suggestions with their reasons [LOAD-30]', () => {
  const accounts = table([
    { name: 'Okafor, Ann', unit: 'Finance', user: 'aokafor' },
    { name: 'Bo Lind', unit: 'Legal' },
    { email: 'desk@x.example' },
    { name: 'Bo', unit: 'Finance' },
  ]);
  const people = indexOf([
    { name: 'Ann Okafor', unit: 'FINANCE', user: 'AOkafor', email: 'desk@x.example' },
    { name: 'Bo Lind', unit: 'Finance', email: 'desk@x.example' },
    { name: 'Bo', unit: 'Finance' },
  ]);
  const matcher = new AccountMatcher(accounts, people);
  const suggested = (account: number, apart?: ReadonlySet<number>, limit = 9) => {
    matcher.match(account);
    expect(matcher.person).toBe(NO_PERSON);
    return suggestMatches(accounts, account, people, matcher.open, { apart, limit });
  };
  expect([0, 1, 2, 3].map((account) => suggested(account))).toEqual([
    [{ person: 0, reasons: ['sameName', 'sameUnit', 'sameUserName'] }],
    [],
    [
      { person: 0, reasons: ['sharedKey'] },
      { person: 1, reasons: ['sharedKey'] },
    ],
    [],
  ]);
  expect(suggested(0, new Set([0]))).toEqual([]);
  expect(suggested(2, undefined, 1)).toHaveLength(1);
});

test('a person whom the ledger names is found by employee number, else by address; never one of several', () => {
  const people = indexOf([
    { number: '007', email: 'a@x.example' },
    { email: 'b@x.example' },
    { email: 'c@x.example' },
    { email: 'c@x.example' },
  ]);
  expect(people.rowOfPerson({ employeeNumber: '007', email: 'b@x.example' })).toBe(0);
  expect(people.rowOfPerson({ employeeNumber: '', email: ' B@X.example' })).toBe(1);
  expect(people.rowOfPerson({ employeeNumber: '9', email: 'c@x.example' })).toBe(NO_PERSON);
  expect(people.rowOfPerson({ employeeNumber: '', email: '' })).toBe(NO_PERSON);
});

test('a key match is what a plain search over all pairs finds, at any size', () => {
  const word = fc.constantFrom('', '1', '2', 'a@x', 'b@x', 'A@X', 'x\\a', 'c');
  const who = fc.record({ number: word, email: word, principal: word, user: word });
  fc.assert(
    fc.property(fc.array(who, { maxLength: 12 }), fc.array(who, { maxLength: 12 }), (accounts, people) => {
      const { person } = matchIdentities(table(accounts), indexOf(people));
      expect([...person]).toEqual(accounts.map((account) => plainMatch(account, people)));
    }),
    { numRuns: 400 },
  );
});

/** The rule by words, pair by pair. */
function plainMatch(account: Who, people: readonly Who[]): number {
  const address = (text = ''): string => canonicalAddress(text, PLAIN_IDENTITY);
  const login = (text = ''): string => userNameAddress(text, PLAIN_IDENTITY);
  const where = (one: string, other: (who: Who) => string): number[] =>
    one === '' ? [] : people.flatMap((who, row) => (other(who) === one ? [row] : []));
  const firstOf = (...found: number[][]): number[] => found.find((rows) => rows.length > 0) ?? [];
  const email = address(account.email);
  const principal = address(account.principal);
  const user = login(account.user);
  const steps = [
    where((account.number ?? '').toLowerCase(), (who) => (who.number ?? '').toLowerCase()),
    where(email, (who) => address(who.email)),
    firstOf(
      where(principal, (who) => address(who.principal)),
      where(principal, (who) => address(who.email)),
      where(email, (who) => address(who.principal)),
    ),
    firstOf(
      where(user, (who) => login(who.user)),
      where(user, (who) => address(who.principal)),
      where(user, (who) => address(who.email)),
      where(principal, (who) => login(who.user)),
      where(email, (who) => login(who.user)),
    ),
  ];
  return steps.find((rows) => rows.length === 1)?.[0] ?? NO_PERSON;
}
