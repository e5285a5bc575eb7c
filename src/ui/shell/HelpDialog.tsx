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
    word: 'Notice',
    meaning: 'To a person: the message before a seat is taken back. In a contract: the last day to speak.',
  },
  { word: 'Flagged', meaning: 'Leaver, Never used, Borderline, Login only and Dormant together.' },
  { word: 'Candidate', meaning: 'A flagged seat that may become a case and that no check holds back.' },
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
