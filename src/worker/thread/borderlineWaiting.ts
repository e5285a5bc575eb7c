import { countsOf } from './measuredFact.ts';
import type { Workspace } from './session.ts';
import type { Tables } from './tables.ts';

/** Borderline seats under the last frozen policy that nobody has worked or waived; `undefined` before the first. */
export function borderlineWaiting(workspace: Workspace, tables: Tables): number | undefined {
  const frozen = workspace.record.policies.at(-1);
  if (!frozen) return undefined;
  if (workspace.factsFor(frozen.version, tables.snapshot.id).queueWaived) return 0;
  return countsOf(workspace.evaluate(tables, frozen.policy, frozen.version)).borderline;
}

/** Counts them anew after another tab has recorded something; not before this tab has counted them once. */
export async function countBorderlineWaiting(workspace: Workspace): Promise<void> {
  if (workspace.borderlineWaiting === undefined) return;
  const tables = await workspace.tables();
  const frozen = workspace.record.policies.at(-1);
  if (tables.ok && frozen) await tables.value.evaluator.testPatterns(frozen.policy);
  workspace.borderlineWaiting = tables.ok ? borderlineWaiting(workspace, tables.value) : undefined;
}
