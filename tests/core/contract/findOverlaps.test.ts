import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { chooseLines } from '../../../src/core/contract/chooseLines.ts';
import type { ContractLine, OverlapAnswer } from '../../../src/core/contract/contractLine.ts';
import { findOverlaps, openOverlaps, overlapQuestion } from '../../../src/core/contract/findOverlaps.ts';
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

/** Ids of the lines in force on a day. */
const inForce = (lines: readonly ContractLine[], iso: string): readonly string[] =>
  chooseLines(lines, day(iso)).entitlements.flatMap((held) => held.lines.map(({ id }) => id));
const answered = (line: ContractLine, overlap: OverlapAnswer): ContractLine => ({ ...line, overlap });

test('asks about two lines of one licence type that overlap and uses neither [CONTRACT-04]', () => {
  const overlaps = findOverlaps([second, other, first]);
  expect(overlaps).toEqual([
    {
      licenceType: 'ITSM Fulfiller',
      earlier: ['a'],
      second: 'b',
      from: day('2026-01-01'),
      answer: undefined,
    },
  ]);
  expect(overlaps.map(overlapQuestion)).toEqual([
    'Two lines for ITSM Fulfiller overlap from 1 January 2026. Is the second one additional seats or a replacement?',
  ]);
  const chosen = chooseLines([second, other, first], day('2026-06-30'));
  expect(chosen.heldBack).toEqual([{ licenceType: 'ITSM Fulfiller', reason: 'overlap' }]);
  expect(inForce([second, other, first], '2026-06-30')).toEqual(['c']);
});

test('an additional line is in force together with the first, and alone after its end [CONTRACT-04]', () => {
  const lines = [first, answered(second, 'additional')];
  expect(openOverlaps(lines)).toEqual([]);
  expect(chooseLines(lines, day('2026-06-30')).heldBack).toEqual([]);
  expect(inForce(lines, '2025-12-31')).toEqual(['a']);
  expect(inForce(lines, '2026-06-30')).toEqual(['a', 'b']);
  expect(inForce(lines, '2027-01-01')).toEqual(['b']);
});

test('a replacement is in force alone from its start, and the first ends the day before [CONTRACT-04]', () => {
  const lines = [first, answered(second, 'replacement')];
  expect(inForce(lines, '2025-12-31')).toEqual(['a']);
  expect(inForce(lines, '2026-01-01')).toEqual(['b']);
  const [before] = chooseLines(lines, day('2025-12-31')).entitlements;
  expect(before?.termEnd).toBe(day('2025-12-31'));
  expect(chooseLines(lines, day('2026-06-30')).notInForce.map(({ id }) => id)).toEqual(['a']);
});

test('a line replaced from its first day never runs', () => {
  const sameDay = answered({ ...second, termStart: first.termStart }, 'replacement');
  expect(inForce([first, sameDay], '2025-01-01')).toEqual(['b']);
  expect(inForce([first, sameDay], '2024-12-31')).toEqual([]);
});

test('a third line asks once about all that still run, and not about one that was replaced', () => {
  const third = contractLine({
    id: 'd',
    licenceType: 'ITSM Fulfiller',
    termStart: '2026-07-01',
    termEnd: '2027-06-30',
  });
  expect(openOverlaps([first, answered(second, 'additional'), third]).map(({ earlier }) => earlier)).toEqual([
    ['a', 'b'],
  ]);
  expect(openOverlaps([first, answered(second, 'replacement'), third]).map(({ earlier }) => earlier)).toEqual(
    [['b']],
  );
  const short = { ...second, termEnd: day('2026-06-30') };
  expect(openOverlaps([first, answered(short, 'replacement'), third])).toEqual([]);
  expect(inForce([first, answered(second, 'additional'), third], '2026-12-01')).toEqual([]);
});

test('holds lines back while they are in force in different currencies [CONTRACT-03] [CONTRACT-04]', () => {
  const euro = contractLine({ ...bare(second), currency: 'EUR' as ContractLine['currency'] });
  const lines = [first, answered(euro, 'additional')];
  expect(chooseLines(lines, day('2026-06-30')).heldBack).toEqual([
    { licenceType: 'ITSM Fulfiller', reason: 'currencies' },
  ]);
  expect(inForce(lines, '2026-06-30')).toEqual([]);
  expect(inForce(lines, '2025-06-30')).toEqual(['a']);
  expect(inForce(lines, '2027-06-30')).toEqual(['b']);
  expect(chooseLines([first, answered(euro, 'replacement')], day('2026-06-30')).heldBack).toEqual([]);
});

test('takes terms that meet at a year end as following each other, not as overlapping', () => {
  const next = { ...second, termStart: day('2027-01-01') };
  expect(findOverlaps([first, next])).toEqual([]);
  expect(inForce([first, next], '2026-12-31')).toEqual(['a']);
  expect(inForce([first, next], '2027-01-01')).toEqual(['b']);
});

test('one shared day is an overlap', () => {
  expect(findOverlaps([first, { ...second, termStart: first.termEnd }])).toHaveLength(1);
});

/** Changes of a line without its days, which the builder takes as texts. */
function bare({ termStart: _start, termEnd: _end, ...line }: ContractLine) {
  return { ...line, termStart: '2026-01-01', termEnd: '2028-12-31' };
}

const span = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }));

test('a replacement gives what ending the first line by hand the day before gives [CONTRACT-04]', () => {
  fc.assert(
    fc.property(span, span, fc.nat({ max: 900 }), ([start, length], [gap, nextLength], ahead) => {
      fc.pre(gap > 0 && gap <= length);
      const at = (line: ContractLine, from: number, days: number): ContractLine => ({
        ...line,
        termStart: addDays(day('2025-01-01'), from),
        termEnd: addDays(day('2025-01-01'), from + days),
      });
      const a = at(first, start, length);
      const b = at(second, start + gap, nextLength);
      const byHand = { ...a, termEnd: addDays(b.termStart, -1) };
      const asOf = addDays(day('2025-01-01'), ahead);
      const facts = (lines: readonly ContractLine[]) =>
        chooseLines(lines, asOf).entitlements.map((held) => ({
          ids: held.lines.map(({ id }) => id),
          end: held.termEnd,
          seats: held.committedQuantity,
        }));
      expect(facts([a, answered(b, 'replacement')])).toEqual(facts([byHand, b]));
    }),
  );
});
