import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { formatShare } from '../../../src/core/base/formatNumber.ts';
import { buildPosition, totalPosition } from '../../../src/core/reconcile/buildPosition.ts';
import { buildShares } from '../../../src/core/reconcile/buildShares.ts';
import { formatRate } from '../../../src/core/reconcile/formatRate.ts';
import {
  assignedOf,
  flaggedOf,
  humanAssignedOf,
  inUseOf,
  seatsOf,
} from '../../../src/core/reconcile/seatSets.ts';
import { anyCounts, countsOf, RUNNING_EXAMPLE } from './categoryCounts.ts';

test('prints the three rates of the running example', () => {
  const position = buildPosition(1000, RUNNING_EXAMPLE);
  expect(
    [position.allocationRate, position.activityRate, position.effectiveUtilisation].map(formatRate),
  ).toEqual(['94.0\u00a0%', '72.0\u00a0%', '65.5\u00a0%']);
});

test('prints the range that unknown seats allow [REVIEW-03]', () => {
  const counts = { ...RUNNING_EXAMPLE, active: 590, unknown: 20 };
  const position = buildPosition(1000, counts);
  expect(formatRate(position.activityRate)).toBe('69.8\u00a0% – 72.0\u00a0%');
  expect(formatRate(position.effectiveUtilisation)).toBe('63.5\u00a0% – 65.5\u00a0%');
  expect(formatRate(position.allocationRate)).toBe('94.0\u00a0%');
});

test('never clips a rate over 100 per cent and prints n/a without a denominator', () => {
  expect(formatRate(buildPosition(100, countsOf({ active: 130 })).effectiveUtilisation)).toBe('130.0\u00a0%');
  expect(formatRate(buildPosition(0, countsOf({})).allocationRate)).toBe('n/a');
});

test('shows both licence positions of the worked example', () => {
  const first = buildPosition(1000, RUNNING_EXAMPLE);
  const second = buildPosition(100, countsOf({ active: 96, dormant: 12 }));
  expect([first.contractPosition, first.usagePosition, first.unassigned]).toEqual([60, 290, 60]);
  expect([second.contractPosition, second.usagePosition, second.unassigned]).toEqual([-8, 4, 0]);
  expect(totalPosition([first, second]).unassigned).toBe(60);
});

test('names the denominator of the dormant share', () => {
  const shares = buildShares(1000, { ...RUNNING_EXAMPLE, dormant: 180, borderline: 10 });
  expect(formatShare(shares.dormantOfHuman.part, shares.dormantOfHuman.whole)).toBe('24.2\u00a0%');
  expect(formatShare(shares.dormantOfEntitled.part, shares.dormantOfEntitled.whole)).toBe('22.0\u00a0%');
  expect(formatShare(shares.flaggedOfHuman.part, shares.flaggedOfHuman.whole)).toBe('25.3\u00a0%');
  expect(formatShare(shares.flaggedOfEntitled.part, shares.flaggedOfEntitled.whole)).toBe('23.0\u00a0%');
});

test('keeps the sets built on the categories consistent', () => {
  fc.assert(
    fc.property(anyCounts(), fc.nat({ max: 50_000 }), (counts, entitled) => {
      const position = buildPosition(entitled, counts);
      expect(assignedOf(counts) + counts.notASeat).toBe(seatsOf(counts));
      expect(humanAssignedOf(counts) + counts.nonHuman).toBe(assignedOf(counts));
      expect(position.usagePosition - position.contractPosition).toBe(flaggedOf(counts));
      expect(position.assigned - position.flagged).toBe(
        inUseOf(counts) + counts.nonHuman + counts.tooNew + counts.excepted + counts.unknown,
      );
      expect(position.activityRate.least).toBeLessThanOrEqual(position.activityRate.most);
    }),
  );
});
