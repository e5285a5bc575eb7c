import { addMonths, type EpochDay } from '../base/epochDay.ts';
import { formatDay, formatLongDay } from '../base/formatDay.ts';
import type { CaseSituation } from './caseSituation.ts';
import { isFilled, isPersonKnown } from './caseConditions.ts';

/** Guards of the transitions. Those on opening are checked in `openCases`, those on re-import in `matchReimport`. */
export type GuardName =
  StepGuardName | 'definitionFrozen' | 'noUnresolvedBlock' | 'noOpenCaseForSeat' | 'listComplete';

/** Guards that look at the step itself. */
export type StepGuardName =
  | 'reasonCleared'
  | 'errorTextGiven'
  | 'noticeGiven'
  | 'noticeComplete'
  | 'noticeNotLater'
  | 'waiverGiven'
  | 'noticeOrWaiverOnRecord'
  | 'objectionReasonGiven'
  | 'deadlinePassed'
  | 'timeoutFreezes'
  | 'keepReasonGiven'
  | 'exceptionDated'
  | 'lighterLicenceNamed'
  | 'doneNotLater'
  | 'appealReasonGiven'
  | 'graceEnded'
  | 'graceEndedOrOverridden'
  | 'graceEndedForRelease'
  | 'undoReasonGiven'
  | 'notYetDeactivated'
  | 'stepToUndo'
  | 'withdrawalReasonGiven'
  | 'isDryRun';

/** Why a seat is not reclaimed without a notice. */
export const NO_NOTICE =
  'No notice is on record for this seat. Record one, or waive it with your name and a reason.';

const EXCEPTION_MONTHS = 12;

/** Each guard answers the sentence of its refusal, or `undefined` when it holds. Sources: screens, section Reclaim. */
export const GUARDS: Readonly<Record<StepGuardName, (situation: CaseSituation) => string | undefined>> = {
  reasonCleared: ({ current, step }) => {
    const linked = step.step === 'linkPerson' ? step : undefined;
    if (linked !== undefined && !isFilled(linked.name)) return 'Type the name of the person.';
    if (current.attention === 'userMissing') {
      const known = linked?.role === 'owner' || current.owner !== undefined || isPersonKnown(current);
      return known ? undefined : 'No person is linked to this seat yet. Link one first.';
    }
    if (current.attention === 'deciderMissing') {
      const known = linked?.role === 'decider' || current.decider !== undefined;
      return known ? undefined : 'Nobody is named yet who can decide. Link a decider first.';
    }
    return undefined;
  },
  errorTextGiven: ({ step }) =>
    step.step === 'stepFailed' ? required(step.error, 'Say what failed.') : undefined,
  noticeGiven: ({ current, step }) => (noticeOf(current, step) === undefined ? NO_NOTICE : undefined),
  noticeComplete: ({ current, step }) => {
    const notice = noticeOf(current, step);
    const complete = isFilled(notice?.recipient) && isFilled(notice?.text);
    return complete ? undefined : 'A notice needs its recipient and its text.';
  },
  noticeNotLater: ({ current, step, context }) =>
    notLater(noticeOf(current, step)?.on, context.workingDay, 'The date of the notice'),
  waiverGiven: ({ current, step }) => {
    const given = step.step === 'reclaim' && isFilled(step.waiver);
    return given || current.waiver !== undefined ? undefined : NO_NOTICE;
  },
  noticeOrWaiverOnRecord: ({ current }) =>
    current.notice === undefined && current.waiver === undefined ? NO_NOTICE : undefined,
  objectionReasonGiven: ({ step }) =>
    step.step === 'recordDecision' ? required(step.reason, 'An objection needs a reason.') : undefined,
  deadlinePassed: ({ current, context }) => {
    if (current.deadline === undefined) return 'Nothing is due on this case.';
    return context.workingDay > current.deadline
      ? undefined
      : `Nothing is due on this case before ${formatDay((current.deadline + 1) as EpochDay)}.`;
  },
  timeoutFreezes: ({ current, context }) => {
    if (context.policy.onTimeout !== 'freeze') return 'Overdue: a person decides.';
    if (current.protectedRole) return 'Overdue: the role is protected, so a person decides.';
    const identified = isPersonKnown(current) || current.owner !== undefined;
    return identified ? undefined : 'Overdue: nobody is named for this seat, so a person decides.';
  },
  keepReasonGiven: ({ step }) =>
    step.step === 'recordDecision' ? required(step.reason, 'Keeping a seat needs a reason.') : undefined,
  exceptionDated: ({ step, context }) =>
    step.step === 'recordDecision' ? exceptionRefusal(step.exceptionUntil, context.workingDay) : undefined,
  lighterLicenceNamed: ({ current, step }) => {
    if (step.step !== 'recordDecision') return undefined;
    if (!isFilled(step.lighterLicenceType)) return 'A downgrade needs the lighter licence type.';
    return step.lighterLicenceType === current.seat.licenceType
      ? 'The lighter licence type must differ from the one held.'
      : undefined;
  },
  doneNotLater: ({ current, step, context }) => {
    if (!('on' in step)) return undefined;
    const earliest = earliestStep(current);
    return step.on < earliest.on
      ? `The date cannot lie before ${earliest.what}, ${formatDay(earliest.on)}.`
      : notLater(step.on, context.workingDay, 'The date');
  },
  appealReasonGiven: ({ step }) =>
    step.step === 'recordAppeal' ? required(step.reason, 'An appeal needs a reason.') : undefined,
  graceEnded: ({ current, context }) => {
    if (current.graceEnds === undefined || context.workingDay > current.graceEnds) return undefined;
    return `Nothing is due on this case: grace ends ${dayOfMonth(current.graceEnds)}.`;
  },
  graceEndedOrOverridden: ({ current, step }) => {
    if (step.step !== 'recordDeactivation' || current.graceEnds === undefined) return undefined;
    if (step.on > current.graceEnds || isFilled(step.overrideReason)) return undefined;
    return `Cannot record the deactivation: grace ends ${dayOfMonth(current.graceEnds)}.`;
  },
  graceEndedForRelease: ({ current, context }) => {
    if (current.graceEnds === undefined || context.workingDay > current.graceEnds) return undefined;
    return `Cannot close the case: grace ends ${dayOfMonth(current.graceEnds)}.`;
  },
  undoReasonGiven: ({ step }) =>
    step.step === 'undo' ? required(step.reason, 'Taking a step back needs a reason.') : undefined,
  notYetDeactivated: ({ current }) =>
    current.subStep === 'deactivated' || current.subStep === 'downgraded'
      ? 'A step cannot be taken back once the deactivation or downgrade is recorded. The restore card says what to put back.'
      : undefined,
  stepToUndo: ({ current }) =>
    current.before === undefined
      ? 'No step has been taken on this case yet. It can be withdrawn.'
      : undefined,
  withdrawalReasonGiven: ({ step }) =>
    step.step === 'withdraw' ? required(step.reason, 'Withdrawing a case needs a reason.') : undefined,
  isDryRun: ({ current }) => (current.dryRun ? undefined : 'This case is already live.'),
};

