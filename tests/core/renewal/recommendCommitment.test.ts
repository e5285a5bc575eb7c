import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { NO_CHANGE } from '../../../src/core/renewal/commitmentPlan.ts';
import { recommendCommitment, type CommitmentFacts } from '../../../src/core/renewal/recommendCommitment.ts';
import { totalCommitment } from '../../../src/core/renewal/totalCommitment.ts';

const example: CommitmentFacts = {
  current: 1000,
  assigned: 940,
  candidates: 218,
  plan: { plannedJoiners: 20, plannedLeavers: 8, approvedExpansions: 0 },
  bufferBasisPoints: 500,
  lotSize: 10,
  minimumQuantity: 700,
};

const anyFacts = (): fc.Arbitrary<CommitmentFacts> =>
  fc
    .record({
      current: fc.nat({ max: 20_000 }),
      assigned: fc.nat({ max: 20_000 }),
      share: fc.nat({ max: 100 }),
      plannedJoiners: fc.nat({ max: 3000 }),
      plannedLeavers: fc.nat({ max: 3000 }),
      approvedExpansions: fc.nat({ max: 3000 }),
      bufferBasisPoints: fc.nat({ max: 5000 }),
      lotSize: fc.integer({ min: 1, max: 500 }),
      minimumQuantity: fc.nat({ max: 20_000 }),
    })
    .map(({ share, plannedJoiners, plannedLeavers, approvedExpansions, ...facts }) => ({
      ...facts,
      candidates: Math.floor((facts.assigned * share) / 100),
      plan: { plannedJoiners, plannedLeavers, approvedExpansions },
    }));

const closes = (waterfall: readonly { readonly step: string; readonly seats: number }[]): boolean => {
  const steps = waterfall.slice(0, -1).reduce((sum, { seats }) => sum + seats, 0);
  return steps === waterfall.at(-1)?.seats;
};

test('recommends 780 seats in the worked example, by a waterfall that closes [RENEWAL-04]', () => {
  const commitment = recommendCommitment(example);
  expect(commitment).toMatchObject({ need: 722, demand: 734, buffered: 771, inLots: 780, recommended: 780 });
  expect(commitment).toMatchObject({ reduction: 220, doNotReduce: false });
  expect(commitment.waterfall.map(({ step, seats }) => [step, seats])).toEqual([
    ['current', 1000],
    ['unassigned', -60],
    ['candidates', -218],
    ['netGrowth', 12],
    ['buffer', 37],
    ['lotRounding', 9],
    ['proposed', 780],
  ]);
});

test('says do not reduce when need and buffer reach the current quantity [RENEWAL-04]', () => {
  expect(recommendCommitment({ ...example, candidates: 0 })).toMatchObject({
    recommended: 1000,
    reduction: 0,
    doNotReduce: true,
  });
  expect(recommendCommitment({ ...example, current: 700 })).toMatchObject({
    reduction: -80,
    doNotReduce: true,
  });
});

test('lifts the proposal to the contractual minimum as a step of its own', () => {
  const commitment = recommendCommitment({ ...example, minimumQuantity: 800 });
  expect(commitment.recommended).toBe(800);
  expect(commitment.waterfall.at(-2)).toEqual({ step: 'minimum', seats: 20 });
});

test('shows seats assigned beyond the contract as a step upwards', () => {
  const commitment = recommendCommitment({ ...example, current: 900, plan: NO_CHANGE });
  expect(commitment.waterfall.slice(0, 3)).toEqual([
    { step: 'current', seats: 900 },
    { step: 'overAssigned', seats: 40 },
    { step: 'candidates', seats: -218 },
  ]);
  expect(closes(commitment.waterfall)).toBe(true);
});

test('closes the waterfall exactly for any numbers, one line or several [RENEWAL-04]', () => {
  fc.assert(
    fc.property(fc.array(anyFacts(), { minLength: 1, maxLength: 5 }), (all) => {
      const lines = all.map(recommendCommitment);
      for (const [index, line] of lines.entries()) {
        const facts = all[index] ?? example;
        expect(closes(line.waterfall)).toBe(true);
        expect(line.need + line.candidates).toBe(line.assigned);
        expect(line.recommended).toBeGreaterThanOrEqual(facts.minimumQuantity);
        expect(line.recommended * 10_000).toBeGreaterThanOrEqual(
          line.demand * (10_000 + facts.bufferBasisPoints),
        );
        expect((line.buffered - 1) * 10_000).toBeLessThan(
          line.demand * (10_000 + facts.bufferBasisPoints) + 1,
        );
        expect(line.inLots % facts.lotSize).toBe(0);
      }
      const total = totalCommitment(lines);
      expect(closes(total.waterfall)).toBe(true);
      expect(total.current - total.recommended).toBe(total.reduction);
    }),
  );
});
