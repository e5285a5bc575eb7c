import type { ReactNode } from 'react';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Screen } from '../shared/Screen.tsx';
import { hashOfStep, STEPS, type StepId } from '../shared/steps.ts';

/** A step that was opened while no client is. */
export function NoClient({ step }: { readonly step: StepId }): ReactNode {
  return (
    <Screen title={STEPS.find(({ id }) => id === step)?.name ?? ''} question="No client is open.">
      <EmptyState action={<a href={hashOfStep('start')}>Choose a client</a>}>
        This step works on the data of one client. Open one, start one, or open the sample first.
      </EmptyState>
    </Screen>
  );
}
