import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { counted, wordLoadedAt } from './loadWords.ts';

export interface ReadAgainCardProps {
  readonly receipt: Receipt;
  readonly disabled: boolean;
  readonly onReadAgain: () => void;
  readonly onKeep: () => void;
}

/** Asked when the same file was loaded before, but read otherwise. */
export function ReadAgainCard({ receipt, disabled, onReadAgain, onKeep }: ReadAgainCardProps): ReactNode {
  return (
    <Card as="region" title="This file is loaded already" tone="attention">
      <div className="stack-tight">
        <p>
          You have loaded this file before ({wordLoadedAt(receipt.importedAt)}) with other settings. Read it
          again with the new settings? The old snapshot is replaced.
        </p>
        <p className="soft">
          This deletes {counted(receipt.accounts, 'account', 'accounts')} and{' '}
          {counted(receipt.seats, 'seat', 'seats')} as of {formatDay(receipt.asOf)} once the file has been
          read again. Cases, decisions and the ledger stay; while open cases rest on the old snapshot, it
          stays too.
        </p>
        <div className="button-row">
          <Button disabled={disabled} onClick={onReadAgain}>
            Read it again
          </Button>
          <Button kind="quiet" disabled={disabled} onClick={onKeep}>
            Keep what is loaded
          </Button>
        </div>
      </div>
    </Card>
  );
}
