import type { EpochDay } from '../core/base/epochDay.ts';
import type { Category } from '../core/policy/category.ts';
import type { CaseStepName } from '../core/reclaim/caseStep.ts';
import type { CaseState, SubStep } from '../core/reclaim/caseState.ts';

export interface CaseRow {
  readonly number: number;
  readonly state: CaseState;
  readonly subStep: SubStep | undefined;
  readonly dryRun: boolean;
  readonly origin: 'automatic' | 'manual';
  readonly name: string;
  readonly licenceType: string;
  readonly unit: string;
  readonly category: Category;
  /** What the state waits for, in words: "notice, deadline 10 Jul 2026". */
  readonly detail: string;
  readonly deadline: EpochDay | undefined;
  /** Whole days since the last transition, by the working date. */
  readonly daysInState: number;
  /** Evidence class of a Closed Complete case. */
  readonly proof: 'attested' | 'verified' | undefined;
}

export interface CasePage {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly CaseRow[];
}

export interface CaseQuery {
  readonly state: CaseState | undefined;
  readonly open: boolean | undefined;
  readonly search: string;
  readonly cases: readonly number[] | undefined;
}

export interface CaseDetail extends CaseRow {
  readonly accountId: string;
  readonly email: string;
  readonly manager: string;
  /** Stage 0 to 5 of the six-stage strip that the case has reached. */
  readonly stage: number;
  readonly policyVersion: number;
  /** Steps that exist from here; `refusal` says why one cannot be taken now. */
  readonly steps: readonly { readonly step: CaseStepName; readonly refusal: string | undefined }[];
  readonly restoreCard: readonly { readonly label: string; readonly value: string }[] | undefined;
  readonly graceEnds: EpochDay | undefined;
  readonly notice:
    | { readonly recipient: string; readonly channel: string; readonly on: string; readonly text: string }
    | undefined;
  readonly waiver: { readonly who: string; readonly why: string } | undefined;
  readonly errorText: string | undefined;
  readonly justification: string | undefined;
  readonly timeline: readonly {
    readonly sequence: number;
    readonly at: string;
    readonly actor: string;
    readonly what: string;
    readonly reason: string | undefined;
  }[];
}

export interface LedgerRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  /** As it is stored, for example `case:458`. */
  readonly subject: string;
  /** The subject in words. */
  readonly about: string;
  readonly what: string;
  /** What stands behind the line, point by point; empty for most entries. */
  readonly details?: readonly string[];
  readonly reason: string;
  readonly hash: string;
}
