import { DEFAULT_TERMS, type LicenceTerms } from '../../src/core/contract/contractLine.ts';
import { canonicalId } from '../../src/core/ingest/canonicalId.ts';
import type { SeatHistory } from '../../src/core/inventory/seatHistory.ts';
import type { Snapshot } from '../../src/core/inventory/snapshot.ts';
import { openAccountRows } from '../../src/core/policy/accountRows.ts';
import { buildContext, type EvaluationContext } from '../../src/core/policy/evaluationContext.ts';
import type { PatternOutcome } from '../../src/core/policy/evaluation.ts';
import { PATTERN_OUTCOMES } from '../../src/core/policy/evaluation.ts';
import type { Absences } from '../../src/core/policy/locateFacts.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.ts';
import { NO_REVIEW_FACTS, type ReviewFacts } from '../../src/core/policy/reviewFacts.ts';

/** What a test says beside the table; everything else is the default. */
export interface ContextOptions {
  readonly policy?: Partial<Policy>;
  readonly terms?: Readonly<Record<string, Partial<LicenceTerms>>>;
  readonly reviewFacts?: Partial<ReviewFacts>;
  readonly absences?: Absences;
  /** Pattern outcome of every seat, as told by event logs. */
  readonly tested?: readonly PatternOutcome[];
  /** What earlier complete lists say of the seats. */
  readonly history?: SeatHistory;
}

/** An evaluation context with safe defaults around one snapshot. */
export function contextOf(
  snapshot: Snapshot,
  options: ContextOptions = {},
  previous?: EvaluationContext,
): EvaluationContext {
  return buildContext(
    {
      snapshot,
      policy: { ...DEFAULT_POLICY, ...options.policy },
      terms: new Map(
        Object.entries(options.terms ?? {}).map(([name, terms]) => [name, { ...DEFAULT_TERMS, ...terms }]),
      ),
      reviewFacts: { ...NO_REVIEW_FACTS, ...options.reviewFacts },
      accountRows: openAccountRows(snapshot.accounts, canonicalId),
      ...(options.absences ? { absences: options.absences } : {}),
      ...(options.tested
        ? { testedPatterns: Uint8Array.from(options.tested, (outcome) => PATTERN_OUTCOMES.indexOf(outcome)) }
        : {}),
      ...(options.history ? { history: options.history } : {}),
    },
    previous,
  );
}
