import { ABSENT, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { JoinedSource } from '../inventory/evidenceSource.ts';
import type { SeatHistory } from '../inventory/seatHistory.ts';
import type { EvidenceColumn, Snapshot } from '../inventory/snapshot.ts';
import { evaluatePattern, type PatternResult } from './evaluatePattern.ts';
import { PATTERN_OUTCOMES } from './evaluation.ts';
import { classColumns } from './evidenceClass.ts';
import type { Policy } from './policy.ts';
import type { UsageByLicenceType } from './surveyUsage.ts';

/** What the pattern tests of a snapshot rest on. */
export interface PatternInput {
  readonly snapshot: Snapshot;
  readonly policy: Pick<Policy, 'evidenceRules' | 'signInCountsAsWork' | 'lookBack'>;
  readonly usage: Pick<UsageByLicenceType, 'signInAsAction'>;
  readonly history?: SeatHistory | undefined;
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
}

/** A column with active days, or months, and the file that they come from. */
type DayColumn = EvidenceColumn & Required<Pick<EvidenceColumn, 'activeDays' | 'source'>>;

const NOT_TESTABLE = PATTERN_OUTCOMES.indexOf('notTestable');

/** Gives what the pattern tests make of one seat; `undefined` for a seat that no log of actions covers. */
export type PatternTester = (seat: number) => PatternResult | undefined;

/** Seats tested between two pauses: some milliseconds, even where each has years of days. */
const PIECE = 64;

/**
 * Outcomes of the pattern tests alone, without declaration and finding, as codes of `PATTERN_OUTCOMES` by seat. Yields
 * between pieces of bounded work. Source of the rule: Patterns of periodic use, level E2.
 */
export function* testPatterns(tester: PatternTester, seats: number): Generator<undefined, Uint8Array> {
  const outcomes = new Uint8Array(seats).fill(NOT_TESTABLE);
  for (let seat = 0; seat < seats; seat += 1) {
    const tested = tester(seat);
    if (tested) outcomes[seat] = PATTERN_OUTCOMES.indexOf(tested.outcome);
    if (seat % PIECE === PIECE - 1) yield;
  }
  return outcomes;
}

/**
 * Prepares the pattern tests of a snapshot under a policy; `undefined` where no joined log has days or months of what
 * the policy takes for work, so that only last dates are known (level E0). A seat is tested when its logs cover the time
 * up to the as-of day: by day, and by month where a log counts by month. Of the two the outcome that comes first in the
 * order of the rules holds.
 */
export function patternTester({
  snapshot,
  policy,
  usage,
  history,
  fiscalYearStart,
}: PatternInput): PatternTester | undefined {
  const { seats, asOf } = snapshot;
  const classed = classColumns(policy, snapshot.evidence);
  const work = classed.action.filter(hasDays);
  const signIn = classed.signIn.filter(hasDays);
  if (work.length + signIn.length === 0) return undefined;

  return (seat) => {
    const isSignInTaken = usage.signInAsAction[seats.licenceType[seat]!] === 1;
    const columns = isSignInTaken ? signIn : policy.signInCountsAsWork ? [...work, ...signIn] : work;
    const account = seats.account[seat]!;
    const own = columns.filter(({ level, values }) => level === 'seat' && values[seat] !== ABSENT);
    const speaking =
      own.length > 0
        ? own
        : columns.filter(({ level, values }) => level === 'account' && values[account] !== ABSENT);
    const test = (spoken: readonly DayColumn[], byMonth: boolean): PatternResult | undefined => {
      const from = coveredFrom(
        spoken.map(({ source }) => source),
        asOf,
      );
      if (from === undefined) return undefined;
      return evaluatePattern({
        asOf,
        activeDays: spoken.flatMap(({ level, activeDays: daysOf }) =>
          daysOf(level === 'seat' ? seat : account),
        ),
        byMonth,
        history: { level: 'E2', from },
        lookBack: policy.lookBack,
        tenure: knownTenure(snapshot, history, seat),
        fiscalYearStart,
        declaration: undefined,
        idle: undefined,
        foundInactiveOn: undefined,
      });
    };
    const daily = speaking.filter(({ source }) => !source.monthly);
    if (daily.length === speaking.length) return test(daily, false);
    return firstOf(test(daily, false), test(speaking, true));
  };
}

/** Of two outcomes the one that the rules ask for first. `PATTERN_OUTCOMES` names them from the last to the first. */
const firstOf = (
  one: PatternResult | undefined,
  other: PatternResult | undefined,
): PatternResult | undefined =>
  one && other && PATTERN_OUTCOMES.indexOf(other.outcome) > PATTERN_OUTCOMES.indexOf(one.outcome)
    ? other
    : (one ?? other);

const hasDays = (column: EvidenceColumn): column is DayColumn =>
  column.activeDays !== undefined && column.source !== undefined;

/**
 * First day of the time up to the as-of day that the sources cover without a break; `undefined` when none reaches the
 * as-of day. Each may trail reality by its lag.
 */
export function coveredFrom(sources: readonly JoinedSource[], asOf: EpochDay): EpochDay | undefined {
  let from: EpochDay | undefined;
  const latestFirst = sources.toSorted((a, b) => b.asOf - a.asOf || a.historyStart - b.historyStart);
  for (const source of latestFirst) {
    const reaches = source.asOf + source.lagDays >= (from === undefined ? asOf : from - 1);
    if (reaches && (from === undefined || source.historyStart < from)) from = source.historyStart;
  }
  return from;
}

/** Days since the seat was assigned or its account created; `undefined` where the list does not say it. */
function knownTenure(
  { seats, accounts, asOf }: Snapshot,
  history: SeatHistory | undefined,
  seat: number,
): number | undefined {
  const assigned = seats.assignedOn[seat]!;
  const start = isDay(assigned) ? assigned : accounts.createdOn[seats.account[seat]!]!;
  const absentUntil = history?.absentUntil[seat];
  const most = absentUntil !== undefined && isDay(absentUntil) ? asOf - absentUntil - 1 : Infinity;
  if (isDay(start)) return Math.min(most, Math.max(0, asOf - start));
  return Number.isFinite(most) ? most : undefined;
}
