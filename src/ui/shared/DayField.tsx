import { useState, type ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { FieldBasics } from './FieldFrame.tsx';
import { TextField } from './TextField.tsx';

export interface DayFieldProps extends FieldBasics {
  readonly value: EpochDay | undefined;
  /** `undefined` when the field was emptied; called only with days that exist. */
  readonly onChange: (day: EpochDay | undefined) => void;
  /** May stay empty. */
  readonly optional?: boolean;
}

/** A day typed as `2026-06-30` or `30 Jun 2026`. What cannot be read stays, with a sentence. */
export function DayField({
  value,
  onChange,
  optional = false,
  error,
  hint,
  ...basics
}: DayFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const day = typed === undefined ? value : readTypedDay(typed);
  const unread = typed !== undefined && day === undefined && !(optional && typed.trim() === '');
  return (
    <TextField
      {...basics}
      value={typed ?? (value === undefined ? '' : formatIsoDay(value))}
      placeholder="2026-12-31"
      hint={hint ?? (day === undefined ? undefined : formatDay(day))}
      error={error ?? (unread ? 'Type the day like 2026-06-30 or 30 Jun 2026.' : undefined)}
      onChange={(text) => {
        setTyped(text);
        const read = readTypedDay(text);
        if (read !== undefined) onChange(read);
        else if (optional && text.trim() === '') onChange(undefined);
      }}
      onBlur={() => {
        if (!unread) setTyped(undefined);
      }}
    />
  );
}
