import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { TogetherOffer } from '../../state/queuedFile.ts';
import { Button } from '../shared/Button.tsx';
import { nameOfQueued } from './queueWords.ts';

export interface TogetherQuestionProps {
  readonly offer: TogetherOffer;
  readonly disabled: boolean;
  readonly onTogether: () => void;
  readonly onApart: () => void;
}

/** Asked of files with the same columns, as pages, sites and licence types are exported. */
export function TogetherQuestion({
  offer: { queued },
  disabled,
  onTogether,
  onApart,
}: TogetherQuestionProps): ReactNode {
  return (
    <div role="group" aria-label="Files with the same columns" className="queue-together">
      <p>These {formatCount(queued.length)} files have the same columns. Put them together as one list?</p>
      <p className="soft">
        {queued.map((file, at) => (
          <span key={file.id}>
            {at > 0 ? ', ' : ''}
            <bdi>{nameOfQueued(file)}</bdi>
          </span>
        ))}
        . Together for pages, sites or licence types of one export; a row that occurs twice is then stored
        once. Apart for lists of different days or systems.
      </p>
      <div className="button-row">
        <Button disabled={disabled} onClick={onTogether}>
          Put them together
        </Button>
        <Button kind="quiet" disabled={disabled} onClick={onApart}>
          Keep them apart
        </Button>
      </div>
    </div>
  );
}
