import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { KeyIndex } from './keyIndex.ts';
import type { AccountTable } from './snapshot.ts';
import type { TextColumn } from './textColumn.ts';

/** No account has the key. */
export const NO_MATCH = -1;
/** Several accounts have the key, so that none can be chosen. */
export const SEVERAL = -2;

/** Texts of accounts that a log may name them by, in the order in which they are tried. */
export const LOG_KEY_TEXTS = ['accountId', 'userName', 'email', 'userPrincipalName'] as const;

export interface MatchedKeys {
  /** By key: row of the account, {@link NO_MATCH} or {@link SEVERAL}. */
  readonly account: Int32Array;
  /** 1 for each account that a key with several accounts could mean. */
  readonly doubtful: Uint8Array;
}

/**
 * Finds the account of every key of a log within one system: by exact canonical account id, then user name, e-mail
 * and user principal name. A text that several accounts share decides nothing; a later text may. Names never decide.
 * Source of the rule: identity, LOAD-29.
 */
export function matchLogKeys(
  accounts: Pick<AccountTable, 'count' | (typeof LOG_KEY_TEXTS)[number]>,
  keys: TextColumn,
): MatchedKeys {
  const index = new KeyIndex();
  for (let key = 0; key < keys.length; key += 1) index.numberOf(canonicalId(keys.at(key as RowIndex)));
  const known = index.size;
  const account = new Int32Array(known).fill(NO_MATCH);
  const doubtful = new Uint8Array(accounts.count);
  const shared: [key: number, account: number][] = [];
  for (const name of LOG_KEY_TEXTS) {
    const texts = accounts[name];
    if (!texts) continue;
    const found = new Int32Array(known).fill(NO_MATCH);
    for (let row = 0; row < accounts.count; row += 1) {
      const text = texts.at(row as RowIndex);
      if (text === '') continue;
      const key = index.numberOf(canonicalId(text));
      if (key >= known || account[key]! >= 0) continue;
      const before = found[key]!;
      if (before === NO_MATCH) found[key] = row;
      else if (before !== row) {
        if (before >= 0) shared.push([key, before]);
        shared.push([key, row]);
        found[key] = SEVERAL;
      }
    }
    for (let key = 0; key < known; key += 1) if (found[key] !== NO_MATCH) account[key] = found[key]!;
  }
  for (const [key, row] of shared) if (account[key] === SEVERAL) doubtful[row] = 1;
  return { account, doubtful };
}
