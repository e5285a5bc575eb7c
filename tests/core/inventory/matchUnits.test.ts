import { expect, test } from 'vitest';
import type { FactTable } from '../../../src/core/inventory/factTable.ts';
import { knownUnits, matchUnits } from '../../../src/core/inventory/matchUnits.ts';
import { textColumnOf } from '../../builders/snapshotOf.ts';

const roster: Pick<FactTable, 'count' | 'strings' | 'columns'> = {
  count: 3,
  strings: ['', 'U-100', 'Service', 'mia@x.example'],
  columns: new Map([
    ['unitId', { held: 'word', words: Uint32Array.of(1, 1, 0) }],
    ['department', { held: 'word', words: Uint32Array.of(2, 0, 0) }],
    ['managerEmail', { held: 'word', words: Uint32Array.of(3, 3, 3) }],
  ]),
};
const mapping: typeof roster = {
  count: 2,
  strings: [''],
  columns: new Map([
    ['sourceValue', { held: 'text', texts: textColumnOf(['Stables', '']) }],
    ['unitId', { held: 'text', texts: textColumnOf(['U-7', 'U-8']) }],
  ]),
};

test('a unit is known by its id and names in the roster and by the texts of a mapping', () => {
  expect([...knownUnits([roster])]).toEqual(['u-100', 'service']);
  expect([...knownUnits([roster, mapping])]).toEqual(['u-100', 'service', 'u-7', 'u-8', 'stables']);
});

test('accounts with a unit are counted, and those whose unit is known, in canonical form [LOAD-33]', () => {
  const strings = ['', ' SERVICE ', 'Stables', 'Moon'];
  const accounts = { count: 6, unit: Uint32Array.of(1, 1, 2, 3, 0, 1) };
  expect(matchUnits(accounts, strings, knownUnits([roster]))).toEqual({ named: 5, matched: 3 });
  expect(matchUnits(accounts, strings, knownUnits([roster, mapping]))).toEqual({ named: 5, matched: 4 });
  expect(matchUnits(accounts, strings, new Set())).toEqual({ named: 5, matched: 0 });
});
