import type { EpochDay } from '../base/epochDay.ts';
import type { CaseRecord } from './caseRecord.ts';
import { isClosed } from './caseState.ts';
import { startsFrom, type CaseEventName } from './caseTransition.ts';
import { CASE_TRANSITIONS } from './caseTransitions.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import type { CaseEffects, RecordedFact } from './recordedFact.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import { writeFact } from './writeFact.ts';

/** What a new snapshot says about the seat of one case. */
export interface SeatFinding {
  /** The licence type is still listed for the account. */
  readonly held: boolean;
  /** The account is listed but closed, and the contract does not say that closed accounts stop counting. */
  readonly closedButMayCount: boolean;
  /** The lighter licence type of a downgrade is listed for the account. */
  readonly lighterHeld: boolean;
  /** Last meaningful action, or `undefined` when none is known. */
  readonly lastWork: EpochDay | undefined;
  /** Where it says so: file, row and cell, for the record. */
  readonly evidence: string;
}

/** The snapshot that is matched with the cases. */
export interface ReimportContext {
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** The answer of the completeness guard; a filtered list changes nothing (transition 24). */
  readonly completeness: 'full' | 'filtered';
  readonly findingOf: (current: CaseRecord) => SeatFinding;
  /** Whether the list could show the seat of a case at all: one of another system cannot. Default: every case. */
  readonly concerns?: (current: CaseRecord) => boolean;
}

/**
 * What a re-import proves about the cases, as entries in order of case number: gone seats are tested before work seen.
 * Transitions 21 to 25 and 30. A filtered list gives no entry, and a list that is not newer than the one that flagged
 * the seat proves nothing about its case. Dry-run cases are left as they are: nothing was done
 * for them that an export could prove.
 */
export function matchReimport(record: WorkspaceRecord, context: ReimportContext): LedgerFact[] {
  if (context.completeness === 'filtered') return [];
  const own = [...record.cases.values()].filter((current) => context.concerns?.(current) ?? true);
  const lastCaseBySeat = new Map(own.map(({ seat, number }) => [seat.seat, number]));
  return own.flatMap((current) => {
    if (current.dryRun || current.flaggedOn >= context.asOf) return [];
    const isLast = lastCaseBySeat.get(current.seat.seat) === current.number;
    const fact = factOf(current, context.findingOf(current), context, isLast);
    return fact === undefined ? [] : [writeFact(fact)];
  });
}

function factOf(
  current: CaseRecord,
  finding: SeatFinding,
  context: ReimportContext,
  isLast: boolean,
): RecordedFact | undefined {
  const { snapshot, asOf } = context;
  if (isClosed(current.state)) return closedFact(current, finding, context, isLast);
  const evidence = { snapshot, text: finding.evidence };
  if (!finding.held && !finding.closedButMayCount) {
    if (current.state !== 'Awaiting Revocation') {
      return move(current, 'seatGone', { closing: 'goneOutsideWorkflow', evidence });
    }
    const isDowngrade = current.subStep === 'toDowngrade' || current.subStep === 'downgraded';
    const proven: CaseEffects = { closing: 'reclaimed', proof: 'verified', reclaimedOn: asOf, evidence };
    if (isDowngrade && finding.lighterHeld) return move(current, 'lighterLicenceSeen', proven);
    const untouched = current.subStep === 'toFreeze' || current.subStep === 'toDowngrade';
    return move(
      current,
      'seatGone',
      untouched ? { ...proven, remark: 'removed before a step was recorded' } : proven,
    );
  }
  const worked = finding.lastWork !== undefined && finding.lastWork > current.flaggedOn;
  if (!worked || current.category === 'leaver') return undefined;
  const touched = current.restoreCard !== undefined;
  const canceled: CaseEffects = { closing: 'activityDetected', evidence };
  return move(
    current,
    'workSeen',
    touched ? { ...canceled, remark: 'activity on frozen account' } : canceled,
  );
}

function closedFact(
  current: CaseRecord,
  finding: SeatFinding,
  { snapshot, asOf }: ReimportContext,
  isLast: boolean,
): RecordedFact | undefined {
  if (current.state !== 'Closed Complete') return undefined;
  const isFree = !finding.held && !finding.closedButMayCount;
  if (isFree && current.proof === 'attested' && current.reactivatedOn.length === 0) {
    const evidence = { snapshot, text: finding.evidence };
    return move(current, 'seatGone', { proof: 'verified', evidence });
  }
  // An attested seat that is still listed is an open point, not a reactivation: nothing has shown it free yet.
  const isAgain =
    isLast && finding.held && current.proof === 'verified' && current.reactivatedOn.length === 0;
  return isAgain ? { kind: 'seatReactivated', caseNumber: current.number, on: asOf, snapshot } : undefined;
}

function move(current: CaseRecord, event: CaseEventName, effects: CaseEffects): RecordedFact {
  const row = CASE_TRANSITIONS.find(
    (candidate) => candidate.event === event && startsFrom(candidate, current.state, current.subStep),
  );
  if (row === undefined || row.to === 'previous') {
    throw new Error(`No transition for ${event} from ${current.state}.`);
  }
  return {
    kind: 'caseMoved',
    caseNumber: current.number,
    transition: row.number,
    appliedAs: undefined,
    from: current.state,
    to: row.to === 'same' ? current.state : row.to,
    subStep: current.subStep,
    deadline: undefined,
    dryRun: current.dryRun,
    reason: undefined,
    dueOn: undefined,
    appliedOn: undefined,
    effects,
  };
}
