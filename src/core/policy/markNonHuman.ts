import { saysNone } from '../ingest/furtherText.ts';
import { ACCOUNT_STATUSES, FLAG_YES, USER_TYPES, type UserType } from '../inventory/enumerations.ts';
import { NO_TEXT, type AccountTable, type Snapshot } from '../inventory/snapshot.ts';
import { ASKED_WORDS } from './askedWords.ts';
import { compileWords, findWords } from './findWords.ts';
import { groupAddresses } from './groupAddresses.ts';
import { loginName } from './loginName.ts';
import { findNamedDelegates } from './namedDelegates.ts';
import type { NonHumanRules } from './policy.ts';

/** Kinds of account. The position is the code in {@link NonHumanAccounts}. */
export const ACCOUNT_KINDS = ['human', 'service', 'integration', 'shared'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

const SERVICE = 1;
const INTEGRATION = 2;
const SHARED = 3;

/** Kind that a user type of the export stands for; guests are people. Source: imports, *Non-human markers*. */
export const KIND_OF_USER_TYPE: Readonly<Record<UserType, AccountKind>> = {
  unknown: 'human',
  human: 'human',
  guest: 'human',
  machine: 'service',
  ai: 'service',
  bot: 'service',
  shared: 'shared',
  room: 'shared',
};

/** Words that tell an account for emergencies, which check 3 protects. */
export const BREAK_GLASS_WORDS: readonly string[] = ['breakglass'];

/**
 * Signs that an account is not a person, and those that check 3 reads of the same texts: `breakGlass` and
 * `namedDelegate`, which mark nobody as other than a person. The position is the bit in {@link NonHumanAccounts.signs}.
 */
export const NON_HUMAN_SIGNS = [
  'serviceWords',
  'integrationWords',
  'sharedWords',
  'breakGlass',
  ...ASKED_WORDS,
  'webServiceOnly',
  'integrationUser',
  'userType',
  'delegates',
  'sharedAddress',
  'namedDelegate',
] as const;
export type NonHumanSign = (typeof NON_HUMAN_SIGNS)[number];

const bitOf = (sign: NonHumanSign): number => 1 << NON_HUMAN_SIGNS.indexOf(sign);
const SERVICE_WORDS = bitOf('serviceWords');
const INTEGRATION_WORDS = bitOf('integrationWords');
const SHARED_WORDS = bitOf('sharedWords');
const BREAK_GLASS = bitOf('breakGlass');
const WEB_SERVICE_ONLY = bitOf('webServiceOnly');
const INTEGRATION_USER = bitOf('integrationUser');
const USER_TYPE = bitOf('userType');
const DELEGATES = bitOf('delegates');
const SHARED_ADDRESS = bitOf('sharedAddress');
const NAMED_DELEGATE = bitOf('namedDelegate');

/** What rules say of every account, before any manual mark. Indexed by account row. */
export interface NonHumanAccounts {
  /** Code of {@link ACCOUNT_KINDS}. */
  readonly kind: Uint8Array;
  /** 1 where a name tells an account for emergencies. */
  readonly breakGlass: Uint8Array;
  /** Bits of {@link NON_HUMAN_SIGNS}: every sign by itself, whether its rule is in use or not. */
  readonly signs: Uint16Array;
}

/** Whether an account shows a sign, whether its rule is in use or not. */
export const hasSign = ({ signs }: NonHumanAccounts, account: number, sign: NonHumanSign): boolean =>
  (signs[account]! & bitOf(sign)) !== 0;

/**
 * Applies the rules for accounts that are not people: flags of the export first, then delegates, then words in the
 * display name, the user name and the part before `@` of addresses; service before integration before shared. Last
 * comes one e-mail address for several user names, see {@link markSharedAddresses}.
 * Depends on the snapshot and the rules alone, so that it is kept through every move of a window or class.
 * Manual marks win over it, see `prepareSeats`. Source: REVIEW-07.
 */
export function markNonHuman(snapshot: Snapshot, rules: NonHumanRules): NonHumanAccounts {
  const { accounts } = snapshot;
  const words = new Uint8Array(accounts.count);
  const matcher = compileWords([
    rules.serviceWords,
    rules.integrationWords,
    rules.sharedWords,
    BREAK_GLASS_WORDS,
    ...ASKED_WORDS.map((word) => [word]),
  ]);
  if (accounts.displayName) findWords(accounts.displayName, matcher, false, words);
  if (accounts.userName) findWords(accounts.userName, matcher, true, words);
  if (accounts.email) findWords(accounts.email, matcher, true, words);
  if (accounts.userPrincipalName) findWords(accounts.userPrincipalName, matcher, true, words);

  const kindOfUserType = Uint8Array.from(USER_TYPES, (type) =>
    ACCOUNT_KINDS.indexOf(KIND_OF_USER_TYPE[type]),
  );
  const hasDelegates = delegateTest(snapshot);
  const kind = new Uint8Array(accounts.count);
  const breakGlass = new Uint8Array(accounts.count);
  const signs = new Uint16Array(accounts.count);
  for (let account = 0; account < accounts.count; account += 1) {
    const byType = kindOfUserType[accounts.userType[account]!]!;
    let bits = words[account]!;
    if (accounts.webServiceOnly[account] === FLAG_YES) bits |= WEB_SERVICE_ONLY;
    if (accounts.integrationUser[account] === FLAG_YES) bits |= INTEGRATION_USER;
    if (byType !== 0) bits |= USER_TYPE;
    if (hasDelegates(accounts.delegates[account]!)) bits |= DELEGATES;
    if (bits === 0) continue;
    signs[account] = bits;
    breakGlass[account] = bits & BREAK_GLASS ? 1 : 0;
    if (rules.useFlags && bits & (WEB_SERVICE_ONLY | INTEGRATION_USER)) kind[account] = INTEGRATION;
    else if (rules.useFlags && byType !== 0) kind[account] = byType;
    else if (rules.useDelegates && bits & DELEGATES) kind[account] = SHARED;
    else if (bits & SERVICE_WORDS) kind[account] = SERVICE;
    else if (bits & INTEGRATION_WORDS) kind[account] = INTEGRATION;
    else if (bits & SHARED_WORDS) kind[account] = SHARED;
  }
  markSharedAddresses(accounts, rules.useSharedAddresses, kind, signs);
  for (const account of findNamedDelegates(snapshot)) signs[account]! |= NAMED_DELEGATE;
  return { kind, breakGlass, signs };
}

/** Whether a code of the column of delegates names any; a word for no or none, and a count of 0, name none. */
function delegateTest({ strings }: Snapshot): (code: number) => boolean {
  const known = new Map<number, boolean>();
  return (code) => {
    if (code === NO_TEXT) return false;
    let has = known.get(code);
    if (has === undefined) known.set(code, (has = !saysNone(strings[code]!)));
    return has;
  };
}

/**
 * One e-mail address for several user names marks them all as shared. Closed accounts and those that another rule
 * marks are left aside: the old account of a person who came back, or a service account that names its owner's
 * address, makes nobody's mailbox a shared one.
 */
function markSharedAddresses(
  accounts: AccountTable,
  isRule: boolean,
  kind: Uint8Array,
  signs: Uint16Array,
): void {
  const { rows, starts } = groupAddresses(accounts);
  const closed = ACCOUNT_STATUSES.indexOf('deactivated');
  for (let group = 0; group + 1 < starts.length; group += 1) {
    const open = rows
      .subarray(starts[group], starts[group + 1])
      .filter((account) => kind[account] === 0 && accounts.status[account] !== closed);
    const login = open.length < 2 ? '' : loginName(accounts, open[0]!);
    if (!open.some((account, place) => place > 0 && loginName(accounts, account) !== login)) continue;
    for (const account of open) {
      signs[account]! |= SHARED_ADDRESS;
      if (isRule) kind[account] = SHARED;
    }
  }
}
