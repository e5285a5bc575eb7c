import { useId, type ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { describedBy, FieldNotes } from './FieldNotes.tsx';

/** What every field has in common. */
export interface FieldBasics {
  /** The accessible name, exactly. */
  readonly label: string;
  /** For fields inside a table, where the row and column say what they are. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** What a control takes over from its frame. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps extends Omit<FieldBasics, 'disabled'> {
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** Label above, hint and error below; both described to the control. */
export function FieldFrame({ label, labelHidden, hint, error, children }: FieldFrameProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {visibleLines(label)}
      </label>
      {children({
        id,
        'aria-describedby': describedBy({ of: id, hint, error }),
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNotes of={id} hint={hint} error={error} />
    </div>
  );
}
