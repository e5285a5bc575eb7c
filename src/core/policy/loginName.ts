import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import type { AccountTable } from '../inventory/snapshot.ts';

/** What somebody types to sign in, in canonical form: the user name, else the account id. */
export const loginName = (
  { userName, accountId }: Pick<AccountTable, 'userName' | 'accountId'>,
  account: number,
): string => canonicalId(userName?.at(account as RowIndex) || accountId.at(account as RowIndex));
