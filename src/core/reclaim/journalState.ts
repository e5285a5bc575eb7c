import type { ContractLine } from '../contract/contractLine.ts';
import type {
  DeclaredPattern,
  HumanMark,
  InactiveFinding,
  SeatException,
  SeatKey,
} from '../policy/reviewFacts.ts';
import { identityDecisions, NO_DECISIONS, type IdentityFact } from './identityDecisions.ts';
import type { JournalFact, WorkspaceRecord } from './workspaceRecord.ts';

/** The part of a workspace record that follows from facts which may be undone. */
export type JournalState = Pick<
  WorkspaceRecord,
  | 'contractLines'
  | 'holidays'
  | 'identity'
  | 'plan'
  | 'reviewFacts'
  | 'queueWaivers'
  | 'baseline'
  | 'chosenSystem'
  | 'statedSystems'
>;

/** What the facts still in the journal amount to, in their order: later ones win, exceptions add up. */
export function journalState(journal: ReadonlyMap<number, JournalFact>): JournalState {
  const contractLines = new Map<string, ContractLine>();
  const exceptions = new Map<SeatKey, SeatException[]>();
  const patterns = new Map<SeatKey, DeclaredPattern>();
  const inactive = new Map<SeatKey, InactiveFinding>();
  const humanMarks = new Map<string, HumanMark>();
  const queueWaivers: WorkspaceRecord['queueWaivers'][number][] = [];
  const identityFacts: IdentityFact[] = [];
  let holidays: WorkspaceRecord['holidays'] = [];
  let plan: WorkspaceRecord['plan'];
  let baseline: WorkspaceRecord['baseline'];
  let chosenSystem: WorkspaceRecord['chosenSystem'];
  const statedSystems = new Map<string, string>();
  for (const fact of journal.values()) {
    switch (fact.kind) {
      case 'contractLineSaved':
        contractLines.set(fact.line.id, fact.line);
        break;
      case 'contractLineRemoved':
        contractLines.delete(fact.id);
        break;
      case 'holidaysSaved':
        holidays = fact.days;
        break;
      case 'identityRulesSaved':
      case 'accountLinked':
      case 'accountUnlinked':
        identityFacts.push(fact);
        break;
      case 'planSaved':
        plan = fact.plan;
        break;
      case 'baselineNamed':
        baseline = fact;
        break;
      case 'systemChosen':
        chosenSystem = fact.system;
        break;
      case 'systemStated':
        statedSystems.set(fact.file, fact.system);
        break;
      case 'queueWaived':
        queueWaivers.push(fact);
        break;
      case 'exceptionAdded': {
        const { from, until, rationale, fallbackControl } = fact;
        const { seat } = fact.seat;
        const exception: SeatException = { seat, rationale, fallbackControl, from, until };
        const others = exceptions.get(seat);
        if (others === undefined) exceptions.set(seat, [exception]);
        else others.push(exception);
        break;
      }
      case 'patternDeclared':
        patterns.set(fact.seat.seat, {
          seat: fact.seat.seat,
          pattern: fact.pattern,
          declaredOn: fact.declaredOn,
        });
        break;
      case 'seatFoundInactive':
        inactive.set(fact.seat.seat, { seat: fact.seat.seat, foundOn: fact.foundOn });
        break;
      case 'humanMarked':
        humanMarks.set(fact.seat.account, {
          account: fact.seat.account,
          mark: fact.mark,
          reason: fact.reason,
        });
        break;
    }
  }
  const reviewFacts = { exceptions, patterns, inactive, humanMarks, leavers: new Set<string>() };
  const identity = identityFacts.length === 0 ? NO_DECISIONS : identityDecisions(identityFacts);
  const systems = { chosenSystem, statedSystems };
  return { contractLines, holidays, identity, plan, reviewFacts, queueWaivers, baseline, ...systems };
}
