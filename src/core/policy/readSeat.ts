import type { RowIndex } from '../base/brand.ts';
import { ABSENT, BLANK, NEVER, UNREADABLE, boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import { addDays, type EpochDay } from '../base/epochDay.ts';
import type { LicenceTerms } from '../contract/contractLine.ts';
import { termsOf } from '../contract/termsByLicenceType.ts';
import type { EvidenceClass, SignalKind } from '../ingest/signalKind.ts';
import type { JoinedSource } from '../inventory/evidenceSource.ts';
import { isRepeatedDate } from '../inventory/repeatedDates.ts';
import { ACCOUNT_STATUSES, type AccountStatus } from '../inventory/enumerations.ts';
import {
  chooseDeclaration,
  isWithinDeclaredLimit,
  isWithinTwelveMonths,
  type Declaration,
} from './declaredPattern.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { PatternResult } from './evaluatePattern.ts';
import { PATTERN_OUTCOMES, type PatternOutcome } from './evaluation.ts';
import { classOfColumn } from './evidenceClass.ts';
import { explainNonHuman, type NonHumanReason } from './explainNonHuman.ts';
import { PATTERN_UNREAD } from '../ingest/patternWords.ts';
import { asEvidence, asLoneEarlyDate } from './fuseDayValues.ts';
import { isProtecting } from './isProtecting.ts';
import type { Absence } from './locateFacts.ts';
import type { Windows } from './policy.ts';
import type { SeatException } from './reviewFacts.ts';
import { windowsOf } from './windowsOf.ts';

/** One cell of an evidence column as it counts for a seat. */
export interface EvidenceCell {
  readonly column: string;
  readonly signalKind: SignalKind;
  readonly evidenceClass: EvidenceClass;
  readonly level: 'account' | 'seat';
  /** File row as in a spreadsheet. */
  readonly fileRow: number;
  /** File row of an unreadable cell of the same column that a day outvoted; 0 for none. */
  readonly doubtRow: number;
  /** Original text of the cell; read when it is asked for. */
  readonly rawText: string;
  /** Day value as evidence: *never* from a short history is *at least*. */
  readonly value: number;
  readonly historyStart: EpochDay | undefined;
  /** The file behind the cell where it is not the snapshot's own list. */
  readonly source: JoinedSource | undefined;
  /** The list repeats the date in every row of an account, so that it is one of the account. */
  readonly isRepeated: boolean;
}

/** What one evidence class says of a seat. */
export interface ClassReading {
  /** Day value; `ABSENT` when nothing is loaded. */
  readonly value: number;
  /** The cell that says it. */
  readonly cell: EvidenceCell | undefined;
  /** Every cell that was weighed for it. */
  readonly weighed: readonly EvidenceCell[];
}

/** How long the seat could have been used. */
export type Tenure =
  | {
      readonly kind: 'known';
      readonly days: number;
      readonly from: EpochDay;
      readonly source: 'assigned' | 'created';
      /** The day that the source names, where it lies before a complete list that lacked the seat. */
      readonly stated: EpochDay | undefined;
      /** As-of day of that list. */
      readonly absentOn: EpochDay | undefined;
    }
  /** Neither date is known, and a complete list lacked the seat: it began after that list. */
  | { readonly kind: 'between'; readonly least: number; readonly most: number; readonly absentOn: EpochDay }
  /** The oldest proof of existence. `since`: as-of day of the list that gives it; `undefined` for a date of use. */
  | {
      readonly kind: 'atLeast';
      readonly days: number;
      readonly since: EpochDay | undefined;
      /** The source names only a day before which the seat was assigned or the account created. */
      readonly before?: { readonly day: EpochDay; readonly source: 'assigned' | 'created' };
    }
  | { readonly kind: 'unknown' };

/** Pattern outcome of a seat and what it rests on. */
export interface PatternReading {
  readonly outcome: PatternOutcome;
  readonly declaration: Declaration | undefined;
  /** The user list declares a pattern in a word that is not known. */
  readonly unreadDeclaration: boolean;
  /** The outcome is a reviewer's finding of this day. */
  readonly foundInactiveOn: EpochDay | undefined;
  /** Whether an event log was tested; `false`: only one last date is known. */
  readonly tested: boolean;
  /** The test that decided, where a log was tested and neither declaration nor finding stands above it. */
  readonly test?: PatternResult | undefined;
}

/** Everything the rules ask of one seat, as plain values. */
export interface SeatReading {
  readonly seat: number;
  readonly account: number;
  readonly name: string;
  readonly licenceType: string;
  readonly asOf: EpochDay;
  /** Lag of the source of the last real work; of the list where there is none. */
  readonly lagDays: number;
  readonly windows: Windows;
  readonly terms: LicenceTerms;
  readonly status: AccountStatus;
  /** The rule or mark that says it is not a person; `mark` when a person said so. */
  readonly nonHuman: (NonHumanReason & { readonly byHand: boolean }) | undefined;
  readonly markedHuman: boolean;
  readonly left: { readonly on: EpochDay | undefined } | undefined;
  readonly exception: SeatException | undefined;
  readonly absence: Absence | undefined;
  readonly action: ClassReading;
  readonly signIn: ClassReading;
  /** Cells of every column that is not ignored, at both levels. */
  readonly signals: readonly EvidenceCell[];
  readonly signInTakenAsAction: boolean;
  readonly hasUsageSource: boolean;
  readonly tenure: Tenure;
  /** Idle days when there is a date or a bound. */
  readonly idle: { readonly days: number; readonly atLeast: boolean } | undefined;
  readonly pattern: PatternReading;
}

/**
 * Reads one seat from the snapshot the way a person would, cell by cell. It shares no table and no code with the
 * preparation of the kernel beyond the reading of single values, so that the two check each other.
 */
export function readSeat(context: EvaluationContext, seat: number): SeatReading {
  const { snapshot, policy, terms, facts, usage } = context;
  const { accounts, seats, asOf, licenceTypes } = snapshot;
  const account = seats.account[seat]!;
  const type = seats.licenceType[seat]!;
  const licenceType = licenceTypes[type]!;

  const signals = readCells(context, seat, account);
  const signIn = weigh(
    signals.filter(({ evidenceClass }) => evidenceClass === 'loginOnly'),
    asOf,
  );
  const work = weigh(
    signals.filter(({ evidenceClass }) => evidenceClass === 'meaningful'),
    asOf,
  );
  const signInTakenAsAction = usage.signInAsAction[type] === 1;
  const action = signInTakenAsAction ? signIn : policy.signInCountsAsWork ? later(work, signIn) : work;
  const tenure = readTenure(context, seat, account, [...work.weighed, ...signIn.weighed]);
  const mark = facts.humanMarks.get(account);
  const byRule = explainNonHuman(snapshot, account, policy.nonHuman, context.nonHuman);
  const leftOn = accounts.leftOn[account]!;
  const hasLeft = isDay(leftOn) && leftOn <= asOf;

  return {
    seat,
    account,
    name: nameOf(context, account),
    licenceType,
    asOf,
    lagDays: action.cell?.source?.lagDays ?? snapshot.source.lagDays,
    windows: windowsOf(policy, licenceType),
    terms: termsOf(terms, licenceType),
    status: ACCOUNT_STATUSES[accounts.status[account]!]!,
    nonHuman:
      mark === undefined
        ? byRule && { ...byRule, byHand: false }
        : mark === 'human'
          ? undefined
          : { kind: mark, because: wordMark(facts.markReasons.get(account)), byHand: true },
    markedHuman: mark === 'human',
    left:
      hasLeft || facts.leavers.has(account) ? { on: hasLeft ? (leftOn as EpochDay) : undefined } : undefined,
    exception: facts.exceptions.get(seat)?.find(({ from, until }) => from <= asOf && until >= asOf),
    absence: facts.absences.get(account)?.find((absence) => isProtecting(absence, asOf)),
    action,
    signIn,
    signals,
    signInTakenAsAction,
    hasUsageSource: usage.action[type] === 1 || usage.signIn[type] === 1,
    tenure,
    idle: idleOf(action.value, asOf),
    pattern: readPattern(context, seat, account, action.value, tenure),
  };
}

const wordMark = (reason: string | undefined): string =>
  reason ? `a reviewer marked it by hand (${reason})` : 'a reviewer marked it by hand';

/** Display name, else user name, else account id. */
export function nameOf({ snapshot }: Pick<EvaluationContext, 'snapshot'>, account: number): string {
  const row = account as RowIndex;
  const { displayName, userName, accountId } = snapshot.accounts;
  return displayName?.at(row) || userName?.at(row) || accountId.at(row);
}

function readCells(
  { snapshot, policy }: EvaluationContext,
  seat: number,
  account: number,
): readonly EvidenceCell[] {
  const cells: EvidenceCell[] = [];
  for (const column of snapshot.evidence) {
    const evidenceClass = classOfColumn(policy, column);
    if (evidenceClass === 'ignored') continue;
    const row = column.level === 'seat' ? seat : account;
    cells.push({
      column: column.header,
      signalKind: column.signalKind,
      evidenceClass,
      level: column.level,
      fileRow: column.sourceRow[row]!,
      doubtRow: column.doubtRow?.[row] ?? 0,
      get rawText() {
        return column.raw.at(row as RowIndex);
      },
      value: asEvidence(column.values[row]!, column.historyStart, snapshot.asOf),
      historyStart: column.historyStart,
      source: column.source,
      isRepeated: isRepeatedDate(column),
    });
  }
  return cells;
}

const saysSomething = ({ value }: EvidenceCell): boolean =>
  isDay(value) || isAtLeast(value) || value === NEVER;

/** Seat-level cells speak where one of them says something, else account-level ones, else there is nothing to read. */
function weigh(cells: readonly EvidenceCell[], asOf: EpochDay): ClassReading {
  const own = withoutLoneEarly(
    cells.filter(({ level }) => level === 'seat'),
    asOf,
  );
  const shared = withoutLoneEarly(
    cells.filter(({ level }) => level === 'account'),
    asOf,
  );
  if (own.some(saysSomething))
    return pick(
      own,
      cells.filter(({ level }) => level === 'seat'),
    );
  if (shared.some(saysSomething)) return pick(shared, cells);
  return pick([...own, ...shared], cells);
}

/** Cells of one level: an old date of a source that ends early counts only beside a source that goes on. */
function withoutLoneEarly(cells: readonly EvidenceCell[], asOf: EpochDay): readonly EvidenceCell[] {
  const endsEarly = ({ source }: EvidenceCell): boolean => source?.endsEarly === true;
  if (!cells.some(endsEarly) || cells.some((cell) => !endsEarly(cell) && saysSomething(cell))) return cells;
  return cells.map((cell) => {
    const value = asLoneEarlyDate(cell.value, asOf);
    return !endsEarly(cell) || value === cell.value ? cell : { ...cell, value };
  });
}

function pick(speaking: readonly EvidenceCell[], weighed: readonly EvidenceCell[]): ClassReading {
  const dated = speaking.filter(({ value }) => isDay(value)).toSorted((a, b) => b.value - a.value);
  const bounded = speaking.filter(({ value }) => isAtLeast(value)).toSorted((a, b) => b.value - a.value);
  const cell =
    dated[0] ??
    speaking.find(({ value }) => value === NEVER) ??
    bounded[0] ??
    speaking.find(({ value }) => value === UNREADABLE) ??
    speaking.find(({ value }) => value === BLANK);
  return { value: cell?.value ?? ABSENT, cell, weighed };
}

/** Signing in counts as work: the later of the two classes, and what either of them says when only one does. */
const later = (work: ClassReading, signIn: ClassReading): ClassReading => {
  const cells = [work.cell, signIn.cell].filter((cell) => cell !== undefined);
  return pick(cells, [...work.weighed, ...signIn.weighed]);
};

function idleOf(action: number, asOf: EpochDay): SeatReading['idle'] {
  if (isDay(action)) return { days: Math.max(0, asOf - action), atLeast: false };
  return isAtLeast(action) ? { days: boundOf(action), atLeast: true } : undefined;
}

/** Days for which the seat is known to be held. */
export const leastTenure = (tenure: Tenure): number =>
  tenure.kind === 'unknown' ? 0 : tenure.kind === 'between' ? tenure.least : tenure.days;

function readTenure(
  { snapshot, history }: EvaluationContext,
  seat: number,
  account: number,
  proofs: readonly EvidenceCell[],
): Tenure {
  const { seats, accounts, asOf } = snapshot;
  const assigned = seats.assignedOn[seat]!;
  const created = accounts.createdOn[account]!;
  const missed = history?.absentUntil[seat];
  const absentOn = missed !== undefined && isDay(missed) ? (missed as EpochDay) : undefined;
  if (isDay(assigned)) return knownFrom(assigned as EpochDay, 'assigned', absentOn, asOf);
  const hasAssignedBound = isAtLeast(assigned);
  if (isDay(created) && !hasAssignedBound) return knownFrom(created as EpochDay, 'created', absentOn, asOf);

  const seenOn = (history?.firstSeenOn[seat] ?? asOf) as EpochDay;
  const since = absentOn === undefined ? undefined : addDays(absentOn, 1);
  const ages = proofs
    .map(({ value }) => idleOf(value, asOf)?.days ?? 0)
    .filter((age) => since === undefined || addDays(asOf, -age) >= since);
  const used = Math.max(0, ...ages);
  const listed = asOf - seenOn;
  const bounded = hasAssignedBound ? assigned : created;
  const bound = isAtLeast(bounded) ? boundOf(bounded) : 0;
  const days = Math.max(used, listed, since === undefined ? bound : Math.min(bound, asOf - since));
  if (absentOn !== undefined)
    return { kind: 'between', least: days, most: asOf - addDays(absentOn, 1), absentOn };
  if (days === 0) return { kind: 'unknown' };
  if (days === bound && days > Math.max(used, listed)) {
    const before = {
      day: addDays(asOf, 1 - bound),
      source: hasAssignedBound ? ('assigned' as const) : ('created' as const),
    };
    return { kind: 'atLeast', days, since: undefined, before };
  }
  return { kind: 'atLeast', days, since: listed >= used ? seenOn : undefined };
}

function knownFrom(
  stated: EpochDay,
  source: 'assigned' | 'created',
  absentOn: EpochDay | undefined,
  asOf: EpochDay,
): Tenure {
  if (absentOn !== undefined && stated <= absentOn) {
    const from = addDays(absentOn, 1);
    return { kind: 'known', days: asOf - from, from, source, stated, absentOn };
  }
  const days = Math.max(0, asOf - stated);
  return { kind: 'known', days, from: stated, source, stated: undefined, absentOn: undefined };
}

function readPattern(
  { snapshot, facts, testedPatterns, testPattern }: EvaluationContext,
  seat: number,
  account: number,
  action: number,
  tenure: Tenure,
): PatternReading {
  const { asOf, accounts } = snapshot;
  const result = testPattern?.(seat);
  const tested = testPattern ? result !== undefined : testedPatterns !== undefined;
  const known = testPattern ? result?.outcome : testedPatterns && PATTERN_OUTCOMES[testedPatterns[seat]!]!;
  const fromTests: PatternOutcome = known ?? 'notTestable';
  const declaration = chooseDeclaration(facts.patterns.get(seat), accounts.expectedPattern[account]!, asOf);
  const unreadDeclaration = accounts.expectedPattern[account] === PATTERN_UNREAD;
  if (declaration) {
    const unused = idleOf(action, asOf)?.days ?? leastTenure(tenure);
    const isKept = isWithinDeclaredLimit(declaration.pattern, unused);
    const outcome = isKept ? 'positive' : 'overdue';
    return { outcome, declaration, unreadDeclaration, foundInactiveOn: undefined, tested };
  }
  const found = facts.inactive.get(seat);
  const isTestDecisive = fromTests === 'positive' || fromTests === 'overdue';
  if (found && !isTestDecisive && isWithinTwelveMonths(found.foundOn, asOf)) {
    const hasWorkedSince = isDay(action) && action > found.foundOn;
    if (!hasWorkedSince)
      return { outcome: 'none', declaration, unreadDeclaration, foundInactiveOn: found.foundOn, tested };
  }
  return {
    outcome: fromTests,
    declaration,
    unreadDeclaration,
    foundInactiveOn: undefined,
    tested,
    test: result,
  };
}
