import { systemInUse } from './systemInUse.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';

/**
 * The import whose snapshot every figure describes: of the system in use the complete list with the latest as-of date,
 * of several on one day the one loaded last. An older list that is loaded later becomes no current one; it only tells
 * since when the seats of the current one are held. A filtered list takes no seat out of any figure, so it is current
 * only while its system has no complete one. `undefined` before the first import.
 * Source of the rule: LOAD-35; *Cases*, transition 24.
 */
export function currentImport(record: WorkspaceRecord): WorkspaceRecord['imports'][number] | undefined {
  const system = systemInUse(record);
  const own = record.imports.filter((imported) => imported.system === system);
  const full = own.filter(({ completeness }) => completeness === 'full');
  let current: WorkspaceRecord['imports'][number] | undefined;
  for (const imported of full.length > 0 ? full : own) {
    if (current === undefined || imported.asOf >= current.asOf) current = imported;
  }
  return current;
}
