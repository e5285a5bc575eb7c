import { succeed, type Result } from '../../core/base/result.ts';
import { canonicalText } from '../../core/reclaim/canonicalText.ts';
import type { LedgerFact, LedgerValue } from '../../core/reclaim/ledgerEntry.ts';
import type { RefusedSubject } from '../../core/reclaim/openCases.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { Policy, SafetyCheck } from '../../core/policy/policy.ts';
import { sha256Hex } from '../../storage/ledgerHash.ts';
import { saveDraft } from '../../storage/draftStore.ts';
import { saveStateLine } from '../../storage/clientStore.ts';
import { deleteSnapshot } from '../../storage/snapshotStore.ts';
import { catchUp, appendWithin, type LedgerBroken, type Appended } from '../../storage/ledgerStore.ts';
import type { Action } from '../action.ts';
import type { ActAnswer, Failure, Stamp } from '../protocol.ts';
import { borderlineWaiting } from './borderlineWaiting.ts';
import { checksOf } from './checksOf.ts';
import type { Evaluated } from './evaluated.ts';
import { factsOfAction, type ActionSituation } from './factsOfAction.ts';
import type { CallHandlers, CallTools } from './handle.ts';
import { recordFacts } from './recordFacts.ts';
import { seatIdentityOf } from './seatIdentityOf.ts';
import { POLICY_DRAFT, type Session, type Tables, type Workspace } from './session.ts';
import { stateLine } from './stateLine.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

/**
 * SHA-256 of the canonical rules of a policy: what a version is known by. Free texts are left out: without a salt their
 * hash could be guessed from, and the entry binds them by its salted hash.
 */
export function hashPolicy({ name: _, ownerTeam: __, checksOff, ...rules }: Policy): string {
  const off = checksOff.map(({ check }) => check);
  return sha256Hex(canonicalText({ ...rules, checksOff: off } as unknown as LedgerValue));
}

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
  { onProgress }: CallTools,
): Promise<Result<ActAnswer, Failure>> {
  const current = await catchUp(workspace.db, workspace.ledger);
  if (!current.ok) return current;
  if (current.value !== workspace.ledger) {
    workspace.ledger = current.value;
    await workspace.reloadReceipts();
  }
  const loaded = await workspace.tables();
  const tables = loaded.ok ? loaded.value : undefined;
  let decided: { readonly facts: readonly LedgerFact[]; readonly refused: readonly RefusedSubject[] } = {
    facts: [],
    refused: [],
  };
  const decide = (record: WorkspaceRecord): Result<readonly LedgerFact[], Failure> => {
    const result = factsOfAction(action, situationOf(workspace, record, tables, stamp));
    if (!result.ok) return result;
    decided = result.value;
    if (action.act === 'createCases') {
      onProgress({ done: 0, total: decided.facts.length, unit: 'cases' });
    }
    return succeed(decided.facts);
  };

  const recorded =
    action.act === 'deleteSnapshot'
      ? await recordDeletion(workspace, action.snapshot, stamp, decide)
      : await recordFacts(workspace, stamp, decide);
  if (!recorded.ok) return recorded;
  if (action.act === 'freezePolicy') {
    workspace.draftPolicy = action.policy;
    await saveDraft(workspace.db, POLICY_DRAFT, action.policy);
  }
  if (action.act === 'createCases') {
    onProgress({ done: decided.facts.length, total: decided.facts.length, unit: 'cases' });
  }
  workspace.borderlineWaiting = tables && borderlineWaiting(workspace, tables);
  return succeed({
    view: workspaceViewOf(workspace, stamp.workingDay),
    done: subjectsDone(action, decided),
    refused: decided.refused,
  });
}

/** A case may need several entries: a kept seat adds its exception, a conversion its live case. */
const subjectsDone = (
  action: Action,
  { facts, refused }: { readonly facts: readonly LedgerFact[]; readonly refused: readonly RefusedSubject[] },
): number => (action.act === 'caseStep' ? new Set(action.cases).size - refused.length : facts.length);

/** The snapshot's head goes in the transaction that writes the entry; its columns are removed afterwards. */
async function recordDeletion(
  workspace: Workspace,
  snapshot: string,
  stamp: Stamp,
  decide: (record: WorkspaceRecord) => Result<readonly LedgerFact[], Failure>,
): Promise<Result<null, Failure>> {
  const checked = decide(workspace.record);
  if (!checked.ok) return checked;
  let appended: Result<Appended, Failure | LedgerBroken> | undefined;
  await deleteSnapshot(workspace.db, snapshot, async () => {
    appended = await appendWithin(workspace.db, workspace.ledger, { stamp, decide });
    if (!appended.ok) throw new Error('The ledger changed while a snapshot was being deleted.');
  });
  if (appended?.ok) workspace.ledger = appended.value.ledger;
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
    identify: (seat) => {
      if (!tables) throw new Error('There is no snapshot whose seats could be named.');
      return seatIdentityOf(tables.snapshot, seat, workspace.hmacHex);
    },
    rowsOfSeats: (seats) => tables?.rows.find(seats) ?? seats.map(() => undefined),
    hashPolicy,
    blockOf: (seat, overridden) =>
      evaluated &&
      checksOf(evaluated, seat).find(
        ({ check, result }) => result === 'block' && !(overridden && OVERRIDABLE.includes(check)),
      )?.evidence,
  };
}
