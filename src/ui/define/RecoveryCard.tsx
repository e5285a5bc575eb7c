import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { DefineStore } from '../../state/defineStore.ts';
import { Card } from '../shared/Card.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { SwitchField } from '../shared/SwitchField.tsx';
import { DaysField } from './DaysField.tsx';

/** How a flagged seat is recovered later: who is told, how long people have, what happens without an answer. */
export function RecoveryCard({ store }: { readonly store: DefineStore }): ReactNode {
  const draft = useStore(store, (state) => state.draft);
  const { edit } = store.getState();
  return (
    <Card title="Recovery">
      <div className="stack-tight">
        <SwitchField
          label="Dry run"
          hint="Cases are marked DRY RUN: nobody is asked and nothing is counted."
          value={draft.dryRun}
          onChange={(dryRun) => edit({ dryRun })}
        />
        <SwitchField
          label="Notify"
          hint={
            draft.notify
              ? 'A notice goes out before a seat is taken.'
              : 'No notice: each case needs a waiver with a reason.'
          }
          value={draft.notify}
          onChange={(notify) => edit({ notify })}
        />
        <SelectField
          label="Notice goes to"
          value={draft.noticeTo}
          disabled={!draft.notify}
          options={[
            { value: 'owner', name: 'Owner of the seat' },
            { value: 'manager', name: 'Manager' },
            { value: 'both', name: 'Owner and manager' },
          ]}
          onChange={(noticeTo) => edit({ noticeTo })}
        />
        <div className="field-row">
          <DaysField
            label="Objection window (days)"
            days={draft.objectionDays}
            least={0}
            most={365}
            onDays={(objectionDays) => edit({ objectionDays })}
          />
          <DaysField
            label="Grace (days)"
            days={draft.graceDays}
            least={0}
            most={365}
            onDays={(graceDays) => edit({ graceDays })}
          />
        </div>
        <SelectField
          label="On timeout"
          hint="Due at the deadline and applied by a person. Protected roles and people not identified are held in any case."
          value={draft.onTimeout}
          options={[
            { value: 'hold', name: 'Hold: a person decides' },
            { value: 'freeze', name: 'Freeze' },
          ]}
          onChange={(onTimeout) => edit({ onTimeout })}
        />
        <SwitchField
          label="Platform can freeze"
          hint={
            draft.platformCanFreeze
              ? 'Freeze first, deactivate after the grace.'
              : 'Without a freeze, grace starts at once.'
          }
          value={draft.platformCanFreeze}
          onChange={(platformCanFreeze) => edit({ platformCanFreeze })}
        />
      </div>
    </Card>
  );
}
