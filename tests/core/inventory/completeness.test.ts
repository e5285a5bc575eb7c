import { expect, test } from 'vitest';
import { guardCompleteness, type ListSummary } from '../../../src/core/inventory/completeness.ts';

const list = (accounts: number, more: Partial<ListSummary> = {}): ListSummary => ({
  system: 'serviceNow',
  accounts,
  licenceTypes: ['Fulfiller', 'Approver'],
  units: ['Finance', 'Law'],
  ...more,
});

test('asks below 80 % of the previous accounts and not at 80 % [LOAD-35]', () => {
  expect(guardCompleteness(list(940), list(752))).toBeUndefined();
  expect(guardCompleteness(list(940), list(751))).toMatchObject({
    previousAccounts: 940,
    accounts: 751,
    fewerAccounts: true,
  });
});

test('asks below 80 % of the previous rows, though every account is there [LOAD-35]', () => {
  const rows = (count: number): ListSummary => list(940, { rows: count });
  expect(guardCompleteness(rows(1000), rows(800))).toBeUndefined();
  expect(guardCompleteness(rows(1000), rows(799))).toMatchObject({
    fewerAccounts: false,
    fewerRows: { previous: 1000, rows: 799 },
  });
  expect(guardCompleteness(list(940), rows(799))).toBeUndefined();
});

test('asks when a whole licence type or unit is missing, or the system is another [LOAD-35]', () => {
  expect(guardCompleteness(list(940), list(940, { licenceTypes: ['Fulfiller'] }))).toMatchObject({
    fewerAccounts: false,
    missingLicenceTypes: ['Approver'],
  });
  expect(guardCompleteness(list(940), list(940, { units: ['Law', 'Tax'] }))).toMatchObject({
    missingUnits: ['Finance'],
  });
  expect(guardCompleteness(list(940), list(940, { system: 'jira' }))).toMatchObject({ otherSystem: true });
});

test('the first list, and a longer one, are full', () => {
  expect(guardCompleteness(undefined, list(3))).toBeUndefined();
  expect(guardCompleteness(list(940), list(2000, { units: ['Tax', 'Law', 'Finance'] }))).toBeUndefined();
});
