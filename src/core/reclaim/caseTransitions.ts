import { isClosed, type CaseState, type SubStep } from './caseState.ts';
import type { ConditionName } from './caseConditions.ts';
import type { GuardName } from './caseGuards.ts';

/** What happens to a case. Steps of people, and what a re-import finds. */
export type CaseEventName =
  | 'create'
  | 'resolved'
  | 'stepFailed'
  | 'reclaim'
  | 'userAgrees'
  | 'userObjects'
  | 'managerRevokes'
  | 'managerKeeps'
  | 'managerDowngrades'
  | 'applyDue'
  | 'recordFreeze'
  | 'recordAppeal'
  | 'unfreeze'
  | 'recordDeactivation'
  | 'recordDowngrade'
  | 'closeComplete'
  | 'undo'
  | 'withdraw'
  | 'convertToLive'
  | 'seatGone'
  | 'workSeen'
  | 'lighterLicenceSeen'
  | 'listIncomplete'
  | 'heldAgain';

/** One row of the state machine. */
export interface CaseTransition {
  /** Number of the transition in the domain's table, 1 to 32. */
  readonly number: number;
  /** `none`: no case yet; `open`: every state that is not closed. */
  readonly from: 'none' | 'open' | readonly CaseState[];
  /** Sub-steps of Awaiting Revocation from which it starts; `undefined`: any. */
  readonly subSteps: readonly SubStep[] | undefined;
  readonly event: CaseEventName;
  /** The first row of an event whose conditions all hold is the one that applies. */
  readonly when: readonly ConditionName[];
  /** What must hold for it to be taken; the first that does not gives the refusal. */
  readonly guards: readonly GuardName[];
  /** `previous`: the state before the step that is undone; `same`: no change of state. */
  readonly to: CaseState | 'previous' | 'same';
  /** For 32: the transition as which it is applied. */
  readonly appliedAs: number | undefined;
  readonly note: string;
}

type Row = Pick<CaseTransition, 'number' | 'from' | 'event' | 'to' | 'note'> &
  Partial<Pick<CaseTransition, 'subSteps' | 'when' | 'guards' | 'appliedAs'>>;

