import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { DEFAULT_LENGTHS, earliestWorkBack, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { countCases } from '../../core/reclaim/caseCounts.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';

/** The line under a client's name in the list of recent clients: what waits, and when notice must be given. */
export function stateLine(record: WorkspaceRecord, workingDay: EpochDay): string {
  const { live, dryRun } = countCases(record.cases.values());
  const parts: string[] = [];
  const waits = (count: number, what: string): void => {
    if (count > 0) parts.push(`${formatCount(count)} ${what}`);
  };
  waits(live['Awaiting Approval'], 'waiting for managers');
  waits(live['Awaiting User'], 'waiting for users');
  waits(live.Ready, 'ready');
  const simulated = Object.values(dryRun).reduce((sum, count) => sum + count, 0);
  if (parts.length === 0) waits(simulated, simulated === 1 ? 'case in the dry run' : 'cases in the dry run');
  const plan = earliestWorkBack(
    [...record.contractLines.values()].map((line) => planWorkBack(line, DEFAULT_LENGTHS)),
  );
  if (plan) {
    const days = plan.noticeDate - workingDay;
    parts.push(
      days >= 0 ? `notice in ${formatCount(days)} ${days === 1 ? 'day' : 'days'}` : 'notice window missed',
    );
  }
  return parts.join(', ');
}
