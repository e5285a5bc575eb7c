import type { FactTable } from '../../core/inventory/factTable.ts';
import { UNIT_KEYS } from '../../core/inventory/matchUnits.ts';
import type { NamedColumns } from '../../core/inventory/peopleIndex.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { TextColumn } from '../../core/inventory/textColumn.ts';

/** The accounts of a list by what they can be recognised by. Where no column holds user names, the account id is one. */
export function accountColumns({ accounts, strings }: Snapshot): NamedColumns {
  return {
    count: accounts.count,
    employeeNumber: accounts.employeeNumber,
    email: accounts.email,
    userPrincipalName: accounts.userPrincipalName,
    userName: accounts.userName ?? accounts.accountId,
    displayName: accounts.displayName,
    unitsOf: (account) => [strings[accounts.unit[account]!]!],
  };
}

/** The people of a roster by what they can be recognised by. */
export function rosterColumns({ count, columns, strings }: FactTable): NamedColumns {
  const texts = (name: string): TextColumn | undefined => {
    const column = columns.get(name);
    return column?.held === 'text' ? column.texts : undefined;
  };
  const units = UNIT_KEYS.flatMap((name) => {
    const column = columns.get(name);
    return column?.held === 'word' ? [column.words] : [];
  });
  return {
    count,
    employeeNumber: texts('employeeNumber'),
    email: texts('email'),
    userPrincipalName: texts('userPrincipalName'),
    userName: texts('userName'),
    otherEmails: texts('otherEmails'),
    displayName: texts('fullName'),
    unitsOf: (person) => units.map((words) => strings[words[person]!]!),
  };
}
