import { formatCount } from '../../core/base/formatNumber.ts';
import { openOverlaps } from '../../core/contract/findOverlaps.ts';
import { CASE_STATES, isClosed } from '../../core/reclaim/caseState.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import type { StepId } from '../shared/steps.ts';

/** A tick, a count or a warning beside a step. */
export interface StepNote {
  readonly shown: string;
  /** The same in words, read out as the description of the link. */
  readonly said: string;
  readonly attention: boolean;
}

const TICK: StepNote = { shown: '✓', said: 'done', attention: false };
const note = (shown: string, said = shown, attention = false): StepNote => ({ shown, said, attention });
const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Cases of every state that are not closed, dry run included. */
function openCaseCount({ cases, dryRunCases }: WorkspaceView): number {
  return CASE_STATES.filter((state) => !isClosed(state)).reduce(
    (sum, state) => sum + cases[state] + dryRunCases[state],
    0,
  );
}

function allCaseCount({ cases, dryRunCases }: WorkspaceView): number {
  return CASE_STATES.reduce((sum, state) => sum + cases[state] + dryRunCases[state], 0);
}

const NOTES: Readonly<Record<StepId, (view: WorkspaceView) => StepNote | undefined>> = {
  start: () => undefined,
  load: ({ receipts }) =>
    receipts.length === 0
      ? undefined
      : note(
          counted(receipts.length, 'file', 'files'),
          `${counted(receipts.length, 'file', 'files')} loaded`,
        ),
  contract: ({ contractLines }) => {
    if (contractLines.length === 0) return undefined;
    if (openOverlaps(contractLines).length > 0)
      return note('overlap', 'lines overlap: a question is open', true);
    return contractLines.some((line) => line.notice === undefined)
      ? note('no notice', 'a notice period is missing', true)
      : TICK;
  },
  define: ({ policies, draftPolicy }) => {
    const last = policies.at(-1);
    if (last === undefined) return undefined;
    return JSON.stringify(last.policy) === JSON.stringify(draftPolicy)
      ? TICK
      : note('draft', 'a draft is not frozen', true);
  },
  review: (view) => {
    const measured = view.policies.at(-1)?.measurements.at(-1)?.counts.borderline ?? 0;
    const borderline = view.borderlineWaiting ?? measured;
    if (borderline > 0 && view.queueWaived === undefined)
      return note(formatCount(borderline), `${formatCount(borderline)} borderline seats wait for a person`);
    return allCaseCount(view) > 0 ? TICK : undefined;
  },
  reclaim: (view) => {
    const due = view.due.reduce((sum, { cases }) => sum + cases.length, 0);
    const isLive = CASE_STATES.some((state) => !isClosed(state) && view.cases[state] > 0);
    if (due > 0 && !isLive)
      return note(formatCount(due), `${counted(due, 'case', 'cases')} of a dry run; nobody is asked`);
    if (due > 0) return note(`${formatCount(due)} due`, `${formatCount(due)} cases are due`, true);
    const open = openCaseCount(view);
    if (open > 0) return note(formatCount(open), `${formatCount(open)} open cases`);
    return allCaseCount(view) > 0 ? TICK : undefined;
  },
  position: () => undefined,
};

export const stepNote = (step: StepId, view: WorkspaceView | undefined): StepNote | undefined =>
  view && NOTES[step](view);
