import { ABSENT, NEVER, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { termsOf } from '../contract/termsByLicenceType.ts';
import { ACCOUNT_STATUSES, FLAG_YES } from '../inventory/enumerations.ts';
import { categoryCode } from './category.ts';
import { chooseDeclaration, isWithinDeclaredLimit, isWithinTwelveMonths } from './declaredPattern.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { PATTERN_OUTCOMES } from './evaluation.ts';
import { classColumns } from './evidenceClass.ts';
import { fuseColumns, fuseDayValues, isPresent, overrideLevel, type FusedColumn } from './fuseDayValues.ts';
import { groupSeats } from './groupSeats.ts';
import { isProtecting } from './isProtecting.ts';
import { lagBySeat } from './lagBySeat.ts';
import { ACCOUNT_KINDS, hasSign } from './markNonHuman.ts';
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
import { hasRole, isListed } from './surveyRoles.ts';
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

/** More days than any seat was held. Whole, so that the passes over the seats work with whole numbers only. */
const NO_LIMIT = 0x3fff_ffff;

/**
 * Seats brought through one pass at a time. The passes are small functions that are called often: the engine has them
 * compiled after the first calls, where one long loop would run on uncompiled.
 */
const BLOCK = 1 << 14;

/**
 * Brings every seat to the few numbers that the rules compare: evidence fused per class under the policy, tenure,
 * pattern outcome, and the rules 1 to 4, which no window changes. Makes no object per seat.
 * Source of the rules: Evidence and Categories; `readSeat` is the same reading in plain form for one seat.
 */
export function prepareSeats(context: EvaluationContext): PreparedSeats {
  const { snapshot, policy, usage } = context;
  const { seats, accounts, asOf, evidence } = snapshot;
  const { count } = seats;
  const classed = classColumns(policy, evidence);
  const columns = {
    action: splitLevels(classed.action),
    signIn: splitLevels(classed.signIn),
  };
  const accountAction = fuseColumns(columns.action.account, accounts.count, asOf);
  const accountSignIn = fuseColumns(columns.signIn.account, accounts.count, asOf);
  const seatAction = fuseColumns(columns.action.seat, count, asOf);
  const seatSignIn = fuseColumns(columns.signIn.seat, count, asOf);
  const prepared: PreparedSeats = {
    count,
    asOf,
    lagDays: snapshot.source.lagDays,
    lagBySeat: lagBySeat(
      context,
      { columns: columns.action, account: accountAction, seat: seatAction },
      { columns: columns.signIn, account: accountSignIn, seat: seatSignIn },
    ),
    licenceTypes: snapshot.licenceTypes,
    licenceType: seats.licenceType,
    ...groupSeats(snapshot),
    state: new Uint16Array(count),
    tenure: new Uint16Array(count),
    signIn: new Uint16Array(count),
    quiet: measureQuiet(context, classed),
    blocks: new Uint8Array(count),
    outcome: new Uint8Array(count),
    lastAction: new Int32Array(count),
    lastSignIn: new Int32Array(count),
    usage,
  };
  const passes: Passes = {
    context,
    prepared,
    columns,
    accountAction,
    accountSignIn,
    seatAction,
    seatSignIn,
    heldDays: new Int32Array(BLOCK),
    startKnown: new Uint8Array(BLOCK),
    protectedAccount: protectAccounts(context),
    accountFixed: fixAccounts(context),
    typeFixed: fixLicenceTypes(context),
  };
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    fuseBlock(passes, from, to);
    holdBlock(passes, from, to);
    decideBlock(passes, from, to);
  }
  return prepared;
}

/** What the passes over a block of seats read and fill. */
interface Passes {
  readonly context: EvaluationContext;
  readonly prepared: PreparedSeats;
  readonly columns: { readonly action: SeatColumns; readonly signIn: SeatColumns };
  readonly accountAction: FusedColumn | undefined;
  readonly accountSignIn: FusedColumn | undefined;
  readonly seatAction: FusedColumn | undefined;
  readonly seatSignIn: FusedColumn | undefined;
  /** Of the seats of one block: days for which each is held, and whether it is known since when (see `START`). */
  readonly heldDays: Int32Array;
  readonly startKnown: Uint8Array;
  /** 1 for accounts that check 3 protects. */
  readonly protectedAccount: Uint8Array;
  readonly accountFixed: Uint8Array;
  readonly typeFixed: Uint8Array;
}

