import { useId, type KeyboardEventHandler, type ReactNode, type Ref } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { FieldFrame, type FieldBasics } from './FieldFrame.tsx';

export interface TextFieldProps extends FieldBasics {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `search` gives the role searchbox; `lines` a field of several lines. */
  readonly kind?: 'text' | 'search' | 'lines';
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement | HTMLTextAreaElement>;
  readonly ref?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
  /** An amount of money: typed as text, set like a number. */
  readonly amount?: boolean;
}

export function TextField({
  value,
  onChange,
  kind = 'text',
  placeholder,
  onBlur,
  onKeyDown,
  ref,
  maxLength,
  amount = false,
  disabled,
  ...basics
}: TextFieldProps): ReactNode {
  return (
    <FieldFrame {...basics}>
      {(wiring) =>
        kind === 'lines' ? (
          <textarea
            {...wiring}
            className="field-control"
            rows={4}
            value={value}
            disabled={disabled}
            placeholder={placeholder}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
          />
        ) : (
          <input
            {...wiring}
            ref={ref}
            type={kind}
            className={amount ? 'field-control field-number' : 'field-control'}
            value={value}
            disabled={disabled}
            placeholder={placeholder}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
          />
        )
      }
    </FieldFrame>
  );
}

export interface ComboFieldProps extends FieldBasics {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions: readonly string[];
  readonly placeholder?: string;
}

/** A combobox that also takes text of one's own. */
export function ComboField({
  value,
  onChange,
  suggestions,
  placeholder,
  disabled,
  ...basics
}: ComboFieldProps): ReactNode {
  const listId = useId();
  return (
    <FieldFrame {...basics}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            type="text"
            list={listId}
            className="field-control"
            value={value}
            disabled={disabled}
            placeholder={placeholder}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={listId}>
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion}>
                {visibleLines(suggestion)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}
