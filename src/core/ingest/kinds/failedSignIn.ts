import { readFlag } from '../cellWords.ts';
import { readHeaderKey } from '../headerKey.ts';
import { isSignIn } from '../signalDefaults.ts';
import { usedColumns } from './factRowReader.ts';
import { proposeSignal } from './proposeSignal.ts';
import type { TablePlan } from './tablePlan.ts';

const SIGN_IN_HEADER = /\b(?:log ?[io]n|log ?in|sign ?(?:in|on)|authentication)\b/;
const SUCCESS_HEADER = /\bsuccess/;
const FAILED =
  /\b(?:fail\w*|unsuccessful|not successful|denied|rejected|refused|interrupted|error|invalid)\b/i;
const FAILED_WITHOUT_NAME = 'Failed sign-in';

/** Tells the failed sign-ins of a log, by the column that says how each ended. */
export interface FailedSignIns {
  /** Position of that column. */
  readonly position: number;
  /** Whether a cell of the column says that it failed. */
  hasFailed(cell: string): boolean;
  /** Event type of a failed row: that of a sign-in becomes one that names the failure, every other one stays. */
  eventOf(event: string): string;
}

/**
 * Compiles what tells failed sign-ins, or `undefined` for a plan without such a column. *No* says that a sign-in failed
 * only under a header that asks for success; a code such as 0 says nothing elsewhere. Failed actions stay as they are.
 * Source: LOAD-15, a date does not prove a person.
 */
export function compileFailedSignIns(plan: TablePlan): FailedSignIns | undefined {
  const used = usedColumns(plan);
  const outcome = used.find(({ column }) => column.name === 'outcome')?.plan;
  if (outcome === undefined) return undefined;
  const { words } = readHeaderKey(outcome.header);
  const asksSuccess = SUCCESS_HEADER.test(words);
  const stated = plan.facts.signalKind;
  const holdsSignIns =
    used.some(({ column }) => column.name === 'logOn') ||
    SIGN_IN_HEADER.test(words) ||
    (stated !== undefined && isSignIn(stated));
  return {
    position: outcome.position,
    hasFailed: (cell) => (asksSuccess && readFlag(cell) === 1) || FAILED.test(cell),
    eventOf: (event) => {
      if (!holdsSignIns && !isSignIn(proposeSignal(event, plan.system, undefined))) return event;
      return event === '' ? FAILED_WITHOUT_NAME : `${event} (failed)`;
    },
  };
}
