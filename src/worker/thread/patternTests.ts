import {
  isTestedAlike,
  readPatterns,
  type Patterns,
  type PatternsInput,
} from '../../core/policy/evaluationContext.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { runPieces } from './runPieces.ts';

/** Policies whose tests are kept: the frozen one, a draft, and either with every sign-in as use. */
const MOST_KEPT = 4;

interface Run {
  readonly input: PatternsInput;
  readonly pieces: Generator<undefined, Run>;
  patterns: Patterns | undefined;
}

/**
 * Tests the joined logs of one snapshot for patterns, once for every policy that reads them in another way. The tests
 * of a long list take a while: they run in pieces between other questions, can be given up and taken up again, and all
 * who wait for the same ones move the same run on.
 */
export class PatternTests {
  /** Latest asked for last. */
  #runs: Run[] = [];

  constructor(private readonly facts: Omit<PatternsInput, 'policy'>) {}

  /** What was tested for a policy; `undefined` before the tests have come to their end. */
  find(policy: Policy): Patterns | undefined {
    return this.#find(policy)?.patterns;
  }

  /** Tests for a policy. `false` when the answer was not wanted any more; what was tested until then is kept. */
  async test(policy: Policy, isWanted: () => boolean = () => true): Promise<boolean> {
    const known = this.#find(policy);
    const run = known ?? this.#begin({ ...this.facts, policy });
    this.#runs = [...this.#runs.filter((other) => other !== run), run].slice(-MOST_KEPT);
    if (run.patterns) return true;
    try {
      await runPieces(run.pieces, () => run.patterns === undefined && isWanted());
    } catch (error) {
      this.#runs = this.#runs.filter((other) => other !== run);
      throw error;
    }
    return run.patterns !== undefined;
  }

  #find(policy: Policy): Run | undefined {
    return this.#runs.find(({ input }) => isTestedAlike(input, { ...this.facts, policy }));
  }

  #begin(input: PatternsInput): Run {
    const run: Run = { input, pieces: finish(), patterns: undefined };
    function* finish(): Generator<undefined, Run> {
      run.patterns = yield* readPatterns(input);
      return run;
    }
    return run;
  }
}
