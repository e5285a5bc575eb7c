import { expect, test } from 'vitest';
import { joinEvidence, withEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import { buildContext } from '../../../src/core/policy/evaluationContext.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import type { PatternResult } from '../../../src/core/policy/evaluatePattern.ts';
import { activitySourceOf, type LogOptions, type LogRow } from '../../builders/activitySourceOf.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const LIST = snapshotOf(`
  | account | licence   | assigned   |
  | ann     | Fulfiller | 2023-01-01 |
`);

function tested(...logs: readonly (readonly [readonly LogRow[], LogOptions])[]): {
  readonly result: PatternResult | undefined;
  readonly category: string;
} {
  const sources = logs.map(([rows, options], index) =>
    activitySourceOf(rows, { file: `log ${index}`, ...options }),
  );
  const snapshot = withEvidence(LIST, joinEvidence(LIST, sources).columns);
  const context = buildContext({ ...contextOf(LIST), snapshot, fiscalYearStart: 1 });
  return { result: context.testPattern?.(0), category: explainSeat(context, 0).category };
}

const daysOf = (...days: readonly string[]): readonly LogRow[] =>
  days.map((date) => ['ann', date, 'resolve']);
const MONTHLY = { monthly: true, historyStart: '2025-01-01' } as const;
const QUARTERS = daysOf('2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31');

test('monthly counts are tested by month: work at the close of quarters is periodic use [REVIEW-08]', () => {
  const { result, category } = tested([QUARTERS, MONTHLY]);
  expect(result).toMatchObject({ outcome: 'positive', type: 'quarterly' });
  expect(category).toBe('periodic');
});

test('monthly counts without a pattern let a silent seat be dormant, not borderline', () => {
  const steady = daysOf('2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28');
  const { result, category } = tested([steady, MONTHLY]);
  expect(result?.outcome).toBe('none');
  expect(category).toBe('dormant');
});

test('a pattern that a log by day shows is not lost beside monthly counts', () => {
  // Every five weeks: months in a row, which by month alone are one episode.
  const days = daysOf('2025-12-01', '2026-01-05', '2026-02-09', '2026-03-16', '2026-04-20', '2026-05-25');
  const byMonth = daysOf('2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31');
  expect(tested([byMonth, MONTHLY]).result?.outcome).toBe('none');
  const both = tested([days, { historyStart: '2025-01-01' }], [byMonth, MONTHLY]);
  expect(both.result).toMatchObject({ outcome: 'positive', type: 'onCall' });
});

test('monthly counts say what a short log by day cannot', () => {
  const short: readonly [readonly LogRow[], LogOptions] = [
    [
      ['other', '2026-06-20', 'resolve'],
      ['ann', '2026-01-10', 'resolve'],
    ],
    { historyStart: '2026-01-01' },
  ];
  expect(tested(short).result?.outcome).toBe('oneSeasonOnly');
  expect(tested(short, [QUARTERS, MONTHLY]).result).toMatchObject({ outcome: 'positive', type: 'quarterly' });
});
