import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CASE_STATES, isClosed, type CaseState } from '../../core/reclaim/caseState.ts';
import { SUB_STEP_NAMES } from '../../core/reclaim/describeFact.ts';
import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import type { CaseRow } from '../../worker/reclaimView.ts';
import type { DueItem } from '../../core/reclaim/dueItems.ts';

/** The button of each step. */
export const STEP_NAMES: Readonly<Record<CaseStepName, string>> = {
  linkPerson: 'Link a person',
  reclaim: 'Reclaim',
  recordNotice: 'Record notice',
  recordDecision: 'Record decision',
  recordFreeze: 'Record freeze',
  recordAppeal: 'Record appeal',
  unfreeze: 'Unfreeze',
  recordDeactivation: 'Record deactivation',
  recordDowngrade: 'Record downgrade',
  closeComplete: 'Close Complete',
  stepFailed: 'Step failed',
  resolved: 'Resolved',
  withdraw: 'Withdraw',
  undo: 'Undo last step',
  applyDue: 'Apply due step',
  convertToLive: 'Convert to live',
};

/** What a state means, in the words of the glossary; the closed ones are easily taken for one another. */
export const STATE_HELP: Readonly<Record<CaseState, string>> = {
  'Attention Required': 'Somebody must look: the person is not known, or a step failed.',
  Ready: 'Waits for Reclaim.',
  'Awaiting User': 'Waits for the answer of the person who holds the seat.',
  'Awaiting Approval': 'Waits for the manager’s decision.',
  'Awaiting Revocation': 'Freeze, grace and deactivation, one after the other.',
  'Closed Complete': 'Reclaimed.',
  'Closed Skipped':
    'Not reclaimed by this case. Your platform’s own workflow may use “skipped” for some seats that were closed by hand; here it always means not reclaimed.',
  'Closed Canceled': 'Not reclaimed because work was seen. Never counted together with Closed Skipped.',
};

const DUE_NAMES: Readonly<Record<DueItem['kind'], string>> = {
  noticeToSend: 'Notices to send',
  answerOverdue: 'Answers overdue',
  decisionOverdue: 'Decisions overdue',
  graceEnded: 'Grace ended',
  seatsToFreeze: 'Seats to freeze',
  seatsToDeactivate: 'Seats to deactivate',
  seatsToDowngrade: 'Seats to downgrade',
  toClose: 'Deactivated, waiting to be closed',
  exceptionExpiring: 'Exceptions expiring',
  attention: 'Need attention',
};

const DUE_HELP: Readonly<Record<DueItem['kind'], string>> = {
  noticeToSend: 'Open the cases, choose them and press Reclaim.',
  answerOverdue:
    'The objection window has passed. The timeout rule of the definition leads on to the freeze.',
  decisionOverdue:
    'The manager has not answered in time. The timeout rule of the definition leads on to the freeze.',
  graceEnded: 'Deactivation can be recorded.',
  seatsToFreeze: 'Suspend the sign-in in your platform, then open the case and record the freeze.',
  seatsToDeactivate: 'Take the licence back in your platform, then record the deactivation.',
  seatsToDowngrade: 'Give the lighter licence in your platform, then record the downgrade.',
  toClose: 'Load the next export to verify it, or close the case on your own word.',
  exceptionExpiring: 'Decide again before the protection ends.',
  attention: 'Link a person, or say what was done about the error.',
};

const isOverdue = ({ kind }: DueItem): boolean => kind === 'answerOverdue' || kind === 'decisionOverdue';

/** Overdue cases that no rule moves on are named apart: they wait for a person. */
export const dueName = (item: DueItem): string =>
  `${DUE_NAMES[item.kind]}${isOverdue(item) && !item.applicable ? ': decide' : ''}`;

export const dueHelp = (item: DueItem): string =>
  isOverdue(item) && !item.applicable
    ? 'The definition says hold: open the case and record the decision.'
    : DUE_HELP[item.kind];

/** `Due since 18 Sep 2026` or `Due 18 Sep 2026`, by the device’s date. */
export const dueSince = ({ dueOn }: DueItem, today: number): string =>
  dueOn === undefined ? '' : `${dueOn < today ? 'Due since' : 'Due'} ${formatDay(dueOn)}`;

export const formatDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

export type StateCounts = Readonly<Record<CaseState, number>>;

export const sumStates = (counts: StateCounts): number =>
  CASE_STATES.reduce((sum, state) => sum + counts[state], 0);

export const sumOpenStates = (counts: StateCounts): number =>
  CASE_STATES.filter((state) => !isClosed(state)).reduce((sum, state) => sum + counts[state], 0);

/** `1 case`, `12 cases`. */
export const countCases = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'case' : 'cases'}`;

/** What stands beside the state: how it was reached or the sub-step, and the evidence class of a reclaimed seat. */
export const stateDetail = ({
  detail,
  subStep,
  proof,
}: Pick<CaseRow, 'detail' | 'subStep' | 'proof'>): string => {
  const where = detail !== '' || subStep === undefined ? detail : SUB_STEP_NAMES[subStep];
  return [where, proof ?? ''].filter((part) => part !== '').join(', ');
};

export const NOT_A_DAY = 'Type the day like 2026-06-30 or 30 Jun 2026.';
