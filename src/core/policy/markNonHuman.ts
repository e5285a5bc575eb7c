import { FLAG_YES, USER_TYPES, type UserType } from '../inventory/enumerations.ts';
import type { Snapshot } from '../inventory/snapshot.ts';
import { compileWords, findWords } from './findWords.ts';
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

/** What rules say of every account, before any manual mark. Indexed by account row. */
export interface NonHumanAccounts {
  /** Code of {@link ACCOUNT_KINDS}. */
  readonly kind: Uint8Array;
  /** 1 where a name tells an account for emergencies. */
  readonly breakGlass: Uint8Array;
}

const WORD_BITS_SERVICE = 1;
const WORD_BITS_INTEGRATION = 2;
const WORD_BITS_SHARED = 4;
const WORD_BITS_BREAK_GLASS = 8;

/**
 * Applies the rules for accounts that are not people: flags of the export first, then delegates, then words in the
 * display name, the user name and the part before `@` of addresses; service before integration before shared.
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
  ]);
  if (accounts.displayName) findWords(accounts.displayName, matcher, false, words);
  if (accounts.userName) findWords(accounts.userName, matcher, true, words);
  if (accounts.email) findWords(accounts.email, matcher, true, words);
  if (accounts.userPrincipalName) findWords(accounts.userPrincipalName, matcher, true, words);

  const kindOfUserType = Uint8Array.from(USER_TYPES, (type) =>
    ACCOUNT_KINDS.indexOf(KIND_OF_USER_TYPE[type]),
  );
  const kind = new Uint8Array(accounts.count);
  const breakGlass = new Uint8Array(accounts.count);
  for (let account = 0; account < accounts.count; account += 1) {
    const bits = words[account]!;
    breakGlass[account] = bits & WORD_BITS_BREAK_GLASS ? 1 : 0;
    if (rules.useFlags) {
      if (accounts.integrationUser[account] === FLAG_YES || accounts.webServiceOnly[account] === FLAG_YES) {
        kind[account] = INTEGRATION;
        continue;
      }
      const byType = kindOfUserType[accounts.userType[account]!]!;
      if (byType !== 0) {
        kind[account] = byType;
        continue;
      }
    }
    if (rules.useDelegates && accounts.delegates[account] !== 0) kind[account] = SHARED;
    else if (bits & WORD_BITS_SERVICE) kind[account] = SERVICE;
    else if (bits & WORD_BITS_INTEGRATION) kind[account] = INTEGRATION;
    else if (bits & WORD_BITS_SHARED) kind[account] = SHARED;
  }
  return { kind, breakGlass };
}
