import type { EpochDay } from '../base/epochDay.ts';
import type { AnswerChannel, DecisionOutcome, NoticeRecord } from './caseRecord.ts';

/** One step on one case, with what the actor typed. */
export type CaseStep =
  | {
      readonly step: 'linkPerson';
      readonly name: string;
      readonly email: string;
      readonly role: 'owner' | 'decider';
    }
  | {
      readonly step: 'reclaim';
      readonly notice: NoticeRecord | undefined;
      readonly waiver: string | undefined;
    }
  | { readonly step: 'recordNotice'; readonly notice: NoticeRecord }
  | {
      readonly step: 'recordDecision';
      readonly decision: DecisionOutcome;
      readonly by: 'user' | 'manager';
      readonly channel: AnswerChannel;
      readonly reference: string;
      readonly reason: string;
      readonly lighterLicenceType: string | undefined;
      /** For keep: last day of the exception, and what controls it meanwhile. */
      readonly exceptionUntil: EpochDay | undefined;
      readonly fallbackControl: string;
    }
  | { readonly step: 'recordFreeze'; readonly on: EpochDay }
  | { readonly step: 'recordAppeal'; readonly by: 'user' | 'manager'; readonly reason: string }
  | { readonly step: 'unfreeze' }
  | {
      readonly step: 'recordDeactivation';
      readonly on: EpochDay;
      readonly overrideReason: string | undefined;
    }
  | { readonly step: 'recordDowngrade'; readonly on: EpochDay }
  | { readonly step: 'closeComplete' }
  | { readonly step: 'stepFailed'; readonly error: string }
  | { readonly step: 'resolved'; readonly note: string }
  | { readonly step: 'withdraw'; readonly reason: string }
  | { readonly step: 'undo'; readonly reason: string }
  | { readonly step: 'applyDue' }
  | { readonly step: 'convertToLive' };

/** Name of a step that a person or a deadline takes on a case. */
export type CaseStepName = CaseStep['step'];
