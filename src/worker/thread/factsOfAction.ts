import { unreachable } from '../../core/base/exhaustive.ts';
import { fail } from '../../core/base/result.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import { applyDueSteps } from '../../core/reclaim/dueItems.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import { decideSeats, waiveQueue, type SeatDecision } from '../../core/reclaim/seatDecision.ts';
import { undoLastAct } from '../../core/reclaim/undoLastAct.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import type { Action } from '../action.ts';
import { createCases, moveCases } from './decideCases.ts';
import { allOf, type ActionSituation, type Decided } from './decidedAction.ts';
import { decideIdentity } from './decideIdentity.ts';
import { chooseSystem, decideDeletion, nameBaseline, stateSystem } from './decideLists.ts';
import type { Evaluated } from './evaluated.ts';
import { measuredFact } from './measuredFact.ts';
import { wordPolicyFailure } from './wordPolicyFailure.ts';

/** Decides an action: facts to append, or why it cannot be done. Nothing is written here. */
export async function factsOfAction(action: Action, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  switch (action.act) {
    case 'saveContractLine':
      return allOf([
        writeFact({ kind: 'contractLineSaved', line: action.line }),
        ...(action.holidays ? [writeFact({ kind: 'holidaysSaved', days: action.holidays })] : []),
      ]);
    case 'saveHolidays':
      return allOf([writeFact({ kind: 'holidaysSaved', days: action.days })]);
    case 'removeContractLine':
      return record.contractLines.has(action.id)
        ? allOf([writeFact({ kind: 'contractLineRemoved', id: action.id })])
        : refuse('This contract line is not there any more.');
    case 'freezePolicy':
      return freeze(action.policy, situation);
    case 'createCases':
      return createCases(action.seats, action.manualReason, situation);
    case 'markInactive':
      return onSeats(action.seats, { decide: 'inactive', reason: action.reason }, situation);
    case 'declarePattern':
      return onSeats(
        action.seats,
        { decide: 'pattern', pattern: action.pattern, reason: action.reason },
        situation,
      );
    case 'addException': {
      const { rationale, until, fallbackControl } = action;
      return onSeats(action.seats, { decide: 'exception', rationale, until, fallbackControl }, situation);
    }
    case 'markHuman':
      return onSeats(action.seats, { decide: 'mark', mark: action.mark, reason: action.reason }, situation);
    case 'waiveQueue': {
      const waived = waiveQueue(record, action.reason);
      return waived.ok ? allOf(waived.value) : waived;
    }
    case 'caseStep':
      return moveCases(action.cases, action.step, situation);
    case 'applyDueSteps': {
      const facts = applyDueSteps(record, situation);
      return facts.length === 0 ? refuse('Nothing is due that can be applied.') : allOf(facts);
    }
    case 'savePlan':
      return allOf([writeFact({ kind: 'planSaved', plan: action.plan })]);
    case 'deleteSnapshot':
      return decideDeletion(action, record);
    case 'nameBaseline':
      return nameBaseline(action.snapshot, situation);
    case 'chooseSystem':
      return chooseSystem(action.system, situation);
    case 'stateSystem':
      return stateSystem(action.file, action.system, record);
    case 'saveIdentityRules':
    case 'linkAccount':
    case 'keepApart': {
      const decided = decideIdentity(action, record, situation.codeOf);
      return decided.ok ? allOf(decided.value) : decided;
    }
    case 'undoLast': {
      const undone = undoLastAct(record, action.reason, situation);
      return undone.ok ? allOf(undone.value) : undone;
    }
    default:
      return unreachable(action);
  }
}

function freeze(draft: Evaluated['policy'], situation: ActionSituation): Decided {
  const checked = readPolicy(draft);
  if (!checked.ok) return refuse(wordPolicyFailure(checked.failure));
  const version = situation.record.policies.length + 1;
  const measured = situation.evaluateUnder(checked.value, version);
  if (!measured) return fail({ kind: 'noSnapshot' });
  const hash = situation.hashPolicy(checked.value);
  return allOf([
    writeFact({ kind: 'policyFrozen', version, policy: checked.value, hash }),
    measuredFact(measured, version),
  ]);
}

function onSeats(seats: readonly number[], decision: SeatDecision, situation: ActionSituation): Decided {
  const { evaluated } = situation;
  if (!evaluated) return fail({ kind: 'noSnapshot' });
  const { workingDay } = situation;
  const decided = decideSeats(
    seats.map((seat) => situation.identify(seat)),
    decision,
    { workingDay, asOf: evaluated.snapshot.asOf },
  );
  return decided.ok ? allOf(decided.value) : decided;
}
