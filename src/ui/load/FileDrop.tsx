import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { TextField } from '../shared/TextField.tsx';

/** Endings and types that a file dialog offers; what a file is shows by its content. */
const ACCEPTED =
  '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xls,.json,application/json,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface FileDropProps {
  /** Nothing is loaded yet. */
  readonly first: boolean;
  readonly disabled: boolean;
  /** Several files may be chosen at once. */
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPaste: (text: string) => void;
}

/** Drop area, file picker and a field for pasted rows. */
export function FileDrop({ first, several = false, disabled, onFiles, onPaste }: FileDropProps): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !disabled) onFiles(files);
  };
  return (
    <div
      className={over ? 'load-drop load-drop-over' : 'load-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="load-drop-head">
        {first
          ? 'Drop your first export here. Start with the user list; everything else can come later.'
          : 'Drop the next export here.'}
      </p>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          Choose files
        </label>
        <input
          id={id}
          type="file"
          className="load-file-input"
          accept={ACCEPTED}
          multiple={several}
          disabled={disabled}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) onFiles(files);
            event.target.value = '';
          }}
        />
        <div className="field-hint">
          CSV, tab-separated text or an Excel workbook (.xlsx). It is read in this browser and sent nowhere.
        </div>
      </div>
      <div className="load-paste">
        <TextField
          label="Paste rows"
          kind="lines"
          hint="Or paste rows copied from a table, the column names first."
          value={pasted}
          disabled={disabled}
          onChange={(text) => {
            setPasted(text);
            if (text.length - pasted.length > 1 && text.includes('\n')) onPaste(text);
          }}
          onBlur={() => {
            if (pasted.trim() !== '') onPaste(pasted);
          }}
        />
      </div>
    </div>
  );
}
