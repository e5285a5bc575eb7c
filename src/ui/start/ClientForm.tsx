import { useState, type FormEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { MONTH_NAMES } from '../../core/base/formatDay.ts';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { deviceZone, timeZones } from '../shared/timeZones.ts';
import { enteringClient } from './enteringClient.ts';

const MONTHS = MONTH_NAMES.map((name, index) => ({ value: String(index + 1), name }));

const LONGEST_NAME = 120;

/** The card that starts a client: a button first, then its three questions. */
export function ClientForm({ onCreated }: { readonly onCreated: () => void }): ReactNode {
  const { workspace } = useApp();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [zone, setZone] = useState(deviceZone);
  const [month, setMonth] = useState('1');
  const [error, setError] = useState<string | undefined>(undefined);
  const act = usePendingAct();
  const { pending, during } = useStore(enteringClient);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = name.trim();
    const taken = workspace.getState().clients?.some((client) => client.name === typed);
    if (typed === '') setError('Type a name for the client.');
    else if (taken) setError('A client of this name is already in this browser. Choose another name.');
    else {
      const client = { name: typed, timeZone: zone, fiscalYearStart: Number(month), sample: false };
      void act.run(() => during(() => workspace.getState().createClient(client)), onCreated);
    }
  };

  return (
    <div className="stack-tight">
      <p>
        Each client has a place of its own in this browser; nothing is shared between clients. You need a user
        list with a last-activity column, and quantity and price from the contract.
      </p>
      {opened ? (
        <form className="stack-tight" onSubmit={submit} noValidate>
          <TextField
            label="Client name"
            value={name}
            error={error}
            maxLength={LONGEST_NAME}
            onChange={(text) => {
              setName(text);
              setError(undefined);
            }}
          />
          <div className="field-row">
            <SelectField
              label="Time zone"
              hint="Days are counted in this zone."
              value={zone}
              options={timeZones().map((each) => ({ value: each, name: each.replaceAll('_', ' ') }))}
              onChange={setZone}
            />
            <SelectField label="Fiscal year starts" value={month} options={MONTHS} onChange={setMonth} />
          </div>
          <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
          <div>
            <Button type="submit" disabled={pending}>
              Create client
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button disabled={pending} onClick={() => setOpened(true)}>
            Start a client
          </Button>
        </div>
      )}
    </div>
  );
}
