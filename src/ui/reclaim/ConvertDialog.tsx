import type { ReactNode } from 'react';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { countCases } from './caseWords.ts';

interface ConvertDialogProps {
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what taking dry-run cases into earnest does, before it is done. */
export function ConvertDialog({ count, onConfirm, onCancel }: ConvertDialogProps): ReactNode {
  return (
    <ConfirmDialog title="Convert to live" confirmName="Convert" onCancel={onCancel} onConfirm={onConfirm}>
      <p>
        {count === 1
          ? 'The dry-run case ends; a live case starts at Ready if the seat is still a candidate.'
          : `${countCases(count)} of the dry run end; a live case starts at Ready for each seat that is still a candidate.`}{' '}
        From then on its steps count.
      </p>
    </ConfirmDialog>
  );
}
