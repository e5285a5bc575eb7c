import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { Policy, SafetyCheck } from '../../core/policy/policy.ts';
import { canonicalText } from '../../core/reclaim/canonicalText.ts';
import type { LedgerFact, LedgerValue } from '../../core/reclaim/ledgerEntry.ts';
import { pseudonymOf } from '../../core/reclaim/pseudonymOf.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { saveStateLine } from '../../storage/clientStore.ts';
import { saveDraft } from '../../storage/draftStore.ts';
import { sha256Hex } from '../../storage/ledgerHash.ts';
import { deleteSnapshot } from '../../storage/snapshotStore.ts';
import type { Action } from '../action.ts';
import type { ActAnswer, Failure, Stamp } from '../protocol.ts';
import { actProgress } from './actProgress.ts';
import { borderlineWaiting, countBorderlineWaiting } from './borderlineWaiting.ts';
import { checksOf } from './checksOf.ts';
import type { ActionSituation, DecidedAction } from './decidedAction.ts';
import { decideDeletion } from './decideLists.ts';
import type { Evaluated } from './evaluated.ts';
import { factsOfAction } from './factsOfAction.ts';
import type { CallHandlers, CallTools } from './handle.ts';
import { measure } from './measure.ts';
import { findingsOf } from './measuredFact.ts';
import { RecordAlongside } from './recordAlongside.ts';
import { recordFacts } from './recordFacts.ts';
import { seatIdentityOf } from './seatIdentityOf.ts';
import { seeOtherTabs } from './seeOtherTabs.ts';
import { POLICY_DRAFT, type Session, type Workspace } from './session.ts';
import { stateLine } from './stateLine.ts';
import type { Tables } from './tables.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

/**
 * SHA-256 of the canonical rules of a policy: what a version is known by. Free texts are left out: without a salt their
 * hash could be guessed from, and the entry binds them by its salted hash.
 */
export function hashPolicy(policy: Policy): string {
  const checksOff = policy.checksOff.map(({ check }) => ({ check, reason: '' }));
  const rules: Policy = { ...policy, name: '', ownerTeam: '', checksOff };
  return sha256Hex(canonicalText(rules as unknown as LedgerValue));
}

/** Acts that change which logs speak for the list in use, or whom their keys mean: its figures are measured anew. */
const MOVES_LOGS: readonly Action['act'][] = ['stateSystem', 'saveIdentityRules'];

/** The call by which everything is recorded. */
export function actCall(session: Session): Pick<CallHandlers, 'act'> {
  return {
    async act({ action, stamp }, tools) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(() => act(workspace, action, stamp, tools));
    },
  };
}

async function act(
  workspace: Workspace,
  action: Action,
  stamp: Stamp,
  tools: CallTools,
): Promise<Result<ActAnswer, Failure>> {
  const seen = await seeOtherTabs(workspace);
  if (!seen.ok) return seen;
  const loaded = await workspace.tables();
  const tables = loaded.ok ? loaded.value : undefined;
  if (tables) await testPatterns(workspace, tables, action);
  const frozen = workspace.record.policies.at(-1);
  const before =
    tables && frozen && MOVES_LOGS.includes(action.act)
      ? findingsOf(workspace.evaluate(tables, frozen.policy, frozen.version))
      : undefined;
  const progress = actProgress(tools);
  let decided: DecidedAction = { facts: [], refused: [] };
  /** Cases are numbered on, and none is ever removed: those behind this many were opened by the act. */
  let casesBefore = workspace.record.cases.size;
  const decide = async (record: WorkspaceRecord): Promise<Result<readonly LedgerFact[], Failure>> => {
    const situation = situationOf(workspace, record, tables, stamp, progress.decided);
    const result = await factsOfAction(action, situation);
    if (!result.ok) return result;
    decided = result.value;
    casesBefore = record.cases.size;
    return succeed(decided.facts);
  };

  let recorded: Result<null, Failure>;
  try {
    recorded =
      action.act === 'deleteSnapshot'
        ? await recordDeletion(workspace, action, stamp)
        : await recordFacts(workspace, stamp, decide, progress.pace);
  } catch (error) {
    if (!tools.signal.aborted) throw error;
    return fail({ kind: 'cancelled' });
  }
  if (!recorded.ok) return recorded;
  if (action.act === 'freezePolicy') {
    workspace.draftPolicy = action.policy;
    await saveDraft(workspace.db, POLICY_DRAFT, action.policy);
    workspace.knownDraft = JSON.stringify(action.policy);
  }
  if (before) {
    await measure(workspace, stamp, before);
    await countBorderlineWaiting(workspace);
    return succeed({ view: workspaceViewOf(workspace, stamp.workingDay), done: 1, refused: [] });
  }
  const isShown = tables?.snapshot.id === workspace.current?.snapshot;
  workspace.borderlineWaiting = tables && isShown ? borderlineWaiting(workspace, tables) : undefined;
  return succeed({
    view: workspaceViewOf(workspace, stamp.workingDay),
    done: subjectsDone(action, decided),
    refused: decided.refused,
    opened: [...workspace.record.cases.keys()].slice(casesBefore),
  });
}

