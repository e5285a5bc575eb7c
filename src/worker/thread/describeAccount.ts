import { FURTHER_TEXT_NAMES } from '../../core/ingest/furtherTextNames.ts';
import { FURTHER_TEXTS } from '../../core/ingest/meaning.ts';
import { SUBJECT_UNREAD } from '../../core/ingest/subjectWords.ts';
import { NO_TEXT, type Snapshot } from '../../core/inventory/snapshot.ts';
import { SUBJECT_TYPES, type SubjectType } from '../../core/inventory/subjectTypes.ts';

/** What a users list says of an account beside its use. */
export interface DescribedAccount {
  /** In words; '' where the list says nothing. */
  readonly subject: string;
  readonly role: string;
  /** Further texts by their names, in their order; those that the account has none of are left out. */
  readonly further: readonly { readonly label: string; readonly text: string }[];
}

const SUBJECTS: Readonly<Record<SubjectType, string>> = {
  unknown: '',
  user: 'User',
  device: 'Device',
  virtual: 'Virtual environment',
};

/** Subject, role and further texts of an account, as far as the list has columns for them. */
export function describeAccount({ accounts, strings }: Snapshot, account: number): DescribedAccount {
  const subject = accounts.subjectType?.[account] ?? 0;
  return {
    subject: subject === SUBJECT_UNREAD ? 'in a word that is not known' : SUBJECTS[SUBJECT_TYPES[subject]!],
    role: strings[accounts.role[account]!]!,
    further: FURTHER_TEXTS.flatMap((name) => {
      const text = strings[accounts[name]?.[account] ?? NO_TEXT]!;
      return text === '' ? [] : [{ label: FURTHER_TEXT_NAMES[name], text }];
    }),
  };
}

/** Columns of an export of seats that stand there only where the list tells them, with the cell of an account. */
export const describedColumns = ({
  accounts,
}: Snapshot): readonly { readonly header: string; readonly cell: (of: DescribedAccount) => string }[] => [
  ...(accounts.subjectType ? [{ header: 'Subject', cell: ({ subject }: DescribedAccount) => subject }] : []),
  ...FURTHER_TEXTS.filter((name) => accounts[name]).map((name) => ({
    header: FURTHER_TEXT_NAMES[name],
    cell: ({ further }: DescribedAccount) =>
      further.find(({ label }) => label === FURTHER_TEXT_NAMES[name])?.text ?? '',
  })),
];
