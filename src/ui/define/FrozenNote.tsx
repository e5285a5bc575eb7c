import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { Button } from '../shared/Button.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { fiveLines, frozenSentence, revisedSentence } from './defineSentences.ts';

interface FrozenNoteProps {
  readonly view: WorkspaceView;
  readonly current: NonNullable<WorkspaceView['current']>;
  /** The draft differs from the last version. */
  readonly changed: boolean;
  readonly onReview: () => void;
}

/** What is frozen and measured, and what a further version would mean for the brief. */
export function FrozenNote({ view, current, changed, onReview }: FrozenNoteProps): ReactNode {
  const last = view.policies.at(-1);
  const measurement = last?.measurements.findLast(({ snapshot }) => snapshot === current.snapshot);
  return (
    <StatusLine label="Definition" className="frozen-note">
      {last && measurement ? (
        changed ? (
          <p className="inline-note inline-note-attention">
            {revisedSentence(last.version, measurement.flagged)}{' '}
            <span className="soft">({fiveLines(measurement.counts)})</span>
          </p>
        ) : (
          <div className="inline-note button-row">
            <p>
              {frozenSentence(last.version, measurement.asOf, measurement.flagged)}{' '}
              <span className="soft">({fiveLines(measurement.counts)})</span>
            </p>
            <Button kind="quiet" onClick={onReview}>
              Review the seats
            </Button>
          </div>
        )
      ) : last ? (
        <p className="inline-note inline-note-attention">
          Definition {last.version} has not been measured on these data yet.
        </p>
      ) : null}
    </StatusLine>
  );
}
