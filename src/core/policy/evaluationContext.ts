import type { LicenceTerms } from '../contract/contractLine.ts';
import type { SeatHistory } from '../inventory/seatHistory.ts';
import type { Snapshot } from '../inventory/snapshot.ts';
import type { AccountRows } from './accountRows.ts';
import { locateFacts, type Absences, type LocatedFacts } from './locateFacts.ts';
import { markNonHuman, type NonHumanAccounts } from './markNonHuman.ts';
import type { NonHumanRules, Policy } from './policy.ts';
import type { ReviewFacts } from './reviewFacts.ts';
import { surveyRoles, type RoleSurvey } from './surveyRoles.ts';
import { surveyUsage, type UsageByLicenceType } from './surveyUsage.ts';

/** Marks that `markNonHuman` made of the snapshot under some rules. */
export interface KnownMarks {
  readonly rules: NonHumanRules;
  readonly accounts: NonHumanAccounts;
}

/** What the caller hands in to evaluate a snapshot. */
export interface EvaluationInput {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  /** By name of the licence type; a type without an entry has `DEFAULT_TERMS`. */
  readonly terms: ReadonlyMap<string, LicenceTerms>;
  readonly reviewFacts: ReviewFacts;
  /** Made once a snapshot by `openAccountRows`. */
  readonly accountRows: AccountRows;
  /** Absences by canonical account id, where an absence file is loaded. */
  readonly absences?: Absences;
  /**
   * Codes of `PATTERN_OUTCOMES` by seat row from event logs (`evaluatePattern` without declaration and finding).
   * Without it only one last date is known (level E0), and no pattern can be tested.
   */
  readonly testedPatterns?: Uint8Array;
  /** What earlier complete lists of the system say of the seats. Without it only the snapshot itself is known. */
  readonly history?: SeatHistory;
  /** Taken where the policy has the same rules, instead of reading every name and address anew. */
  readonly knownMarks?: KnownMarks;
}

/** Everything that the kernel's preparation and `explainSeat` read, brought to the rows of one snapshot. */
export interface EvaluationContext extends EvaluationInput {
  readonly facts: LocatedFacts;
  readonly nonHuman: NonHumanAccounts;
  readonly roles: RoleSurvey;
  readonly usage: UsageByLicenceType;
}

/**
 * Gathers what an evaluation needs. Steps that read every text of the snapshot are taken over from `previous` where
 * what they depend on is the same, so that moving a window or classing a column anew stays cheap.
 */
export function buildContext(input: EvaluationInput, previous?: EvaluationContext): EvaluationContext {
  const { snapshot, policy, reviewFacts, accountRows, absences, knownMarks } = input;
  const kept = previous?.snapshot === snapshot ? previous : undefined;
  const sameFacts = kept?.reviewFacts === reviewFacts && kept.absences === absences;
  const sameRules = kept !== undefined && isSameRules(kept.policy.nonHuman, policy.nonHuman);
  const known =
    knownMarks && isSameRules(knownMarks.rules, policy.nonHuman) ? knownMarks.accounts : undefined;
  return {
    ...input,
    facts: sameFacts ? kept.facts : locateFacts(snapshot, reviewFacts, accountRows, absences),
    nonHuman: sameRules ? kept.nonHuman : (known ?? markNonHuman(snapshot, policy.nonHuman)),
    roles: kept?.roles ?? surveyRoles(snapshot),
    usage: surveyUsage(snapshot, policy),
  };
}

/** Whether two sets of rules mark the same accounts: same flags and the same words in the same order. */
export const isSameRules = (one: NonHumanRules, other: NonHumanRules): boolean =>
  one.useFlags === other.useFlags &&
  one.useDelegates === other.useDelegates &&
  one.useSharedAddresses === other.useSharedAddresses &&
  isSameList(one.serviceWords, other.serviceWords) &&
  isSameList(one.integrationWords, other.integrationWords) &&
  isSameList(one.sharedWords, other.sharedWords);

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);
