import { addDays, type EpochDay } from '../base/epochDay.ts';
import type { CaseRecord } from './caseRecord.ts';
import type { StepContext } from './caseSituation.ts';
import { isClosed } from './caseState.ts';
import type { CaseStep, CaseStepName } from './caseStep.ts';
import { decideCaseStep } from './decideCaseStep.ts';

/** A step that exists from where a case stands; `refusal` says why it cannot be taken now. */
export interface OfferedStep {
  readonly step: CaseStepName;
  readonly refusal: string | undefined;
}

/**
 * The steps that exist from the state and sub-step of a case, in the order of the screen, each with the refusal that
 * no typed text could lift (grace not ended, nothing due). What is still to be typed is taken as given.
 */
export function caseSteps(current: CaseRecord, context: StepContext): OfferedStep[] {
  return namesFrom(current).map((step) => ({ step, refusal: refusalOf(step, current, context) }));
}

function namesFrom(current: CaseRecord): CaseStepName[] {
  const { state, subStep } = current;
  if (isClosed(state)) return [];
  const names: CaseStepName[] = [];
  if (state === 'Ready') names.push('reclaim');
  if (state === 'Attention Required') names.push(current.attention === 'failed' ? 'resolved' : 'linkPerson');
  if (state === 'Attention Required' && current.attention !== 'failed') names.push('resolved');
  if (current.notify && (state === 'Ready' || state === 'Awaiting User' || state === 'Awaiting Approval')) {
    names.push('recordNotice');
  }
  if (state === 'Awaiting User' || state === 'Awaiting Approval') names.push('recordDecision');
  if (state === 'Awaiting Revocation') {
    if (subStep === 'toFreeze') names.push('recordFreeze');
    if (subStep === 'frozen') names.push('recordAppeal', 'unfreeze');
    if (subStep === 'frozen' || subStep === 'grace' || subStep === 'toDeactivate')
      names.push('recordDeactivation');
    if (subStep === 'toDowngrade') names.push('recordDowngrade');
    if (subStep === 'deactivated') names.push('closeComplete');
  }
  if (current.deadline !== undefined || subStep === 'frozen' || subStep === 'grace') {
    if (state !== 'Ready' && state !== 'Attention Required') names.push('applyDue');
  }
  if (state !== 'Attention Required') names.push('stepFailed');
  if (current.dryRun) names.push('convertToLive');
  if (current.before !== undefined && subStep !== 'deactivated' && subStep !== 'downgraded')
    names.push('undo');
  names.push('withdraw');
  return names;
}

const GIVEN = 'given';

function refusalOf(name: CaseStepName, current: CaseRecord, context: StepContext): string | undefined {
  const decided = decideCaseStep(current, probeOf(name, current, context.workingDay), context);
  return decided.ok ? undefined : decided.failure.reason;
}

/** The step as it would be with every text filled in. */
function probeOf(name: CaseStepName, current: CaseRecord, workingDay: EpochDay): CaseStep {
  const notice = { recipient: GIVEN, channel: 'e-mail', on: workingDay, text: GIVEN } as const;
  switch (name) {
    case 'linkPerson':
      return {
        step: name,
        name: GIVEN,
        email: GIVEN,
        role: current.attention === 'deciderMissing' ? 'decider' : 'owner',
      };
    case 'reclaim':
      return {
        step: name,
        notice: current.notify ? notice : undefined,
        waiver: current.notify ? undefined : GIVEN,
      };
    case 'recordNotice':
      return { step: name, notice };
    case 'recordDecision':
      return {
        step: name,
        decision: 'revoke',
        by: 'manager',
        channel: 'e-mail',
        reference: GIVEN,
        reason: GIVEN,
        lighterLicenceType: undefined,
        exceptionUntil: addDays(workingDay, 1),
        fallbackControl: GIVEN,
      };
    case 'recordDeactivation':
      return { step: name, on: workingDay, overrideReason: undefined };
    case 'recordFreeze':
    case 'recordDowngrade':
      return { step: name, on: workingDay };
    case 'recordAppeal':
      return { step: name, by: 'user', reason: GIVEN };
    case 'stepFailed':
      return { step: name, error: GIVEN };
    case 'resolved':
      return { step: name, note: GIVEN };
    case 'withdraw':
    case 'undo':
      return { step: name, reason: GIVEN };
    case 'unfreeze':
    case 'closeComplete':
    case 'applyDue':
    case 'convertToLive':
      return { step: name };
  }
}
