import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { joinEvidence, withEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { PATTERN_OUTCOMES } from '../../../src/core/policy/evaluation.ts';
import { buildContext } from '../../../src/core/policy/evaluationContext.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { activitySourceOf, type LogRow } from '../../builders/activitySourceOf.ts';
import { randomContext } from '../../builders/randomSnapshot.ts';
import { day } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const AS_OF = day('2026-06-30');
const before = (days: number): string => formatIsoDay(addDays(AS_OF, -days));

const log = fc.record({
  rows: fc.array(
    fc.record({
      key: fc.nat({ max: 30 }),
      days: fc.oneof(fc.integer({ min: -1, max: 60 }), fc.integer({ min: 0, max: 900 })),
      event: fc.constantFrom('resolved', 'commented', 'login', 'viewed page', ''),
      licence: fc.constantFrom('', '', 'Fulfiller', 'Approver', 'Unknown type'),
    }),
    { maxLength: 80 },
  ),
  history: fc.integer({ min: 30, max: 900 }),
  late: fc.constantFrom(0, 0, 1, 40),
  lagDays: fc.constantFrom(2, 2, 0, 1, 14, 60),
  covers: fc.constantFrom(undefined, undefined, ['fulfiller ']),
});

test('with logs joined, kernel and explanation still agree on every seat [DEFINE-07] [LOAD-25] [LOAD-32] [REVIEW-08]', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(randomContext, fc.array(log, { minLength: 1, maxLength: 3 }), (context, logs) => {
      const { testedPatterns: _, snapshot: list, ...input } = context;
      const ids = Array.from({ length: list.accounts.count }, (__, row) =>
        list.accounts.accountId.at(row as never),
      );
      const sources = logs.map(({ rows, history, late, lagDays, covers }, index) =>
        activitySourceOf(
          rows.map(({ key, days, event, licence }): LogRow => [
            ids[key % Math.max(1, ids.length + 1)] ?? 'nobody',
            before(Math.max(days, late - 1)),
            event,
            licence,
          ]),
          {
            file: `log ${index}`,
            historyStart: before(history),
            asOf: before(late),
            lagDays,
            ...(covers ? { covers } : {}),
          },
        ),
      );
      const snapshot = withEvidence(list, joinEvidence(list, sources).columns);
      const joined = buildContext({ ...input, snapshot, fiscalYearStart: 1 });
      const prepared = prepareSeats(joined);
      const { category, boundary } = classifySeats(prepared, joined.policy);
      for (let seat = 0; seat < prepared.count; seat += 1) {
        const reason = explainSeat(joined, seat);
        expect({
          seat,
          category: CATEGORIES[category[seat]!],
          boundary: boundary[seat] === 1,
          outcome: PATTERN_OUTCOMES[prepared.outcome[seat]!],
        }).toEqual({ seat, category: reason.category, boundary: reason.boundary, outcome: reason.outcome });
        expect(`${reason.sentence} ${reason.history}`).not.toMatch(/undefined|NaN/);
        for (const cell of reason.evidence) expect(cell.reading).not.toMatch(/undefined|NaN/);
        seen.add(reason.outcome);
        seen.add(reason.category);
        if (reason.boundary && (prepared.lagBySeat?.[seat] ?? 2) !== 2) seen.add('edge by the lag of a log');
      }
    }),
    { numRuns: 400 },
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'none',
      'notTestable',
      'positive',
      'unknown',
      'dormant',
      'edge by the lag of a log',
    ]),
  );
});
