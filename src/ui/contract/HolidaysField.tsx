import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { readHolidays, type HolidayLineError } from '../../core/contract/readHolidays.ts';
import { TextField } from '../shared/TextField.tsx';

export interface HolidaysFieldProps {
  readonly text: string;
  readonly errors: readonly HolidayLineError[];
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
}

const ASKED = 'Days on which nobody works beside weekends, one a line. They hold for every contract line.';

/** The days that a notice date moves away from. */
export function HolidaysField({ text, errors, onChange, onLeave }: HolidaysFieldProps): ReactNode {
  const read = readHolidays(text);
  const count = read.ok ? read.value.length : 0;
  return (
    <TextField
      kind="lines"
      label="Holidays"
      placeholder="2026-12-25"
      hint={count === 0 ? ASKED : `${ASKED} ${formatCount(count)} ${count === 1 ? 'day' : 'days'} read.`}
      error={errors.length === 0 ? undefined : errors.map(({ sentence }) => sentence).join(' ')}
      value={text}
      onChange={onChange}
      onBlur={onLeave}
    />
  );
}
