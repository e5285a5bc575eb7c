import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';

export interface LedgerExportDialogProps {
  readonly entries: number;
  readonly onExport: () => void;
  readonly onCancel: () => void;
}

/** Says exactly what leaves before a file with names is saved. */
export function LedgerExportDialog({ entries, onExport, onCancel }: LedgerExportDialogProps): ReactNode {
  return (
    <ConfirmDialog
      title="This file contains names"
      confirmName="Export with names"
      onConfirm={onExport}
      onCancel={onCancel}
    >
      <p>
        The file holds all {formatCount(entries)} entries with the names of the people who acted, the names
        and addresses in notices and decisions, and the reasons that were typed.
      </p>
      <p>It is saved on this computer and sent nowhere. The export itself becomes an entry.</p>
    </ConfirmDialog>
  );
}