/** Last work and last sign-in of the two levels, and what blocks a seat from becoming a case. */
function fuseBlock(passes: Passes, from: number, to: number): void {
  const { context, prepared, accountAction, accountSignIn, seatAction, seatSignIn, protectedAccount } =
    passes;
  const { account: accountOf, licenceType } = context.snapshot.seats;
  const { asOf, signIn: signInCodes, blocks, lastAction, lastSignIn } = prepared;
  const { signInAsAction } = context.usage;
  const { signInCountsAsWork } = context.policy;
  for (let seat = from; seat < to; seat += 1) {
    const account = accountOf[seat]!;
    let signIn: number = accountSignIn ? accountSignIn.values[account]! : ABSENT;
    let action: number = accountAction ? accountAction.values[account]! : ABSENT;
    let doubtful = 0;
    if (seatAction) {
      const own = seatAction.values[seat]!;
      action = overrideLevel(own, action);
      doubtful = seatAction.doubtful[seat]!;
      if (accountAction && !isPresent(own)) doubtful |= accountAction.doubtful[account]!;
    } else if (accountAction) doubtful = accountAction.doubtful[account]!;
    if (seatSignIn) {
      const own = seatSignIn.values[seat]!;
      signIn = overrideLevel(own, signIn);
      doubtful |= seatSignIn.doubtful[seat]!;
      if (accountSignIn && !isPresent(own)) doubtful |= accountSignIn.doubtful[account]!;
    } else if (accountSignIn) doubtful |= accountSignIn.doubtful[account]!;
    if (signInAsAction[licenceType[seat]!] === 1) action = signIn;
    else if (signInCountsAsWork) action = fuseDayValues(action, signIn);
    lastAction[seat] = action;
    lastSignIn[seat] = signIn;
    signInCodes[seat] = signInCode(signIn, asOf);
    blocks[seat] =
      (protectedAccount[account] === 1 ? PROTECTED_ROLE : 0) | (doubtful === 1 ? DOUBTFUL_DATE : 0);
  }
}

/** Kinds of `startKnown`: proved by use only, known, or somewhere after a list that lacked the seat. */
const START = { proved: 0, known: 1, between: 2 } as const;

/** For how long a seat is held. Source of the rule: Evidence, *Tenure*. */
function holdBlock(passes: Passes, from: number, to: number): void {
  const { context, prepared, columns, seatAction, seatSignIn, heldDays, startKnown } = passes;
  const { history, snapshot } = context;
  const { account: accountOf, assignedOn } = snapshot.seats;
  const { createdOn } = snapshot.accounts;
  const { asOf, tenure: tenures, quiet } = prepared;
  for (let seat = from; seat < to; seat += 1) {
    const assigned = assignedOn[seat]!;
    const start = isDay(assigned) || isAtLeast(assigned) ? assigned : createdOn[accountOf[seat]!]!;
    const absentUntil = history ? history.absentUntil[seat]! : ABSENT;
    const wasAbsent = isDay(absentUntil);
    const most = wasAbsent ? asOf - absentUntil - 1 : NO_LIMIT;
    let tenure: number;
    if (isDay(start)) {
      startKnown[seat - from] = START.known;
      tenure = Math.min(most, Math.max(0, asOf - start));
      tenures[seat] = Math.min(DAY_CAP, tenure);
    } else {
      const hasAction = seatAction !== undefined && isPresent(seatAction.values[seat]!);
      const hasSignIn = seatSignIn !== undefined && isPresent(seatSignIn.values[seat]!);
      const used = seatProof(columns, seat, accountOf[seat]!, hasAction, hasSignIn, asOf, most);
      const proof = Math.max(used, isAtLeast(start) ? Math.min(most, boundOf(start)) : 0);
      tenure = history ? Math.max(proof, asOf - history.firstSeenOn[seat]!) : proof;
      startKnown[seat - from] = wasAbsent ? START.between : START.proved;
      tenures[seat] = Math.min(DAY_CAP, wasAbsent ? most : tenure);
      if (wasAbsent && tenure < quiet[seat]!) quiet[seat] = tenure;
    }
    heldDays[seat - from] = tenure;
  }
}

/** Pattern outcome and state: rules 1 to 4, and for what they leave open the numbers that the windows are held against. */
function decideBlock(passes: Passes, from: number, to: number): void {
  const { context, prepared, heldDays, startKnown, accountFixed, typeFixed } = passes;
  const { snapshot, facts, testedPatterns } = context;
  const { account: accountOf, licenceType } = snapshot.seats;
  const { expectedPattern, status } = snapshot.accounts;
  const { asOf, state, outcome: outcomes, lastAction } = prepared;
  const hasPatternFacts = facts.patterns.size > 0 || facts.inactive.size > 0;
  const hasExceptions = facts.exceptions.size > 0;
  const closed = ACCOUNT_STATUSES.indexOf('deactivated');
  for (let seat = from; seat < to; seat += 1) {
    const account = accountOf[seat]!;
    const action = lastAction[seat]!;
    const tenure = heldDays[seat - from]!;
    let outcome = testedPatterns ? testedPatterns[seat]! : NOT_TESTABLE;
    if (hasPatternFacts || expectedPattern[account] !== 0) {
      outcome = decideOutcome(context, seat, account, outcome, action, tenure);
    }
    outcomes[seat] = outcome;

    const ofType = typeFixed[licenceType[seat]!]!;
    let fixed = accountFixed[account]!;
    if (ofType === UNPAID || (ofType === ENDS_WITH_ACCOUNT && status[account] === closed)) {
      fixed = NOT_A_SEAT;
    } else if (hasExceptions && fixed === UNDECIDED && isExcepted(context, seat)) {
      fixed = EXCEPTED;
    }
    const effect = EFFECT_OF_OUTCOME[outcome]!;
    const start = startKnown[seat - from]!;
    if (fixed !== UNDECIDED) state[seat] = fixedCode(fixed);
    else if (start === START.between && action === NEVER)
      state[seat] = neverBetweenCode(Math.min(DAY_CAP, tenure), effect);
    else state[seat] = stateCode(workCode(action, asOf), start !== START.proved, effect);
  }
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
      isListed(roles, accounts, account) ||
      hasSign(nonHuman, account, 'namedDelegate') ||
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
