import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';

/** Steps that lead a case on, in the order of its life; the others lead aside or back. */
const ONWARD: readonly CaseStepName[] = [
  'linkPerson',
  'resolved',
  'reclaim',
  'recordNotice',
  'recordDecision',
  'applyDue',
  'recordFreeze',
  'recordDeactivation',
  'recordDowngrade',
  'closeComplete',
  'convertToLive',
];
const ASIDE: readonly CaseStepName[] = ['recordAppeal', 'unfreeze', 'stepFailed', 'undo', 'withdraw'];

/** Steps that are recorded with the day on which they were done in the platform. */
const DATED: readonly CaseStepName[] = ['recordFreeze', 'recordDeactivation', 'recordDowngrade'];

/** Steps that ask something first, in a dialog of their own. */
const ASKING: readonly CaseStepName[] = [
  'linkPerson',
  'recordNotice',
  'recordDecision',
  'recordAppeal',
  'stepFailed',
  'resolved',
  'withdraw',
  'undo',
];

export type OfferedStep = CaseDetail['steps'][number];

const inOrder = (steps: readonly OfferedStep[], order: readonly CaseStepName[]): readonly OfferedStep[] =>
  order.flatMap((name) => steps.filter(({ step }) => step === name));

export const onwardSteps = (steps: readonly OfferedStep[]): readonly OfferedStep[] => inOrder(steps, ONWARD);
export const asideSteps = (steps: readonly OfferedStep[]): readonly OfferedStep[] => inOrder(steps, ASIDE);
export const isDated = (step: CaseStepName): boolean => DATED.includes(step);
export const asksFirst = (step: CaseStepName): boolean => ASKING.includes(step);
