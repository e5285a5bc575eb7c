import type { ReactNode } from 'react';
import { ConfirmDialog } from './ConfirmDialog.tsx';

export interface NamesExportDialogProps {
  readonly onExport: () => void;
  readonly onCancel: () => void;
  /** What the file holds, and that the export becomes an entry of the ledger where it does. */
  readonly children: ReactNode;
}

/** Says exactly what leaves before a file with names is saved. */
export function NamesExportDialog({ onExport, onCancel, children }: NamesExportDialogProps): ReactNode {
  return (
    <ConfirmDialog
      title="This file contains names"
      confirmName="Export with names"
      onConfirm={onExport}
      onCancel={onCancel}
    >
      {children}
    </ConfirmDialog>
  );
}
