import type { ReactNode } from 'react';
import type { StepOutcome } from '../../state/reclaimStore.ts';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { countCases } from './caseWords.ts';

/** What the last act did, as one announced line. */
export function OutcomeStatus({ outcome }: { readonly outcome: StepOutcome | undefined }): ReactNode {
  const refused = outcome?.refused.length ?? 0;
  return (
    <StatusLine label="Last step">
      {outcome && outcome.done > 0 ? `Recorded for ${countCases(outcome.done)}. ` : ''}
      {refused > 0 ? `Not done for ${countCases(refused)}.` : ''}
    </StatusLine>
  );
}

/** Every case that the last act did not move, with the reason; nothing is skipped silently. */
export function RefusedList({ outcome }: { readonly outcome: StepOutcome | undefined }): ReactNode {
  const refused = outcome?.refused ?? [];
  return (
    <>
      {refused.length > 0 ? (
        <ul className="refused" aria-label="Not done">
          {refused.map(({ subject, reason }) => (
            <li key={subject}>
              <strong>{subject}</strong> {reason}
            </li>
          ))}
        </ul>
      ) : null}
      <FailureAlert failure={outcome?.failure} />
    </>
  );
}

/** Both together, where the act was taken. */
export function OutcomeLine({ outcome }: { readonly outcome: StepOutcome | undefined }): ReactNode {
  return (
    <div className="stack-tight">
      <OutcomeStatus outcome={outcome} />
      <RefusedList outcome={outcome} />
    </div>
  );
}
