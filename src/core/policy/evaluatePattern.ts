import { addDays, addMonths, type EpochDay } from '../base/epochDay.ts';
import { isInCloseWindow, completedCloseWindows } from './closeWindow.ts';
import {
  DECLARED_LIMITS,
  isWithinDeclaredLimit,
  isWithinTwelveMonths,
  type Declaration,
} from './declaredPattern.ts';
import {
  findEpisodes,
  findMonthEpisodes,
  gapsBetween,
  medianOf,
  variationOf,
  type Episode,
} from './episodes.ts';
import { isQuarterlyByMonth, lastDaysOfMonths, startOfMonth } from './monthCounts.ts';
import type { PatternOutcome } from './evaluation.ts';

/** Kinds of periodic use, in the order in which a positive test names the seat. */
const PATTERN_TYPES = ['quarterly', 'seasonal', 'onCall', 'regular'] as const;
export type PatternType = (typeof PATTERN_TYPES)[number];

/** What the loaded data can show of a seat: levels E0, E1 and E2. */
export type PatternHistory =
  | { readonly level: 'E0' }
  /** Three or more snapshots with the seat; `from` is the earliest. */
  | { readonly level: 'E1'; readonly from: EpochDay }
  /** An event log; `from` is its first day. */
  | { readonly level: 'E2'; readonly from: EpochDay };

/** One seat's facts for the pattern tests. */
export interface PatternFacts {
  readonly asOf: EpochDay;
  /** Dates of meaningful actions in all loaded history, in any order, repeats allowed. */
  readonly activeDays: readonly EpochDay[];
  /** Whether only the months of the active days are known: then every test works in months. */
  readonly byMonth?: boolean;
  readonly history: PatternHistory;
  /** Pattern look-back L in days. */
  readonly lookBack: number;
  /** Days since the seat could first have been used; `undefined`: not known. */
  readonly tenure: number | undefined;
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly declaration: Declaration | undefined;
  /** Idle days, at-least bounds included; for a seat that never acted its tenure. */
  readonly idle: number | undefined;
  /** Day of a reviewer's finding "inactive". */
  readonly foundInactiveOn: EpochDay | undefined;
}

/** What became of the pattern tests for one seat. */
export interface PatternResult {
  readonly outcome: PatternOutcome;
  /** The test or declaration that decided; `undefined` where none did. */
  readonly type: PatternType | 'declared' | undefined;
  /** Day on which the next use is expected. */
  readonly expected: EpochDay | undefined;
  /** Last day of protection: after it the seat has missed its own pattern. */
  readonly overdueAfter: EpochDay | undefined;
}

const UNDECIDED = { type: undefined, expected: undefined, overdueAfter: undefined };
const YEAR = 365;
const SEASON_LEEWAY = 15;
const MOST_SEASON_DAYS = 92;

/**
 * Outcome of the pattern rules for one seat, first match: declaration, tests, finding, one season only, tested long
 * enough, not testable. Of monthly counts a day stands for its month: consecutive months are one episode, shares are
 * shares of active months, and a month ends on its last day. Source of the rule: Patterns of periodic use.
 */
export function evaluatePattern(facts: PatternFacts): PatternResult {
  const { asOf, declaration, idle, history, tenure, foundInactiveOn } = facts;
  if (declaration && idle !== undefined && isWithinTwelveMonths(declaration.declaredOn, asOf)) {
    const overdueAfter = addDays(asOf, (DECLARED_LIMITS[declaration.pattern] ?? 0) - 1 - idle);
    const outcome = isWithinDeclaredLimit(declaration.pattern, idle) ? 'positive' : 'overdue';
    return { outcome, type: 'declared', expected: undefined, overdueAfter };
  }
  const known = orderedDays(facts.activeDays, asOf);
  const days = facts.byMonth === true ? lastDaysOfMonths(known) : known;
  const tested = history.level === 'E0' || days.length === 0 ? [] : runTests(facts, days);
  const positive = tested.find(({ overdueAfter }) => asOf <= overdueAfter);
  if (positive) return { outcome: 'positive', ...positive };
  if (tested[0]) return { outcome: 'overdue', ...tested[0] };

  const last = known.at(-1);
  if (
    foundInactiveOn !== undefined &&
    isWithinTwelveMonths(foundInactiveOn, asOf) &&
    (last === undefined || last <= foundInactiveOn)
  ) {
    return { outcome: 'none', ...UNDECIDED };
  }
  if (history.level === 'E0') return { outcome: 'notTestable', ...UNDECIDED };
  if (isOneSeasonOnly(facts, history.from, days)) return { outcome: 'oneSeasonOnly', ...UNDECIDED };
  const covered = asOf - history.from + (history.level === 'E2' ? 1 : 0);
  const needed = Math.min(YEAR, tenure ?? YEAR);
  return { outcome: covered >= needed ? 'none' : 'notTestable', ...UNDECIDED };
}

/** Distinct days until the as-of day, ascending. Days of one log come so already. */
function orderedDays(days: readonly EpochDay[], asOf: EpochDay): readonly EpochDay[] {
  const isOrdered = days.every((day, index) => day <= asOf && (index === 0 || day > days[index - 1]!));
  return isOrdered
    ? days
    : [...new Set(days)].filter((day) => day <= asOf).toSorted((one, other) => one - other);
}

