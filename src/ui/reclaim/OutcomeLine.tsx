import type { ReactNode } from 'react';
import type { StepOutcome } from '../../state/reclaimStore.ts';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { countCases } from './caseWords.ts';

/** What the last act did, and every case that it did not do, with the reason. */
export function OutcomeLine({ outcome }: { readonly outcome: StepOutcome | undefined }): ReactNode {
  const refused = outcome?.refused ?? [];
  return (
    <div className="stack-tight">
      <StatusLine label="Last step">
        {outcome && outcome.done > 0 ? `Recorded for ${countCases(outcome.done)}. ` : ''}
        {refused.length > 0 ? `Not done for ${countCases(refused.length)}:` : ''}
      </StatusLine>
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
    </div>
  );
}