/** Tests joined logs for patterns under every definition that an act asks for, before it is decided in one piece. */
async function testPatterns(workspace: Workspace, { evaluator }: Tables, action: Action): Promise<void> {
  await evaluator.testPatterns(workspace.record.policies.at(-1)?.policy ?? workspace.draftPolicy);
  if (action.act === 'freezePolicy') await evaluator.testPatterns(action.policy);
}

/** A case may need several entries: a kept seat adds its exception, a conversion its live case. */
const subjectsDone = (action: Action, { facts, refused }: DecidedAction): number =>
  action.act === 'caseStep' ? new Set(action.cases).size - refused.length : facts.length;

/** The snapshot's head goes in the transaction that writes the entry; its columns are removed afterwards. */
async function recordDeletion(
  workspace: Workspace,
  action: Extract<Action, { act: 'deleteSnapshot' }>,
  stamp: Stamp,
): Promise<Result<null, Failure>> {
  const decide = (record: WorkspaceRecord): Result<readonly LedgerFact[], Failure> => {
    const decided = decideDeletion(action, record);
    return decided.ok ? succeed(decided.value.facts) : decided;
  };
  const checked = decide(workspace.record);
  if (!checked.ok) return checked;
  const entry = new RecordAlongside(workspace, stamp);
  await deleteSnapshot(workspace.db, action.snapshot, () => entry.write(decide));
  entry.takeOver();
  await saveStateLine(workspace.db, stateLine(workspace.record, stamp.workingDay));
  await workspace.reloadReceipts();
  return succeed(null);
}

/** Checks whose block a person may override with a reason. Source: the ten safety checks. */
const OVERRIDABLE: readonly string[] = ['protectedRole', 'periodicPattern'] satisfies SafetyCheck[];

function situationOf(
  workspace: Workspace,
  record: WorkspaceRecord,
  tables: Tables | undefined,
  stamp: Stamp,
  breathe: ActionSituation['breathe'],
): ActionSituation {
  const frozen = record.policies.at(-1);
  const evaluated: Evaluated | undefined =
    tables && workspace.evaluate(tables, frozen?.policy ?? workspace.draftPolicy, frozen?.version);
  return {
    record,
    actor: stamp.actor,
    workingDay: stamp.workingDay,
    evaluated,
    evaluateUnder: (policy, version) => tables && workspace.evaluate(tables, policy, version),
    evaluateSnapshot: async (snapshot, { policy, version }) => {
      const opened = await workspace.tablesOf(snapshot);
      if (!opened.ok) return opened;
      await opened.value.evaluator.testPatterns(policy);
      const facts = workspace.factsFor(version, snapshot);
      return succeed(opened.value.evaluator.evaluate(policy, version, facts));
    },
    identify: (seat) => {
      if (!tables) throw new Error('There is no snapshot whose seats could be named.');
      return seatIdentityOf(tables.snapshot, seat, workspace.hmacHex);
    },
    rowsOfSeats: (seats) => tables?.rows.find(seats) ?? seats.map(() => undefined),
    breathe,
    codeOf: (canonical) => pseudonymOf(canonical, workspace.hmacHex),
    hashPolicy,
    blockOf: (seat, overridden) =>
      evaluated &&
      checksOf(evaluated, seat).find(
        ({ check, result }) => result === 'block' && !(overridden && OVERRIDABLE.includes(check)),
      )?.evidence,
  };
}
