import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { Evaluation, EvaluationCounts } from '../../core/policy/evaluation.ts';
import type { EvaluationContext } from '../../core/policy/evaluationContext.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';

/** One policy applied to one snapshot: what every answer about seats is made from. */
export interface Evaluated {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  /** Number of the frozen version, or `undefined` for a draft. */
  readonly version: number | undefined;
  readonly context: EvaluationContext;
  readonly prepared: PreparedSeats;
  readonly evaluation: Evaluation;
  readonly counts: EvaluationCounts;
  /** 1 for each seat that may become a case: allowed and not blocked. */
  readonly candidates: Uint8Array;
}
