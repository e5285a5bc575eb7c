import type { ReactNode } from 'react';
import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { StepFormProps } from './stepDraft.ts';

interface ReasonWords {
  readonly before: string;
  readonly label: string;
}

const WORDS: Readonly<Partial<Record<CaseStepName, ReasonWords>>> = {
  recordAppeal: {
    before: 'The freeze stays until the manager has decided.',
    label: 'Reason',
  },
  stepFailed: {
    before: 'The case goes to Attention Required and keeps the step it had reached.',
    label: 'What failed',
  },
  resolved: {
    before: 'The case goes back to Ready. Reclaim then leads where the recorded answers lead.',
    label: 'What was done',
  },
  withdraw: {
    before:
      'The case closes as Closed Skipped and the seat stays with its holder. A new case can be created later.',
    label: 'Reason',
  },
  undo: {
    before: 'A reversing entry is added to the ledger. Nothing is erased.',
    label: 'Reason',
  },
};

/** Asks for the text that a step is recorded with, and says what the step will do. */
export function ReasonForm({
  step,
  draft,
  onDraft,
}: StepFormProps & { readonly step: CaseStepName }): ReactNode {
  const words = WORDS[step] ?? { before: '', label: 'Reason' };
  return (
    <>
      <p className="soft">{words.before}</p>
      {step === 'recordAppeal' ? (
        <RadioGroup
          label="Who appeals"
          value={draft.by}
          options={[
            { value: 'user', name: 'The user' },
            { value: 'manager', name: 'The manager' },
          ]}
          onChange={(by) => onDraft({ by })}
        />
      ) : null}
      <TextField label={words.label} value={draft.reason} onChange={(reason) => onDraft({ reason })} />
    </>
  );
}
