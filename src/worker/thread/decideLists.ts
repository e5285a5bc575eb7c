import { isClosed } from '../../core/reclaim/caseState.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import { systemInUse } from '../../core/reclaim/systemInUse.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import type { Action } from '../action.ts';
import { baselineOf } from './baselineOf.ts';
import { allOf, type ActionSituation, type Decided } from './decidedAction.ts';
import { measuredFact } from './measuredFact.ts';

/**
 * Names a list the baseline. The figures are counted anew under the last frozen policy, so that no draft can stand behind a
 * baseline.
 */
export async function nameBaseline(snapshot: string, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  const imported = record.imports.find((found) => found.snapshot === snapshot);
  if (!imported) return refuse('This snapshot is not there any more.');
  if (imported.completeness !== 'full') return refuse('A filtered list cannot be the baseline.');
  if (record.baselines.get(imported.system)?.snapshot === snapshot) {
    return refuse('This snapshot is the baseline already.');
  }
  const frozen = record.policies.at(-1);
  if (!frozen) return refuse('A baseline keeps figures under a frozen definition. Use a definition first.');
  const evaluated = await situation.evaluateSnapshot(snapshot, frozen);
  if (!evaluated.ok) return evaluated;
  return allOf([writeFact({ kind: 'baselineNamed', ...baselineOf(evaluated.value, frozen, record) })]);
}

/** Chooses whose lists are in use. A list that comes into use by it is measured in the same act, as an imported one is. */
export async function chooseSystem(system: string, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  if (!record.imports.some((imported) => imported.system === system)) {
    return refuse('There is no list of this system any more.');
  }
  if (systemInUse(record) === system) return refuse('The figures describe this system already.');
  const chosen = writeFact({ kind: 'systemChosen', system });
  const next = currentImport({ ...record, chosenSystem: system });
  const frozen = record.policies.at(-1);
  const isMeasured = record.measurements.some(
    ({ version, snapshot }) => version === frozen?.version && snapshot === next?.snapshot,
  );
  if (!next || !frozen || next.completeness !== 'full' || isMeasured) return allOf([chosen]);
  const evaluated = await situation.evaluateSnapshot(next.snapshot, frozen);
  return evaluated.ok ? allOf([chosen, measuredFact(evaluated.value, frozen.version)]) : evaluated;
}

/** Says of which system a log is, whatever its file says. */
export function stateSystem(file: string, system: string, record: WorkspaceRecord): Decided {
  if (!record.files.some((found) => found.file === file && found.fileKind === 'activity')) {
    return refuse('This log is not loaded any more.');
  }
  if (record.statedSystems.get(file) === system) return refuse('This has been said of this log already.');
  return allOf([writeFact({ kind: 'systemStated', file, system })]);
}

/** Decides the deletion of a snapshot, at once: it is decided inside the transaction that deletes. */
export function decideDeletion(
  { snapshot, namesBaseline = false }: Omit<Extract<Action, { act: 'deleteSnapshot' }>, 'act'>,
  record: WorkspaceRecord,
): Decided {
  const imported = record.imports.find((found) => found.snapshot === snapshot);
  if (!imported) return refuse('This snapshot is not there any more.');
  const wasBaseline = record.baselines.get(imported.system)?.snapshot === snapshot;
  if (wasBaseline && !namesBaseline) {
    return refuse(
      'This snapshot is the baseline. Say so when you delete it, or make another one the baseline first.',
    );
  }
  const open = [...record.cases.values()].filter(
    (found) => found.snapshot === snapshot && !isClosed(found.state),
  ).length;
  if (open > 0) {
    return refuse(
      `${open} open ${open === 1 ? 'case rests' : 'cases rest'} on this snapshot. Close or withdraw them first.`,
    );
  }
  return allOf([writeFact({ kind: 'snapshotDeleted', snapshot, asOf: imported.asOf, wasBaseline })]);
}
