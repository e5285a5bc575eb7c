import type { ReactNode } from 'react';
import type { FileKind } from '../../core/ingest/kinds/fileKind.ts';
import { SelectField } from '../shared/SelectField.tsx';
import { KIND_OPTIONS } from './kindWords.ts';

/** The kind of the file that is loaded next. */
export function KindField({
  kind,
  disabled,
  onKind,
}: {
  readonly kind: FileKind;
  readonly disabled: boolean;
  readonly onKind: (kind: FileKind) => void;
}): ReactNode {
  return (
    <SelectField
      label="Kind of file"
      hint="A file is recognised by its columns. Choose the kind if it was recognised wrongly."
      value={kind}
      disabled={disabled}
      options={KIND_OPTIONS}
      onChange={onKind}
    />
  );
}
