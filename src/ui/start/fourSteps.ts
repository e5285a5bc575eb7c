import { CASE_STATES, CLOSED_STATES } from '../../core/reclaim/caseState.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import type { StepId } from '../shared/steps.ts';

/** One of the four lines of the Start screen. */
export interface WayStep {
  readonly name: string;
  readonly text: string;
  readonly opens: StepId;
  readonly done: boolean;
}

const countOf = (view: WorkspaceView, states: readonly (typeof CASE_STATES)[number][]): number =>
  states.reduce((sum, state) => sum + view.cases[state] + view.dryRunCases[state], 0);

/**
 * Whether borderline seats wait for a person. Before the first act of this opening they are known as the last
 * definition measured them.
 */
function borderlineWaits({ borderlineWaiting, policies, queueWaived }: WorkspaceView): boolean {
  const measured = policies.at(-1)?.measurements.at(-1)?.counts.borderline ?? 0;
  return (borderlineWaiting ?? measured) > 0 && queueWaived === undefined;
}

/** Define, surface, recover, take it to the renewal, with what is done of them. */
export function waySteps(view: WorkspaceView | undefined): readonly WayStep[] {
  const frozen = (view?.policies.length ?? 0) > 0;
  const cases = view ? countOf(view, CASE_STATES) : 0;
  const closed = view ? countOf(view, CLOSED_STATES) : 0;
  return [
    {
      name: 'Define',
      text: 'Load the user list, type the contract line, and say what inactive means here.',
      opens: 'define',
      done: frozen,
    },
    {
      name: 'Surface',
      text: 'See every seat in its category, protect the ones with a reason, and create cases.',
      opens: 'review',
      done: view !== undefined && cases > 0 && !borderlineWaits(view),
    },
    {
      name: 'Recover',
      text: 'Tell the people, record their answers, free the seats, and prove it.',
      opens: 'reclaim',
      done: cases > 0 && closed === cases,
    },
    {
      name: 'Take it to the renewal',
      text: 'Export the brief that says how many seats the next commitment needs.',
      opens: 'position',
      done: false,
    },
  ];
}

/** The first screen on which something is left to do. */
export function nextStep(view: WorkspaceView): StepId {
  if (view.current === undefined) return 'load';
  if (view.contractLines.length === 0) return 'contract';
  return waySteps(view).find(({ done }) => !done)?.opens ?? 'position';
}
