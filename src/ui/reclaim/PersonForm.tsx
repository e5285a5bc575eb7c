import type { ReactNode } from 'react';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { StepFormProps } from './stepDraft.ts';

/** Links a person to a case: who holds the seat, or who decides about it. */
export function PersonForm({ draft, onDraft }: StepFormProps): ReactNode {
  return (
    <>
      <RadioGroup
        label="This person"
        value={draft.role}
        options={[
          { value: 'owner', name: 'Holds the seat' },
          { value: 'decider', name: 'Decides about it' },
        ]}
        onChange={(role) => onDraft({ role })}
      />
      <div className="field-row">
        <TextField label="Name" value={draft.name} onChange={(name) => onDraft({ name })} />
        <TextField label="E-mail" value={draft.email} onChange={(email) => onDraft({ email })} />
      </div>
    </>
  );
}
