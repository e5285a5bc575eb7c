import { expect, test } from 'vitest';
import { chooseLines } from '../../../src/core/contract/chooseLines.ts';
import { findOverlaps, overlapQuestion } from '../../../src/core/contract/findOverlaps.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const first = contractLine({
  id: 'a',
  licenceType: 'ITSM Fulfiller',
  termStart: '2025-01-01',
  termEnd: '2026-12-31',
});
const second = contractLine({
  id: 'b',
  licenceType: 'ITSM Fulfiller',
  termStart: '2026-01-01',
  termEnd: '2028-12-31',
});
const other = contractLine({ id: 'c', licenceType: 'Analytics' });

test('asks about two lines of one licence type that overlap and uses neither [CONTRACT-04]', () => {
  const overlaps = findOverlaps([second, other, first]);
  expect(overlaps).toEqual([
    { licenceType: 'ITSM Fulfiller', first: 'a', second: 'b', from: day('2026-01-01') },
  ]);
  expect(overlaps.map(overlapQuestion)).toEqual([
    'Two lines for ITSM Fulfiller overlap from 1 January 2026. Is the second one additional seats or a replacement?',
  ]);
  const chosen = chooseLines([second, other, first], day('2026-06-30'));
  expect(chosen.heldBack).toEqual(['ITSM Fulfiller']);
  expect(chosen.inForce.map(({ id }) => id)).toEqual(['c']);
});

test('takes terms that meet at a year end as following each other, not as overlapping', () => {
  const next = { ...second, termStart: day('2027-01-01') };
  expect(findOverlaps([first, next])).toEqual([]);
  expect(chooseLines([first, next], day('2026-12-31')).inForce.map(({ id }) => id)).toEqual(['a']);
  expect(chooseLines([first, next], day('2027-01-01')).inForce.map(({ id }) => id)).toEqual(['b']);
});

test('one shared day is an overlap', () => {
  expect(findOverlaps([first, { ...second, termStart: first.termEnd }])).toHaveLength(1);
});
