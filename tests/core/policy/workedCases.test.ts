import { describe, expect, test } from 'vitest';
import { addDays, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { seatKeyOf } from '../../../src/core/inventory/seatKey.ts';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { evaluatePattern } from '../../../src/core/policy/evaluatePattern.ts';
import type { PatternOutcome } from '../../../src/core/policy/evaluation.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { day, snapshotOf, type SnapshotOptions } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

/**
 * The worked cases: A = 30 Jun 2026, W = 90, B = 180, L = 400, lag 2 unless said otherwise. The seat stands in the
 * last row of the table; further rows only show what the source of its licence type can hold.
 */
interface WorkedCase {
  readonly says: string;
  readonly table: string;
  readonly snapshot?: SnapshotOptions;
  readonly options?: ContextOptions;
  readonly category: Category;
  readonly boundary?: boolean;
  /** Text that the reason must hold. */
  readonly reason?: string;
  readonly securityNote?: RegExp;
}

const LOG_START = day('2025-05-27');

/** Outcome of the pattern tests over an event log. */
function outcomeOf(
  activeDays: readonly EpochDay[],
  from = LOG_START,
  tenure: number | undefined = 1000,
): PatternOutcome {
  const asOf = day('2026-06-30');
  return evaluatePattern({
    asOf,
    activeDays,
    history: { level: 'E2', from },
    lookBack: 400,
    tenure,
    fiscalYearStart: 1,
    declaration: undefined,
    idle: asOf - Math.max(...activeDays),
    foundInactiveOn: undefined,
  }).outcome;
}

/** Work every third day from the start of the log until a day: nothing periodic about it. */
function testedSteady(until: string): PatternOutcome[] {
  const days: EpochDay[] = [];
  for (let at = day(until); at >= LOG_START; at = addDays(at, -3)) days.push(at);
  const outcome = outcomeOf(days);
  expect(outcome).toBe('none');
  return [outcome];
}

/** One active day a week from one day to another. */
function weekly(from: string, to: string): EpochDay[] {
  const days: EpochDay[] = [];
  for (let at = day(from); at <= day(to); at = addDays(at, 7)) days.push(at);
  return [...days, day(to)];
}

const seat = (cells: Readonly<Record<string, string>>): string =>
  [Object.keys(cells).join(' | '), Object.values(cells).join(' | ')].join('\n');

const declared = (pattern: 'halfYearly'): ContextOptions => ({
  reviewFacts: {
    patterns: new Map([
      [
        seatKeyOf('a', 'Fulfiller'),
        { seat: seatKeyOf('a', 'Fulfiller'), pattern, declaredOn: day('2026-01-15') },
      ],
    ]),
  },
});

const absentUntil = (until: string): ContextOptions => ({
  absences: new Map([['a', [{ from: day('2026-01-12'), until: day(until) }]]]),
});

const CASES: readonly WorkedCase[] = [
  {
    says: 'licence type not a paid seat',
    table: seat({ account: 'a', licence: 'Requester', 'last action': '2026-06-29' }),
    options: { terms: { Requester: { paidSeat: false } } },
    category: 'notASeat',
    reason: 'Requester is not a paid seat',
  },
  {
    says: 'account deactivated; contract says nothing',
    table: seat({ account: 'a', status: 'deactivated', 'last action': '2025-09-01' }),
    category: 'notASeat',
    reason: 'does not say that deactivated accounts still count',
  },
  {
    says: 'account deactivated; contract answer yes; tested, none',
    table: seat({ account: 'a', status: 'deactivated', assigned: '2024-01-01', 'last action': '2025-09-01' }),
    options: { terms: { Fulfiller: { deactivatedCounts: 'yes' } }, tested: testedSteady('2025-09-01') },
    category: 'dormant',
  },
  {
    says: 'integration account, action on 29 Jun 2026',
    table: seat({ account: 'a', integration: 'yes', 'last action': '2026-06-29' }),
    category: 'nonHuman',
    reason: 'Integration account',
  },
  {
    says: 'person left 31 May 2026, action on 10 Jun 2026',
    table: seat({ account: 'a', left: '2026-05-31', 'last action': '2026-06-10' }),
    category: 'leaver',
    securityNote: /10 Jun 2026, after the leaving date 31 May 2026/,
  },
  {
    says: 'person left 20 Jun 2026, seat assigned 1 Jun 2026',
    table: seat({ account: 'a', left: '2026-06-20', assigned: '2026-06-01', 'last action': 'never' }),
    category: 'leaver',
  },
  {
    says: 'absent until 20 Jun 2026, last action 10 Jan 2026',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-01-10' }),
    options: absentUntil('2026-06-20'),
    category: 'excepted',
    reason: 'protected until 4 Jul 2026',
  },
  {
    says: 'absence ended 10 Jun 2026, last action 10 Jan 2026 (idle 171), tested, none',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-01-10' }),
    options: { ...absentUntil('2026-06-10'), tested: testedSteady('2026-01-10') },
    category: 'dormant',
    reason: '171 days',
  },
  {
    says: 'assigned 15 May 2026 (46 days), never used',
    table: seat({ account: 'a', assigned: '2026-05-15', 'last action': 'never', 'last sign-in': 'never' }),
    category: 'tooNew',
    reason: '46 days',
  },
  {
    says: 'assigned 15 May 2026, action on 25 Jun 2026',
    table: seat({ account: 'a', assigned: '2026-05-15', 'last action': '2026-06-25' }),
    category: 'active',
  },
  {
    says: 'assigned 2 Apr 2026 (89 days), never used, never signed in',
    table: seat({ account: 'a', assigned: '2026-04-02', 'last action': 'never', 'last sign-in': 'never' }),
    category: 'tooNew',
  },
  {
    says: 'assigned 1 Apr 2026 (90 days), never used, never signed in',
    table: seat({ account: 'a', assigned: '2026-04-01', 'last action': 'never', 'last sign-in': 'never' }),
    category: 'neverUsed',
  },
  {
    says: 'no assigned or created date, never used, in the only snapshot',
    table: seat({ account: 'a', 'last action': 'never', 'last sign-in': 'never' }),
    category: 'unknown',
    reason: 'cannot tell new from never used',
  },
  {
    says: 'last action unreadable',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': 'soon' }),
    category: 'unknown',
    reason: 'no date of use can be read',
  },
  {
    says: 'event log starts 1 May 2026 (61 days), no action of this seat in it',
    table: seat({ account: 'a', assigned: '2024-01-01', log: 'never' }),
    snapshot: {
      evidence: {
        log: {
          signalKind: 'action',
          proposedClass: 'meaningful',
          level: 'account',
          historyStart: '2026-05-01',
        },
      },
    },
    category: 'unknown',
    reason: 'history too short',
  },
  {
    says: 'last action 2 Apr 2026 (idle 89)',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-04-02' }),
    category: 'active',
    boundary: true,
  },
  {
    says: 'last action 1 Apr 2026 (idle 90), tested, none',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-04-01' }),
    options: { tested: testedSteady('2026-04-01') },
    category: 'dormant',
    boundary: true,
  },
  {
    says: 'last action 1 Apr 2026 (idle 90), E0, sign-in 20 Jun 2026',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': '2026-04-01',
      'last sign-in': '2026-06-20',
    }),
    category: 'borderline',
    boundary: true,
  },
  {
    says: 'last action 2 Jan 2026 (idle 179), E0',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-01-02' }),
    category: 'borderline',
  },
  {
    says: 'last action 1 Jan 2026 (idle 180), E0, no sign-in in W',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': '2026-01-01',
      'last sign-in': '2026-01-01',
    }),
    category: 'dormant',
  },
  {
    says: 'last action 1 Jan 2026 (idle 180), E0, sign-in 20 Jun 2026',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': '2026-01-01',
      'last sign-in': '2026-06-20',
    }),
    category: 'loginOnly',
  },
  {
    says: 'last action 20 Mar 2026 (idle 102), tested, none, sign-in 28 Jun 2026',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': '2026-03-20',
      'last sign-in': '2026-06-28',
    }),
    options: { tested: testedSteady('2026-03-20') },
    category: 'loginOnly',
  },
  {
    says: 'W = 60; actions 6 Jul, 5 Oct 2025, 5 Jan, 3 Apr 2026 (idle 88)',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2026-04-03' }),
    options: {
      policy: { windows: { dormancy: 60, borderline: 120 } },
      tested: [outcomeOf(['2025-07-06', '2025-10-05', '2026-01-05', '2026-04-03'].map(day))],
    },
    category: 'periodic',
  },
  {
    says: 'declared half-yearly; last action 1 Dec 2025 (idle 211, limit 225)',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': '2025-12-01' }),
    options: declared('halfYearly'),
    category: 'periodic',
    reason: 'declared half-yearly',
  },
  {
    says: 'declared half-yearly; last action 1 Nov 2025 (idle 241, limit 225), no sign-in in W',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': '2025-11-01',
      'last sign-in': '2025-11-01',
    }),
    options: declared('halfYearly'),
    category: 'dormant',
    reason: 'missed its own pattern',
  },
  {
    says: 'never acted, signs in (29 Jun 2026), tenure 400',
    table: seat({
      account: 'a',
      assigned: '2025-05-26',
      'last action': 'never',
      'last sign-in': '2026-06-29',
    }),
    category: 'loginOnly',
  },
  {
    says: 'never acted, last sign-in 15 Jan 2026, tenure 400',
    table: seat({
      account: 'a',
      assigned: '2025-05-26',
      'last action': 'never',
      'last sign-in': '2026-01-15',
    }),
    category: 'dormant',
  },
  {
    says: '"Not active in the last 180 days", E0, no sign-in in W',
    table: seat({
      account: 'a',
      assigned: '2024-01-01',
      'last action': 'at least 180',
      'last sign-in': '2026-01-01',
    }),
    category: 'dormant',
    reason: 'at least 180 days',
  },
  {
    says: '"Not active in the last 90 days", E0',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last action': 'at least 90' }),
    category: 'borderline',
    boundary: true,
    reason: 'at least 90 days',
  },
  {
    says: 'sign-in taken as action; last sign-in 1 Jun 2026',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last sign-in': '2026-06-01' }),
    category: 'active',
    reason: 'sign-in (taken as work)',
  },
  {
    says: 'sign-in taken as action; last sign-in 1 Mar 2026 (idle 121), E0',
    table: seat({ account: 'a', assigned: '2024-01-01', 'last sign-in': '2026-03-01' }),
    category: 'borderline',
  },
  {
    says: 'account worked and signed in 28 Jun 2026; seat-level value "never"; assigned 2025',
    table: `account | licence   | assigned   | last action | last sign-in | seat action
            a       | Fulfiller | 2025-01-01 | 2026-06-28  | 2026-06-28   | -
            a       | Analytics | 2025-01-01 | 2026-06-28  | 2026-06-28   | never`,
    category: 'loginOnly',
  },
  {
    says: 'seat since 2023, log from 27 May 2025, active only 10 Feb – 20 Mar 2026 (idle 102)',
    table: seat({ account: 'a', assigned: '2023-02-01', 'last action': '2026-03-20' }),
    options: { tested: [outcomeOf(weekly('2026-02-10', '2026-03-20'), LOG_START, 1245)] },
    category: 'borderline',
    reason: 'one season only',
  },
];

describe('the 33 worked cases', () => {
  test.each(CASES.map((worked, index) => ({ number: index + 1, ...worked })))(
    'case $number: $says → $category [DEFINE-07]',
    ({ table, snapshot, options, category, boundary, reason, securityNote }) => {
      const context = contextOf(snapshotOf(table, snapshot), options);
      const seatRow = context.snapshot.seats.count - 1;
      const prepared = prepareSeats(context);
      const evaluation = classifySeats(prepared, context.policy);
      const explained = explainSeat(context, seatRow);
      expect(CATEGORIES[evaluation.category[seatRow]!]).toBe(category);
      expect(explained.category).toBe(category);
      expect(explained.rule).toBe(CATEGORIES.indexOf(category) + 1);
      expect(evaluation.boundary[seatRow]).toBe(boundary ? 1 : 0);
      expect(explained.boundary).toBe(boundary ?? false);
      if (reason !== undefined) expect(`${explained.sentence} ${explained.history}`).toContain(reason);
      if (securityNote) expect(explained.securityNote).toMatch(securityNote);
      else expect(explained.securityNote).toBeUndefined();
    },
  );

  test('there are 33', () => expect(CASES).toHaveLength(33));
});
