import type { RowIndex } from '../base/brand.ts';
import { identityKey, type IdentityRules } from '../ingest/identityRules.ts';
import { KeyIndex } from './keyIndex.ts';
import type { AccountTable } from './snapshot.ts';
import type { TextColumn } from './textColumn.ts';

/** No account has the key. */
export const NO_MATCH = -1;
/** Several accounts have the key, so that none can be chosen. */
export const SEVERAL = -2;

/** Texts of accounts that a log may name them by, in the order in which they are tried. */
export const LOG_KEY_TEXTS = ['accountId', 'userName', 'email', 'userPrincipalName'] as const;

/** Texts or numbers looked at between two yields. */
const PIECE = 1 << 12;

/** Which account each key of a log means. */
export interface MatchedKeys {
  /** By key: row of the account, {@link NO_MATCH} or {@link SEVERAL}. */
  readonly account: Int32Array;
  /** 1 for each account that a key with several accounts could mean. */
  readonly doubtful: Uint8Array;
  readonly shared: SharedAccounts;
}

/** Accounts that two keys of a log or more name; the keys of `accounts[i]` stand from `starts[i]` to `starts[i + 1]`. */
export interface SharedAccounts {
  /** Ascending rows. */
  readonly accounts: Uint32Array;
  readonly starts: Uint32Array;
  /** Numbers of keys, ascending within an account. */
  readonly keys: Uint32Array;
}

/**
 * Finds the account of every key of a log within one system, both in their canonical form under the client's rules: by
 * account id, then user name, e-mail and user principal name. A text that several accounts share decides nothing; a
 * later text may. Names never decide. Several keys of one account are listed, never merged unseen. Yields whenever
 * `piece` texts or numbers were looked at. Source of the rule: identity, LOAD-29.
 */
export function* matchLogKeys(
  accounts: Pick<AccountTable, 'count' | (typeof LOG_KEY_TEXTS)[number]>,
  keys: TextColumn,
  rules: IdentityRules,
  piece = PIECE,
): Generator<undefined, MatchedKeys> {
  const index = new KeyIndex();
  index.reserve(keys.length);
  const numbers = new Uint32Array(keys.length);
  for (let key = 0; key < keys.length; key += 1) {
    numbers[key] = index.numberOf(identityKey(keys.at(key as RowIndex), rules));
    if (key % piece === piece - 1) yield;
  }
  const known = index.size;
  const decided = new Int32Array(known).fill(NO_MATCH);
  const doubtful = new Uint8Array(accounts.count);
  const unclear: [number: number, account: number][] = [];
  for (const name of LOG_KEY_TEXTS) {
    const texts = accounts[name];
    if (!texts) continue;
    const found = new Int32Array(known).fill(NO_MATCH);
    for (let row = 0; row < accounts.count; row += 1) {
      if (row % piece === piece - 1) yield;
      const text = texts.at(row as RowIndex);
      const number = text === '' ? -1 : index.find(identityKey(text, rules));
      if (number < 0 || decided[number]! >= 0) continue;
      const before = found[number]!;
      if (before === NO_MATCH) found[number] = row;
      else if (before !== row) {
        if (before >= 0) unclear.push([number, before]);
        unclear.push([number, row]);
        found[number] = SEVERAL;
      }
    }
    for (let number = 0; number < known; number += 1) {
      if (found[number] !== NO_MATCH) decided[number] = found[number]!;
      if (number % piece === piece - 1) yield;
    }
  }
  for (let at = 0; at < unclear.length; at += 1) {
    const [number, row] = unclear[at]!;
    if (decided[number] === SEVERAL) doubtful[row] = 1;
    if (at % piece === piece - 1) yield;
  }
  const account = new Int32Array(keys.length);
  for (let key = 0; key < keys.length; key += 1) {
    account[key] = decided[numbers[key]!]!;
    if (key % piece === piece - 1) yield;
  }
  return { account, doubtful, shared: yield* findShared(account, accounts.count, piece) };
}

function* findShared(
  account: Int32Array,
  accounts: number,
  piece: number,
): Generator<undefined, SharedAccounts> {
  const count = new Uint32Array(accounts);
  let several = 0;
  for (let key = 0; key < account.length; key += 1) {
    if (key % piece === piece - 1) yield;
    const row = account[key]!;
    if (row < 0) continue;
    count[row]! += 1;
    if (count[row] === 2) several += 1;
  }
  const rows = new Uint32Array(several);
  const starts = new Uint32Array(rows.length + 1);
  const next = new Int32Array(accounts).fill(NO_MATCH);
  let place = 0;
  for (let row = 0; row < accounts; row += 1) {
    if (row % piece === piece - 1) yield;
    if (count[row]! < 2) continue;
    rows[place] = row;
    next[row] = starts[place]!;
    starts[place + 1] = starts[place]! + count[row]!;
    place += 1;
  }
  const keys = new Uint32Array(starts[rows.length]!);
  for (let key = 0; key < account.length; key += 1) {
    if (key % piece === piece - 1) yield;
    const row = account[key]!;
    if (row < 0 || next[row]! < 0) continue;
    keys[next[row]!] = key;
    next[row]! += 1;
  }
  return { accounts: rows, starts, keys };
}
