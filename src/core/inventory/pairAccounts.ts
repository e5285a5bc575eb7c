import type { RowIndex } from '../base/brand.ts';
import { KeyIndex } from './keyIndex.ts';
import type { AccountTable } from './snapshot.ts';

/** What is read of accounts to recognise them in another list. */
export type PairedAccounts = Pick<AccountTable, 'count' | 'accountId'>;

/** An account that the other list does not have. */
export const NO_ACCOUNT = 0xffff_ffff;

/** Rows that an account may stand away from its place while a list is still taken to be in the same order. */
const NEAR = 64;

/**
 * Recognises accounts of other lists by canonical account id. Lists mostly keep the order of their accounts, so an
 * account is first looked for behind the one found last, and only else in a table of all ids. A list in another order
 * goes to that table alone, since reading ids here and there would decode a chunk of texts for each.
 */
export class AccountPairs {
  private rowOfKey: KeyIndex | undefined;

  constructor(
    private readonly accounts: PairedAccounts,
    private readonly canonicalId: (text: string) => string,
  ) {}

  /** Own row of each account of another list, or {@link NO_ACCOUNT}. */
  rowsOf(list: PairedAccounts): Uint32Array {
    const { accounts } = this;
    const rows = new Uint32Array(list.count);
    let last = -1;
    let isInOrder = true;
    for (let row = 0; row < list.count; row += 1) {
      const id = list.accountId.at(row as RowIndex);
      const next = last + 1;
      const isNext = isInOrder && next < accounts.count && accounts.accountId.at(next as RowIndex) === id;
      const found: number = isNext ? next : this.find(id);
      rows[row] = found;
      if (found === NO_ACCOUNT) continue;
      isInOrder = Math.abs(found - next) < NEAR;
      last = found;
    }
    return rows;
  }

  private find(id: string): number {
    const { accounts } = this;
    if (!this.rowOfKey) {
      this.rowOfKey = new KeyIndex();
      for (let row = 0; row < accounts.count; row += 1) {
        this.rowOfKey.numberOf(this.canonicalId(accounts.accountId.at(row as RowIndex)));
      }
    }
    const number = this.rowOfKey.numberOf(this.canonicalId(id));
    return number < accounts.count ? number : NO_ACCOUNT;
  }
}
