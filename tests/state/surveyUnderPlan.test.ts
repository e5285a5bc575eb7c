import { expect, test } from 'vitest';
import { columnsWith, surveyUnderPlan } from '../../src/state/surveyUnderPlan.ts';

const COLUMNS = [
  { position: 0, meaning: 'accountId' },
  { position: 3, meaning: 'ignore' },
];
const SURVEY = {
  name: 'users.csv',
  plan: { columns: COLUMNS },
  columns: [
    { position: 0, header: 'ID', proposal: COLUMNS[0]! },
    { position: 1, header: 'Left out', proposal: { position: 1, meaning: 'ignore' } },
    { position: 3, header: 'Unit', proposal: COLUMNS[1]! },
  ],
};

test('a column is changed by its position in the file, the others stay as they are', () => {
  const changed = columnsWith(COLUMNS, 3, { meaning: 'unit' });
  expect(changed).toEqual([COLUMNS[0], { position: 3, meaning: 'unit' }]);
  expect(changed[0]).toBe(COLUMNS[0]);
});

test('a changed plan is shown beside every column at once; a column that it does not name keeps its proposal', () => {
  const plan = { columns: columnsWith(COLUMNS, 3, { meaning: 'unit' }) as typeof COLUMNS };
  const shown = surveyUnderPlan(SURVEY, plan);
  expect(shown.columns.map(({ proposal }) => proposal.meaning)).toEqual(['accountId', 'ignore', 'unit']);
  expect(shown.plan).toBe(plan);
  expect(shown.name).toBe('users.csv');
});
