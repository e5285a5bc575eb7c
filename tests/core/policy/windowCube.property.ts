import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { borderlineRuleOf } from '../../../src/core/policy/borderlineRule.ts';
import { countCandidates } from '../../../src/core/policy/candidateSeats.ts';
import { diffFlagged } from '../../../src/core/policy/diffFlagged.ts';
import { evaluateSeats } from '../../../src/core/policy/kernel.ts';
import { WINDOW_LIMITS } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { WindowCube } from '../../../src/core/policy/windowCube.ts';
import { randomContext, randomPolicy } from '../../builders/randomSnapshot.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const anyWindow = fc.integer({ min: WINDOW_LIMITS.least, max: WINDOW_LIMITS.most });
/** A borderline limit set by hand, or none. */
const anyLimit = fc.option(fc.integer({ min: 14, max: 1460 }), { nil: undefined });

test('the cube counts under every window what the passes over the seats count [DEFINE-01]', () => {
  fc.assert(
    fc.property(
      randomContext,
      randomPolicy,
      anyLimit,
      fc.array(anyWindow, { minLength: 4, maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (context, other, limit, moves, queueWaived, slice) => {
        const prepared = prepareSeats(context);
        const frozen = classifySeats(prepared, { ...context.policy, ...other });
        const windowsAt = (dormancy: number) => ({ dormancy, borderline: limit ?? 2 * dormancy });
        const cube = new WindowCube(prepared, limit ?? borderlineRuleOf(windowsAt(90)), frozen);
        while (!cube.isFull) cube.take(slice);
        for (const dormancy of [...moves, WINDOW_LIMITS.least, WINDOW_LIMITS.most]) {
          const policy = { ...context.policy, windows: windowsAt(dormancy), windowsByLicenceType: {} };
          expect(WindowCube.canAnswer(prepared, policy)).toBe(true);
          expect(cube.isFor(prepared, policy.windows, frozen)).toBe(true);
          const { evaluation, counts } = evaluateSeats(prepared, policy);
          expect(cube.counts(dormancy)).toEqual(counts);
          expect(cube.candidates(dormancy, policy, queueWaived)).toBe(
            countCandidates(prepared, evaluation, policy, queueWaived),
          );
          const { added, removed, seats } = diffFlagged(frozen, evaluation);
          expect(cube.flaggedChanges(dormancy, undefined)).toEqual({ added, removed });
          const ofType = [...seats()].filter(({ seat }) => prepared.licenceType[seat] === 0);
          expect(cube.flaggedChanges(dormancy, 0)).toEqual({
            added: ofType.filter(({ change }) => change === 'added').length,
            removed: ofType.filter(({ change }) => change === 'removed').length,
          });
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('a cube is not asked about what it was not built for', () => {
  fc.assert(
    fc.property(randomContext, anyWindow, (context, dormancy) => {
      const prepared = prepareSeats(context);
      const cube = new WindowCube(prepared, 'twice', undefined);
      const twice = { dormancy, borderline: 2 * dormancy };
      expect(cube.isFor(prepared, twice, undefined)).toBe(true);
      expect(cube.isFor(prepared, { dormancy, borderline: dormancy }, undefined)).toBe(false);
      expect(cube.isFor(prepareSeats(context), twice, undefined)).toBe(false);
      expect(cube.isFor(prepared, twice, classifySeats(prepared, context.policy))).toBe(false);
      const canAnswer = (choice: object): boolean =>
        WindowCube.canAnswer(prepared, { windows: twice, windowsByLicenceType: {}, ...choice });
      expect(canAnswer({ windowsByLicenceType: { Approver: twice } })).toBe(false);
      expect(canAnswer({ windows: { dormancy: WINDOW_LIMITS.most + 1, borderline: 2000 } })).toBe(false);
    }),
    { numRuns: 3 },
  );
});
