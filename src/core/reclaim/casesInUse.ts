import type { CaseRecord } from './caseRecord.ts';
import { systemInUse } from './systemInUse.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';

/** System whose list a case came from; `undefined` where no list tells it. */
export const systemOfCase = (
  { systemBySnapshot }: Pick<WorkspaceRecord, 'systemBySnapshot'>,
  { snapshot }: Pick<CaseRecord, 'snapshot'>,
): string | undefined => systemBySnapshot.get(snapshot);

/**
 * Cases about seats of one system, in order of number. Two systems may have the same account key and licence type, and
 * figures of two systems are never added.
 */
function casesOfSystem(record: WorkspaceRecord, system: string | undefined): readonly CaseRecord[] {
  return [...record.cases.values()].filter((current) => (systemOfCase(record, current) ?? system) === system);
}

/** Cases about seats of the system whose lists the figures describe. */
export const casesInUse = (record: WorkspaceRecord): readonly CaseRecord[] =>
  casesOfSystem(record, systemInUse(record));
