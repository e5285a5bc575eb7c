import { useId, type ReactNode } from 'react';
import type { FieldBasics } from './FieldFrame.tsx';
import { describedBy, FieldNotes } from './FieldNotes.tsx';

export interface CheckFieldProps extends FieldBasics {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  /** Some, but not all, of what it stands for. */
  readonly mixed?: boolean;
}

export function CheckField({
  label,
  labelHidden,
  hint,
  error,
  value,
  mixed = false,
  onChange,
  disabled,
}: CheckFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={disabled}
        ref={(input) => {
          if (input) input.indeterminate = mixed;
        }}
        aria-describedby={describedBy({ of: id, hint, error })}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className={labelHidden ? 'visually-hidden' : 'check-label'} htmlFor={id}>
        {label}
      </label>
      <FieldNotes of={id} hint={hint} error={error} />
    </div>
  );
}
