import type { EpochDay } from '../base/epochDay.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ExpectedPattern } from '../inventory/enumerations.ts';
import type { HumanMark } from '../policy/reviewFacts.ts';
import { isFilled } from './caseConditions.ts';
import { exceptionRefusal } from './caseGuards.ts';
import type { SeatIdentity } from './caseRecord.ts';
import { currentImport } from './currentImport.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import { writeFact } from './writeFact.ts';

/** What a reviewer decides about single seats. */
export type SeatDecision =
  | { readonly decide: 'inactive'; readonly reason: string }
  | { readonly decide: 'pattern'; readonly pattern: ExpectedPattern; readonly reason: string }
  | {
      readonly decide: 'exception';
      readonly rationale: string;
      readonly until: EpochDay;
      readonly fallbackControl: string;
    }
  | { readonly decide: 'mark'; readonly mark: HumanMark['mark']; readonly reason: string };

/** The days a decision about seats depends on. */
export interface DecisionDays {
  /** The device's calendar day: an exception must end after it. */
  readonly workingDay: EpochDay;
  /** As-of date of the list that was reviewed: decisions count from it, since no figure reads the clock. */
  readonly asOf: EpochDay;
}

/** One fact per seat, or why the decision is refused for all of them. Marks hold for the whole account. */
export function decideSeats(
  seats: readonly SeatIdentity[],
  decision: SeatDecision,
  days: DecisionDays,
): Result<LedgerFact[], Refusal> {
  const refusal = seats.length === 0 ? 'Select at least one seat.' : refusalOf(decision, days.workingDay);
  if (refusal !== undefined) return fail({ kind: 'refused', reason: refusal });
  return succeed(seats.map((seat) => factOf(seat, decision, days.asOf)));
}

/** Waives the borderline queue of the last frozen policy on the newest snapshot, with a reason. */
export function waiveQueue(record: WorkspaceRecord, reason: string): Result<LedgerFact[], Refusal> {
  const frozen = record.policies.at(-1);
  const newest = currentImport(record);
  if (frozen === undefined || newest === undefined) return refuse('Freeze a definition first.');
  if (!isFilled(reason)) return refuse('Waiving the queue needs a reason.');
  const { version: policyVersion } = frozen;
  return succeed([writeFact({ kind: 'queueWaived', policyVersion, snapshot: newest.snapshot, reason })]);
}

/** The waiver of the borderline queue that holds for a policy version and snapshot, or `undefined`. */
export const queueWaiverFor = (
  record: WorkspaceRecord,
  policyVersion: number,
  snapshot: string,
): WorkspaceRecord['queueWaivers'][number] | undefined =>
  record.queueWaivers.findLast(
    (waiver) => waiver.policyVersion === policyVersion && waiver.snapshot === snapshot,
  );

function refusalOf(decision: SeatDecision, workingDay: EpochDay): string | undefined {
  switch (decision.decide) {
    case 'inactive':
      return isFilled(decision.reason) ? undefined : 'Marking a seat inactive needs a reason.';
    case 'pattern':
      if (decision.pattern === 'unknown') return 'Choose the pattern.';
      return isFilled(decision.reason) ? undefined : 'Declaring a pattern needs a reason.';
    case 'exception':
      if (!isFilled(decision.rationale)) return 'An exception needs a rationale.';
      if (!isFilled(decision.fallbackControl)) return 'An exception needs a fallback control.';
      return exceptionRefusal(decision.until, workingDay);
    case 'mark':
      return isFilled(decision.reason) ? undefined : 'Marking an account needs a reason.';
  }
}

function factOf(seat: SeatIdentity, decision: SeatDecision, asOf: EpochDay): LedgerFact {
  switch (decision.decide) {
    case 'inactive':
      return writeFact({ kind: 'seatFoundInactive', seat, foundOn: asOf, reason: decision.reason });
    case 'pattern': {
      const { pattern, reason } = decision;
      return writeFact({ kind: 'patternDeclared', seat, pattern, declaredOn: asOf, reason });
    }
    case 'exception': {
      const { until, rationale, fallbackControl } = decision;
      const caseNumber = undefined;
      return writeFact({
        kind: 'exceptionAdded',
        seat,
        from: asOf,
        until,
        rationale,
        fallbackControl,
        caseNumber,
      });
    }
    case 'mark':
      return writeFact({ kind: 'humanMarked', seat, mark: decision.mark, reason: decision.reason });
  }
}
