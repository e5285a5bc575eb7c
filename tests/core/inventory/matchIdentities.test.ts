import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress, PLAIN_IDENTITY, userNameAddress } from '../../../src/core/ingest/identityRules.ts';
import {
  findManyToOne,
  matchIdentities,
  MATCH_STEPS,
  NO_PERSON,
  type HandLinks,
  type IdentityColumns,
} from '../../../src/core/inventory/matchIdentities.ts';
import { suggestMatches, type NamedColumns } from '../../../src/core/inventory/suggestMatches.ts';
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
  unitOf: (row) => rows[row]?.unit ?? '',
});

const LARKFIELD = { domainAliases: new Map([['lark', 'lark.example']]), dropMailboxTags: false };

function matched(
  accounts: readonly Who[],
  people: readonly Who[],
  rules = PLAIN_IDENTITY,
  links?: HandLinks,
): (string | undefined)[] {
  const { person, step } = matchIdentities(table(accounts), table(people), rules, links);
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
  const { ambiguous } = matchIdentities(table(accounts), table(people), PLAIN_IDENTITY);
  expect(ambiguous).toEqual([{ account: 0, step: 'email', people: [0, 1] }]);
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
  const people = table([{ number: '1', email: 'a@x.example' }, { number: '2' }]);
  expect([...findManyToOne(matchIdentities(accounts, people, PLAIN_IDENTITY))]).toEqual([[0, [0, 2, 3]]]);
});

test('name with unit, user name and shared keys are suggestions with their reasons [LOAD-30]', () => {
  const accounts = table([
    { name: 'Okafor, Ann', unit: 'Finance', user: 'aokafor' },
    { name: 'Bo Lind', unit: 'Legal' },
    { email: 'desk@x.example' },
    { name: 'Bo', unit: 'Finance' },
  ]);
  const people = table([
    { name: 'Ann Okafor', unit: 'FINANCE', user: 'AOkafor', email: 'desk@x.example' },
    { name: 'Bo Lind', unit: 'Finance', email: 'desk@x.example' },
    { name: 'Bo', unit: 'Finance' },
  ]);
  const match = matchIdentities(accounts, people, PLAIN_IDENTITY);
  expect(suggestMatches(accounts, people, match)).toEqual([
    { account: 0, person: 0, reasons: ['sameName', 'sameUnit', 'sameUserName'] },
    { account: 2, person: 0, reasons: ['sharedKey'] },
    { account: 2, person: 1, reasons: ['sharedKey'] },
  ]);
  expect(suggestMatches(accounts, people, match, new Map([[0, new Set([0])]]))).toHaveLength(2);
});

test('a key match is what a plain search over all pairs finds, at any size', () => {
  const word = fc.constantFrom('', '1', '2', 'a@x', 'b@x', 'A@X', 'x\\a', 'c');
  const who = fc.record({ number: word, email: word, principal: word, user: word });
  fc.assert(
    fc.property(fc.array(who, { maxLength: 12 }), fc.array(who, { maxLength: 12 }), (accounts, people) => {
      const { person } = matchIdentities(columnsOf(accounts), columnsOf(people), PLAIN_IDENTITY);
      expect([...person]).toEqual(accounts.map((account) => plainMatch(account, people)));
    }),
    { numRuns: 400 },
  );
});

const columnsOf = (rows: readonly Who[]): IdentityColumns => table(rows);

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
