import type { RowIndex } from '../../core/base/brand.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';

/** The name an account is shown under: display name, else user name, else address, else its key. */
export function accountName(snapshot: Snapshot, account: RowIndex): string {
  const { displayName, userName, email, accountId } = snapshot.accounts;
  return displayName?.at(account) || userName?.at(account) || email?.at(account) || accountId.at(account);
}
