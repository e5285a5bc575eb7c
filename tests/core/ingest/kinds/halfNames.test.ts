import { expect, test } from 'vitest';
import { findHalfNames, withHalfName } from '../../../../src/core/ingest/kinds/halfNames.ts';
import { matchHeaders } from '../../../../src/core/ingest/kinds/proposeTableColumns.ts';
import { schemaOf } from '../../../../src/core/ingest/kinds/kindSchemas.ts';

test.each([
  [['Nom', 'Prénom'], { first: 1, last: 0 }],
  [['First name', 'Last name'], { first: 0, last: 1 }],
  [['Vorname', 'Nachname'], { first: 0, last: 1 }],
  [['Name', 'Vorname'], { first: 1, last: 0 }],
  [['Display name', 'First name', 'Last name'], undefined],
  [['First name'], undefined],
])('%s hold a name in halves', (header, halves) => {
  expect(findHalfNames(header)).toEqual(halves);
});

test('first and last name of a roster are one name [LOAD-08]', () => {
  const match = (header: readonly string[]): readonly string[] => matchHeaders(schemaOf('roster'), header);
  expect(match(['Personalnummer', 'Name', 'Vorname', 'E-Mail'])).toEqual([
    'employeeNumber',
    'fullName',
    'fullName',
    'email',
  ]);
  expect(match(['Employee ID', 'Worker', 'First name', 'Last name'])).toEqual([
    'employeeNumber',
    'fullName',
    'ignore',
    'ignore',
  ]);
});

test('the halves are joined first name first, in whatever order they stand', () => {
  expect(withHalfName('Dupont', 'Anne', true)).toBe('Anne Dupont');
  expect(withHalfName('Anne', 'Dupont', false)).toBe('Anne Dupont');
  expect(withHalfName('', 'Dupont', false)).toBe('Dupont');
});
