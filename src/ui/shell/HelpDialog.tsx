import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DataTable } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { hotkeySwitch } from '../shared/hotkeySwitch.ts';
import { SwitchField } from '../shared/SwitchField.tsx';

const WAY: readonly { readonly step: string; readonly text: string }[] = [
  { step: 'Load', text: 'one user list with a column of last activity.' },
  { step: 'Contract', text: 'how many seats, at what price, until when, and by when you must speak.' },
  { step: 'Define', text: 'what inactive means here. Freeze it when it would stand up.' },
  { step: 'Review', text: 'is each seat in the right category? Then create cases.' },
  { step: 'Reclaim', text: 'notice, decision, freeze, deactivation. Prove it with the next export.' },
  { step: 'Position & brief', text: 'what you ask for at the renewal, as a PDF.' },
];

const WORDS: readonly { readonly word: string; readonly meaning: string }[] = [
  {
    word: 'Seat',
    meaning: 'One licence of one licence type held by one account. What is evaluated and counted.',
  },
  { word: 'Account', meaning: 'One login in one system, human or not.' },
  {
    word: 'Last real work',
    meaning: 'The last action that your definition counts as work. A sign-in alone is not.',
  },
  {
    word: 'Not a seat',
    meaning:
      'A licence type that nobody pays for, or a closed account that takes no licence. It stays out of every count.',
  },
  {
    word: 'Unassigned',
    meaning: 'Bought under the contract, but held by no account in the list.',
  },
  {
    word: 'Snapshot',
    meaning: 'The seats and dates of one system as one import showed them, for one day.',
  },
  { word: 'Leaver', meaning: 'The person has left, but the account still holds the seat.' },
  { word: 'Never used', meaning: 'Held for longer than the window, and no use of any kind was ever seen.' },
  {
    word: 'Login only',
    meaning: 'Somebody signs in, but no real work was seen within the window.',
  },
  { word: 'Dormant', meaning: 'No real work for longer than the window, and no pattern that explains it.' },
  {
    word: 'Borderline',
    meaning:
      'Idle longer than the window but below the borderline limit, and the data cannot tell whether the seat is used now and then. A person decides.',
  },
  {
    word: 'Notice',
    meaning: 'To a person: the message before a seat is taken back. In a contract: the last day to speak.',
  },
  { word: 'Flagged', meaning: 'Leaver, Never used, Borderline, Login only and Dormant together.' },
  { word: 'Candidate', meaning: 'A flagged seat that may become a case and that no check holds back.' },
  {
    word: 'Waive',
    meaning:
      'To go on without a step that is normally asked for, such as a notice or the review of the borderline seats. It needs a reason, which is recorded.',
  },
  { word: 'Dry run', meaning: 'The whole way without effect: marked everywhere and in no total.' },
  {
    word: 'Attested, verified',
    meaning:
      'Two kinds of proof that a seat was reclaimed. Attested: a person says so. Verified: a later export no longer shows the seat. They are never added up.',
  },
  {
    word: 'Notice date',
    meaning: 'The last business day on which the contract can still be cancelled or changed.',
  },
  {
    word: 'Lots',
    meaning: 'Seats that are sold only in steps, for example of 10. What you ask for is rounded up to them.',
  },
  {
    word: 'Exposure',
    meaning: 'All flagged seats at their price. It says what is at stake, not what is saved.',
  },
  {
    word: 'Hard saving',
    meaning: 'The part of the difference by which the next term costs less than is paid today.',
  },
  {
    word: 'Cost avoidance',
    meaning: 'The rest of the difference: money that would have been added and now is not.',
  },
  {
    word: 'Data as of',
    meaning: 'The day the list describes. Every figure is counted from it, never from today.',
  },
];

const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Tab', does: 'next control, in the order of the page' },
  { keys: '↑ ↓', does: 'next and previous row of a table' },
  { keys: 'Enter', does: 'opens the row' },
  { keys: 'Esc', does: 'closes a dialog' },
  { keys: '/', does: 'goes to the search box of the screen' },
  { keys: '?', does: 'opens this help' },
];

/** The way through, the words, the keys. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { on, set } = useStore(hotkeySwitch);
  return (
    <Dialog title="Help" wide onClose={onClose}>
      <p>
        Fallow finds licensed seats that lie fallow, helps you recover them with the people who hold them, and
        brings the proof to the renewal. Everything happens in this browser.
      </p>
      <h3>The way through</h3>
      <ol className="help-way">
        {WAY.map(({ step, text }) => (
          <li key={step}>
            <strong>{step}</strong>: {text}
          </li>
        ))}
      </ol>
      <DataTable
        caption="Words"
        captionHidden={false}
        columns={[
          { header: 'Word', rowHeader: true, width: '9rem', cell: ({ word }) => word },
          { header: 'Meaning', cell: ({ meaning }) => meaning },
        ]}
        rows={WORDS}
        rowKey={({ word }) => word}
      />
      <DataTable
        caption="Keys"
        captionHidden={false}
        columns={[
          { header: 'Key', width: '9rem', cell: ({ keys }) => <kbd>{keys}</kbd> },
          { header: 'What it does', cell: ({ does }) => does },
        ]}
        rows={KEYS}
        rowKey={({ keys }) => keys}
      />
      <SwitchField
        label="Single-letter keys"
        hint="Switch them off if you speak to your computer or press keys by accident."
        value={on}
        onChange={set}
      />
    </Dialog>
  );
}
