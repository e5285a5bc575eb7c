import type { ReactNode } from 'react';

interface FieldNotesProps {
  /** Id of the control that the notes describe. */
  readonly of: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** Ids of a control's hint and error, for `aria-describedby`. */
export function describedBy({ of, hint, error }: FieldNotesProps): string | undefined {
  const ids = [hint ? `${of}-hint` : '', error ? `${of}-error` : ''].filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Hint and error below a control. */
export function FieldNotes({ of, hint, error }: FieldNotesProps): ReactNode {
  return (
    <>
      {hint ? (
        <div id={`${of}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <div id={`${of}-error`} className="field-error">
          {error}
        </div>
      ) : null}
    </>
  );
}
