import type { ReactNode } from 'react';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';

interface ExportDialogProps {
  readonly lines: readonly string[];
  readonly onExport: () => void;
  readonly onCancel: () => void;
}

/** Says exactly what leaves before a file with names does. */
export function ExportDialog({ lines, onExport, onCancel }: ExportDialogProps): ReactNode {
  return (
    <ConfirmDialog
      title="This file contains names"
      confirmName="Export with names"
      onConfirm={onExport}
      onCancel={onCancel}
    >
      <ul className="leaving">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="soft">The export is entered in the ledger.</p>
    </ConfirmDialog>
  );
}
