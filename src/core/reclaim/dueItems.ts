import type { EpochDay } from '../base/epochDay.ts';
import type { CaseRecord } from './caseRecord.ts';
import { stepContext } from './caseSituation.ts';
import { isClosed, type SubStep } from './caseState.ts';
import { decideCaseStep } from './decideCaseStep.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import { systemOfCase } from './casesInUse.ts';
import type { ReviewFacts } from '../policy/reviewFacts.ts';
import { reviewFactsOf } from './seatFacts.ts';

/** One thing that is due, with the cases it concerns. */
export interface DueItem {
  readonly kind:
    | 'noticeToSend'
    | 'answerOverdue'
    | 'decisionOverdue'
    | 'graceEnded'
    | 'seatsToFreeze'
    | 'seatsToDeactivate'
    | 'seatsToDowngrade'
    | 'toClose'
    | 'exceptionExpiring'
    | 'attention';
  /** Case numbers, ascending; the seats' last cases for expiring exceptions. */
  readonly cases: readonly number[];
  /** The earliest due day among them. */
  readonly dueOn: EpochDay | undefined;
  /** Whether *Apply due steps* can apply it. */
  readonly applicable: boolean;
}

/** An exception is announced this many days before its last day. */
const EXPIRING_DAYS = 14;

/**
 * What is due on a working day, in the order of the screen. Nothing is applied by being listed: time passes while
 * Fallow is closed, and a person applies what has become due.
 */
export function listDueItems(record: WorkspaceRecord, workingDay: EpochDay): DueItem[] {
  const waiting = new Map<
    string,
    { kind: DueItem['kind']; cases: number[]; dueOn: EpochDay | undefined; applicable: boolean }
  >();
  const add = (
    kind: DueItem['kind'],
    number: number,
    dueOn: EpochDay | undefined,
    applicable: boolean,
  ): void => {
    const key = `${kind} ${applicable}`;
    const item = waiting.get(key);
    if (item === undefined) {
      waiting.set(key, { kind, cases: [number], dueOn, applicable });
      return;
    }
    item.cases.push(number);
    if (dueOn !== undefined && (item.dueOn === undefined || dueOn < item.dueOn)) item.dueOn = dueOn;
  };
  for (const current of record.cases.values()) {
    const due = dueOf(current, workingDay);
    if (due === undefined) continue;
    const applicable =
      due.dueOn !== undefined && dueStep(record, current, { actor: 'anybody', workingDay }).ok;
    add(due.kind, current.number, due.dueOn, applicable);
  }
  for (const [number, until] of expiringExceptions(record, workingDay)) {
    add('exceptionExpiring', number, until, false);
  }
  return DUE_ORDER.flatMap((kind) => [...waiting.values()].filter((item) => item.kind === kind));
}

const DUE_ORDER = [
  'noticeToSend',
  'answerOverdue',
  'decisionOverdue',
  'graceEnded',
  'seatsToFreeze',
  'seatsToDeactivate',
  'seatsToDowngrade',
  'toClose',
  'exceptionExpiring',
  'attention',
] as const;

/** What a person does next, by sub-step. A downgraded seat waits for the next list, not for a person. */
const NEXT_IN_REVOCATION: Readonly<Partial<Record<SubStep, DueItem['kind']>>> = {
  toFreeze: 'seatsToFreeze',
  toDeactivate: 'seatsToDeactivate',
  toDowngrade: 'seatsToDowngrade',
  deactivated: 'toClose',
};

function dueOf(
  current: CaseRecord,
  workingDay: EpochDay,
): { readonly kind: DueItem['kind']; readonly dueOn: EpochDay | undefined } | undefined {
  if (isClosed(current.state)) return undefined;
  if (current.state === 'Attention Required') return { kind: 'attention', dueOn: undefined };
  if (current.state === 'Ready') {
    return current.notify && current.notice === undefined
      ? { kind: 'noticeToSend', dueOn: undefined }
      : undefined;
  }
  const { deadline, graceEnds, subStep } = current;
  if (current.state === 'Awaiting Revocation') {
    const next = subStep === undefined ? undefined : NEXT_IN_REVOCATION[subStep];
    if (next !== undefined) return { kind: next, dueOn: undefined };
    const inGrace = subStep === 'frozen' || subStep === 'grace';
    return inGrace && graceEnds !== undefined && workingDay > graceEnds
      ? { kind: 'graceEnded', dueOn: graceEnds }
      : undefined;
  }
  if (deadline === undefined || workingDay <= deadline) return undefined;
  return { kind: current.state === 'Awaiting User' ? 'answerOverdue' : 'decisionOverdue', dueOn: deadline };
}

const dueStep = (
  record: WorkspaceRecord,
  current: CaseRecord,
  acting: { readonly actor: string; readonly workingDay: EpochDay },
) => decideCaseStep(current, { step: 'applyDue' }, stepContext(record, current, acting));

/** The entries of *Apply due steps*: every due step that the rules let be applied, in order of case number. */
export function applyDueSteps(
  record: WorkspaceRecord,
  acting: { readonly actor: string; readonly workingDay: EpochDay },
): LedgerFact[] {
  return [...record.cases.values()]
    .filter((current) => dueOf(current, acting.workingDay)?.dueOn !== undefined)
    .flatMap((current) => {
      const step = dueStep(record, current, acting);
      return step.ok ? step.value : [];
    });
}

/** The last case of each seat whose exception ends within two weeks, with that day. */
function expiringExceptions(record: WorkspaceRecord, workingDay: EpochDay): [number, EpochDay][] {
  const hasExceptions = ({ exceptions }: ReviewFacts): boolean => exceptions.size > 0;
  if (![...record.reviewFactsBySystem.values()].some(hasExceptions)) return [];
  const expiring: [number, EpochDay][] = [];
  const seen = new Set<string>();
  for (const current of [...record.cases.values()].toReversed()) {
    const { seat } = current.seat;
    const system = systemOfCase(record, current);
    const key = `${system ?? ''}\n${seat}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const facts = reviewFactsOf(record.reviewFactsBySystem, system);
    const ends = (facts.exceptions.get(seat) ?? []).map(({ until }) => until);
    const last = ends.toSorted((left, right) => right - left)[0];
    if (last !== undefined && last >= workingDay && last - workingDay <= EXPIRING_DAYS) {
      expiring.push([current.number, last]);
    }
  }
  return expiring.toReversed();
}
