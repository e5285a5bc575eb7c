import type { RowIndex } from '../base/brand.ts';
import type { Snapshot } from '../inventory/snapshot.ts';

/**
 * Whether the list tells who holds an account: by a name, an address or an employee number. An id or user name alone
 * tells nobody that could be asked. Source: check 1 and transition 2.
 */
export const isIdentified = (accounts: Snapshot['accounts'], account: RowIndex): boolean =>
  [accounts.displayName, accounts.email, accounts.userPrincipalName, accounts.employeeNumber].some(
    (column) => (column?.at(account) ?? '').trim() !== '',
  );
