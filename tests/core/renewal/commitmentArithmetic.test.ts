import { expect, test } from 'vitest';
import { recommendCommitment, type CommitmentFacts } from '../../../src/core/renewal/recommendCommitment.ts';
import { commitmentArithmetic } from '../../../src/core/renewal/commitmentArithmetic.ts';

const FACTS: CommitmentFacts = {
  current: 2000,
  assigned: 2028,
  candidates: 0,
  plan: { plannedJoiners: 0, plannedLeavers: 0, approvedExpansions: 0 },
  bufferBasisPoints: 500,
  lotSize: 12,
  minimumQuantity: 0,
};

const lineOf = (facts: Partial<CommitmentFacts>, lotSize: number | undefined = 12): string => {
  const all = { ...FACTS, ...facts };
  return commitmentArithmetic(recommendCommitment(all), {
    bufferBasisPoints: all.bufferBasisPoints,
    lotSize,
  }).replaceAll('\u00a0', ' ');
};

test('every step from the seats assigned to the commitment stands in one line', () => {
  expect(lineOf({})).toBe('2 028 assigned; with a buffer of 5 % = 2 130; rounded up to lots of 12 = 2 136.');
  expect(
    lineOf({ candidates: 8, plan: { plannedJoiners: 0, plannedLeavers: 20, approvedExpansions: 0 } }),
  ).toBe('2 028 assigned \u2212 8 freed \u2212 20 net growth = 2 000; with a buffer of 5 % = 2 100.');
  expect(lineOf({ bufferBasisPoints: 0, minimumQuantity: 2500 }, undefined)).toBe(
    '2 028 assigned; raised to the contract’s minimum = 2 500.',
  );
});
