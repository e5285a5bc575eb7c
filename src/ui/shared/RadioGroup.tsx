import { useId, type KeyboardEventHandler, type ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  /** The accessible name of the radio, exactly. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: Value | undefined;
  readonly options: readonly RadioOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** `group` where the specification names a group instead of a radiogroup. */
  readonly role?: 'radiogroup' | 'group';
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

export function RadioGroup<Value extends string>({
  label,
  labelHidden,
  hint,
  error,
  value,
  options,
  onChange,
  role = 'radiogroup',
  onKeyDown,
}: RadioGroupProps<Value>): ReactNode {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className="radio-group"
      role={role}
      aria-describedby={described === '' ? undefined : described}
      aria-invalid={error ? true : undefined}
    >
      <legend className={labelHidden ? 'visually-hidden' : undefined}>{visibleLines(label)}</legend>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {options.map((option) => (
        <div key={option.value} className="radio">
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            onChange={() => onChange(option.value)}
            onKeyDown={onKeyDown}
          />
          <label className="check-label" htmlFor={`${id}-${option.value}`}>
            {visibleLines(option.name)}
          </label>
          {option.hint ? (
            <div id={`${id}-${option.value}-hint`} className="field-hint">
              {option.hint}
            </div>
          ) : null}
        </div>
      ))}
      {error ? (
        <div id={`${id}-error`} className="field-error">
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}
