import { unreachable } from '../../core/base/exhaustive.ts';
import type { FileProblem } from '../../storage/fileHead.ts';
import type { Failure } from '../protocol.ts';

/** A stored file that cannot be used, as a failure of the call that needed it. */
export function fileFailure(problem: FileProblem): Failure {
  switch (problem.kind) {
    case 'missing':
      return { kind: 'refused', reason: 'This file is not loaded any more.' };
    case 'newerFormat':
      return { kind: 'otherTabNewer' };
    case 'damaged':
      return {
        kind: 'refused',
        reason: `A loaded file is damaged in the store (${problem.part}). Delete it and load it again, or go back to a saved workspace file.`,
      };
    default:
      return unreachable(problem);
  }
}
