import { useState, type ReactNode } from 'react';
import { FieldFrame, type FieldBasics } from './FieldFrame.tsx';

export interface NumberFieldProps extends FieldBasics {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** `leave`: the value is handed over when the field is left or Enter is pressed, not at every key. */
  readonly commit?: 'key' | 'leave';
}

/** A spinbutton. Keeps half-typed text while it has focus. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  commit = 'key',
  disabled,
  ...basics
}: NumberFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
  const finish = (): void => {
    if (typed !== undefined && commit === 'leave' && numberOf(typed) !== value) onChange(numberOf(typed));
    setTyped(undefined);
  };
  return (
    <FieldFrame {...basics}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
          className="field-control field-number"
          value={typed ?? (value === undefined ? '' : String(value))}
          disabled={disabled}
          min={min}
          max={max}
          step={step}
          onChange={(event) => {
            setTyped(event.target.value);
            if (commit === 'key') onChange(numberOf(event.target.value));
          }}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
          }}
        />
      )}
    </FieldFrame>
  );
}