const ROWS: readonly Row[] = [
  {
    number: 7,
    from: 'none',
    event: 'create',
    when: ['licenceRestricted'],
    guards: ['definitionFrozen', 'noUnresolvedBlock', 'noOpenCaseForSeat'],
    to: 'Awaiting Revocation',
    note: 'justification exactly "Restricted Software"; it stands as the waiver',
  },
  {
    number: 2,
    from: 'none',
    event: 'create',
    when: ['automatic', 'notifyOn', 'personMissing'],
    guards: ['definitionFrozen', 'noUnresolvedBlock', 'noOpenCaseForSeat'],
    to: 'Attention Required',
    note: 'user missing',
  },
  {
    number: 1,
    from: 'none',
    event: 'create',
    guards: ['definitionFrozen', 'noUnresolvedBlock', 'noOpenCaseForSeat'],
    to: 'Ready',
    note: 'origin stored; a dry-run definition marks the case',
  },
  {
    number: 3,
    from: ['Attention Required'],
    event: 'resolved',
    guards: ['reasonCleared'],
    to: 'Ready',
    note: 'same transaction as the link',
  },
  {
    number: 4,
    from: 'open',
    event: 'stepFailed',
    guards: ['errorTextGiven'],
    to: 'Attention Required',
    note: 'the sub-step reached is kept for display',
  },
  {
    number: 7,
    from: 'open',
    event: 'reclaim',
    when: ['licenceRestricted', 'notYetInRevocation'],
    to: 'Awaiting Revocation',
    note: 'justification exactly "Restricted Software"; it stands as the waiver',
  },
  {
    number: 6,
    from: ['Ready'],
    event: 'reclaim',
    when: ['revocationOnRecord'],
    guards: ['noticeOrWaiverOnRecord'],
    to: 'Awaiting Revocation',
    note: 'the recorded answer leads on',
  },
  {
    number: 28,
    from: ['Ready'],
    event: 'reclaim',
    when: ['objectionOnRecord'],
    guards: ['noticeGiven', 'noticeComplete', 'noticeNotLater'],
    to: 'Awaiting Approval',
    note: 'an objection is already on record',
  },
  {
    number: 6,
    from: ['Ready'],
    event: 'reclaim',
    when: ['waived'],
    guards: ['waiverGiven'],
    to: 'Awaiting Revocation',
    note: 'notify off, or waived by name with a reason',
  },
  {
    number: 28,
    from: ['Ready'],
    event: 'reclaim',
    when: ['noticeToManagerOnly'],
    guards: ['noticeGiven', 'noticeComplete', 'noticeNotLater'],
    to: 'Awaiting Approval',
    note: 'the manager alone is asked',
  },
  {
    number: 5,
    from: ['Ready'],
    event: 'reclaim',
    when: ['notifyOn'],
    guards: ['noticeGiven', 'noticeComplete', 'noticeNotLater'],
    to: 'Awaiting User',
    note: 'deadline = notice date + objection days',
  },
  {
    number: 8,
    from: ['Awaiting User'],
    event: 'userAgrees',
    to: 'Awaiting Revocation',
    note: 'answer recorded',
  },
  {
    number: 29,
    from: ['Awaiting User', 'Awaiting Approval'],
    event: 'userObjects',
    when: ['deciderMissing'],
    guards: ['objectionReasonGiven'],
    to: 'Attention Required',
    note: 'decider missing and the fallback order exhausted',
  },
  {
    number: 9,
    from: ['Awaiting User'],
    event: 'userObjects',
    guards: ['objectionReasonGiven'],
    to: 'Awaiting Approval',
    note: 'the manager decides, else the fallback order',
  },
  {
    number: 10,
    from: ['Awaiting User'],
    event: 'applyDue',
    guards: ['deadlinePassed', 'timeoutFreezes'],
    to: 'Awaiting Revocation',
    note: 'with the rule hold the case stays and a person decides',
  },
  {
    number: 11,
    from: ['Awaiting Approval'],
    event: 'managerRevokes',
    to: 'Awaiting Revocation',
    note: 'after an appeal: back to frozen, grace end unchanged',
  },
  {
    number: 12,
    from: ['Awaiting Approval'],
    event: 'managerKeeps',
    guards: ['keepReasonGiven', 'exceptionDated'],
    to: 'Closed Skipped',
    note: 'exception created; after an appeal the unfreeze is part of the same entry',
  },
  {
    number: 13,
    from: ['Awaiting Approval'],
    event: 'managerDowngrades',
    guards: ['lighterLicenceNamed'],
    to: 'Awaiting Revocation',
    note: 'downgrade',
  },
  {
    number: 14,
    from: ['Awaiting Approval'],
    event: 'applyDue',
    guards: ['deadlinePassed', 'timeoutFreezes'],
    to: 'Awaiting Revocation',
    note: 'as 10',
  },
  {
    number: 32,
    from: ['Awaiting User'],
    event: 'managerRevokes',
    to: 'Awaiting Revocation',
    appliedAs: 11,
    note: 'the manager answered before the user',
  },
  {
    number: 32,
    from: ['Awaiting User'],
    event: 'managerKeeps',
    guards: ['keepReasonGiven', 'exceptionDated'],
    to: 'Closed Skipped',
    appliedAs: 12,
    note: 'the manager answered before the user',
  },
  {
    number: 32,
    from: ['Awaiting User'],
    event: 'managerDowngrades',
    guards: ['lighterLicenceNamed'],
    to: 'Awaiting Revocation',
    appliedAs: 13,
    note: 'the manager answered before the user',
  },
  {
    number: 15,
    from: ['Awaiting Revocation'],
    subSteps: ['toFreeze'],
    event: 'recordFreeze',
    guards: ['noticeOrWaiverOnRecord', 'doneNotLater'],
    to: 'Awaiting Revocation',
    note: 'restore card stored; grace end = freeze date + grace days',
  },
  {
    number: 16,
    from: ['Awaiting Revocation'],
    subSteps: ['frozen'],
    event: 'recordAppeal',
    guards: ['appealReasonGiven'],
    to: 'Awaiting Approval',
    note: 'the freeze stays until it is decided',
  },
  {
    number: 17,
    from: ['Awaiting Revocation'],
    subSteps: ['frozen'],
    event: 'unfreeze',
    to: 'Closed Skipped',
    note: 'restored in grace',
  },
  {
    number: 18,
    from: ['Awaiting Revocation'],
    subSteps: ['frozen', 'grace'],
    event: 'applyDue',
    guards: ['graceEnded'],
    to: 'Awaiting Revocation',
    note: 'becomes due, never happens by itself',
  },
  {
    number: 19,
    from: ['Awaiting Revocation'],
    subSteps: ['toDeactivate', 'frozen', 'grace'],
    event: 'recordDeactivation',
    guards: ['noticeOrWaiverOnRecord', 'doneNotLater', 'graceEndedOrOverridden'],
    to: 'Awaiting Revocation',
    note: 'from frozen or grace only with an override, or together with 18',
  },
  {
    number: 19,
    from: ['Awaiting Revocation'],
    subSteps: ['toDowngrade'],
    event: 'recordDowngrade',
    guards: ['noticeOrWaiverOnRecord', 'doneNotLater'],
    to: 'Awaiting Revocation',
    note: 'the same step of a downgrade',
  },
  {
    number: 20,
    from: ['Awaiting Revocation'],
    subSteps: ['deactivated'],
    event: 'closeComplete',
    guards: ['graceEndedForRelease'],
    to: 'Closed Complete',
    note: 'attested; the seat goes to Held',
  },
  {
    number: 21,
    from: ['Awaiting Revocation', 'Closed Complete'],
    event: 'seatGone',
    guards: ['listComplete'],
    to: 'Closed Complete',
    note: 'verified; upgrades an attested close',
  },
  {
    number: 22,
    from: ['Attention Required', 'Ready', 'Awaiting User', 'Awaiting Approval'],
    event: 'seatGone',
    guards: ['listComplete'],
    to: 'Closed Skipped',
    note: 'gone outside the workflow: counted apart, no savings event',
  },
  {
    number: 23,
    from: 'open',
    event: 'workSeen',
    when: ['notLeaver'],
    guards: ['listComplete'],
    to: 'Closed Canceled',
    note: 'the proving row is stored',
  },
  {
    number: 24,
    from: 'open',
    event: 'listIncomplete',
    to: 'same',
    note: 'no automatic change: full export or filtered list?',
  },
  {
    number: 25,
    from: ['Closed Complete'],
    event: 'heldAgain',
    guards: ['listComplete'],
    to: 'same',
    note: 'reactivated: negative savings event',
  },
  {
    number: 26,
    from: 'open',
    event: 'undo',
    guards: ['undoReasonGiven', 'notYetDeactivated', 'stepToUndo'],
    to: 'previous',
    note: 'appended as a reversing entry',
  },
  {
    number: 27,
    from: 'open',
    event: 'withdraw',
    guards: ['withdrawalReasonGiven'],
    to: 'Closed Skipped',
    note: 'withdrawn',
  },
  {
    number: 30,
    from: ['Awaiting Revocation'],
    subSteps: ['toDowngrade', 'downgraded'],
    event: 'lighterLicenceSeen',
    guards: ['listComplete'],
    to: 'Closed Complete',
    note: 'verified downgrade',
  },
  {
    number: 31,
    from: 'open',
    event: 'convertToLive',
    guards: ['isDryRun'],
    to: 'Closed Skipped',
    note: 'the dry-run case ends; a live case starts if the seat is still a candidate',
  },
];

/**
 * The whole state machine of a case. There are no other transitions; rows of one event stand in the order in which
 * they are tried. Source: the 32 transitions of the domain's section on cases.
 */
export const CASE_TRANSITIONS: readonly CaseTransition[] = ROWS.map((row) => ({
  subSteps: undefined,
  when: [],
  guards: [],
  appliedAs: undefined,
  ...row,
}));

/** Whether a row starts from a case in this state and sub-step. */
export function startsFrom(row: CaseTransition, state: CaseState, subStep: SubStep | undefined): boolean {
  if (row.from === 'none') return false;
  const fits = row.from === 'open' ? !isClosed(state) : row.from.includes(state);
  return fits && (row.subSteps === undefined || (subStep !== undefined && row.subSteps.includes(subStep)));
}
