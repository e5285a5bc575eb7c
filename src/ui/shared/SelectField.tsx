import type { ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { FieldFrame, type FieldBasics } from './FieldFrame.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps<Value extends string> extends FieldBasics {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A native select: role combobox. */
export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  disabled,
  ...basics
}: SelectFieldProps<Value>): ReactNode {
  return (
    <FieldFrame {...basics}>
      {(wiring) => (
        <select
          {...wiring}
          className="field-control"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {visibleLines(option.name)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
