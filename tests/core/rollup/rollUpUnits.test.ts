import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { CATEGORIES, categoryCode, type Category } from '../../../src/core/policy/category.ts';
import type { EvaluationCounts } from '../../../src/core/policy/evaluation.ts';
import { seatsOf, sumCounts } from '../../../src/core/reconcile/seatSets.ts';
import { countsByLicenceType } from '../../../src/core/rollup/countsByLicenceType.ts';
import { rollUpUnits } from '../../../src/core/rollup/rollUpUnits.ts';

function tableOf(rows: readonly (readonly [string, string, Category, number])[]): EvaluationCounts {
  const units = [...new Set(rows.map(([unit]) => unit))];
  const licenceTypes = [...new Set(rows.map(([, licenceType]) => licenceType))];
  const cells = new Uint32Array(units.length * licenceTypes.length * CATEGORIES.length);
  for (const [unit, licenceType, category, seats] of rows) {
    const cell = units.indexOf(unit) * licenceTypes.length + licenceTypes.indexOf(licenceType);
    const index = cell * CATEGORIES.length + categoryCode(category);
    cells[index] = (cells[index] ?? 0) + seats;
  }
  return { units, licenceTypes, cells };
}

const table = tableOf([
  ['', 'Fulfiller', 'dormant', 4],
  ['Operations', 'Fulfiller', 'active', 10],
  ['Operations', 'Analytics', 'neverUsed', 3],
  ['Finance', 'Fulfiller', 'nonHuman', 2],
  ['Finance', 'Fulfiller', 'notASeat', 1],
]);

test('gives every unit one row, seats without a unit last, and their exact total', () => {
  const { rows, total } = rollUpUnits(table);
  expect(rows.map(({ unit, assigned, flagged }) => [unit, assigned, flagged])).toEqual([
    ['Finance', 2, 0],
    ['Operations', 13, 3],
    ['', 4, 4],
  ]);
  expect(total).toMatchObject({ assigned: 19, flagged: 7, counts: { notASeat: 1 } });
});

test('keeps to the licence types asked for and leaves units without a seat out', () => {
  const { rows, total } = rollUpUnits(table, new Set(['Analytics']));
  expect(rows.map(({ unit }) => unit)).toEqual(['Operations']);
  expect(total.assigned).toBe(3);
});

test('sums units, licence types and categories to the same seats, whatever the counts', () => {
  const row = fc.tuple(
    fc.constantFrom('', 'A', 'B', '__proto__'),
    fc.constantFrom('x', 'y', 'constructor'),
    fc.constantFrom(...CATEGORIES),
    fc.nat({ max: 1000 }),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const counts = tableOf(rows);
      const seats = rows.reduce((sum, [, , , some]) => sum + some, 0);
      const units = rollUpUnits(counts);
      expect(units.rows.reduce((sum, unit) => sum + seatsOf(unit.counts), 0)).toBe(seats);
      expect(units.rows.reduce((sum, unit) => sum + unit.flagged, 0)).toBe(units.total.flagged);
      expect(sumCounts(countsByLicenceType(counts).values())).toEqual(units.total.counts);
    }),
  );
});
