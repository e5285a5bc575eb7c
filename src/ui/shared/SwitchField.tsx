import { useId, type ReactNode } from 'react';
import type { FieldBasics } from './FieldFrame.tsx';
import { describedBy, FieldNotes } from './FieldNotes.tsx';

export interface SwitchFieldProps extends Omit<FieldBasics, 'error'> {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** An on-off setting that acts at once: role switch. */
export function SwitchField({
  label,
  labelHidden,
  hint,
  value,
  onChange,
  disabled,
}: SwitchFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="switch">
      <button
        id={id}
        type="button"
        role="switch"
        className="switch-track"
        aria-checked={value}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy({ of: id, hint })}
        disabled={disabled}
        onClick={() => onChange(!value)}
      />
      <label id={`${id}-label`} className={labelHidden ? 'visually-hidden' : 'check-label'} htmlFor={id}>
        {label}
      </label>
      <FieldNotes of={id} hint={hint} />
    </div>
  );
}
