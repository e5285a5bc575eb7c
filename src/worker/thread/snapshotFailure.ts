import { unreachable } from '../../core/base/exhaustive.ts';
import type { SnapshotProblem } from '../../storage/snapshotHead.ts';
import type { Failure } from '../protocol.ts';

/** A stored snapshot that cannot be used, as a failure of the call that needed it. */
export function snapshotFailure(problem: SnapshotProblem): Failure {
  switch (problem.kind) {
    case 'missing':
      return { kind: 'noSnapshot' };
    case 'newerFormat':
      return { kind: 'otherTabNewer' };
    case 'damaged':
      return {
        kind: 'refused',
        reason: `A stored list is damaged (${problem.part}). Delete this snapshot and load its file again, or go back to a saved workspace file.`,
      };
    default:
      return unreachable(problem);
  }
}
