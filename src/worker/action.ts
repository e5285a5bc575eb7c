import type { EpochDay } from '../core/base/epochDay.ts';
import type { ContractLine } from '../core/contract/contractLine.ts';
import type { ExpectedPattern } from '../core/inventory/enumerations.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { CommitmentPlan } from '../core/renewal/commitmentPlan.ts';

/** One step on one case, with what the actor typed. */
export type CaseStep =
  | {
      readonly step: 'linkPerson';
      readonly name: string;
      readonly email: string;
      readonly role: 'owner' | 'decider';
    }
  | {
      /** From Ready. With notify on a notice must be given; with notify off a waiver. */
      readonly step: 'reclaim';
      readonly notice: NoticeText | undefined;
      readonly waiver: string | undefined;
    }
  | { readonly step: 'recordNotice'; readonly notice: NoticeText }
  | {
      readonly step: 'recordDecision';
      readonly decision: 'keep' | 'revoke' | 'downgrade';
      /** Who answered: the user (owner) or the manager (decider). */
      readonly by: 'user' | 'manager';
      readonly channel: DecisionChannel;
      readonly reference: string;
      readonly reason: string;
      readonly lighterLicenceType: string | undefined;
      /** For keep: last day of the exception and what controls it meanwhile. */
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

export type DecisionChannel = 'decision file' | 'e-mail' | 'ticket' | 'meeting' | 'phone' | 'other';

export interface NoticeText {
  readonly recipient: string;
  readonly channel: 'e-mail' | 'letter' | 'chat' | 'phone' | 'ticket' | 'other';
  readonly on: EpochDay;
  readonly text: string;
}

/** Everything a person can record. Each is one write transaction of ledger entries, or it is refused whole. */
export type Action =
  | { readonly act: 'saveContractLine'; readonly line: ContractLine }
  | { readonly act: 'removeContractLine'; readonly id: string }
  | { readonly act: 'freezePolicy'; readonly policy: Policy }
  /** `undefined` seats: every candidate. */
  | {
      readonly act: 'createCases';
      readonly seats: readonly number[] | undefined;
      readonly manualReason: string | undefined;
    }
  | { readonly act: 'markInactive'; readonly seats: readonly number[]; readonly reason: string }
  | {
      readonly act: 'declarePattern';
      readonly seats: readonly number[];
      readonly pattern: ExpectedPattern;
      readonly reason: string;
    }
  | {
      readonly act: 'addException';
      readonly seats: readonly number[];
      readonly rationale: string;
      readonly until: EpochDay;
      readonly fallbackControl: string;
    }
  | {
      readonly act: 'markHuman';
      readonly seats: readonly number[];
      readonly mark: 'service' | 'integration' | 'shared' | 'human';
      readonly reason: string;
    }
  | { readonly act: 'waiveQueue'; readonly reason: string }
  | { readonly act: 'caseStep'; readonly cases: readonly number[]; readonly step: CaseStep }
  | { readonly act: 'applyDueSteps' }
  | { readonly act: 'savePlan'; readonly plan: CommitmentPlan }
  | { readonly act: 'deleteSnapshot'; readonly snapshot: string }
  | { readonly act: 'undoLast'; readonly reason: string };
