import { useState, type ReactNode } from 'react';
import type { FileFacts } from '../../core/ingest/kinds/tablePlan.ts';
import { SIGNAL_KINDS, type SignalKind } from '../../core/ingest/signalKind.ts';
import { DayField } from '../shared/DayField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';

const SIGNAL_NAMES: Readonly<Record<SignalKind, string>> = {
  action: 'Work',
  applicationSignIn: 'Sign-in to the application',
  ssoSignIn: 'Single sign-on',
  attempt: 'Sign-in attempt',
  background: 'Background or API',
  passive: 'Passive',
};

const SIGNAL_OPTIONS = [
  { value: '', name: 'Told by its event type' },
  ...SIGNAL_KINDS.map((value) => ({ value, name: SIGNAL_NAMES[value] })),
];

/** What an activity log must be told: what it can show, of which seats, and what its events prove. */
export function LogFields({
  facts,
  onFacts,
}: {
  readonly facts: FileFacts;
  readonly onFacts: (change: Partial<FileFacts>) => void;
}): ReactNode {
  const [typed, setTyped] = useState((facts.coveredLicenceTypes ?? []).join(', '));
  return (
    <>
      <DayField
        label="History starts on"
        optional
        hint="First day that the log can show. Left empty: its first date."
        value={facts.historyStart}
        onChange={(historyStart) => onFacts({ historyStart })}
      />
      <TextField
        label="Licence types that the log covers"
        hint="Separated by commas. Left empty: all. The log says nothing of other seats."
        value={typed}
        onChange={(text) => {
          setTyped(text);
          const names = text
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '');
          onFacts({ coveredLicenceTypes: names.length === 0 ? undefined : names });
        }}
      />
      <SelectField
        label="What an event proves"
        value={facts.signalKind ?? ''}
        options={SIGNAL_OPTIONS}
        onChange={(signalKind) => onFacts({ signalKind: SIGNAL_KINDS.find((known) => known === signalKind) })}
      />
    </>
  );
}
