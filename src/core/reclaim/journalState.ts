import type { ContractLine } from '../contract/contractLine.ts';
import { identityDecisions, NO_DECISIONS, type IdentityFact } from './identityDecisions.ts';
import { isSeatFact, reviewFactsBySystem, type SeatFact } from './seatFacts.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import type { FactOf, JournalFact, Recorded } from './journalFact.ts';

/** The part of a workspace record that follows from facts which may be undone. */
export type JournalState = Pick<
  WorkspaceRecord,
  | 'contractLines'
  | 'holidays'
  | 'identity'
  | 'plan'
  | 'reviewFactsBySystem'
  | 'queueWaivers'
  | 'baselines'
  | 'chosenSystem'
  | 'statedSystems'
>;

/** What the facts still in the journal amount to, in their order: later ones win, exceptions add up. */
export function journalState(journal: ReadonlyMap<number, JournalFact>): JournalState {
  const contractLines = new Map<string, ContractLine>();
  const seatFacts: SeatFact[] = [];
  const queueWaivers: WorkspaceRecord['queueWaivers'][number][] = [];
  const identityFacts: IdentityFact[] = [];
  let holidays: WorkspaceRecord['holidays'] = [];
  let plan: WorkspaceRecord['plan'];
  const baselines = new Map<string, Recorded<FactOf<'baselineNamed'>>>();
  let chosenSystem: WorkspaceRecord['chosenSystem'];
  const statedSystems = new Map<string, string>();
  for (const fact of journal.values()) {
    if (isSeatFact(fact)) {
      seatFacts.push(fact);
      continue;
    }
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
        baselines.set(fact.system, fact);
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
    }
  }
  const identity = identityFacts.length === 0 ? NO_DECISIONS : identityDecisions(identityFacts);
  return {
    contractLines,
    holidays,
    identity,
    plan,
    reviewFactsBySystem: reviewFactsBySystem(seatFacts),
    queueWaivers,
    baselines,
    chosenSystem,
    statedSystems,
  };
}
