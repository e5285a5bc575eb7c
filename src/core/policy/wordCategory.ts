import { NEVER, isDay } from '../base/dayValue.ts';
import { addDays, type EpochDay } from '../base/epochDay.ts';
import { unreachable } from '../base/exhaustive.ts';
import { formatDay } from '../base/formatDay.ts';
import type { ExpectedPattern } from '../inventory/enumerations.ts';
import { ownWindow, type Declaration } from './declaredPattern.ts';
import { KIND_NAMES } from './explainNonHuman.ts';
import type { PatternType } from './evaluatePattern.ts';
import type { UnknownReason } from './evaluation.ts';
import { RETURN_DAYS } from './isProtecting.ts';
import type { Verdict } from './judgeSeat.ts';
import { leastTenure, type SeatReading } from './readSeat.ts';
import { wordDays, wordHeld, wordTenure, wordUnusedTime } from './wordTenure.ts';

/** Reason of an Unknown seat as printed beside it. */
const UNKNOWN_REASONS: Readonly<Record<UnknownReason, string>> = {
  nothingReadable: 'no date of use can be read',
  historyTooShort: 'history too short',
  cannotTellNewFromNeverUsed: 'cannot tell new from never used',
  noUsageSource: 'no source of use is loaded for this licence type',
};

const PATTERN_NAMES: Readonly<Record<ExpectedPattern, string>> = {
  unknown: 'not known',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  halfYearly: 'half-yearly',
  yearly: 'yearly',
  seasonal: 'seasonal',
  onCall: 'on-call',
};

/** The type of a periodic seat's pattern in a word: `quarterly, declared` by a person, `quarterly` as the data show it. */
export function wordPeriodicType({ pattern: { declaration, test } }: SeatReading): string {
  if (declaration) return `${PATTERN_NAMES[declaration.pattern]}, declared`;
  if (test === undefined || test.type === undefined || test.type === 'declared') return 'shown by the data';
  return test.type === 'onCall' ? 'on-call' : test.type;
}

/** The category of a seat as a sentence with the values it rests on. */
export function wordCategory(reading: SeatReading, { category, unknownReason }: Verdict): string {
  const { dormancy: window } = reading.windows;
  switch (category) {
    case 'notASeat':
      return reading.terms.paidSeat
        ? `The account is deactivated, and the contract ${reading.terms.deactivatedCounts === 'no' ? 'says that deactivated accounts do not count' : 'does not say that deactivated accounts still count'}.`
        : `${reading.licenceType} is not a paid seat.`;
    case 'nonHuman':
      return `${KIND_NAMES[reading.nonHuman!.kind]}: ${reading.nonHuman!.because}. It is never reclaimed and still takes a seat.`;
    case 'leaver':
      return reading.left?.on === undefined
        ? 'A reviewer marked the person as left; the seat is still held.'
        : `The person left on ${formatDay(reading.left.on)}; the seat is still held.`;
    case 'excepted':
      return wordProtection(reading);
    case 'tooNew':
      return `Held for ${wordTenure(reading.tenure)}, less than the window of ${wordDays(window)}, and no real work in it yet.`;
    case 'unknown':
      return wordUnknown(reading, unknownReason!);
    case 'active':
      return `${wordLastWork(reading)}, ${wordDays(reading.idle!.days)} before ${formatDay(reading.asOf)} and inside the window of ${wordDays(window)}.`;
    case 'periodic':
      return `${wordIdleTime(reading)}, but protected: ${wordPattern(reading)}.`;
    case 'neverUsed':
      return `Never used: no real work and no sign-in on record in ${wordUnusedTime(reading.tenure)}.`;
    case 'borderline':
      return `${wordIdleTime(reading)}. ${wordUntested(reading)}${reading.pattern.unreadDeclaration ? ` ${UNREAD_DECLARATION}.` : ''} Load an activity export, ask the manager, or decide here.`;
    case 'loginOnly':
      return `Signed in on ${formatDay(reading.signIn.value as EpochDay)}, but ${wordNoWork(reading)}.${wordMissed(reading)}`;
    case 'dormant':
      return `${capitalise(wordNoWork(reading))}, and ${wordNoSignIn(reading)}.${wordMissed(reading)}`;
  }
  return unreachable(category);
}

/** Tenure and pattern of a seat in words, for the panel beside its category. */
export function wordHistory(reading: SeatReading): string {
  return `${wordHeld(reading.tenure)} Pattern: ${wordPattern(reading)}.`;
}

const UNREAD_DECLARATION = 'The user list declares a pattern in a word that is not known';

/** What the pattern rules made of a seat, as part of a sentence. */
export const wordPattern = (reading: SeatReading): string =>
  reading.pattern.declaration
    ? wordDeclaration(reading, reading.pattern.declaration)
    : `${wordOutcome(reading)}${reading.pattern.unreadDeclaration ? `; ${uncapitalise(UNREAD_DECLARATION)}` : ''}`;

