import type { ConditionName } from './caseConditions.ts';
import type { GuardName } from './caseGuards.ts';
import { isClosed, type CaseState, type SubStep } from './caseState.ts';

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
  | 'deciderNotFound'
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

/** Whether a row starts from a case in this state and sub-step. */
export function startsFrom(row: CaseTransition, state: CaseState, subStep: SubStep | undefined): boolean {
  if (row.from === 'none') return false;
  const fits = row.from === 'open' ? !isClosed(state) : row.from.includes(state);
  return fits && (row.subSteps === undefined || (subStep !== undefined && row.subSteps.includes(subStep)));
}
