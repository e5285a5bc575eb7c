import { termsByLicenceType } from '../../core/contract/termsByLicenceType.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { openAccountRows, type AccountRows } from '../../core/policy/accountRows.ts';
import { candidateSeats } from '../../core/policy/candidateSeats.ts';
import { countNonHumanHits, type NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import { buildContext, isSameRules, type EvaluationContext } from '../../core/policy/evaluationContext.ts';
import { evaluateSeats } from '../../core/policy/kernel.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { prepareSeats } from '../../core/policy/prepareSeats.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import type { ReviewFacts } from '../../core/policy/reviewFacts.ts';
import type { Evaluated } from './evaluated.ts';

/** What an evaluation depends on beside the snapshot. The maps are compared by identity: replay makes new ones. */
export interface EvaluationFacts {
  readonly contractLines: ReadonlyMap<string, ContractLine>;
  readonly reviewFacts: ReviewFacts;
  /** Whether the borderline queue is waived for this policy version and snapshot. */
  readonly queueWaived: boolean;
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
  #kept: Kept | undefined;
  #hits: { readonly prepared: PreparedSeats; readonly hits: NonHumanHits } | undefined;

  /** `beside`: another evaluator of the same snapshot, whose preparation is used where it is the same. */
  constructor(
    snapshot: Snapshot,
    private readonly beside?: Evaluator,
  ) {
    this.#snapshot = snapshot;
    this.#accountRows = beside ? beside.#accountRows : openAccountRows(snapshot.accounts, canonicalId);
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
      },
      known[0]?.context,
    );
    const prepared = prepareSeats(context);
    this.#kept = { context, contractLines: facts.contractLines, prepared };
    return { context, prepared };
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
