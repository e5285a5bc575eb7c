import { ABSENT, NEVER, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { termsOf } from '../contract/termsByLicenceType.ts';
import { ACCOUNT_STATUSES, FLAG_YES } from '../inventory/enumerations.ts';
import { categoryCode } from './category.ts';
import { chooseDeclaration, isWithinDeclaredLimit, isWithinTwelveMonths } from './declaredPattern.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { PATTERN_OUTCOMES } from './evaluation.ts';
import { classColumns } from './evidenceClass.ts';
import { fuseColumns, fuseDayValues, isPresent, overrideLevel } from './fuseDayValues.ts';
import { groupSeats } from './groupSeats.ts';
import { isProtecting } from './isProtecting.ts';
import { ACCOUNT_KINDS } from './markNonHuman.ts';
import { measureQuiet } from './measureQuiet.ts';
import {
  AT_LEAST,
  DAY_CAP,
  DOUBTFUL_DATE,
  EFFECT_OF_OUTCOME,
  NEVER_ACTED,
  NO_SIGN_IN,
  NOTHING_READABLE,
  PROTECTED_ROLE,
  SIGN_IN_NOT_DATED,
  fixedCode,
  neverBetweenCode,
  stateCode,
  type PreparedSeats,
} from './preparedSeats.ts';
import { hasRole } from './surveyRoles.ts';
import { seatProof, type SeatColumns } from './seatProof.ts';

const NOT_TESTABLE = PATTERN_OUTCOMES.indexOf('notTestable');
const NONE = PATTERN_OUTCOMES.indexOf('none');
const OVERDUE = PATTERN_OUTCOMES.indexOf('overdue');
const POSITIVE = PATTERN_OUTCOMES.indexOf('positive');

const NOT_A_SEAT = categoryCode('notASeat');
const NON_HUMAN = categoryCode('nonHuman');
const LEAVER = categoryCode('leaver');
const EXCEPTED = categoryCode('excepted');
const UNDECIDED = 255;

/**
 * Brings every seat to the few numbers that the rules compare: evidence fused per class under the policy, tenure,
 * pattern outcome, and the rules 1 to 4, which no window changes. Makes no object per seat.
 * Source of the rules: Evidence and Categories; `readSeat` is the same reading in plain form for one seat.
 */
export function prepareSeats(context: EvaluationContext): PreparedSeats {
  const { snapshot, policy, facts, usage, history } = context;
  const { seats, accounts, asOf, evidence } = snapshot;
  const classed = classColumns(policy, evidence);
  const columns = {
    action: splitLevels(classed.action),
    signIn: splitLevels(classed.signIn),
  };
  const accountAction = fuseColumns(columns.action.account, accounts.count, asOf);
  const accountSignIn = fuseColumns(columns.signIn.account, accounts.count, asOf);
  const seatAction = fuseColumns(columns.action.seat, seats.count, asOf);
  const seatSignIn = fuseColumns(columns.signIn.seat, seats.count, asOf);

  const accountFixed = fixAccounts(context);
  const typeFixed = fixLicenceTypes(context);
  const closed = ACCOUNT_STATUSES.indexOf('deactivated');
  const protectedAccount = protectAccounts(context);
  const hasPatternFacts = facts.patterns.size > 0 || facts.inactive.size > 0;

  const prepared = {
    count: seats.count,
    asOf,
    lagDays: snapshot.source.lagDays,
    licenceTypes: snapshot.licenceTypes,
    licenceType: seats.licenceType,
    ...groupSeats(snapshot),
    state: new Uint16Array(seats.count),
    tenure: new Uint16Array(seats.count),
    signIn: new Uint16Array(seats.count),
    quiet: measureQuiet(context, classed),
    blocks: new Uint8Array(seats.count),
    outcome: new Uint8Array(seats.count),
    lastAction: new Int32Array(seats.count),
    lastSignIn: new Int32Array(seats.count),
    usage,
  };

  for (let seat = 0; seat < seats.count; seat += 1) {
    const account = seats.account[seat]!;
    const type = seats.licenceType[seat]!;

    const ownAction = seatAction ? seatAction.values[seat]! : ABSENT;
    const ownSignIn = seatSignIn ? seatSignIn.values[seat]! : ABSENT;
    const signIn = overrideLevel(ownSignIn, accountSignIn ? accountSignIn.values[account]! : ABSENT);
    let action = overrideLevel(ownAction, accountAction ? accountAction.values[account]! : ABSENT);
    let doubtful = isPresent(ownAction)
      ? seatAction!.doubtful[seat]!
      : (accountAction?.doubtful[account] ?? 0) | (seatAction?.doubtful[seat] ?? 0);
    doubtful |= isPresent(ownSignIn)
      ? seatSignIn!.doubtful[seat]!
      : (accountSignIn?.doubtful[account] ?? 0) | (seatSignIn?.doubtful[seat] ?? 0);
    if (usage.signInAsAction[type] === 1) action = signIn;
    else if (policy.signInCountsAsWork) action = fuseDayValues(action, signIn);
    prepared.lastAction[seat] = action;
    prepared.lastSignIn[seat] = signIn;
    prepared.signIn[seat] = signInCode(signIn, asOf);

    const assigned = seats.assignedOn[seat]!;
    const start = isDay(assigned) || isAtLeast(assigned) ? assigned : accounts.createdOn[account]!;
    const startKnown = isDay(start);
    const absentUntil = history ? history.absentUntil[seat]! : ABSENT;
    const wasAbsent = isDay(absentUntil);
    const most = wasAbsent ? asOf - absentUntil - 1 : Infinity;
    const isBetween = wasAbsent && !startKnown;
    let tenure: number;
    if (startKnown) {
      tenure = Math.min(most, Math.max(0, asOf - start));
    } else {
      const used = seatProof(columns, seat, account, isPresent(ownAction), isPresent(ownSignIn), asOf, most);
      const proof = Math.max(used, isAtLeast(start) ? Math.min(most, boundOf(start)) : 0);
      tenure = history ? Math.max(proof, asOf - history.firstSeenOn[seat]!) : proof;
    }
    prepared.tenure[seat] = Math.min(DAY_CAP, isBetween ? most : tenure);
    if (isBetween && tenure < prepared.quiet[seat]!) prepared.quiet[seat] = tenure;

    let outcome = context.testedPatterns ? context.testedPatterns[seat]! : NOT_TESTABLE;
    if (hasPatternFacts || accounts.expectedPattern[account] !== 0) {
      outcome = decideOutcome(context, seat, account, outcome, action, tenure);
    }
    prepared.outcome[seat] = outcome;
    prepared.blocks[seat] =
      (protectedAccount[account] === 1 ? PROTECTED_ROLE : 0) | (doubtful === 1 ? DOUBTFUL_DATE : 0);

    let fixed = accountFixed[account]!;
    if (
      typeFixed[type] === UNPAID ||
      (typeFixed[type] === ENDS_WITH_ACCOUNT && accounts.status[account] === closed)
    ) {
      fixed = NOT_A_SEAT;
    } else if (fixed === UNDECIDED && facts.exceptions.size > 0 && isExcepted(context, seat)) {
      fixed = EXCEPTED;
    }
    const effect = EFFECT_OF_OUTCOME[outcome]!;
    if (fixed !== UNDECIDED) prepared.state[seat] = fixedCode(fixed);
    else if (isBetween && action === NEVER)
      prepared.state[seat] = neverBetweenCode(Math.min(DAY_CAP, tenure), effect);
    else prepared.state[seat] = stateCode(workCode(action, asOf), startKnown || isBetween, effect);
  }
  return prepared;
}

const UNPAID = 1;
const ENDS_WITH_ACCOUNT = 2;

function fixLicenceTypes({ snapshot, terms }: EvaluationContext): Uint8Array {
  return Uint8Array.from(snapshot.licenceTypes, (name) => {
    const { paidSeat, deactivatedCounts } = termsOf(terms, name);
    if (!paidSeat) return UNPAID;
    return deactivatedCounts === 'yes' ? 0 : ENDS_WITH_ACCOUNT;
  });
}

/** Rules 2 to 4 as far as they hold for a whole account; `UNDECIDED` for the rest. */
function fixAccounts({ snapshot, facts, nonHuman }: EvaluationContext): Uint8Array {
  const { accounts, asOf } = snapshot;
  const fixed = new Uint8Array(accounts.count);
  for (let account = 0; account < accounts.count; account += 1) {
    const left = accounts.leftOn[account]!;
    if (nonHuman.kind[account] !== 0) fixed[account] = NON_HUMAN;
    else fixed[account] = isDay(left) && left <= asOf ? LEAVER : UNDECIDED;
  }
  for (const account of facts.leavers) if (fixed[account] !== NON_HUMAN) fixed[account] = LEAVER;
  for (const [account, mark] of facts.humanMarks) {
    const left = accounts.leftOn[account]!;
    if (ACCOUNT_KINDS.indexOf(mark) !== 0) fixed[account] = NON_HUMAN;
    else fixed[account] = (isDay(left) && left <= asOf) || facts.leavers.has(account) ? LEAVER : UNDECIDED;
  }
  for (const [account, absences] of facts.absences) {
    if (fixed[account] === UNDECIDED && absences.some((absence) => isProtecting(absence, asOf))) {
      fixed[account] = EXCEPTED;
    }
  }
  return fixed;
}

function protectAccounts({ snapshot, nonHuman, roles }: EvaluationContext): Uint8Array {
  const { accounts } = snapshot;
  const marks = new Uint8Array(accounts.count);
  for (let account = 0; account < accounts.count; account += 1) {
    const isLastAdministrator = roles.administrators === 1 && hasRole(roles.administrator, accounts, account);
    marks[account] =
      accounts.vip[account] === FLAG_YES ||
      nonHuman.breakGlass[account] === 1 ||
      hasRole(roles.breakGlass, accounts, account) ||
      isLastAdministrator
        ? 1
        : 0;
  }
  return marks;
}

function isExcepted({ facts, snapshot }: EvaluationContext, seat: number): boolean {
  const exceptions = facts.exceptions.get(seat) ?? [];
  return exceptions.some(({ from, until }) => from <= snapshot.asOf && snapshot.asOf <= until);
}

/** Outcome of section 6 for a seat with a declaration or a finding. `tested` is the outcome of the tests alone. */
function decideOutcome(
  { snapshot, facts }: EvaluationContext,
  seat: number,
  account: number,
  tested: number,
  action: number,
  tenure: number,
): number {
  const { asOf, accounts } = snapshot;
  const declared = chooseDeclaration(facts.patterns.get(seat), accounts.expectedPattern[account]!, asOf);
  if (declared) {
    const idle = isDay(action) ? Math.max(0, asOf - action) : isAtLeast(action) ? boundOf(action) : tenure;
    return isWithinDeclaredLimit(declared.pattern, idle) ? POSITIVE : OVERDUE;
  }
  if (tested === POSITIVE || tested === OVERDUE) return tested;
  const finding = facts.inactive.get(seat);
  if (finding && isWithinTwelveMonths(finding.foundOn, asOf) && !(isDay(action) && action > finding.foundOn))
    return NONE;
  return tested;
}

function workCode(action: number, asOf: EpochDay): number {
  if (isDay(action)) return Math.min(DAY_CAP, Math.max(0, asOf - action));
  if (action === NEVER) return NEVER_ACTED;
  return isAtLeast(action) ? AT_LEAST + Math.min(DAY_CAP, boundOf(action)) : NOTHING_READABLE;
}

function signInCode(signIn: number, asOf: EpochDay): number {
  if (isDay(signIn)) return Math.min(DAY_CAP, Math.max(0, asOf - signIn));
  if (signIn === NEVER || signIn === ABSENT) return NO_SIGN_IN;
  return SIGN_IN_NOT_DATED;
}

const splitLevels = (columns: SeatColumns['account']): SeatColumns => ({
  account: columns.filter(({ level }) => level === 'account'),
  seat: columns.filter(({ level }) => level === 'seat'),
});
