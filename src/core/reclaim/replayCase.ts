import { readIsoDay, type EpochDay } from '../base/epochDay.ts';
import type { CaseEvent, CaseRecord } from './caseRecord.ts';
import { isClosed } from './caseState.ts';
import { RESTRICTED_SOFTWARE } from './openCases.ts';
import type { CaseMoved, CaseOpened } from './recordedFact.ts';

/** The stamp of the entry that is being replayed. */
export interface ReplayStamp {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
}

/** The record of a case as its opening left it. */
export function caseFromOpening(opened: CaseOpened, stamp: ReplayStamp, event: CaseEvent): CaseRecord {
  return {
    number: opened.caseNumber,
    seat: opened.seat,
    identified: opened.identified,
    protectedRole: opened.protectedRole,
    state: opened.to,
    subStep: opened.subStep,
    dryRun: opened.dryRun,
    origin: opened.origin,
    notify: opened.notify,
    category: opened.category,
    flaggedOn: opened.flaggedOn,
    policyVersion: opened.policyVersion,
    snapshot: opened.snapshot,
    owner: undefined,
    decider: undefined,
    attention: opened.attention,
    errorText: undefined,
    notice: undefined,
    waiver:
      opened.justification === RESTRICTED_SOFTWARE
        ? { who: stamp.actor, why: RESTRICTED_SOFTWARE }
        : undefined,
    decisions: [],
    deadline: undefined,
    appealed: false,
    graceEnds: opened.graceEnds,
    restoreCard: undefined,
    downgradeTo: undefined,
    justification: opened.justification,
    closing: undefined,
    proof: undefined,
    reclaimedOn: undefined,
    reactivatedOn: [],
    movedOn: dayOfStamp(stamp.at),
    movedBy: stamp.sequence,
    timeline: [event],
    before: undefined,
  };
}

/** The record of a case after one transition. A taken-back step restores the record before it, timeline kept. */
export function caseAfterMove(
  current: CaseRecord,
  moved: CaseMoved,
  stamp: ReplayStamp,
  event: CaseEvent,
): CaseRecord {
  const timeline = [...current.timeline, event];
  const movedOn = dayOfStamp(stamp.at);
  if (moved.transition === 26 && current.before !== undefined)
    return { ...current.before, movedOn, timeline };
  const { effects } = moved;
  const { decision, waiver } = effects;
  return {
    ...current,
    movedOn,
    movedBy: stamp.sequence,
    timeline,
    state: moved.to,
    subStep: moved.subStep,
    notify: effects.notify ?? current.notify,
    owner: effects.owner ?? current.owner,
    decider: effects.decider ?? current.decider,
    attention: effects.attention,
    errorText: effects.errorText,
    notice: effects.notice ?? current.notice,
    waiver: waiverAfter(current, waiver, effects.justification, stamp),
    decisions: decision === undefined ? current.decisions : [...current.decisions, decision],
    deadline: moved.deadline,
    appealed: effects.appealed ?? current.appealed,
    graceEnds: effects.graceEnds ?? current.graceEnds,
    restoreCard: effects.restoreCard ?? current.restoreCard,
    downgradeTo: effects.downgradeTo ?? current.downgradeTo,
    justification: effects.justification ?? current.justification,
    closing: effects.closing ?? current.closing,
    proof: effects.proof ?? current.proof,
    reclaimedOn: effects.reclaimedOn ?? current.reclaimedOn,
    before: isClosed(moved.to) ? undefined : current,
  };
}

function waiverAfter(
  current: CaseRecord,
  waiver: string | undefined,
  justification: string | undefined,
  { actor }: ReplayStamp,
): CaseRecord['waiver'] {
  if (waiver !== undefined) return { who: actor, why: waiver };
  if (justification === RESTRICTED_SOFTWARE) return { who: actor, why: RESTRICTED_SOFTWARE };
  return current.waiver;
}

/** The calendar day that a stamp names: its first ten characters. Throws for a stamp without one. */
function dayOfStamp(at: string): EpochDay {
  const day = readIsoDay(at.slice(0, 10));
  if (day === undefined) throw new RangeError(`The stamp ${at} does not start with a calendar day.`);
  return day;
}
