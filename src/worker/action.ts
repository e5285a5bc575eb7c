import type { EpochDay } from '../core/base/epochDay.ts';
import type { ContractLine } from '../core/contract/contractLine.ts';
import type { DomainAliasLine } from '../core/ingest/readDomainAliases.ts';
import type { ExpectedPattern } from '../core/inventory/enumerations.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { CaseStep } from '../core/reclaim/caseStep.ts';
import type { DirectoryPerson } from '../core/reclaim/directoryPerson.ts';
import type { CommitmentPlan } from '../core/renewal/commitmentPlan.ts';

import type { AccountName } from './peopleView.ts';

export type { CaseStep } from '../core/reclaim/caseStep.ts';
export type {
  AnswerChannel as DecisionChannel,
  NoticeRecord as NoticeText,
} from '../core/reclaim/caseRecord.ts';

/** Everything a person can record. Each is one write transaction of ledger entries, or it is refused whole. */
export type Action =
  /** `holidays`: saved in the same act; left out where they have not changed. */
  | {
      readonly act: 'saveContractLine';
      readonly line: ContractLine;
      readonly holidays?: readonly EpochDay[];
    }
  | { readonly act: 'saveHolidays'; readonly days: readonly EpochDay[] }
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
  /** `namesBaseline`: the person has said that the baseline is meant; without it a baseline is not deleted. */
  | { readonly act: 'deleteSnapshot'; readonly snapshot: string; readonly namesBaseline?: boolean }
  /** Freezes the figures of a complete list as what drift is measured from. */
  | { readonly act: 'nameBaseline'; readonly snapshot: string }
  /** From now on the figures describe the lists of this system. */
  | { readonly act: 'chooseSystem'; readonly system: string }
  /** A loaded log speaks of this system, whatever was said when it was loaded. */
  | { readonly act: 'stateSystem'; readonly file: string; readonly system: string }
  /** The whole alias table, in place of the one before. */
  | {
      readonly act: 'saveIdentityRules';
      readonly domainAliases: readonly DomainAliasLine[];
      readonly dropMailboxTags: boolean;
    }
  /** The account is this person's, whatever its keys say. */
  | {
      readonly act: 'linkAccount';
      readonly account: AccountName;
      readonly person: DirectoryPerson;
    }
  /** The account is none of these people's, whatever its keys say. */
  | {
      readonly act: 'keepApart';
      readonly account: AccountName;
      readonly people: readonly DirectoryPerson[];
    }
  | { readonly act: 'undoLast'; readonly reason: string };
