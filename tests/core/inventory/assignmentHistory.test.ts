import { expect, test } from 'vitest';
import { buildAssignmentHistory, type SeatSighting } from '../../../src/core/inventory/assignmentHistory.ts';
import { day } from '../../builders/snapshotOf.ts';

const MARCH = day('2026-03-31');
const MAY = day('2026-05-31');
const JUNE = day('2026-06-30');

const held = (asOf: SeatSighting['asOf'], days: Partial<SeatSighting> = {}): SeatSighting => ({
  asOf,
  isHeld: true,
  ...days,
});
const missing = (asOf: SeatSighting['asOf']): SeatSighting => ({ asOf, isHeld: false });

test('days that a list gives are imported, and the earliest list that gives one counts [LOAD-36]', () => {
  const sightings = [
    held(MARCH, { assignedOn: day('2026-02-01') }),
    held(MAY, {
      assignedOn: day('2026-04-01'),
      activatedOn: day('2026-02-03'),
      retiredOn: day('2026-06-02'),
    }),
    missing(JUNE),
  ];
  expect(buildAssignmentHistory(sightings)).toEqual([
    {
      assigned: { from: 'imported', day: day('2026-02-01'), list: MARCH },
      firstUsed: { from: 'imported', day: day('2026-02-03'), list: MAY },
      retired: { from: 'imported', day: day('2026-06-02'), list: MAY },
    },
  ]);
});

test('what no list gives is told between lists, as a span, and marked as inferred [LOAD-36]', () => {
  const sightings = [missing(MARCH), held(MAY, { lastUse: day('2026-05-20') }), missing(JUNE)];
  expect(buildAssignmentHistory(sightings)).toEqual([
    {
      assigned: { from: 'inferred', day: MAY, after: MARCH },
      firstUsed: { from: 'inferred', day: day('2026-05-20'), after: MARCH },
      retired: { from: 'inferred', day: JUNE, after: MAY },
    },
  ]);
});

test('a seat that stands in the first list was assigned at some time before it', () => {
  expect(buildAssignmentHistory([held(MARCH)])).toEqual([
    {
      assigned: { from: 'inferred', day: MARCH, after: undefined },
      firstUsed: undefined,
      retired: undefined,
    },
  ]);
});

test('a seat that went and came back has two assignments, and old use does not belong to the second [LOAD-36]', () => {
  const used = day('2026-03-15');
  const sightings = [held(MARCH, { lastUse: used }), missing(MAY), held(JUNE, { lastUse: used })];
  const [first, second] = buildAssignmentHistory(sightings);
  expect(first?.firstUsed).toEqual({ from: 'inferred', day: used, after: undefined });
  expect(second).toEqual({
    assigned: { from: 'inferred', day: JUNE, after: MAY },
    firstUsed: undefined,
    retired: undefined,
  });
});

test('a day before a list that lacked the seat belongs to an earlier assignment, whatever a later list gives [LOAD-36]', () => {
  const early = { assignedOn: day('2026-01-10'), activatedOn: day('2026-01-12') };
  const sightings = [held(MARCH, early), missing(MAY), held(JUNE, early)];
  const [first, second] = buildAssignmentHistory(sightings);
  expect(first?.assigned).toEqual({ from: 'imported', day: early.assignedOn, list: MARCH });
  expect(second).toEqual({
    assigned: { from: 'inferred', day: JUNE, after: MAY },
    firstUsed: undefined,
    retired: undefined,
  });
});

test('a seat that no list ever held has no assignment', () => {
  expect(buildAssignmentHistory([missing(MARCH), missing(MAY)])).toEqual([]);
});