/** A declared pattern with who declared it, when, and the window that it gives the seat. */
function wordDeclaration({ pattern, windows, idle, tenure }: SeatReading, declaration: Declaration): string {
  const by = declaration.source === 'column' ? 'by the user list as of' : 'by a person on';
  const said = `use is declared ${PATTERN_NAMES[declaration.pattern]} ${by} ${formatDay(declaration.declaredOn)}`;
  const own = ownWindow(declaration.pattern, windows.dormancy);
  const keeps =
    own === windows.dormancy ? 'which leaves the window of' : 'which gives the seat a window of its own of';
  const missed =
    pattern.outcome === 'overdue' && (idle?.days ?? leastTenure(tenure)) >= own
      ? ', and the seat missed its own pattern'
      : '';
  return `${said}, ${keeps} ${wordDays(own)}${missed}`;
}

function wordOutcome({ pattern }: SeatReading): string {
  const { foundInactiveOn, outcome } = pattern;
  if (foundInactiveOn !== undefined) return `a reviewer found it inactive on ${formatDay(foundInactiveOn)}`;
  switch (outcome) {
    case 'positive':
      return `the dates of use show ${wordTest(pattern)}`;
    case 'overdue':
      return `${wordTest(pattern)} was found, and the seat missed it`;
    case 'none':
      return 'tested, none found';
    case 'oneSeasonOnly':
      return 'one season only; the same time a year earlier is not in the data';
    case 'notTestable':
      return pattern.tested
        ? 'not testable; the history is too short'
        : 'not testable; only one last-activity date is known';
  }
  return unreachable(outcome);
}

/** Name of the test that decided, and when the next use is expected. */
function wordTest({ test }: SeatReading['pattern']): string {
  if (!test || test.type === undefined || test.type === 'declared') return 'a periodic pattern';
  const name = TEST_NAMES[test.type];
  return test.expected === undefined ? name : `${name} (next use expected on ${formatDay(test.expected)})`;
}

const TEST_NAMES: Readonly<Record<PatternType, string>> = {
  quarterly: 'a quarterly pattern',
  seasonal: 'a seasonal pattern',
  onCall: 'an on-call pattern',
  regular: 'a regular pattern',
};

function wordProtection({ exception, absence }: SeatReading): string {
  if (exception)
    return `An exception protects this seat until ${formatDay(exception.until)}: ${exception.rationale}`;
  const until = absence!.until;
  return `Absent until ${formatDay(until)}; protected until ${formatDay(addDays(until, RETURN_DAYS))}.`;
}

function wordUnknown(reading: SeatReading, reason: UnknownReason): string {
  const because = UNKNOWN_REASONS[reason];
  switch (reason) {
    case 'historyTooShort':
      return `Unknown: ${because}. The source shows no real work for ${wordDays(reading.idle!.days)} only, less than the window of ${wordDays(reading.windows.dormancy)}.`;
    case 'cannotTellNewFromNeverUsed':
      return reading.tenure.kind === 'unknown'
        ? `Unknown: ${because}. The list says that it was never used, but not since when it is held.`
        : `Unknown: ${because}. The list says that it was never used; it is held for ${wordTenure(reading.tenure)}, and the window is ${wordDays(reading.windows.dormancy)}.`;
    case 'nothingReadable':
      return `Unknown: ${because} for this seat.`;
    case 'noUsageSource':
      return `Unknown: ${because}.`;
  }
  return unreachable(reason);
}

function wordUntested({ pattern }: SeatReading): string {
  if (pattern.outcome === 'oneSeasonOnly') {
    return 'It was used in one season only, and the same time a year earlier is not in the data.';
  }
  return pattern.tested
    ? 'The history is too short to rule out a quarterly pattern.'
    : 'Only one last-activity date is known, so a quarterly pattern cannot be ruled out.';
}

const workName = ({ signInTakenAsAction }: SeatReading): string =>
  signInTakenAsAction ? 'sign-in (taken as work)' : 'real work';

const wordLastWork = (reading: SeatReading): string =>
  `Last ${workName(reading)} on ${formatDay(reading.action.value as EpochDay)}`;

function wordIdleTime({ idle }: SeatReading): string {
  if (idle === undefined) return 'Never used';
  return idle.atLeast ? `Idle at least ${wordDays(idle.days)}` : `Idle ${wordDays(idle.days)}`;
}

function wordNoWork(reading: SeatReading): string {
  const { idle } = reading;
  if (idle === undefined) return `no ${workName(reading)} ever`;
  const since = isDay(reading.action.value)
    ? ` (last on ${formatDay(reading.action.value as EpochDay)})`
    : '';
  return `no ${workName(reading)} for ${idle.atLeast ? 'at least ' : ''}${wordDays(idle.days)}${since}`;
}

function wordNoSignIn({ signIn, windows, signInTakenAsAction }: SeatReading): string {
  if (signInTakenAsAction) return 'only sign-ins are known';
  if (isDay(signIn.value)) {
    return `the last sign-in, on ${formatDay(signIn.value as EpochDay)}, lies before the window of ${wordDays(windows.dormancy)}`;
  }
  if (signIn.cell === undefined) return 'sign-ins were not loaded';
  return signIn.value === NEVER ? 'no sign-in on record' : 'no date of a sign-in can be read';
}

const wordMissed = ({ pattern }: SeatReading): string =>
  pattern.outcome === 'overdue' ? ' It missed its own pattern.' : '';

const uncapitalise = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
