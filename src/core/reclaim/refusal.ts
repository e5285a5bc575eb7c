import { fail, type Result } from '../base/result.ts';

/** Why something that a person asked for is not done, as one sentence to be shown. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/** Ends in a refusal. */
export const refuse = (reason: string): Result<never, Refusal> => fail({ kind: 'refused', reason });
