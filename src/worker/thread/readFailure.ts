import { storageFailure } from '../../storage/storageFailure.ts';
import type { Failure } from '../protocol.ts';

/** Thrown where a call is cancelled in the middle of its work. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** The expected failure that a thrown error stands for, or `undefined` for a bug. */
export function readFailure(error: unknown): Failure | undefined {
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  return storageFailure(error);
}
