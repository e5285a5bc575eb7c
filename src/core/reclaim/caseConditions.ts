import type { Policy } from '../policy/policy.ts';
import type { CaseRecord, SeatIdentity } from './caseRecord.ts';
import type { CaseSituation } from './caseSituation.ts';

/** Conditions that choose between the rows of one event. Those on opening are decided in `openCases`. */
export type ConditionName =
  | 'licenceRestricted'
  | 'automatic'
  | 'notifyOn'
  | 'personMissing'
  | 'notYetInRevocation'
  | 'revocationOnRecord'
  | 'objectionOnRecord'
  | 'appealOpen'
  | 'waived'
  | 'noticeToManagerOnly'
  | 'deciderMissing'
  | 'notLeaver';

/** Whether a condition holds for a step on a case. */
export const CONDITIONS: Readonly<Record<ConditionName, (situation: CaseSituation) => boolean>> = {
  licenceRestricted: ({ context }) => context.restricted,
  automatic: ({ current }) => current.origin === 'automatic',
  notifyOn: ({ current }) => current.notify,
  personMissing: ({ current }) => !isPersonKnown(current) && current.owner === undefined,
  notYetInRevocation: ({ current }) => current.state !== 'Awaiting Revocation',
  revocationOnRecord: ({ current }) => {
    const answer = current.decisions.at(-1)?.decision;
    return answer === 'revoke' || answer === 'downgrade';
  },
  objectionOnRecord: ({ current }) => current.decisions.at(-1)?.decision === 'keep',
  // The last answer on record of a case that went to Attention Required before somebody decided it.
  appealOpen: ({ current }) => current.appealed,
  waived: ({ current, step }) => !current.notify || (step.step === 'reclaim' && isFilled(step.waiver)),
  noticeToManagerOnly: ({ context }) => context.policy.noticeTo === 'manager',
  deciderMissing: ({ current, context }) => !isDeciderKnown(current, context.policy),
  notLeaver: ({ current }) => current.category !== 'leaver',
};

/** Whether a text holds more than blanks. */
export const isFilled = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

/** Whether the list itself names somebody who can be asked about the seat. */
export const isPersonKnown = ({
  seat,
  identified,
}: {
  readonly seat: SeatIdentity;
  readonly identified: boolean;
}): boolean => identified && (isFilled(seat.name) || isFilled(seat.email));

/**
 * Whether anybody can decide an objection: the manager, a decider linked by hand, or somebody of the policy's
 * fallback order. Unit heads are not known from users files.
 */
function isDeciderKnown(current: CaseRecord, policy: Policy): boolean {
  if (current.decider !== undefined || isFilled(current.seat.manager)) return true;
  return policy.fallbackDeciders.includes('owner') && (current.owner !== undefined || isPersonKnown(current));
}
