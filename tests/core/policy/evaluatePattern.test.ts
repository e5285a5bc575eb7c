import { describe, expect, test } from 'vitest';
import { addDays, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { evaluatePattern, type PatternFacts } from '../../../src/core/policy/evaluatePattern.ts';
import { day } from '../../builders/snapshotOf.ts';

const QUARTER_DAYS = ['2025-07-06', '2025-10-05', '2026-01-05', '2026-04-03'];

/** Facts of a seat held for three years with an event log of 400 days, unless said otherwise. */
function facts(activeDays: readonly string[], changes: Partial<PatternFacts> = {}): PatternFacts {
  const asOf = changes.asOf ?? day('2026-06-30');
  const days = activeDays.map(day);
  return {
    asOf,
    activeDays: days,
    history: { level: 'E2', from: day('2025-05-27') },
    lookBack: 400,
    tenure: 1095,
    fiscalYearStart: 1,
    declaration: undefined,
    idle: days.length === 0 ? undefined : asOf - Math.max(...days),
    foundInactiveOn: undefined,
    ...changes,
  };
}

const every = (from: string, to: string, step: number): string[] => {
  const days: EpochDay[] = [];
  for (let at = day(from); at <= day(to); at = addDays(at, step)) days.push(at);
  return days.map(formatIsoDay);
};

const iso = (at: EpochDay | undefined): string | undefined =>
  at === undefined ? undefined : formatIsoDay(at);

describe('a quarterly seat (gaps of 91, 92 and 88 days)', () => {
  test('is positive while it is not overdue, expected on 3 Jul and overdue after 18 Aug', () => {
    const result = evaluatePattern(facts(QUARTER_DAYS));
    expect(result).toMatchObject({ outcome: 'positive', type: 'quarterly' });
    expect(iso(result.expected)).toBe('2026-07-03');
    expect(iso(result.overdueAfter)).toBe('2026-08-18');
  });

  test.each([
    ['2026-08-18', 'positive'],
    ['2026-08-19', 'overdue'],
  ])('is on %s %s', (asOf, outcome) => {
    expect(evaluatePattern(facts(QUARTER_DAYS, { asOf: day(asOf) })).outcome).toBe(outcome);
  });

  test('does not slide out of view a year later: it stays overdue', () => {
    expect(evaluatePattern(facts(QUARTER_DAYS, { asOf: day('2027-06-30') })).outcome).toBe('overdue');
  });

  test('follows the fiscal quarters', () => {
    const off = ['2025-05-31', '2025-08-30', '2025-11-29', '2026-02-27'];
    const history = { level: 'E2', from: day('2025-01-01') } as const;
    expect(evaluatePattern(facts(off, { history, fiscalYearStart: 3 })).type).toBe('quarterly');
    expect(evaluatePattern(facts(off, { history, fiscalYearStart: 1 })).type).not.toBe('quarterly');
  });

  test('is not quarterly when most of the work lies outside the close windows', () => {
    const busy = [...QUARTER_DAYS, ...every('2025-08-01', '2025-09-10', 5)];
    expect(evaluatePattern(facts(busy)).type).not.toBe('quarterly');
  });
});

describe('other rhythms', () => {
  const longLog = { level: 'E2', from: day('2024-01-01') } as const;

  test('a season that comes back is seasonal until its end + 365 + 15 days', () => {
    const season = [...every('2025-02-10', '2025-03-20', 7), ...every('2026-02-12', '2026-03-19', 7)];
    const result = evaluatePattern(facts(season, { history: longLog }));
    expect(result).toMatchObject({ outcome: 'positive', type: 'seasonal' });
    expect(iso(result.overdueAfter)).toBe('2027-04-03');
    const later = facts(season, { history: longLog, asOf: day('2027-04-04') });
    expect(evaluatePattern(later).outcome).toBe('overdue');
  });

  test('three duties in a year, at most 120 days apart, are on-call', () => {
    const duty = ['2025-08-12', '2025-08-13', '2025-11-14', '2026-03-08'];
    expect(evaluatePattern(facts(duty))).toMatchObject({ outcome: 'positive', type: 'onCall' });
  });

  test('even gaps longer than on-call allows are regular', () => {
    const even = ['2024-10-10', '2025-02-14', '2025-06-15', '2025-10-16', '2026-02-15'];
    const wide = facts(even, { history: longLog, lookBack: 600 });
    expect(evaluatePattern(wide)).toMatchObject({ outcome: 'positive', type: 'regular' });
  });

  test('uneven use is no pattern', () => {
    const uneven = ['2025-06-01', '2025-06-20', '2025-12-28', '2026-01-20', '2026-03-01'];
    const moved = facts(
      uneven.map((text) => text),
      { fiscalYearStart: 2 },
    );
    expect(
      evaluatePattern({ ...moved, activeDays: [...every('2025-06-01', '2026-03-01', 3)].map(day) }).outcome,
    ).toBe('none');
  });
});

describe('without a pattern', () => {
  test('one season whose year before is not loaded asks for a person', () => {
    const season = every('2026-02-10', '2026-03-20', 7);
    expect(evaluatePattern(facts(season)).outcome).toBe('oneSeasonOnly');
    expect(evaluatePattern(facts(season, { tenure: 300 })).outcome).toBe('none');
    expect(
      evaluatePattern(facts(season, { history: { level: 'E2', from: day('2024-06-01') } })).outcome,
    ).toBe('none');
  });

  test('a log shorter than a year and than the tenure cannot test', () => {
    const steady = every('2026-01-02', '2026-04-10', 3);
    const history = { level: 'E2', from: day('2026-01-01') } as const;
    expect(evaluatePattern(facts(steady, { history })).outcome).toBe('notTestable');
    expect(evaluatePattern(facts(steady, { history, tenure: 181 })).outcome).toBe('none');
  });

  test('one last date never tests, whatever its age', () => {
    expect(evaluatePattern(facts(['2024-01-01'], { history: { level: 'E0' } })).outcome).toBe('notTestable');
  });

  test('a finding "inactive" counts for 12 months or until the next work', () => {
    const found = (foundInactiveOn: string, asOf = '2026-06-30'): string =>
      evaluatePattern(
        facts(['2026-03-01'], {
          history: { level: 'E0' },
          asOf: day(asOf),
          foundInactiveOn: day(foundInactiveOn),
        }),
      ).outcome;
    expect(found('2026-06-30')).toBe('none');
    expect(found('2026-02-28')).toBe('notTestable');
    expect(found('2026-06-30', '2027-06-30')).toBe('none');
    expect(found('2026-06-30', '2027-07-01')).toBe('notTestable');
  });
});

describe('a declaration', () => {
  test.each([
    ['quarterly', 135],
    ['halfYearly', 225],
    ['yearly', 400],
    ['seasonal', 400],
    ['onCall', 180],
  ] as const)('of %s use holds below %i idle days', (pattern, limit) => {
    const declaration = { pattern, declaredOn: day('2026-06-01'), source: 'person' } as const;
    const at = (idle: number): string => evaluatePattern(facts([], { declaration, idle })).outcome;
    expect(at(limit - 1)).toBe('positive');
    expect(at(limit)).toBe('overdue');
  });

  test('of weekly use protects nothing beyond the window', () => {
    const declaration = { pattern: 'weekly', declaredOn: day('2026-06-01'), source: 'person' } as const;
    expect(evaluatePattern(facts([], { declaration, idle: 20 })).outcome).toBe('overdue');
  });

  test('older than 12 months does not count', () => {
    const declaration = { pattern: 'yearly', declaredOn: day('2025-06-29'), source: 'person' } as const;
    expect(evaluatePattern(facts([], { declaration, idle: 100, history: { level: 'E0' } })).outcome).toBe(
      'notTestable',
    );
  });
});
