import { termsByLicenceType } from '../../core/contract/termsByLicenceType.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { SeatHistory } from '../../core/inventory/seatHistory.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { openAccountRows, type AccountRows } from '../../core/policy/accountRows.ts';
import { candidateSeats } from '../../core/policy/candidateSeats.ts';
import { countNonHumanHits, type NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import {
  buildContext,
  isSameRules,
  type EvaluationContext,
  type KnownMarks,
} from '../../core/policy/evaluationContext.ts';
import type { EvaluationCounts } from '../../core/policy/evaluation.ts';
import { countCategories, evaluateSeats } from '../../core/policy/kernel.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { prepareSeats } from '../../core/policy/prepareSeats.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import type { WindowChoice } from '../../core/policy/windowsOf.ts';
import type { ReviewFacts } from '../../core/policy/reviewFacts.ts';
import type { Evaluated } from './evaluated.ts';
import { PatternTests } from './patternTests.ts';

/** What an evaluation depends on beside the snapshot. The maps are compared by identity: replay makes new ones. */
export interface EvaluationFacts {
  readonly contractLines: ReadonlyMap<string, ContractLine>;
  readonly reviewFacts: ReviewFacts;
  /** Whether the borderline queue is waived for this policy version and snapshot. */
  readonly queueWaived: boolean;
}

/** What an evaluator is handed beside its snapshot. */
export interface EvaluatorTools {
  /** What earlier complete lists say of the seats. */
  readonly history?: SeatHistory | undefined;
  /** Where marks of accounts that are not people come from and go to, when they are kept. */
  readonly knownMarks?: KnownMarks | undefined;
  readonly onMarked?: (marks: KnownMarks) => void;
  /** First month of the fiscal year, 1 to 12: with it joined logs are tested for patterns. */
  readonly fiscalYearStart?: number;
}

interface Kept {
  readonly context: EvaluationContext;
  readonly contractLines: ReadonlyMap<string, ContractLine>;
  readonly prepared: PreparedSeats;
}

/**
 * Applies policies to one snapshot. What does not depend on the windows is kept, so that a move of the slider is one
 * pass over the prepared columns.
 */
export class Evaluator {
  readonly #snapshot: Snapshot;
  readonly #accountRows: AccountRows;
  readonly #patterns: PatternTests;
  #kept: Kept | undefined;
  #beside:
    { readonly prepared: PreparedSeats; readonly key: string; readonly counts: EvaluationCounts } | undefined;
  #hits: { readonly prepared: PreparedSeats; readonly hits: NonHumanHits } | undefined;

  /** `beside`: another evaluator of the same snapshot, whose preparation is used where it is the same. */
  constructor(
    snapshot: Snapshot,
    private readonly tools: EvaluatorTools = {},
    private readonly beside?: Evaluator,
  ) {
    this.#snapshot = snapshot;
    const { history, fiscalYearStart } = tools;
    const facts = { snapshot, ...(history ? { history } : {}) };
    const month = fiscalYearStart === undefined ? {} : { fiscalYearStart };
    this.#patterns = beside ? beside.#patterns : new PatternTests({ ...facts, ...month });
    this.#accountRows = beside ? beside.#accountRows : openAccountRows(snapshot.accounts, canonicalId);
  }

  /**
   * Tests the joined logs under a policy, in pieces; what is prepared afterwards finds the outcomes. `false` when they
   * were not wanted any more.
   */
  testPatterns(policy: Policy, isWanted?: () => boolean): Promise<boolean> {
    return this.#patterns.test(policy, isWanted);
  }

  /** Seats reduced to what the rules compare, under everything of a policy but its windows. */
  prepare(
    policy: Policy,
    facts: EvaluationFacts,
  ): { readonly context: EvaluationContext; readonly prepared: PreparedSeats } {
    const known = [this.#kept, this.beside ? this.beside.#kept : undefined].filter(
      (kept) => kept !== undefined,
    );
    const same = known.find((kept) => isPreparedFor(kept, policy, facts));
    if (same) {
      this.#kept = same;
      return { context: { ...same.context, policy }, prepared: same.prepared };
    }
    const context = buildContext(
      {
        snapshot: this.#snapshot,
        policy,
        terms: termsByLicenceType([...facts.contractLines.values()]),
        reviewFacts: facts.reviewFacts,
        accountRows: this.#accountRows,
        ...(this.tools.history ? { history: this.tools.history } : {}),
        ...(this.tools.fiscalYearStart === undefined ? {} : { fiscalYearStart: this.tools.fiscalYearStart }),
        ...(this.tools.knownMarks ? { knownMarks: this.tools.knownMarks } : {}),
        ...this.#patterns.find(policy),
      },
      known[0]?.context,
    );
    const isMarkedAnew =
      context.nonHuman !== this.tools.knownMarks?.accounts &&
      known.every((kept) => kept.context.nonHuman !== context.nonHuman);
    if (isMarkedAnew) this.tools.onMarked?.({ rules: policy.nonHuman, accounts: context.nonHuman });
    const prepared = prepareSeats(context);
    this.#kept = { context, contractLines: facts.contractLines, prepared };
    return { context, prepared };
  }

  /** Counts under windows beside those at hand. The last are kept, since a drag asks for the same ones at every move. */
  countsBeside(prepared: PreparedSeats, choice: WindowChoice): EvaluationCounts {
    const key = JSON.stringify([choice.windows, choice.windowsByLicenceType]);
    if (this.#beside?.prepared !== prepared || this.#beside.key !== key) {
      this.#beside = { prepared, key, counts: countCategories(prepared, choice) };
    }
    return this.#beside.counts;
  }

  /** Counted once for seats as they are prepared, so that a move of the slider counts nothing again. */
  nonHumanHits(context: EvaluationContext, prepared: PreparedSeats): NonHumanHits {
    if (this.#hits?.prepared !== prepared)
      this.#hits = { prepared, hits: countNonHumanHits(context, prepared) };
    return this.#hits.hits;
  }

  evaluate(policy: Policy, version: number | undefined, facts: EvaluationFacts): Evaluated {
    const { context, prepared } = this.prepare(policy, facts);
    const { evaluation, counts } = evaluateSeats(prepared, policy);
    const candidates = candidateSeats(prepared, evaluation, policy, facts.queueWaived);
    return { snapshot: this.#snapshot, policy, version, context, prepared, evaluation, counts, candidates };
  }
}

/** Whether nothing changed but windows and settings that do not touch a single seat. */
function isPreparedFor(kept: Kept, policy: Policy, facts: EvaluationFacts): boolean {
  const before = kept.context.policy;
  return (
    kept.contractLines === facts.contractLines &&
    kept.context.reviewFacts === facts.reviewFacts &&
    before.signInCountsAsWork === policy.signInCountsAsWork &&
    before.lookBack === policy.lookBack &&
    isSameRules(before.nonHuman, policy.nonHuman) &&
    JSON.stringify(before.evidenceRules) === JSON.stringify(policy.evidenceRules)
  );
}
