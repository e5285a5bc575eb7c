import type { ReactNode } from 'react';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { Card } from '../shared/Card.tsx';
import { NextCommitmentSentence } from '../shared/NextCommitmentSentence.tsx';
import { waySteps } from './fourSteps.ts';

/** The four steps with their ticks, how many remain, and what freeing a seat does. */
export function FourSteps({ view }: { readonly view: WorkspaceView | undefined }): ReactNode {
  const steps = waySteps(view);
  const left = steps.filter(({ done }) => !done).length;
  const [firstEnd] = (view?.contractLines ?? []).map(({ termEnd }) => termEnd).toSorted((a, b) => a - b);
  return (
    <Card
      title="The way to the renewal"
      aside={left === 1 ? '1 step remaining' : `${formatCount(left)} steps remaining`}
    >
      <div className="stack">
        <ol className="start-steps">
          {steps.map((step, index) => (
            <li key={step.name} className={step.done ? 'start-step start-step-done' : 'start-step'}>
              <span className="start-step-mark" aria-hidden="true">
                {step.done ? '✓' : index + 1}
              </span>
              <span>
                <strong>{step.name}</strong>
                {step.done ? <span className="visually-hidden"> (done)</span> : null}
                <br />
                <span className="soft">{step.text}</span>
              </span>
            </li>
          ))}
        </ol>
        <NextCommitmentSentence from={firstEnd === undefined ? undefined : nextCommitmentFrom(firstEnd)} />
      </div>
    </Card>
  );
}
