import { addDays, type EpochDay } from '../base/epochDay.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { Policy } from '../policy/policy.ts';
import type { SeatKey } from '../policy/reviewFacts.ts';
import { isPersonKnown, type ConditionName } from './caseConditions.ts';
import type { CaseOpening } from './caseOpening.ts';
import { isRestricted } from './caseSituation.ts';
import type { SubStep } from './caseState.ts';
import { CASE_TRANSITIONS } from './caseTransitions.ts';
import { seatSubject } from './factShapes.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import type { CaseOpened } from './recordedFact.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import { writeFact } from './writeFact.ts';

/** Where the openings come from: the newest snapshot as evaluated under the last frozen policy. */
export interface OpeningContext {
  readonly actor: string;
  readonly workingDay: EpochDay;
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** `true` opens live cases even under a dry-run policy: for *Convert to live*. */
  readonly live: boolean;
}

/** A seat for which no case was opened, and why, in words. */
export interface RefusedSubject {
  readonly subject: string;
  readonly reason: string;
}

/** The justification of a case of restricted software, exactly. */
export const RESTRICTED_SOFTWARE = 'Restricted Software';

/**
 * Facts that open one case per seat, in the order given, and the seats that were refused with their reasons: nothing
 * is skipped silently. Transitions 1, 2 and 7; at most one open case per seat.
 */
export function openCases(
  record: WorkspaceRecord,
  openings: readonly CaseOpening[],
  context: OpeningContext,
): { readonly facts: readonly LedgerFact[]; readonly refused: readonly RefusedSubject[] } {
  const desk = new CaseDesk(record, context);
  for (const opening of openings) desk.open(opening);
  return desk;
}

/** As {@link openCases}, seat by seat, for callers that pause in between. */
export class CaseDesk {
  readonly facts: LedgerFact[] = [];
  readonly refused: RefusedSubject[] = [];
  readonly #seats = new Set<SeatKey>();
  readonly #record: WorkspaceRecord;
  readonly #context: OpeningContext;

  constructor(record: WorkspaceRecord, context: OpeningContext) {
    this.#record = record;
    this.#context = context;
  }

  open(opening: CaseOpening): void {
    const { seat } = opening.seat;
    const result = this.#seats.has(seat)
      ? fail('This seat is named twice.')
      : openingOf(this.#record, opening, this.#context, this.facts.length);
    if (result.ok) this.facts.push(writeFact(result.value));
    else this.refused.push({ subject: seatSubject(opening.seat), reason: result.failure });
    this.#seats.add(seat);
  }
}

/**
 * The opening of one case, or the sentence of its refusal. `ahead` counts openings of the same act that come before;
 * `ending` is a case of the seat that the same act closes.
 */
export function openingOf(
  record: WorkspaceRecord,
  opening: CaseOpening,
  context: OpeningContext,
  ahead = 0,
  ending?: number,
): Result<CaseOpened, string> {
  if (context.actor.trim() === '') return fail('Type your name first.');
  const frozen = record.policies.at(-1);
  if (frozen === undefined) return fail('Freeze a definition first.');
  if (opening.block !== undefined) return fail(opening.block);
  const openCase = record.openCaseBySeat.get(opening.seat.seat);
  if (openCase !== undefined && openCase !== ending)
    return fail(`Case ${openCase} is already open for this seat.`);
  const restricted = isRestricted(record, opening.seat.licenceType);
  return succeed(caseOpened(record.cases.size + ahead + 1, opening, frozen, restricted, context));
}

function caseOpened(
  caseNumber: number,
  opening: CaseOpening,
  frozen: { readonly version: number; readonly policy: Policy },
  restricted: boolean,
  context: OpeningContext,
): CaseOpened {
  const { policy } = frozen;
  const holding: Partial<Record<ConditionName, boolean>> = {
    licenceRestricted: restricted,
    automatic: opening.origin === 'automatic',
    notifyOn: policy.notify,
    personMissing: !isPersonKnown(opening),
  };
  const row = CASE_TRANSITIONS.find(
    ({ event, when }) => event === 'create' && when.every((name) => holding[name]),
  );
  if (row === undefined || row.to === 'same' || row.to === 'previous')
    throw new Error('No transition opens a case.');
  const revocation =
    row.to === 'Awaiting Revocation' ? revocationStart(policy, context.workingDay) : undefined;
  return {
    kind: 'caseOpened',
    caseNumber,
    transition: row.number as CaseOpened['transition'],
    to: row.to,
    subStep: revocation?.subStep,
    attention: row.to === 'Attention Required' ? 'userMissing' : undefined,
    seat: opening.seat,
    identified: opening.identified,
    protectedRole: opening.protectedRole,
    dryRun: policy.dryRun && !context.live,
    origin: opening.origin,
    notify: policy.notify,
    category: opening.category,
    flaggedOn: context.asOf,
    policyVersion: frozen.version,
    snapshot: context.snapshot,
    dataAge: context.workingDay - context.asOf,
    justification: restricted ? RESTRICTED_SOFTWARE : undefined,
    graceEnds: revocation?.graceEnds,
    reason: opening.reason,
  };
}

/**
 * The first sub-step of Awaiting Revocation: to freeze, or grace at once where the platform cannot freeze.
 */
export function revocationStart(
  policy: Policy,
  workingDay: EpochDay,
): { readonly subStep: SubStep; readonly graceEnds: EpochDay | undefined } {
  return policy.platformCanFreeze
    ? { subStep: 'toFreeze', graceEnds: undefined }
    : { subStep: 'grace', graceEnds: addDays(workingDay, policy.graceDays) };
}
