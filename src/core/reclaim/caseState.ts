import { isOneOf } from '../base/exhaustive.ts';
/** The eight states, with their exact labels. There is no other state and no other machine. */
export const CASE_STATES = [
  'Attention Required',
  'Ready',
  'Awaiting User',
  'Awaiting Approval',
  'Awaiting Revocation',
  'Closed Complete',
  'Closed Skipped',
  'Closed Canceled',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The states that no step leads out of. */
export const CLOSED_STATES = ['Closed Complete', 'Closed Skipped', 'Closed Canceled'] as const;

/** Whether a case is over. */
export const isClosed = (state: CaseState): boolean => isOneOf(CLOSED_STATES, state);

/** Sub-steps inside Awaiting Revocation. */
export type SubStep =
  'toFreeze' | 'frozen' | 'grace' | 'toDeactivate' | 'deactivated' | 'toDowngrade' | 'downgraded';
