import { addDays, type EpochDay } from '../base/epochDay.ts';
import { currentImport } from './currentImport.ts';
import type { CaseRecord, DecisionRecord, NoticeRecord, RestoreCard } from './caseRecord.ts';
import type { CaseSituation } from './caseSituation.ts';
import type { CaseState, SubStep } from './caseState.ts';
import type { CaseTransition } from './caseTransition.ts';
import { openingOf, RESTRICTED_SOFTWARE, revocationStart } from './openCases.ts';
import type { CaseEffects, CaseMoved, RecordedFact } from './recordedFact.ts';

/** What a transition changes beside the state. `subStep` stays as it was unless it is named. */
interface Outcome {
  readonly subStep?: SubStep | undefined;
  readonly deadline?: EpochDay | undefined;
  readonly reason?: string | undefined;
  readonly dueOn?: EpochDay | undefined;
  readonly effects?: CaseEffects;
}

/** The entry of a transition of which every guard holds. */
export function caseMove(row: CaseTransition, situation: CaseSituation): CaseMoved {
  const { current, context } = situation;
  const outcome = outcomeOf(row, situation);
  const restored = row.to === 'previous' ? current.before : undefined;
  const to: CaseState =
    row.to === 'previous' ? (restored?.state ?? current.state) : row.to === 'same' ? current.state : row.to;
  return {
    kind: 'caseMoved',
    caseNumber: current.number,
    transition: row.number,
    appliedAs: row.appliedAs,
    from: current.state,
    to,
    subStep:
      restored === undefined ? ('subStep' in outcome ? outcome.subStep : current.subStep) : restored.subStep,
    deadline: restored === undefined ? outcome.deadline : restored.deadline,
    dryRun: current.dryRun,
    reason: outcome.reason,
    dueOn: outcome.dueOn,
    appliedOn: outcome.dueOn === undefined ? undefined : context.workingDay,
    effects: outcome.effects ?? {},
  };
}

function outcomeOf(row: CaseTransition, situation: CaseSituation): Outcome {
  const { current, step, context } = situation;
  const { policy, workingDay } = context;
  switch (row.event) {
    case 'resolved':
      return resolvedOutcome(situation);
    case 'stepFailed':
      return step.step === 'stepFailed'
        ? { reason: step.error, effects: { attention: 'failed', errorText: step.error } }
        : {};
    case 'reclaim':
      return reclaimOutcome(row, situation);
    case 'userAgrees':
      return {
        ...revocation(situation),
        reason: reasonOf(situation),
        effects: { ...revocation(situation).effects, ...decisionEffect(situation) },
      };
    case 'userObjects':
      return {
        deadline: row.to === 'Awaiting Approval' ? addDays(workingDay, policy.objectionDays) : undefined,
        reason: reasonOf(situation),
        effects: {
          ...decisionEffect(situation),
          ...(row.to === 'Attention Required' ? { attention: 'deciderMissing' as const } : {}),
        },
      };
    case 'managerRevokes': {
      const start = revocation(situation);
      return {
        ...start,
        reason: reasonOf(situation),
        effects: { ...start.effects, ...decisionEffect(situation) },
      };
    }
    case 'managerKeeps':
      return {
        reason: reasonOf(situation),
        effects: {
          ...decisionEffect(situation),
          closing: 'kept',
          ...(current.appealed ? { appealed: false, remark: 'unfrozen after the appeal' } : {}),
        },
      };
    case 'managerDowngrades':
      return {
        subStep: 'toDowngrade',
        reason: reasonOf(situation),
        effects: {
          ...decisionEffect(situation),
          ...(step.step === 'recordDecision' && step.lighterLicenceType !== undefined
            ? { downgradeTo: step.lighterLicenceType }
            : {}),
          ...(current.appealed ? { appealed: false } : {}),
        },
      };
    case 'applyDue':
      return row.number === 18
        ? { subStep: 'toDeactivate', dueOn: current.graceEnds }
        : { ...revocation(situation), dueOn: current.deadline };
    case 'recordFreeze': {
      const on = doneOn(situation);
      return {
        subStep: 'frozen',
        effects: {
          doneOn: on,
          graceEnds: addDays(on, policy.graceDays),
          restoreCard: restoreCard(current, on),
        },
      };
    }
    case 'recordAppeal':
      return {
        deadline: addDays(workingDay, policy.objectionDays),
        reason: step.step === 'recordAppeal' ? step.reason : undefined,
        effects: {
          appealed: true,
          ...(step.step === 'recordAppeal' ? { remark: `appeal of the ${step.by}` } : {}),
        },
      };
    case 'deciderNotFound':
      return { effects: { attention: 'deciderMissing' } };
    case 'unfreeze':
      return { effects: { closing: 'restoredInGrace' } };
    case 'recordDeactivation':
      return deactivationOutcome(situation);
    case 'recordDowngrade': {
      const on = doneOn(situation);
      return { subStep: 'downgraded', effects: { doneOn: on, restoreCard: restoreCard(current, on) } };
    }
    case 'closeComplete':
      return { effects: { closing: 'reclaimed', proof: 'attested', reclaimedOn: workingDay } };
    case 'undo':
      return { reason: step.step === 'undo' ? step.reason : undefined };
    case 'withdraw':
      return {
        reason: step.step === 'withdraw' ? step.reason : undefined,
        effects: { closing: 'withdrawn' },
      };
    case 'convertToLive':
      return {
        effects: {
          closing: 'convertedToLive',
          ...(liveCaseOf(situation) === undefined ? { remark: 'not a candidate any more' } : {}),
        },
      };
    default:
      throw new Error(`The event ${row.event} is not a step of a person.`);
  }
}

