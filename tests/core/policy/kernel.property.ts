import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { PATTERN_OUTCOMES } from '../../../src/core/policy/evaluation.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { countCategories, evaluateSeats } from '../../../src/core/policy/kernel.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { totalsByCategory } from '../../../src/core/policy/totalsByCategory.ts';
import { randomContext, randomPolicy } from '../../builders/randomSnapshot.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

test('the kernel gives every seat the category, boundary and outcome that its explanation gives [DEFINE-07]', () => {
  fc.assert(
    fc.property(randomContext, (context) => {
      const prepared = prepareSeats(context);
      const { category, boundary } = classifySeats(prepared, context.policy);
      for (let seat = 0; seat < prepared.count; seat += 1) {
        const reason = explainSeat(context, seat);
        expect({
          seat,
          category: CATEGORIES[category[seat]!],
          boundary: boundary[seat] === 1,
          outcome: PATTERN_OUTCOMES[prepared.outcome[seat]!],
        }).toEqual({
          seat,
          category: reason.category,
          boundary: reason.boundary,
          outcome: reason.outcome,
        });
        expect(reason.sentence).not.toMatch(/undefined|NaN/);
      }
    }),
    { numRuns: 400 },
  );
});

test('moving the windows needs no new preparation [DEFINE-01]', () => {
  fc.assert(
    fc.property(randomContext, randomPolicy, (context, { windows, windowsByLicenceType }) => {
      const moved = { ...context.policy, windows: windows!, windowsByLicenceType: windowsByLicenceType! };
      const kept = classifySeats(prepareSeats(context), moved);
      const anew = classifySeats(prepareSeats({ ...context, policy: moved }), moved);
      expect(kept).toEqual(anew);
    }),
    { numRuns: 100 },
  );
});

test('every seat is in one category: cells add up to the seats of each unit and licence type [REVIEW-01]', () => {
  fc.assert(
    fc.property(randomContext, (context) => {
      const prepared = prepareSeats(context);
      const { evaluation, counts } = evaluateSeats(prepared, context.policy);
      expect(counts).toEqual(countCategories(prepared, context.policy));
      const { seats, accounts, strings } = context.snapshot;
      const expected = new Uint32Array(counts.cells.length);
      for (let seat = 0; seat < seats.count; seat += 1) {
        const unit = counts.units.indexOf(strings[accounts.unit[seats.account[seat]!]!]!);
        const group = unit * counts.licenceTypes.length + seats.licenceType[seat]!;
        expected[group * CATEGORIES.length + evaluation.category[seat]!]! += 1;
      }
      expect(counts.cells).toEqual(expected);
      const sum = Object.values(totalsByCategory(counts)).reduce((a, b) => a + b, 0);
      expect(sum).toBe(seats.count);
      const perType = counts.licenceTypes.map((name) =>
        Object.values(totalsByCategory(counts, name)).reduce((a, b) => a + b, 0),
      );
      expect(perType).toEqual(
        counts.licenceTypes.map((_, type) => seats.licenceType.filter((of) => of === type).length),
      );
    }),
    { numRuns: 100 },
  );
});

test('an array that is handed in is filled again', () => {
  fc.assert(
    fc.property(randomContext, (context) => {
      const prepared = prepareSeats(context);
      const into = {
        category: new Uint8Array(prepared.count).fill(99),
        boundary: new Uint8Array(prepared.count).fill(99),
      };
      expect(evaluateSeats(prepared, context.policy, into).evaluation).toBe(into);
      expect(into).toEqual(classifySeats(prepared, context.policy));
    }),
    { numRuns: 20 },
  );
});
