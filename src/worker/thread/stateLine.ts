import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { DEFAULT_LENGTHS, earliestWorkBack, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { countCases } from '../../core/reclaim/caseCounts.ts';
import { CASE_STATES, isClosed, type CaseState } from '../../core/reclaim/caseState.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';

/** What a live case in one of these states waits for; other open cases are counted together. */
const WAITS: readonly (readonly [CaseState, string])[] = [
  ['Awaiting Approval', 'waiting for managers'],
  ['Awaiting User', 'waiting for users'],
  ['Ready', 'ready'],
];

const openOf = (counts: Readonly<Record<CaseState, number>>): number =>
  CASE_STATES.reduce((sum, state) => sum + (isClosed(state) ? 0 : counts[state]), 0);

/**
 * The line under a client's name in the list of recent clients: the open cases, live and dry run apart, and when
 * notice must be given, of the sample its date alone. Without an open case it says what is loaded; '' for a client without data and contract.
 */
export function stateLine(record: WorkspaceRecord, workingDay: EpochDay): string {
  const { live, dryRun } = countCases(record.cases.values());
  const parts: string[] = [];
  const says = (count: number, what: string): void => {
    if (count > 0) parts.push(`${formatCount(count)} ${what}`);
  };
  for (const [state, what] of WAITS) says(live[state], what);
  const others = openOf(live) - WAITS.reduce((sum, [state]) => sum + live[state], 0);
  const more = parts.length > 0 ? 'more ' : '';
  says(others, `${more}open ${others === 1 ? 'case' : 'cases'}`);
  const simulated = openOf(dryRun);
  says(simulated, `open ${simulated === 1 ? 'case' : 'cases'} in the dry run`);
  const accounts = currentImport(record)?.accounts ?? 0;
  if (parts.length === 0) says(accounts, `${accounts === 1 ? 'account' : 'accounts'} loaded`);
  const holidays = new Set(record.holidays);
  const plan = earliestWorkBack(
    [...record.contractLines.values()].map((line) => planWorkBack(line, DEFAULT_LENGTHS, holidays)),
  );
  if (plan && record.client?.sample) {
    // The sample is dated: its notice is never judged by today.
    parts.push(`notice by ${formatDay(plan.noticeDate)}`);
  } else if (plan) {
    const days = plan.noticeDate - workingDay;
    parts.push(
      days >= 0 ? `notice in ${formatCount(days)} ${days === 1 ? 'day' : 'days'}` : 'notice window missed',
    );
  }
  return parts.join(', ');
}
