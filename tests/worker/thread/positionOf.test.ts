import { expect, test } from 'vitest';
import { NO_CHANGE } from '../../../src/core/renewal/commitmentPlan.ts';
import { recommendCommitment } from '../../../src/core/renewal/recommendCommitment.ts';
import { provenCommitment } from '../../../src/worker/thread/positionOf.ts';

const FACTS = {
  current: 1000,
  assigned: 940,
  candidates: 218,
  plan: { ...NO_CHANGE, plannedJoiners: 20, plannedLeavers: 8 },
  bufferBasisPoints: 500,
  lotSize: 10,
  minimumQuantity: 0,
};

test('the proven commitment rests on freed candidates alone', () => {
  expect(provenCommitment(FACTS, 0)).toMatchObject({
    freed: 0,
    recommended: 1000,
    commitment: { candidates: 0, recommended: 1000 },
  });
  expect(provenCommitment(FACTS, 100)).toMatchObject({ freed: 100, recommended: 900 });
  expect(provenCommitment(FACTS, 218).recommended).toBe(recommendCommitment(FACTS).recommended);
});
