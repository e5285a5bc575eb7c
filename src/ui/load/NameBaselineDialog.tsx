import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import type { Receipt } from '../../worker/loadView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { counted } from './loadWords.ts';

/** Says what a baseline freezes, and what it takes the place of. */
export function NameBaselineDialog({
  receipt,
  view,
  onName,
  onCancel,
}: {
  readonly receipt: Receipt;
  readonly view: WorkspaceView;
  readonly onName: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const version = view.policies.at(-1)?.version;
  const day = formatDay(receipt.asOf);
  const before = view.baselines?.find(({ system }) => system === receipt.source.system);
  return (
    <ConfirmDialog
      title={`Make ${day} the baseline`}
      confirmName={`Make ${day} the baseline`}
      held={version === undefined}
      onConfirm={onName}
      onCancel={onCancel}
    >
      {version === undefined ? (
        <InlineNote tone="attention">
          A baseline keeps figures under a frozen definition. Go to Define and use a definition first.
        </InlineNote>
      ) : (
        <p>
          This freezes {counted(receipt.seats, 'seat', 'seats')} of{' '}
          {counted(receipt.accounts, 'account', 'accounts')} as of {day}, by licence type and category under
          version {version}, with what the contract grants on that day and the fingerprint{' '}
          <code>{receipt.source.sha256.slice(0, 8)}…</code>. A later definition does not change them.
        </p>
      )}
      {before ? (
        <p>
          It takes the place of {formatDay(before.asOf)}. Drift is measured from {day} then; the ledger keeps
          both.
        </p>
      ) : (
        <p>Drift is measured from it. The ledger keeps who named it and when.</p>
      )}
    </ConfirmDialog>
  );
}
