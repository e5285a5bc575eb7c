import { expect, test } from 'vitest';
import { findCaseColumn } from '../../../../src/core/ingest/kinds/caseColumn.ts';
import { proposeKind } from '../../../../src/core/ingest/kinds/proposeKind.ts';

const HEADER = ['Issue key', 'Summary', 'Resolved', 'Labels'];
const WORDS = 'summary|subject';
const rowsWith = (...summaries: readonly string[]): string[][] =>
  summaries.map((summary, at) => [`DESK-${at}`, summary, '2026-06-12', 'lr_keep']);

test.each([
  [['Reclaim LR-2026-0001', 'Seat, case 17', 'Fall Nr. 3'], 1],
  [['Reclaim LR-2026-0001', 'Printer is broken', 'Password'], -1],
  [['Upgrade to version 2026-04', 'DESK-12 again', 'showcase12'], -1],
  [[], -1],
])('a case number in %s', (summaries, position) => {
  expect(findCaseColumn(HEADER, rowsWith(...summaries), WORDS)).toBe(position);
});

test('tickets whose texts carry case numbers are closed tickets, others are not [LOAD-08]', () => {
  expect(proposeKind(HEADER, rowsWith('LR-2026-0001 Ann', 'LR-2026-0002 Bob')).kind).toBe('closedTickets');
  expect(proposeKind(HEADER, rowsWith('Printer', 'Password')).kind).toBe('users');
});

test('a module and the day of its last use make a list of modules, a last use alone a list of users [LOAD-08]', () => {
  expect(proposeKind(['User', 'Module', 'Last Used'], []).kind).toBe('modules');
  expect(proposeKind(['User ID', 'Tier', 'Capability', 'Last Used'], []).kind).toBe('modules');
  expect(proposeKind(['User', 'Status', 'Last Used'], []).kind).toBe('users');
});
