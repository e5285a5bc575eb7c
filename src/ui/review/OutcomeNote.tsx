import { useEffect, useRef, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ReviewOutcome } from '../../state/reviewStore.ts';
import type { Progress as ProgressCount } from '../../worker/protocol.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Progress } from '../shared/Progress.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { creatingCases, outcomeSentence, refusalsByReason } from './reviewSentences.ts';

/** Names written out for one reason; the rest is counted. */
const NAMES_SHOWN = 12;

interface OutcomeNoteProps {
  readonly progress: ProgressCount | undefined;
  readonly outcome: ReviewOutcome | undefined;
  readonly dryRun: boolean;
  readonly onReclaim: () => void;
  readonly onDismiss: () => void;
  /** Gives up the act on its way: nothing of it is recorded. */
  readonly onCancel: () => void;
}

/** What the last act did, and every seat it could not be done for, with the reason. */
export function OutcomeNote({
  progress,
  outcome,
  dryRun,
  onReclaim,
  onDismiss,
  onCancel,
}: OutcomeNoteProps): ReactNode {
  const note = useRef<HTMLDivElement>(null);
  const speaks = progress !== undefined || outcome !== undefined;

  // The button that was pressed may be a screen away from what came of it.
  useEffect(() => {
    if (speaks) note.current?.scrollIntoView?.({ block: 'nearest' });
  }, [speaks]);

  return (
    <div ref={note} className="review-outcome">
      {progress ? (
        <Progress
          label="Creating cases"
          done={progress.done}
          total={progress.total}
          sentence={creatingCases(progress)}
          onCancel={onCancel}
        />
      ) : null}
      <FailureAlert failure={outcome?.failure} onDismiss={onDismiss} />
      <StatusLine label="Result" className="review-result">
        {outcome?.givenUp ? <p>Cancelled. Nothing was recorded.</p> : null}
        {outcome && !outcome.failure ? (
          <div className={outcome.refused.length > 0 ? 'inline-note inline-note-attention' : 'inline-note'}>
            <div className="button-row">
              <p>{outcomeSentence(outcome, dryRun)}</p>
              {outcome.act === 'createCases' && outcome.done > 0 ? (
                <Button kind="quiet" onClick={onReclaim}>
                  Open Reclaim
                </Button>
              ) : null}
            </div>
            {outcome.refused.length > 0 ? (
              <ul className="refusals">
                {refusalsByReason(outcome.refused).map(({ reason, subjects }) => (
                  <li key={reason}>
                    {formatCount(subjects.length)} not: {reason}{' '}
                    <span className="soft quoted">
                      ({subjects.slice(0, NAMES_SHOWN).join(', ')}
                      {subjects.length > NAMES_SHOWN
                        ? ` and ${formatCount(subjects.length - NAMES_SHOWN)} more`
                        : ''}
                      )
                    </span>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
      </StatusLine>
    </div>
  );
}
