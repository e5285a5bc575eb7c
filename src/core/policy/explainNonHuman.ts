import type { RowIndex } from '../base/brand.ts';
import { saysNone } from '../ingest/furtherText.ts';
import { ACCOUNT_STATUSES, FLAG_YES, USER_TYPES } from '../inventory/enumerations.ts';
import type { Snapshot } from '../inventory/snapshot.ts';
import { groupAddresses } from './groupAddresses.ts';
import { loginName } from './loginName.ts';
import { hasSign, KIND_OF_USER_TYPE, type AccountKind, type NonHumanAccounts } from './markNonHuman.ts';
import type { NonHumanRules } from './policy.ts';

/** Which rule says that an account is not a person. */
export interface NonHumanReason {
  readonly kind: Exclude<AccountKind, 'human'>;
  /** End of the sentence "… account: ". */
  readonly because: string;
}

/** Name of a kind of account at the start of a sentence. */
export const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  human: 'Person',
  service: 'Service account',
  integration: 'Integration account',
  shared: 'Shared account',
};

/**
 * The rule that marks one account, in the order of `markNonHuman` but read from the account's own texts; `undefined`
 * for a person. Manual marks are not looked at. `marks`, where they are known, tell the accounts without any sign, of
 * which no text needs to be read, and those that share no address with another.
 */
export function explainNonHuman(
  snapshot: Snapshot,
  account: number,
  rules: NonHumanRules,
  marks?: NonHumanAccounts,
): NonHumanReason | undefined {
  if (marks?.signs[account] === 0) return undefined;
  const own = explainOwnSigns(snapshot, account, rules);
  if (own || (marks && !hasSign(marks, account, 'sharedAddress'))) return own;
  return explainAddress(snapshot, account, rules);
}

/** Names one other open account with the same address under another user name, neither of them marked otherwise. */
function explainAddress(
  snapshot: Snapshot,
  account: number,
  rules: NonHumanRules,
): NonHumanReason | undefined {
  const { accounts } = snapshot;
  const isOpen = (row: number): boolean => ACCOUNT_STATUSES[accounts.status[row]!] !== 'deactivated';
  if (!rules.useSharedAddresses || !isOpen(account)) return undefined;
  const { groupOf, rows, starts } = groupAddresses(accounts);
  const group = groupOf[account]!;
  if (group < 0) return undefined;
  const login = loginName(accounts, account);
  const other = rows
    .subarray(starts[group], starts[group + 1])
    .find(
      (row) =>
        isOpen(row) &&
        loginName(accounts, row) !== login &&
        explainOwnSigns(snapshot, row, rules) === undefined,
    );
  if (other === undefined) return undefined;
  const address = accounts.email?.at(account as RowIndex).trim() ?? '';
  return {
    kind: 'shared',
    because: `one e-mail address, ‘${address}’, stands for several user names (‘${login}’, ‘${loginName(accounts, other)}’)`,
  };
}

function explainOwnSigns(
  snapshot: Snapshot,
  account: number,
  rules: NonHumanRules,
): NonHumanReason | undefined {
  const { accounts, strings } = snapshot;
  const row = account as RowIndex;
  if (rules.useFlags) {
    if (accounts.integrationUser[account] === FLAG_YES) {
      return { kind: 'integration', because: 'the list marks it as an integration user' };
    }
    if (accounts.webServiceOnly[account] === FLAG_YES) {
      return { kind: 'integration', because: 'the list gives it web service access only' };
    }
    const userType = USER_TYPES[accounts.userType[account]!]!;
    const kind = KIND_OF_USER_TYPE[userType];
    if (kind !== 'human') return { kind, because: `its user type is ${userType}` };
  }
  const delegates = strings[accounts.delegates[account]!]!;
  if (rules.useDelegates && !saysNone(delegates)) {
    return { kind: 'shared', because: `delegates use it (${delegates})` };
  }
  const texts = [
    { column: 'display name', text: accounts.displayName?.at(row) ?? '' },
    { column: 'user name', text: beforeAtSign(accounts.userName?.at(row) ?? '') },
    { column: 'e-mail address', text: beforeAtSign(accounts.email?.at(row) ?? '') },
    { column: 'principal name', text: beforeAtSign(accounts.userPrincipalName?.at(row) ?? '') },
  ];
  const lists = [
    { kind: 'service', entries: rules.serviceWords },
    { kind: 'integration', entries: rules.integrationWords },
    { kind: 'shared', entries: rules.sharedWords },
  ] as const;
  for (const { kind, entries } of lists) {
    for (const { column, text } of texts) {
      const entry = entries.find((candidate) => isNamedBy(text, candidate));
      if (entry !== undefined)
        return { kind, because: `its ${column} ‘${text}’ matches the word ‘${entry}’` };
    }
  }
  return undefined;
}

const beforeAtSign = (text: string): string => text.split('@', 1)[0]!;

/** Whether an entry names a text: as a word, as the beginning of a word, or written apart. See `compileWords`. */
export function isNamedBy(text: string, entry: string): boolean {
  const word = wordsOf(entry).join('');
  if (word === '') return false;
  const words = wordsOf(text);
  const matchesBeginnings = entry.trim().endsWith('*') || /^[^aeiouy\u0080-\uffff]{3,}$/.test(word);
  return words.some(
    (candidate, index) =>
      candidate === word ||
      (matchesBeginnings && candidate.startsWith(word)) ||
      (word.length >= 7 && candidate + (words[index + 1] ?? '') === word),
  );
}

const wordsOf = (text: string): readonly string[] =>
  (text.match(/[a-z\u00aa-\u1fff\u2070-\u2fff\u3004-\uffff]+/gi) ?? []).map((word) => word.toLowerCase());
