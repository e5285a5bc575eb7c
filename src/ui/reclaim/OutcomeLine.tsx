import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { StepOutcome } from '../../state/reclaimStore.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { countCases } from './caseWords.ts';

function doneWords({ done, converted }: StepOutcome): string {
  if (converted === undefined) return `Recorded for ${countCases(done)}. `;
  const ended = `${done === 1 ? 'The dry-run case' : `${formatCount(done)} dry-run cases`} ended. `;
  if (converted.length === 0) return `${ended}No live case started: not a candidate any more. `;
  return converted.length === 1
    ? `${ended}Live case ${converted[0]} started at Ready. `
    : `${ended}${formatCount(converted.length)} live cases started at Ready. `;
}

/** Leads to the live cases that a conversion has started. */
function ConvertedLink({ converted }: { readonly converted: readonly number[] }): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const [first] = converted;
  if (first === undefined) return null;
  const open = (): void => {
    if (converted.length === 1) return void store.getState().openCase(first);
    store.getState().closeCase();
    void store.getState().showCases(converted);
  };
  return (
    <Button kind="quiet" onClick={open}>
      {converted.length === 1 ? `Go to case ${first}` : 'Show the live cases'}
    </Button>
  );
}

/** What the last act did, as one announced line. */
export function OutcomeStatus({ outcome }: { readonly outcome: StepOutcome | undefined }): ReactNode {
  const refused = outcome?.refused.length ?? 0;
  return (
    <StatusLine label="Last step">
      {outcome?.givenUp ? 'Cancelled. Nothing was recorded.' : ''}
      {outcome && outcome.done > 0 ? doneWords(outcome) : ''}
      {refused > 0 ? `Not done for ${countCases(refused)}.` : ''}
      {outcome?.converted ? <ConvertedLink converted={outcome.converted} /> : null}
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
              <strong>
                <FileText>{subject}</FileText>
              </strong>{' '}
              <FileText whole>{reason}</FileText>
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