interface PositiveTest {
  readonly type: PatternType;
  readonly expected: EpochDay;
  readonly overdueAfter: EpochDay;
}

/** Tests that are positive, in the order of {@link PATTERN_TYPES}, each with its own end of protection. */
function runTests(facts: PatternFacts, days: readonly EpochDay[]): readonly PositiveTest[] {
  const last = days.at(-1)!;
  const recent = days.filter((day) => day > last - facts.lookBack);
  const gaps = gapsBetween(episodesOf(facts, recent));
  const tests: PositiveTest[] = [];
  const rhythm = rhythmOf(last, gaps);
  if (rhythm && isQuarterly(facts, recent, last)) tests.push({ type: 'quarterly', ...rhythm });
  const episodes = episodesOf(facts, days);
  const season = episodes.at(-1)!;
  if (isSeasonal(episodes, recent)) {
    const expected = addDays(season.start, YEAR);
    tests.push({ type: 'seasonal', expected, overdueAfter: addDays(season.end, YEAR + SEASON_LEEWAY) });
  }
  if (rhythm && isOnCall(facts, recent, last)) tests.push({ type: 'onCall', ...rhythm });
  if (rhythm && gaps.length >= 3 && (variationOf(gaps) ?? 1) <= 0.5)
    tests.push({ type: 'regular', ...rhythm });
  return tests;
}

const episodesOf = ({ byMonth }: PatternFacts, days: readonly EpochDay[]): readonly Episode[] =>
  byMonth === true ? findMonthEpisodes(days) : findEpisodes(days);

/** Expected next use and end of protection: last day + median gap, then half of it or 14 days, rounded up. */
function rhythmOf(
  last: EpochDay,
  gaps: readonly number[],
): { readonly expected: EpochDay; readonly overdueAfter: EpochDay } | undefined {
  const median = medianOf(gaps);
  if (median === undefined) return undefined;
  const leeway = Math.ceil(Math.max(14, median / 2));
  return {
    expected: addDays(last, Math.ceil(median)),
    overdueAfter: addDays(last, Math.floor(median + leeway)),
  };
}

function isQuarterly(
  { asOf, fiscalYearStart, byMonth }: PatternFacts,
  recent: readonly EpochDay[],
  last: EpochDay,
): boolean {
  const windows = completedCloseWindows(last, asOf, fiscalYearStart);
  if (byMonth === true) return isQuarterlyByMonth(windows, recent, fiscalYearStart);
  const hit = windows.filter(({ start, end }) => recent.some((day) => day >= start && day <= end));
  if (hit.length < 3) return false;
  const inside = recent.filter((day) => isInCloseWindow(day, fiscalYearStart));
  return isMostOf(inside.length, recent.length);
}

function isSeasonal(episodes: readonly Episode[], recent: readonly EpochDay[]): boolean {
  const last = episodes.at(-1)!;
  const earlier = episodes.slice(0, -1);
  const repeats = [1, 2].some((years) => {
    const season = movedBack(last, years);
    return earlier.some(({ start, end }) => start <= season.end && end >= season.start);
  });
  if (!repeats) return false;
  const seasons = [0, 1, 2].map((years) => movedBack(last, years));
  const inside = recent.filter((day) => seasons.some(({ start, end }) => day >= start && day <= end));
  return isMostOf(inside.length, recent.length);
}

/** An episode moved back by whole years and widened by 15 days on each side. */
const movedBack = ({ start, end }: Episode, years: number): Episode => ({
  start: addDays(addMonths(start, -12 * years), -SEASON_LEEWAY),
  end: addDays(addMonths(end, -12 * years), SEASON_LEEWAY),
});

function isOnCall(facts: PatternFacts, recent: readonly EpochDay[], last: EpochDay): boolean {
  const episodes = episodesOf(
    facts,
    recent.filter((day) => day > last - YEAR),
  );
  const median = medianOf(gapsBetween(episodes));
  return episodes.length >= 3 && median !== undefined && median <= 120;
}

/**
 * One short season, of which the same time a year earlier lies in the seat's tenure but not wholly in the loaded
 * history. An unknown tenure counts as long enough, since the outcome asks for a person.
 */
function isOneSeasonOnly(facts: PatternFacts, historyStart: EpochDay, days: readonly EpochDay[]): boolean {
  const { asOf, tenure, lookBack, byMonth } = facts;
  const season = episodesOf(facts, days).at(-1);
  const last = days.at(-1);
  if (!season || last === undefined) return false;
  const start = byMonth === true ? startOfMonth(season.start) : season.start;
  if (season.end - start + 1 > MOST_SEASON_DAYS) return false;
  const recent = days.filter((day) => day > last - lookBack);
  const inside = recent.filter((day) => day >= start);
  const yearBefore = addMonths(start, -12);
  const wasHeld = tenure === undefined || yearBefore >= asOf - tenure;
  return isMostOf(inside.length, recent.length) && wasHeld && yearBefore < historyStart;
}

/** At least 60 %. */
const isMostOf = (part: number, whole: number): boolean => part * 10 >= whole * 6;
