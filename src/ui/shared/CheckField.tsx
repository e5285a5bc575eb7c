import { useId, type ReactNode } from 'react';
import type { FieldBasics } from './FieldFrame.tsx';

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
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
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
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className={labelHidden ? 'visually-hidden' : 'check-label'} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <div id={`${id}-error`} className="field-error">
          {error}
        </div>
      ) : null}
    </div>
  );
}
