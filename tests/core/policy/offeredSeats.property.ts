import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES, isFlagged } from '../../../src/core/policy/category.ts';
import { offeredSeats } from '../../../src/core/policy/offeredSeats.ts';

const seat = fc.record({
  category: fc.nat(CATEGORIES.length - 1),
  candidate: fc.boolean(),
  inCase: fc.boolean(),
  held: fc.boolean(),
});

test('only candidates are offered that are neither in a case nor held, and every flagged seat is accounted for [REVIEW-23]', () => {
  fc.assert(
    fc.property(fc.array(seat, { maxLength: 30 }), (seats) => {
      const flagged = seats.map(({ category }) => isFlagged(CATEGORIES[category]!));
      const candidates = seats.map(({ candidate }, row) => flagged[row]! && candidate);
      const rowsWhere = (of: 'inCase' | 'held'): Set<number> =>
        new Set([...seats.entries()].flatMap(([row, found]) => (found[of] ? [row] : [])));
      const found = offeredSeats(
        Uint8Array.from(seats, ({ category }) => category),
        Uint8Array.from(candidates, Number),
        rowsWhere('inCase'),
        rowsWhere('held'),
      );
      for (const row of found.seats) {
        expect([candidates[row], seats[row]!.inCase, seats[row]!.held]).toEqual([true, false, false]);
      }
      expect(found.flagged).toBe(flagged.filter(Boolean).length);
      expect(found.notCandidates + found.inCase + found.held + found.seats.length).toBe(found.flagged);
    }),
  );
});
