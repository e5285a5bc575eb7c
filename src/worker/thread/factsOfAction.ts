import type { EpochDay } from '../../core/base/epochDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { unreachable } from '../../core/base/exhaustive.ts';
import type { RowIndex } from '../../core/base/brand.ts';
import { CATEGORIES, type Category } from '../../core/policy/category.ts';
import { isIdentified } from '../../core/policy/isIdentified.ts';
import { PROTECTED_ROLE } from '../../core/policy/preparedSeats.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import type { SeatIdentity } from '../../core/reclaim/caseRecord.ts';
import { stepContext } from '../../core/reclaim/caseSituation.ts';
import { decideCaseStep } from '../../core/reclaim/decideCaseStep.ts';
import { applyDueSteps } from '../../core/reclaim/dueItems.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { CaseDesk, type CaseOpening, type RefusedSubject } from '../../core/reclaim/openCases.ts';
import { decideSeats, waiveQueue, type SeatDecision } from '../../core/reclaim/seatDecision.ts';
import { undoLastAct } from '../../core/reclaim/undoLastAct.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { isClosed } from '../../core/reclaim/caseState.ts';
import { systemOfCase } from '../../core/reclaim/casesInUse.ts';
import { systemInUse } from '../../core/reclaim/systemInUse.ts';
import type { FrozenPolicy, WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import type { Action } from '../action.ts';
import type { Failure } from '../protocol.ts';
import { baselineOf } from './baselineOf.ts';
import type { Evaluated } from './evaluated.ts';
import { decideIdentity } from './decideIdentity.ts';
import { measuredFact } from './measuredFact.ts';
import { wordPolicyFailure } from './wordPolicyFailure.ts';

/** What an action is decided against: the record as it stands, and the seats as the last frozen policy sees them. */
export interface ActionSituation {
  readonly record: WorkspaceRecord;
  readonly actor: string;
  readonly workingDay: EpochDay;
  /** `undefined` before the first import. */
  readonly evaluated: Evaluated | undefined;
  /** Evaluates the current snapshot under a policy that is about to be frozen. */
  readonly evaluateUnder: (policy: Evaluated['policy'], version: number) => Evaluated | undefined;
  /** Evaluates any snapshot under the last frozen policy. */
  readonly evaluateSnapshot: (snapshot: string, frozen: FrozenPolicy) => Promise<Result<Evaluated, Failure>>;
  readonly identify: (seat: number) => SeatIdentity;
  /** Rows of seats in the current snapshot, `undefined` for one that is no longer there. */
  readonly rowsOfSeats: (seats: readonly SeatIdentity[]) => readonly (number | undefined)[];
  /** Awaited after every subject of a long act, with how many are decided, of how many. Throws once it is cancelled. */
  readonly breathe: (done: number, of: number) => Promise<void>;
  /** Pseudonym of a canonical id. */
  readonly codeOf: (canonicalId: string) => string;
  readonly hashPolicy: (policy: Evaluated['policy']) => string;
  /** What a check says that blocks the seat; with `overridden` those that a reason cannot override, and no other. */
  readonly blockOf: (seat: number, overridden: boolean) => string | undefined;
}

/** The entries an action writes, and what it could not be done for. */
export interface DecidedAction {
  readonly facts: readonly LedgerFact[];
  readonly refused: readonly RefusedSubject[];
}

type Decided = Result<DecidedAction, Failure>;

const all = (facts: readonly LedgerFact[]): Decided => succeed({ facts, refused: [] });
const refuse = (reason: string): Decided => fail({ kind: 'refused', reason });

/** Decides an action: facts to append, or why it cannot be done. Nothing is written here. */
export async function factsOfAction(action: Action, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  switch (action.act) {
    case 'saveContractLine':
      return all([
        writeFact({ kind: 'contractLineSaved', line: action.line }),
        ...(action.holidays ? [writeFact({ kind: 'holidaysSaved', days: action.holidays })] : []),
      ]);
    case 'saveHolidays':
      return all([writeFact({ kind: 'holidaysSaved', days: action.days })]);
    case 'removeContractLine':
      return record.contractLines.has(action.id)
        ? all([writeFact({ kind: 'contractLineRemoved', id: action.id })])
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
      return waived.ok ? all(waived.value) : waived;
    }
    case 'caseStep':
      return moveCases(action.cases, action.step, situation);
    case 'applyDueSteps': {
      const facts = applyDueSteps(record, situation);
      return facts.length === 0 ? refuse('Nothing is due that can be applied.') : all(facts);
    }
    case 'savePlan':
      return all([writeFact({ kind: 'planSaved', plan: action.plan })]);
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
      return decided.ok ? all(decided.value) : decided;
    }
    case 'undoLast': {
      const undone = undoLastAct(record, action.reason, situation);
      return undone.ok ? all(undone.value) : undone;
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
  return all([
    writeFact({ kind: 'policyFrozen', version, policy: checked.value, hash }),
    measuredFact(measured, version),
  ]);
}

/** Borderline seats become cases only once a person has looked or waived the queue; other protected seats never by hand. */
const RAISED_BY_HAND: ReadonlySet<Category> = new Set([
  'active',
  'neverUsed',
  'loginOnly',
  'dormant',
  'leaver',
]);

async function createCases(
  seats: readonly number[] | undefined,
  manualReason: string | undefined,
  situation: ActionSituation,
): Promise<Decided> {
  const { record, evaluated } = situation;
  if (!evaluated) return fail({ kind: 'noSnapshot' });
  if (evaluated.version === undefined) return fail({ kind: 'notFrozen' });
  if (manualReason !== undefined && manualReason.trim() === '')
    return refuse('A case raised by hand needs a reason.');
  const chosen = seats ?? candidateRows(evaluated);
  const desk = new CaseDesk(record, {
    actor: situation.actor,
    workingDay: situation.workingDay,
    snapshot: evaluated.snapshot.id,
    asOf: evaluated.snapshot.asOf,
    live: false,
  });
  const names = new Map<string, string>();
  for (const [index, seat] of chosen.entries()) {
    const opening = openingOfSeat(seat, manualReason, evaluated, situation);
    // Without a choice every candidate is meant that has no case yet.
    if (seats !== undefined || !record.openCaseBySeat.has(opening.seat.seat)) {
      names.set(opening.seat.pseudonym, opening.seat.name);
      desk.open(opening);
    }
    await situation.breathe(index + 1, chosen.length);
  }
  const { facts, refused } = desk;
  if (facts.length === 0) return refuse(refused[0]?.reason ?? 'There is no candidate without an open case.');
  return succeed({ facts, refused: named(refused, names) });
}

function openingOfSeat(
  seat: number,
  manualReason: string | undefined,
  evaluated: Evaluated,
  situation: ActionSituation,
): CaseOpening {
  const category = CATEGORIES[evaluated.evaluation.category[seat]!]!;
  const byHand = manualReason !== undefined;
  const block =
    evaluated.candidates[seat] === 1
      ? undefined
      : byHand && RAISED_BY_HAND.has(category)
        ? situation.blockOf(seat, true)
        : whyNot(category, seat, situation);
  return {
    ...holderOf(seat, evaluated, situation),
    category,
    origin: byHand ? 'manual' : 'automatic',
    block,
    reason: manualReason,
  };
}

/** Refusals with the name of the person in place of the pseudonym: they are shown, not stored. */
function named(
  refused: readonly RefusedSubject[],
  names: ReadonlyMap<string, string>,
): readonly RefusedSubject[] {
  return refused.map(({ subject, reason }) => {
    const pseudonym = subject.replace(/^seat:/, '').split('/')[0] ?? '';
    return { subject: names.get(pseudonym) ?? subject, reason };
  });
}

function whyNot(category: Category, seat: number, situation: ActionSituation): string {
  if (category === 'borderline') return 'Borderline: nobody has reviewed it and the queue is not waived.';
  return situation.blockOf(seat, false) ?? 'The definition does not allow this category to become a case.';
}

/** Who holds a seat, and what of it decides how far its case may go without a person. */
const holderOf = (
  seat: number,
  { snapshot, prepared }: Evaluated,
  { identify }: ActionSituation,
): Pick<CaseOpening, 'seat' | 'identified' | 'protectedRole'> => ({
  seat: identify(seat),
  identified: isIdentified(snapshot.accounts, snapshot.seats.account[seat]! as RowIndex),
  protectedRole: (prepared.blocks[seat]! & PROTECTED_ROLE) !== 0,
});

function candidateRows({ candidates }: Evaluated): number[] {
  const rows: number[] = [];
  candidates.forEach((flag, seat) => {
    if (flag === 1) rows.push(seat);
  });
  return rows;
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
  return decided.ok ? all(decided.value) : decided;
}

const OTHER_SYSTEM =
  'Its seat is in the lists of another system. Choose these lists on the Load screen first, so that the seat can be judged anew.';

async function moveCases(
  asked: readonly number[],
  step: Extract<Action, { act: 'caseStep' }>['step'],
  situation: ActionSituation,
): Promise<Decided> {
  const { record } = situation;
  const numbers = [...new Set(asked)];
  const found = numbers.flatMap((number) => record.cases.get(number) ?? []);
  const rows = step.step === 'convertToLive' ? situation.rowsOfSeats(found.map(({ seat }) => seat)) : [];
  const facts: LedgerFact[] = [];
  const refused: RefusedSubject[] = numbers
    .filter((number) => !record.cases.has(number))
    .map((number) => ({ subject: `Case ${number}`, reason: 'There is no such case.' }));
  let opened = 0;
  const system = systemInUse(record);
  for (const [index, current] of found.entries()) {
    const own = systemOfCase(record, current) ?? system;
    if (step.step === 'convertToLive' && own !== system) {
      refused.push({ subject: `Case ${current.number}`, reason: OTHER_SYSTEM });
      continue;
    }
    const live =
      step.step === 'convertToLive' ? liveOpening(rows[index], current.origin, situation) : undefined;
    const decided = decideCaseStep(current, step, stepContext(record, current, situation, live, opened));
    if (decided.ok) {
      facts.push(...decided.value);
      opened += decided.value.filter(({ kind }) => kind === 'caseOpened').length;
    } else refused.push({ subject: `Case ${current.number}`, reason: decided.failure.reason });
    await situation.breathe(index + 1, found.length);
  }
  if (facts.length === 0) return refuse(refused[0]?.reason ?? 'Select at least one case.');
  return succeed({ facts, refused });
}

/** The seat of a dry-run case as the newest snapshot shows it, when it is still a candidate. */
function liveOpening(
  seat: number | undefined,
  origin: CaseOpening['origin'],
  situation: ActionSituation,
): CaseOpening | undefined {
  const { evaluated } = situation;
  if (!evaluated || seat === undefined || evaluated.candidates[seat] !== 1) return undefined;
  return {
    ...holderOf(seat, evaluated, situation),
    category: CATEGORIES[evaluated.evaluation.category[seat]!]!,
    origin,
    block: undefined,
    reason: undefined,
  };
}

/** The figures are counted anew under the last frozen policy, so that no draft can stand behind a baseline. */
async function nameBaseline(snapshot: string, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  const imported = record.imports.find((found) => found.snapshot === snapshot);
  if (!imported) return refuse('This snapshot is not there any more.');
  if (imported.completeness !== 'full') return refuse('A filtered list cannot be the baseline.');
  if (record.baseline?.snapshot === snapshot) return refuse('This snapshot is the baseline already.');
  const frozen = record.policies.at(-1);
  if (!frozen) return refuse('A baseline keeps figures under a frozen definition. Use a definition first.');
  const evaluated = await situation.evaluateSnapshot(snapshot, frozen);
  if (!evaluated.ok) return evaluated;
  return all([writeFact({ kind: 'baselineNamed', ...baselineOf(evaluated.value, frozen, record) })]);
}

/** A list that comes into use by the choice is measured in the same act, as an imported one is. */
async function chooseSystem(system: string, situation: ActionSituation): Promise<Decided> {
  const { record } = situation;
  if (!record.imports.some((imported) => imported.system === system)) {
    return refuse('There is no list of this system any more.');
  }
  if (systemInUse(record) === system) return refuse('The figures describe this system already.');
  const chosen = writeFact({ kind: 'systemChosen', system });
  const next = currentImport({ ...record, chosenSystem: system });
  const frozen = record.policies.at(-1);
  const isMeasured = record.measurements.some(
    ({ version, snapshot }) => version === frozen?.version && snapshot === next?.snapshot,
  );
  if (!next || !frozen || next.completeness !== 'full' || isMeasured) return all([chosen]);
  const evaluated = await situation.evaluateSnapshot(next.snapshot, frozen);
  return evaluated.ok ? all([chosen, measuredFact(evaluated.value, frozen.version)]) : evaluated;
}

function stateSystem(file: string, system: string, record: WorkspaceRecord): Decided {
  if (!record.files.some((found) => found.file === file && found.fileKind === 'activity')) {
    return refuse('This log is not loaded any more.');
  }
  if (record.statedSystems.get(file) === system) return refuse('This has been said of this log already.');
  return all([writeFact({ kind: 'systemStated', file, system })]);
}

/** Decides the deletion of a snapshot, at once: it is decided inside the transaction that deletes. */
export function decideDeletion(
  { snapshot, namesBaseline = false }: Omit<Extract<Action, { act: 'deleteSnapshot' }>, 'act'>,
  record: WorkspaceRecord,
): Decided {
  const imported = record.imports.find((found) => found.snapshot === snapshot);
  if (!imported) return refuse('This snapshot is not there any more.');
  const wasBaseline = record.baseline?.snapshot === snapshot;
  if (wasBaseline && !namesBaseline) {
    return refuse(
      'This snapshot is the baseline. Say so when you delete it, or make another one the baseline first.',
    );
  }
  const open = [...record.cases.values()].filter(
    (found) => found.snapshot === snapshot && !isClosed(found.state),
  ).length;
  if (open > 0) {
    return refuse(
      `${open} open ${open === 1 ? 'case rests' : 'cases rest'} on this snapshot. Close or withdraw them first.`,
    );
  }
  return all([writeFact({ kind: 'snapshotDeleted', snapshot, asOf: imported.asOf, wasBaseline })]);
}
