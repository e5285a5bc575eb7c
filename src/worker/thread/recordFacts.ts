import { succeed, type Result } from '../../core/base/result.ts';
import { saveStateLine } from '../../storage/clientStore.ts';
import { appendEntries, type ActPace, type PacedAct } from '../../storage/ledgerStore.ts';
import type { Failure, Stamp } from '../protocol.ts';
import type { Workspace } from './session.ts';
import { stateLine } from './stateLine.ts';

/**
 * Records one act: decided on the ledger as it stands in the database, written whole in one transaction or not at
 * all. The list of recent clients is told afterwards.
 */
export async function recordFacts(
  workspace: Workspace,
  stamp: Stamp,
  decide: PacedAct<Failure>['decide'],
  pace?: ActPace,
): Promise<Result<null, Failure>> {
  const appended = await appendEntries(workspace.db, workspace.ledger, { stamp, decide, pace });
  if (!appended.ok) return appended;
  workspace.ledger = appended.value.ledger;
  await saveStateLine(workspace.db, stateLine(workspace.record, stamp.workingDay));
  return succeed(null);
}
