import type { WorkspaceRecord } from './workspaceRecord.ts';

/**
 * The system whose lists the figures describe: the one that a person chose, as long as it has a list, else that of the
 * list loaded first. Figures of two systems are never added: their as-of dates, accounts and licence types differ. A
 * list of another system is kept beside and compared with lists of its own. `undefined` before the first import.
 */
export function systemInUse({
  imports,
  chosenSystem,
}: Pick<WorkspaceRecord, 'imports' | 'chosenSystem'>): string | undefined {
  const isThere = imports.some(({ system }) => system === chosenSystem);
  return isThere ? chosenSystem : imports[0]?.system;
}
