import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { EXPECTED_PATTERNS } from '../../../src/core/inventory/enumerations.ts';
import { seatKeyOf } from '../../../src/core/inventory/seatKey.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { countCategories } from '../../../src/core/policy/kernel.ts';
import { WINDOW_LIMITS } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { WindowCube } from '../../../src/core/policy/windowCube.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const AS_OF = day('2026-06-30');
/** Days around the windows that patterns give, and any others. */
const days = fc.oneof(
  fc
    .constantFrom(14, 90, 135, 180, 225, 400, 730)
    .chain((edge) => fc.integer({ min: edge - 2, max: edge + 2 })),
  fc.integer({ min: 0, max: 1500 }),
);
const past = days.map((back) => formatIsoDay(addDays(AS_OF, -back)));
const use = fc.oneof(
  { weight: 5, arbitrary: past },
  { weight: 1, arbitrary: fc.constant('never') },
  { weight: 1, arbitrary: days.map((bound) => `at least ${bound}`) },
);
const pattern = fc.constantFrom(...EXPECTED_PATTERNS, 'unread');
const seats = fc.array(
  fc.record({
    pattern,
    assigned: fc.oneof({ weight: 4, arbitrary: past }, { weight: 1, arbitrary: fc.constant('') }),
    work: use,
    signIn: use,
    byPerson: fc.option(
      fc.record({ pattern: fc.constantFrom(...EXPECTED_PATTERNS), age: fc.integer({ min: 0, max: 500 }) }),
      { nil: undefined },
    ),
  }),
  { minLength: 150, maxLength: 250 },
);

test('kernel, explanation and preview agree on every seat with a declared pattern, under every window [LOAD-18]', () => {
  fc.assert(
    fc.property(
      seats,
      fc.array(fc.integer({ min: WINDOW_LIMITS.least, max: WINDOW_LIMITS.most }), {
        minLength: 1,
        maxLength: 6,
      }),
      (rows, moves) => {
        const table = rows.map((row, index) =>
          [`a${index}`, row.pattern, row.assigned, row.work, row.signIn].join(' | '),
        );
        const snapshot = snapshotOf(
          ['account | pattern | assigned | last action | last sign-in', ...table].join('\n'),
        );
        const patterns = new Map(
          rows.flatMap(({ byPerson }, index) => {
            const seat = seatKeyOf(`a${index}`, 'Fulfiller');
            if (!byPerson) return [];
            const declaredOn = addDays(AS_OF, -byPerson.age);
            return [[seat, { seat, pattern: byPerson.pattern, declaredOn }] as const];
          }),
        );
        const prepared = prepareSeats(contextOf(snapshot, { reviewFacts: { patterns } }));
        const cube = new WindowCube(prepared, 'twice', undefined);
        while (!cube.isFull) cube.take(7);
        for (const dormancy of [...moves, 90, 135, 180, 225, 400]) {
          const policy = { windows: { dormancy, borderline: 2 * dormancy }, windowsByLicenceType: {} };
          const context = contextOf(snapshot, { policy, reviewFacts: { patterns } });
          const explained = rows.map((_, seat) => explainSeat(context, seat).category);
          const classified = classifySeats(prepared, policy).category;
          expect([...classified].map((code) => CATEGORIES[code])).toEqual(explained);
          expect(cube.counts(dormancy)).toEqual(countCategories(prepared, policy));
        }
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);
