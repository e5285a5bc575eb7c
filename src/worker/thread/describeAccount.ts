import { SUBJECT_UNREAD } from '../../core/ingest/subjectWords.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { SUBJECT_TYPES, type SubjectType } from '../../core/inventory/subjectTypes.ts';

/** What a users list says of an account beside its use. */
export interface DescribedAccount {
  /** In words; '' where the list says nothing. */
  readonly subject: string;
  readonly role: string;
  readonly permissions: string;
}

const SUBJECTS: Readonly<Record<SubjectType, string>> = {
  unknown: '',
  user: 'User',
  device: 'Device',
  virtual: 'Virtual environment',
};

/** Subject, role and permissions of an account, as far as the list has columns for them. */
export function describeAccount({ accounts, strings }: Snapshot, account: number): DescribedAccount {
  const subject = accounts.subjectType?.[account] ?? 0;
  return {
    subject: subject === SUBJECT_UNREAD ? 'in a word that is not known' : SUBJECTS[SUBJECT_TYPES[subject]!],
    role: strings[accounts.role[account]!]!,
    permissions: strings[accounts.permissions?.[account] ?? 0]!,
  };
}

/** Columns of an export of seats that stand there only where the list tells them, with the cell of an account. */
export const describedColumns = ({
  accounts,
}: Snapshot): readonly { readonly header: string; readonly cell: (of: DescribedAccount) => string }[] => [
  ...(accounts.subjectType ? [{ header: 'Subject', cell: ({ subject }: DescribedAccount) => subject }] : []),
  ...(accounts.permissions
    ? [{ header: 'Permissions', cell: ({ permissions }: DescribedAccount) => permissions }]
    : []),
];
