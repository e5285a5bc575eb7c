import { describe, expect, test } from 'vitest';
import { readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { evaluatePattern, type PatternFacts } from '../../../src/core/policy/evaluatePattern.ts';
import { lastDaysOfMonths } from '../../../src/core/policy/monthCounts.ts';

const day = (text: string): EpochDay => readIsoDay(text)!;
/** Months such as `2026-03` as their last days, as a stored log has them. */
const monthsOf = (months: readonly string[]): readonly EpochDay[] =>
  lastDaysOfMonths(months.map((month) => day(`${month}-01`)));

const resultOf = (months: readonly string[], facts: Partial<PatternFacts> = {}) =>
  evaluatePattern({
    asOf: day('2026-06-30'),
    activeDays: monthsOf(months),
    byMonth: true,
    history: { level: 'E2', from: day('2025-01-01') },
    lookBack: 400,
    tenure: undefined,
    fiscalYearStart: 1,
    declaration: undefined,
    idle: undefined,
    foundInactiveOn: undefined,
    ...facts,
  });

describe('monthly counts', () => {
  test('hit a close window in the month of quarter end or the one after [REVIEW-08]', () => {
    expect(resultOf(['2025-07', '2025-09', '2026-01', '2026-04'])).toMatchObject({
      outcome: 'positive',
      type: 'quarterly',
    });
    // One active month outside is allowed, two are not; then nothing recurs evenly either.
    const outside = ['2025-07', '2025-08', '2025-10', '2026-01', '2026-04'];
    expect(resultOf(outside)).toMatchObject({ type: 'quarterly' });
    expect(resultOf([...outside.slice(0, 3), '2026-01', '2026-02', '2026-04']).type).not.toBe('quarterly');
  });

  test('follow the fiscal quarters', () => {
    const months = ['2025-08', '2025-11', '2026-02', '2026-05'];
    expect(resultOf(months).type).toBe('onCall');
    expect(resultOf(months, { fiscalYearStart: 12 }).type).toBe('quarterly');
  });

  test('of consecutive months are one episode, so that steady use is no rhythm', () => {
    const steady = ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'];
    expect(resultOf(steady)).toMatchObject({ outcome: 'none', type: undefined });
    // Read as days, month ends would lie 28 to 31 days apart and look like a rhythm.
    expect(resultOf(steady, { byMonth: false, asOf: day('2026-01-31') }).type).toBe('onCall');
    expect(resultOf(steady, { asOf: day('2026-01-31') }).outcome).toBe('none');
  });

  test('show a season that comes back, and one that was seen once only', () => {
    const season = ['2025-02', '2025-03', '2026-02', '2026-03'];
    expect(resultOf(season)).toMatchObject({
      outcome: 'positive',
      type: 'seasonal',
      overdueAfter: day('2027-04-15'),
    });
    const once = { history: { level: 'E2', from: day('2025-06-01') } } as const;
    expect(resultOf(['2026-01', '2026-02', '2026-03'], once).outcome).toBe('oneSeasonOnly');
    // Four months are more than 92 days.
    expect(resultOf(['2025-12', '2026-01', '2026-02', '2026-03'], once).outcome).toBe('none');
  });

  test('end their protection by the rhythm of their months', () => {
    const quarters = ['2025-06', '2025-09', '2025-12'];
    const { overdueAfter } = resultOf(quarters, { asOf: day('2026-03-31') });
    expect(formatIsoDay(overdueAfter!)).toBe('2026-05-18');
    expect(resultOf(quarters, { asOf: day('2026-05-18') }).outcome).toBe('positive');
    expect(resultOf(quarters, { asOf: day('2026-05-19') }).outcome).toBe('overdue');
  });

  test('reach as far back as their file', () => {
    expect(resultOf(['2025-12'], { history: { level: 'E2', from: day('2025-12-01') } }).outcome).toBe(
      'oneSeasonOnly',
    );
    expect(resultOf(['2025-12'], { history: { level: 'E2', from: day('2024-06-01') } }).outcome).toBe('none');
    expect(resultOf([], { history: { level: 'E2', from: day('2026-01-01') } }).outcome).toBe('notTestable');
  });
});
