import { expect, test } from 'vitest';
import type { EpochDay } from '../../../../src/core/base/epochDay.ts';
import { proposeKind } from '../../../../src/core/ingest/kinds/proposeKind.ts';
import { proposeTableColumns } from '../../../../src/core/ingest/kinds/proposeTableColumns.ts';
import { ROSTER_KIND } from '../../../../src/core/ingest/kinds/rosterKind.ts';

const CONTEXT = { asOf: 20_000 as EpochDay, workspaceZone: 'Europe/London', futureAllowed: true };

const managersOf = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  proposeTableColumns(ROSTER_KIND, header, rows, true, CONTEXT)
    .map(({ meaning }) => meaning)
    .filter((meaning) => meaning.startsWith('manager'));

test('a manager is taken by name unless the cells are addresses [LOAD-08]', () => {
  const header = ['Employee ID', 'Cost center', 'Manager'];
  const rows = (...managers: string[]): string[][] => managers.map((manager) => ['1', 'A', manager]);
  expect(managersOf(header, rows('Bob Ray', 'Kim Bell'))).toEqual(['managerName']);
  expect(managersOf(header, rows('bob@x.example', '', 'kim@x.example', 'Kim Bell'))).toEqual([
    'managerEmail',
  ]);
  expect(managersOf(header, rows('', ''))).toEqual(['managerName']);
});

test('name, address and number of a manager stand in three columns', () => {
  const header = ['Employee ID', 'Cost center', 'Manager', 'Manager email', 'Manager ID'];
  const rows = [['1', 'A', 'bob@x.example', 'bob@x.example', '7']];
  expect(managersOf(header, rows)).toEqual(['managerName', 'managerEmail', 'managerEmployeeNumber']);
});

test('several columns about the manager speak for a roster as one does', () => {
  const kindOf = (...managers: string[]): string =>
    proposeKind(['Username', 'Email', 'Department', 'License type', 'Status', ...managers], []).kind;
  expect(kindOf('Manager')).toBe('users');
  expect(kindOf('Manager', 'Manager email')).toBe('users');
  expect(kindOf('Manager', 'Manager ID')).toBe('roster');
});
