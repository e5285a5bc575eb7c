import { useState, type ReactNode } from 'react';
import { NumberField } from '../shared/NumberField.tsx';

interface DaysFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly days: number;
  readonly least: number;
  readonly most: number;
  readonly onDays: (days: number) => void;
}

/** Whole days within limits. What is typed counts as soon as it lies within them; the limits are named when it does not. */
export function DaysField({
  label,
  labelHidden,
  hint,
  days,
  least,
  most,
  onDays,
}: DaysFieldProps): ReactNode {
  const [outside, setOutside] = useState(false);
  return (
    <div onBlur={() => setOutside(false)}>
      <NumberField
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        error={outside ? `From ${least} to ${most} days` : undefined}
        value={days}
        min={least}
        max={most}
        onChange={(typed) => {
          const allowed = typed !== undefined && Number.isInteger(typed) && typed >= least && typed <= most;
          setOutside(!allowed);
          if (allowed) onDays(typed);
        }}
      />
    </div>
  );
}