function resolvedOutcome({ step }: CaseSituation): Outcome {
  if (step.step === 'resolved') return { reason: step.note.trim() === '' ? undefined : step.note };
  if (step.step !== 'linkPerson') return {};
  const person = { name: step.name, email: step.email };
  return { effects: step.role === 'owner' ? { owner: person } : { decider: person } };
}

function reclaimOutcome(row: CaseTransition, situation: CaseSituation): Outcome {
  const { current, step, context } = situation;
  if (row.number === 7) {
    const start = revocation(situation);
    return { ...start, effects: { ...start.effects, justification: RESTRICTED_SOFTWARE } };
  }
  if (row.number === 6) {
    const start = revocation(situation);
    const waiver = row.when.includes('waived') && step.step === 'reclaim' ? step.waiver?.trim() : undefined;
    const waived = waiver === undefined || waiver === '' ? {} : { waiver, notify: false };
    return {
      ...start,
      reason: 'waiver' in waived ? waived.waiver : undefined,
      effects: { ...start.effects, ...waived },
    };
  }
  const given = step.step === 'reclaim' ? step.notice : undefined;
  const notice: NoticeRecord | undefined = given ?? current.notice;
  // An objection on record is put to the manager now, however long ago its user was written to.
  const isPutAnew =
    given === undefined && (row.when.includes('objectionOnRecord') || row.when.includes('appealOpen'));
  const from = isPutAnew ? context.workingDay : notice?.on;
  return {
    deadline: from === undefined ? undefined : addDays(from, context.policy.objectionDays),
    effects: given === undefined ? {} : { notice: given },
  };
}

/** Where Awaiting Revocation is entered: after an appeal frozen again, after a downgrade answer to downgrade. */
function revocation({ current, context }: CaseSituation): { subStep: SubStep; effects: CaseEffects } {
  if (current.appealed) return { subStep: 'frozen', effects: { appealed: false } };
  const last = current.decisions.at(-1);
  if (current.state === 'Ready' && last?.decision === 'downgrade')
    return { subStep: 'toDowngrade', effects: {} };
  const { subStep, graceEnds } = revocationStart(context.policy, context.workingDay);
  return { subStep, effects: graceEnds === undefined ? {} : { graceEnds } };
}

function deactivationOutcome(situation: CaseSituation): Outcome {
  const { current, step } = situation;
  const on = doneOn(situation);
  const overridden =
    step.step === 'recordDeactivation' && current.graceEnds !== undefined && on <= current.graceEnds;
  const override = overridden ? step.overrideReason : undefined;
  return {
    subStep: 'deactivated',
    reason: override,
    effects: {
      doneOn: on,
      ...(override === undefined ? {} : { overrideReason: override }),
      ...(current.restoreCard === undefined ? { restoreCard: restoreCard(current, on) } : {}),
    },
  };
}

/** The exception that a kept seat gets, up to and including the day given. */
export function exceptionOf({ current, step }: CaseSituation): RecordedFact | undefined {
  if (step.step !== 'recordDecision' || step.exceptionUntil === undefined) return undefined;
  return {
    kind: 'exceptionAdded',
    seat: current.seat,
    // From the as-of date that flagged the seat: the figures of that list must show the seat as kept.
    from: current.flaggedOn,
    until: step.exceptionUntil,
    rationale: step.reason,
    fallbackControl: step.fallbackControl,
    caseNumber: current.number,
  };
}

/** The live case that follows a dry-run case, or `undefined` when the seat is no candidate any more. */
export function liveCaseOf({ current, context }: CaseSituation): RecordedFact | undefined {
  const { live, record } = context;
  const newest = currentImport(record);
  if (live === undefined || newest === undefined) return undefined;
  const opened = openingOf(
    record,
    live,
    {
      actor: context.actor,
      workingDay: context.workingDay,
      snapshot: newest.snapshot,
      asOf: newest.asOf,
      live: true,
    },
    context.opensBefore,
    current.number,
  );
  return opened.ok ? opened.value : undefined;
}

function decisionEffect({ step }: CaseSituation): CaseEffects {
  if (step.step !== 'recordDecision') return {};
  const decision: DecisionRecord = {
    decision: step.decision,
    by: step.by,
    channel: step.channel,
    reference: step.reference,
    reason: step.reason,
    lighterLicenceType: step.decision === 'downgrade' ? step.lighterLicenceType : undefined,
  };
  return { decision };
}

const reasonOf = ({ step }: CaseSituation): string | undefined =>
  'reason' in step && step.reason.trim() !== '' ? step.reason : undefined;

const doneOn = ({ step, context }: CaseSituation): EpochDay => ('on' in step ? step.on : context.workingDay);

const restoreCard = ({ seat, owner }: CaseRecord, on: EpochDay): RestoreCard => ({
  licenceType: seat.licenceType,
  role: seat.role,
  group: seat.inheritedFrom,
  owner: owner?.name ?? (seat.name === '' ? seat.accountId : seat.name),
  manager: seat.manager,
  unit: seat.unit,
  on,
});
