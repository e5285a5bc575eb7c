import { succeed, type Result } from '../base/result.ts';
import { CONDITIONS } from './caseConditions.ts';
import { GUARDS, NO_NOTICE, type GuardName, type StepGuardName } from './caseGuards.ts';
import { caseMove, exceptionOf, liveCaseOf } from './caseMove.ts';
import type { CaseRecord } from './caseRecord.ts';
import type { CaseSituation, StepContext } from './caseSituation.ts';
import { isClosed } from './caseState.ts';
import type { CaseStep } from './caseStep.ts';
import { startsFrom, type CaseEventName, type CaseTransition } from './caseTransition.ts';
import { CASE_TRANSITIONS } from './caseTransitions.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import type { RecordedFact } from './recordedFact.ts';
import { refuse, type Refusal } from './refusal.ts';
import { writeFact } from './writeFact.ts';

/**
 * The facts that a step records, in order, or why it is refused. Exactly one fact per transition; an appeal that nobody
 * can decide adds its second one; a kept seat adds
 * its exception, a conversion its live case. Recording a notice or linking a person without a change of state adds
 * a fact that is no transition. Source: the transition table.
 */
export function decideCaseStep(
  current: CaseRecord,
  step: CaseStep,
  context: StepContext,
): Result<LedgerFact[], Refusal> {
  const situation: CaseSituation = { current, step, context };
  if (context.actor.trim() === '') return refuse('Type your name first.');
  if (isClosed(current.state)) return refuse(`Case ${current.number} is closed.`);
  const kept = factWithoutTransition(situation);
  if (kept !== undefined) return kept.ok ? succeed([writeFact(kept.value)]) : kept;
  const row = rowFor(situation);
  if (row === undefined) return refuse(whyNoRow(situation));
  const refusal = firstRefusal(row.guards, situation);
  if (refusal !== undefined) return refuse(refusal);
  return succeed(factsOf(row, situation).map((fact) => writeFact(fact)));
}

function factsOf(row: CaseTransition, situation: CaseSituation): RecordedFact[] {
  const { current, step, context } = situation;
  const move = caseMove(row, situation);
  if (row.event === 'managerKeeps') {
    const exception = current.dryRun ? undefined : exceptionOf(situation);
    return exception === undefined ? [move] : [move, exception];
  }
  if (row.event === 'convertToLive') {
    const opened = liveCaseOf(situation);
    return opened === undefined ? [move] : [move, opened];
  }
  if (row.event === 'recordAppeal' && CONDITIONS.deciderMissing(situation)) {
    const appealed: CaseRecord = { ...current, state: 'Awaiting Approval', appealed: true };
    return [move, caseMove(rowOf(29, 'deciderNotFound'), { ...situation, current: appealed })];
  }
  const graceJustEnded =
    step.step === 'recordDeactivation' &&
    current.subStep !== 'toDeactivate' &&
    current.graceEnds !== undefined &&
    step.on > current.graceEnds;
  if (!graceJustEnded) return [move];
  return [caseMove(rowOf(18, 'applyDue'), { current, step: { step: 'applyDue' }, context }), move];
}

/** A row that follows from another one instead of from a step. */
function rowOf(number: number, event: CaseEventName): CaseTransition {
  const row = CASE_TRANSITIONS.find((found) => found.number === number && found.event === event);
  if (row === undefined) throw new Error(`Transition ${number} is missing from the table.`);
  return row;
}

/** The event that a step is, given the state it meets. */
function eventOf({ current, step }: CaseSituation): CaseEventName | undefined {
  switch (step.step) {
    case 'recordDecision':
      if (step.by === 'manager') {
        return step.decision === 'revoke'
          ? 'managerRevokes'
          : step.decision === 'keep'
            ? 'managerKeeps'
            : 'managerDowngrades';
      }
      if (step.decision === 'downgrade') return undefined;
      return step.decision === 'revoke' ? 'userAgrees' : 'userObjects';
    case 'linkPerson':
      return clearsAttention(current, step.role) ? 'resolved' : undefined;
    case 'recordNotice':
      return undefined;
    default:
      return step.step;
  }
}

const clearsAttention = (current: CaseRecord, role: 'owner' | 'decider'): boolean =>
  current.state === 'Attention Required' &&
  current.attention === (role === 'owner' ? 'userMissing' : 'deciderMissing');

function rowFor(situation: CaseSituation): CaseTransition | undefined {
  const event = eventOf(situation);
  const { state, subStep } = situation.current;
  return CASE_TRANSITIONS.find(
    (row) =>
      row.event === event &&
      startsFrom(row, state, subStep) &&
      row.when.every((condition) => CONDITIONS[condition](situation)),
  );
}

function firstRefusal(guards: readonly GuardName[], situation: CaseSituation): string | undefined {
  for (const guard of guards) {
    if (!Object.hasOwn(GUARDS, guard)) throw new Error(`The guard ${guard} does not belong to a step.`);
    const refusal = GUARDS[guard as StepGuardName](situation);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Facts that leave the state as it is: a notice recorded ahead or as a reminder, a person linked ahead. */
function factWithoutTransition(situation: CaseSituation): Result<RecordedFact, Refusal> | undefined {
  const { current, step } = situation;
  if (step.step === 'recordNotice') {
    if (!current.notify) return refuse('Notices are switched off for this case.');
    if (
      current.state !== 'Ready' &&
      current.state !== 'Awaiting User' &&
      current.state !== 'Awaiting Approval'
    ) {
      return refuse(`A notice is not recorded while the case is ${current.state}.`);
    }
    const refusal = firstRefusal(['noticeComplete', 'noticeNotLater'], situation);
    return refusal === undefined
      ? succeed({ kind: 'noticeRecorded', caseNumber: current.number, notice: step.notice })
      : refuse(refusal);
  }
  if (step.step === 'linkPerson' && !clearsAttention(current, step.role)) {
    if (step.name.trim() === '') return refuse('Type the name of the person.');
    const person = { name: step.name, email: step.email };
    return succeed({ kind: 'personLinked', caseNumber: current.number, role: step.role, person });
  }
  return undefined;
}

/** The sentence for a step that has no transition from here. */
function whyNoRow({ current, step }: CaseSituation): string {
  const { state, subStep } = current;
  if (state === 'Awaiting Revocation') {
    if (step.step === 'recordFreeze' && subStep !== 'toFreeze') {
      return subStep === 'toDowngrade' || subStep === 'downgraded'
        ? 'A downgrade has no freeze.'
        : 'The freeze is already recorded, or this platform has none.';
    }
    if (step.step === 'recordDeactivation' && subStep === 'toFreeze') return 'Record the freeze first.';
    if (step.step === 'closeComplete') {
      return subStep === 'downgraded'
        ? 'A downgrade is closed by the next export, which must show the lighter licence.'
        : 'Record the deactivation first.';
    }
    if (step.step === 'applyDue') return 'Nothing is due on this case.';
  }
  if (step.step === 'recordDecision') {
    if (step.by === 'user' && step.decision === 'downgrade') return 'A downgrade is decided by the manager.';
    if (state === 'Awaiting Approval') return 'This case waits for the decision of the manager.';
  }
  if (step.step === 'applyDue') return 'Nothing is due on this case.';
  if (step.step === 'recordFreeze' || step.step === 'recordDeactivation') {
    if (current.notice === undefined && current.waiver === undefined) return NO_NOTICE;
  }
  return `This step does not exist while the case is ${state}.`;
}
