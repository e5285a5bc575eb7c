import type { ReactNode } from 'react';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { NoticeText } from '../../worker/action.ts';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { NOT_A_DAY } from './caseWords.ts';

type NoticeChannel = NoticeText['channel'];

const CHANNELS: readonly { readonly value: NoticeChannel; readonly name: string }[] = [
  { value: 'e-mail', name: 'E-mail' },
  { value: 'letter', name: 'Letter' },
  { value: 'chat', name: 'Chat' },
  { value: 'phone', name: 'Phone' },
  { value: 'ticket', name: 'Ticket' },
  { value: 'other', name: 'Other' },
];

interface NoticeSendingProps {
  readonly channel: NoticeChannel;
  /** As typed. */
  readonly sentOn: string;
  readonly onChannel: (channel: NoticeChannel) => void;
  readonly onSentOn: (sentOn: string) => void;
}

/** How and when a notice went out. */
export function NoticeSending({ channel, sentOn, onChannel, onSentOn }: NoticeSendingProps): ReactNode {
  return (
    <div className="field-row">
      <SelectField label="Channel" value={channel} options={CHANNELS} onChange={onChannel} />
      <TextField
        label="Sent on"
        value={sentOn}
        error={readTypedDay(sentOn) === undefined ? NOT_A_DAY : undefined}
        onChange={onSentOn}
      />
    </div>
  );
}

interface NoticeTextFieldsProps {
  readonly recipient: string;
  readonly text: string;
  readonly onChange: (change: { readonly recipient: string; readonly text: string }) => void;
}

/** Whom a notice tells what. */
export function NoticeTextFields({ recipient, text, onChange }: NoticeTextFieldsProps): ReactNode {
  return (
    <div className="notice-fields">
      <TextField
        label="Recipient"
        value={recipient}
        onChange={(typed) => onChange({ recipient: typed, text })}
      />
      <TextField
        label="Text"
        kind="lines"
        value={text}
        onChange={(typed) => onChange({ recipient, text: typed })}
      />
    </div>
  );
}
