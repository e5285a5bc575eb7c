import type { WorkspaceRecord } from './workspaceRecord.ts';

/**
 * The import whose snapshot every figure describes: the one with the latest as-of date, of several on one day the one
 * loaded last. An older list that is loaded later becomes no current one; it only tells since when the seats of the
 * current one are held. `undefined` before the first.
 */
export function currentImport(record: WorkspaceRecord): WorkspaceRecord['imports'][number] | undefined {
  let current: WorkspaceRecord['imports'][number] | undefined;
  for (const imported of record.imports) {
    if (current === undefined || imported.asOf >= current.asOf) current = imported;
  }
  return current;
}
