import type { RowIndex } from '../../core/base/brand.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { CATEGORIES, type Category } from '../../core/policy/category.ts';
import { isIdentified } from '../../core/policy/isIdentified.ts';
import { PROTECTED_ROLE } from '../../core/policy/preparedSeats.ts';
import type { CaseOpening } from '../../core/reclaim/caseOpening.ts';
import { systemOfCase } from '../../core/reclaim/casesInUse.ts';
import { stepContext } from '../../core/reclaim/caseSituation.ts';
import { decideCaseStep } from '../../core/reclaim/decideCaseStep.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { CaseDesk, type RefusedSubject } from '../../core/reclaim/openCases.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import { systemInUse } from '../../core/reclaim/systemInUse.ts';
import type { Action } from '../action.ts';
import type { ActionSituation, Decided } from './decidedAction.ts';
import type { Evaluated } from './evaluated.ts';

/** Borderline seats become cases only once a person has looked or waived the queue; other protected seats never by hand. */
const RAISED_BY_HAND: ReadonlySet<Category> = new Set([
  'active',
  'neverUsed',
  'loginOnly',
  'dormant',
  'leaver',
]);

/** Opens cases for the chosen seats, or for every candidate that has none where nothing is chosen. */
export async function createCases(
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

const OTHER_SYSTEM =
  'Its seat is in the lists of another system. Choose these lists on the Load screen first, so that the seat can be judged anew.';

/** Takes one step on each of the cases; refused when none of them can take it. */
export async function moveCases(
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
