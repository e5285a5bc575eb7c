import type { CaseRecord } from './caseRecord.ts';
import { isClosed } from './caseState.ts';

/** The six stages of the strip, in order. */
export const CASE_STAGES = [
  'Scan',
  'Route',
  'Decide',
  'Freeze and grace',
  'Deactivate and transfer',
  'Savings event',
] as const;

/** Stage 0 to 5 that a case has reached; a closed case keeps the furthest one that was reached before. */
export function caseStage(current: CaseRecord): number {
  if (current.state === 'Closed Complete') return 5;
  switch (current.subStep) {
    case 'toDeactivate':
    case 'deactivated':
    case 'toDowngrade':
    case 'downgraded':
      return 4;
    case 'toFreeze':
    case 'frozen':
    case 'grace':
      return 3;
    case undefined:
  }
  if (current.state === 'Awaiting User' || current.state === 'Awaiting Approval') return 2;
  return isClosed(current.state) && current.notice !== undefined ? 2 : 1;
}
