import type { ReactNode } from 'react';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { DecisionChannel } from '../../worker/action.ts';
import { useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { NOT_A_DAY } from './caseWords.ts';
import type { StepFormProps } from './stepDraft.ts';

const CHANNELS: readonly { readonly value: DecisionChannel; readonly name: string }[] = [
  { value: 'decision file', name: 'Decision file' },
  { value: 'e-mail', name: 'E-mail' },
  { value: 'ticket', name: 'Ticket' },
  { value: 'meeting', name: 'Meeting' },
  { value: 'phone', name: 'Phone' },
  { value: 'other', name: 'Other' },
];

/** The usual reasons to keep a seat; one of one's own can be typed. */
const OBJECTIONS = [
  'Needed for a named task with date',
  'Covers for someone',
  'Seasonal or periodic',
  'Shared duty',
  'Wrong person',
];

/** What the user or the manager decided, where it can be read again, and why. */
export function DecisionForm({ detail, draft, onDraft }: StepFormProps): ReactNode {
  const licenceTypes = useWorkspace((state) => state.view?.licenceTypes) ?? [];
  const lighter = licenceTypes.filter((name) => name !== detail.licenceType);
  const keeps = draft.decision === 'keep';
  return (
    <>
      <RadioGroup
        label="Who answered"
        value={draft.by}
        options={[
          { value: 'user', name: 'The user', disabled: detail.state === 'Awaiting Approval' },
          { value: 'manager', name: 'The manager' },
        ]}
        onChange={(by) =>
          onDraft({ by, ...(by === 'user' && draft.decision === 'downgrade' ? { decision: undefined } : {}) })
        }
      />
      <RadioGroup
        label="Decision"
        value={draft.decision}
        options={[
          {
            value: 'keep',
            name: 'Keep',
            hint:
              draft.by === 'user'
                ? 'An objection: the manager decides next.'
                : 'The case closes and an exception begins.',
          },
          { value: 'revoke', name: 'Revoke' },
          {
            value: 'downgrade',
            name: 'Downgrade',
            disabled: draft.by === 'user' || lighter.length === 0,
            hint: draft.by === 'user' ? 'A downgrade is decided by the manager.' : undefined,
          },
        ]}
        onChange={(decision) => onDraft({ decision })}
      />
      <div className="field-row">
        <SelectField
          label="Channel"
          value={draft.channel}
          options={CHANNELS}
          onChange={(channel) => onDraft({ channel })}
        />
        <TextField
          label="Reference"
          value={draft.reference}
          hint="Where the answer can be read again: ticket, subject, date."
          onChange={(reference) => onDraft({ reference })}
        />
      </div>
      <TextField
        label="Reason"
        value={draft.reason}
        hint={keeps ? 'Needed to keep a seat.' : undefined}
        onChange={(reason) => onDraft({ reason })}
      />
      {keeps ? (
        <div className="button-row">
          {OBJECTIONS.map((reason) => (
            <Button key={reason} kind="quiet" onClick={() => onDraft({ reason })}>
              {reason}
            </Button>
          ))}
        </div>
      ) : null}
      {keeps && draft.by === 'manager' ? (
        <div className="field-row">
          <TextField
            label="Ends on"
            value={draft.exceptionUntil}
            hint="Last day of the exception, within 12 months."
            error={
              draft.exceptionUntil !== '' && readTypedDay(draft.exceptionUntil) === undefined
                ? NOT_A_DAY
                : undefined
            }
            onChange={(exceptionUntil) => onDraft({ exceptionUntil })}
          />
          <TextField
            label="Fallback control"
            value={draft.fallbackControl}
            hint="What watches over the seat meanwhile."
            onChange={(fallbackControl) => onDraft({ fallbackControl })}
          />
        </div>
      ) : null}
      {draft.decision === 'downgrade' ? (
        <SelectField
          label="Lighter licence type"
          value={draft.lighterLicenceType}
          options={[{ value: '', name: 'Choose one' }, ...lighter.map((name) => ({ value: name, name }))]}
          onChange={(lighterLicenceType) => onDraft({ lighterLicenceType })}
        />
      ) : null}
    </>
  );
}
