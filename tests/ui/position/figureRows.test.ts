import { expect, test } from 'vitest';
import { figureRows, type FigureRows } from '../../../src/ui/position/figureRows.ts';

const SCOPE = { inList: ['Agent', 'Viewer', 'Guest'], withLine: ['Agent', 'Viewer'] };

test.each<[id: string, rows: FigureRows | undefined]>([
  ['F-016', { kind: 'seats', counted: 'active', licenceTypes: SCOPE.inList }],
  ['F-016/Guest', { kind: 'seats', counted: 'active', licenceTypes: ['Guest'] }],
  ['F-015', { kind: 'seats', counted: 'flagged', licenceTypes: SCOPE.inList }],
  ['F-002', { kind: 'seats', counted: 'assigned', licenceTypes: SCOPE.withLine }],
  ['F-002/whole snapshot', { kind: 'seats', counted: 'assigned', licenceTypes: SCOPE.inList }],
  ['F-004/Viewer', { kind: 'seats', counted: 'people', licenceTypes: ['Viewer'] }],
  ['F-021', { kind: 'seats', counted: 'candidates', licenceTypes: SCOPE.withLine }],
  ['F-082/Candidates', { kind: 'seats', counted: 'candidates', licenceTypes: SCOPE.withLine }],
  ['F-001', { kind: 'lines', licenceTypes: SCOPE.withLine }],
  ['F-001/Agent', { kind: 'lines', licenceTypes: ['Agent'] }],
  ['F-082/Current', { kind: 'lines', licenceTypes: SCOPE.withLine }],
  ['F-050', { kind: 'cases', state: undefined }],
  ['F-050/Awaiting User', { kind: 'cases', state: 'Awaiting User' }],
  // No filter shows service accounts alone, a step of the waterfall or a computed number.
  ['F-005/service', undefined],
  ['F-082/Buffer 5 %', undefined],
  ['F-080', undefined],
  ['F-032', undefined],
])('the rows behind %s', (id, rows) => {
  expect(figureRows(id, SCOPE)).toEqual(rows);
});
