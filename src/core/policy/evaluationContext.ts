import type { LicenceTerms } from '../contract/contractLine.ts';
import type { SeatHistory } from '../inventory/seatHistory.ts';
import type { Snapshot } from '../inventory/snapshot.ts';
import type { AccountRows } from './accountRows.ts';
import { locateFacts, type Absences, type LocatedFacts } from './locateFacts.ts';
import { markNonHuman, type NonHumanAccounts } from './markNonHuman.ts';
import type { NonHumanRules, Policy } from './policy.ts';
import type { ReviewFacts } from './reviewFacts.ts';
import { surveyRoles, type RoleSurvey } from './surveyRoles.ts';
import { patternTester, testPatterns, type PatternTester } from './testPatterns.ts';
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
   * Without it and without logs only one last date is known (level E0), and no pattern can be tested.
   */
  readonly testedPatterns?: Uint8Array;
  /** The tests behind `testedPatterns` for one seat, where they were made from joined logs. */
  readonly testPattern?: PatternTester;
  /** First month of the fiscal year, 1 to 12: with it the logs joined to the snapshot are tested for patterns. */
  readonly fiscalYearStart?: number;
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
  const usage = surveyUsage(snapshot, policy);
  return {
    ...input,
    ...(kept && isTestedAlike(kept, input) ? patternsOf(kept) : patternsNow(input)),
    facts: sameFacts ? kept.facts : locateFacts(snapshot, reviewFacts, accountRows, absences),
    nonHuman: sameRules ? kept.nonHuman : (known ?? markNonHuman(snapshot, policy.nonHuman)),
    roles: kept?.roles ?? surveyRoles(snapshot),
    usage,
  };
}

/** What the joined logs show of patterns: outcomes by seat, and the test of one seat; neither without logs of work. */
export type Patterns = Pick<EvaluationInput, 'testedPatterns' | 'testPattern'>;

/** What the pattern tests of a snapshot depend on. */
export type PatternsInput = Pick<EvaluationInput, 'snapshot' | 'policy' | 'history' | 'fiscalYearStart'>;

const patternsOf = ({ testedPatterns, testPattern }: EvaluationInput): Patterns => ({
  ...(testedPatterns ? { testedPatterns } : {}),
  ...(testPattern ? { testPattern } : {}),
});

/** Tests the joined logs of a snapshot in pieces; to be handed to `buildContext` with the same policy. */
export function* readPatterns(input: PatternsInput): Generator<undefined, Patterns> {
  const { snapshot, policy, history, fiscalYearStart } = input;
  if (fiscalYearStart === undefined) return {};
  const usage = surveyUsage(snapshot, policy);
  const testPattern = patternTester({ snapshot, policy, usage, history, fiscalYearStart });
  if (!testPattern) return {};
  return { testPattern, testedPatterns: yield* testPatterns(testPattern, snapshot.seats.count) };
}

/** Tests the joined logs in one piece, where the caller did not hand in what was tested before. */
function patternsNow(input: EvaluationInput): Patterns {
  if (input.testedPatterns) return {};
  const pieces = readPatterns(input);
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  return piece.value;
}

/** Whether the logs of one snapshot are tested under the same classes and look-back. */
export const isTestedAlike = (one: PatternsInput, other: PatternsInput): boolean =>
  one.fiscalYearStart === other.fiscalYearStart &&
  one.fiscalYearStart !== undefined &&
  one.history === other.history &&
  one.policy.lookBack === other.policy.lookBack &&
  one.policy.signInCountsAsWork === other.policy.signInCountsAsWork &&
  JSON.stringify(one.policy.evidenceRules) === JSON.stringify(other.policy.evidenceRules);

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
