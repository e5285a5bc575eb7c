import { succeed, type Result } from '../../core/base/result.ts';
import { catchUp } from '../../storage/ledgerStore.ts';
import type { Failure } from '../protocol.ts';
import type { Workspace } from './session.ts';

/**
 * Takes over what other tabs have recorded meanwhile, and answers whether there was anything. Fails where the ledger
 * does not hold: nothing may be recorded then.
 */
export async function seeOtherTabs(workspace: Workspace): Promise<Result<boolean, Failure>> {
  const current = await catchUp(workspace.db, workspace.ledger);
  if (!current.ok) return current;
  if (current.value === workspace.ledger) return succeed(false);
  workspace.ledger = current.value;
  await workspace.reloadReceipts();
  return succeed(true);
}