/**
 * Why an exception may not end on this day, or `undefined` when it may: it ends after today and within 12 months.
 */
export function exceptionRefusal(until: EpochDay | undefined, workingDay: EpochDay): string | undefined {
  if (until === undefined) return 'Keeping a seat needs the day on which the exception ends.';
  if (until <= workingDay) return 'An exception ends after today.';
  const latest = addMonths(workingDay, EXCEPTION_MONTHS);
  return until > latest
    ? `An exception ends within ${EXCEPTION_MONTHS} months, by ${formatDay(latest)} at the latest.`
    : undefined;
}

/** The day before which no revoke-side step can have been done: the freeze, else the notice, else the list that flagged the seat. */
function earliestStep({ restoreCard, notice, flaggedOn }: CaseSituation['current']): {
  readonly on: EpochDay;
  readonly what: string;
} {
  if (restoreCard) return { on: restoreCard.on, what: 'the step before it' };
  if (notice) return { on: notice.on, what: 'the notice' };
  return { on: flaggedOn, what: 'the list that flagged the seat' };
}

const noticeOf = (current: CaseSituation['current'], step: CaseSituation['step']) =>
  (step.step === 'reclaim' || step.step === 'recordNotice' ? step.notice : undefined) ?? current.notice;

const required = (text: string, refusal: string): string | undefined =>
  isFilled(text) ? undefined : refusal;

const notLater = (on: EpochDay | undefined, workingDay: EpochDay, what: string): string | undefined =>
  on !== undefined && on > workingDay ? `${what} lies in the future.` : undefined;

/** `29 September`: the year is left out where the day is near. */
const dayOfMonth = (day: EpochDay): string => formatLongDay(day).replace(/ \d+$/, '');
