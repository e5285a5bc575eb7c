import { useState, type ReactNode } from 'react';
import type { FileFacts } from '../../core/ingest/kinds/tablePlan.ts';
import { SIGNAL_KINDS, type SignalKind } from '../../core/ingest/signalKind.ts';
import { USUAL_LAG_DAYS } from '../../core/ingest/usualLag.ts';
import { DayField } from '../shared/DayField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';

/** A log that trails by more shows nothing of use. */
const LONGEST_LAG = 60;

const SIGNAL_NAMES: Readonly<Record<SignalKind, string>> = {
  action: 'Work',
  applicationSignIn: 'Sign-in to the application',
  ssoSignIn: 'Single sign-on',
  attempt: 'Sign-in attempt',
  background: 'Background or API',
  passive: 'Passive',
};

const SIGNALS = SIGNAL_KINDS.map((value) => ({ value, name: SIGNAL_NAMES[value] }));
const TOLD_BY_EVENT = [{ value: '', name: 'Told by its event type' }, ...SIGNALS];
const NOT_TOLD = [{ value: '', name: 'Not said' }, ...SIGNALS];

/** Where no column names events, somebody must have said what they prove, or the file itself. */
function wordSignalHint({ signalKind, signalProposed }: FileFacts, namesEvents: boolean): string | undefined {
  if (signalProposed)
    return 'Taken from the columns, the name or the platform of the file. Change it if it is wrong.';
  if (namesEvents || signalKind !== undefined) return undefined;
  return 'No column names the kind of event. A log of sign-ins shows no work: say what an entry stands for.';
}

/** What an activity log must be told: what it can show, of which seats, and what its events prove. */
export function LogFields({
  facts,
  namesEvents,
  onFacts,
}: {
  readonly facts: FileFacts;
  /** Whether a column says of every row what it is. */
  readonly namesEvents: boolean;
  readonly onFacts: (change: Partial<FileFacts>) => void;
}): ReactNode {
  const lag = facts.lagDays ?? USUAL_LAG_DAYS;
  const [typed, setTyped] = useState((facts.coveredLicenceTypes ?? []).join(', '));
  return (
    <>
      <NumberField
        label="Lag (days)"
        hint="How many days the log may be behind what really happened. Up to so many days before the list it may end and still show what was not done."
        value={lag}
        min={0}
        max={LONGEST_LAG}
        onChange={(days) => {
          if (days !== undefined && Number.isInteger(days) && days >= 0 && days <= LONGEST_LAG)
            onFacts({ lagDays: days });
        }}
      />
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
        hint={wordSignalHint(facts, namesEvents)}
        value={facts.signalKind ?? ''}
        options={namesEvents ? TOLD_BY_EVENT : facts.signalKind === undefined ? NOT_TOLD : SIGNALS}
        onChange={(signalKind) =>
          onFacts({
            signalKind: SIGNAL_KINDS.find((known) => known === signalKind),
            signalProposed: undefined,
          })
        }
      />
    </>
  );
}
