import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { NO_FACTS, type TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { tableMappingKey, withSavedTableMapping } from '../../../src/worker/thread/savedTableMapping.ts';

const PLAN: TablePlan = {
  kind: 'activity',
  dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
  system: 'other',
  columns: [{ position: 0, header: 'user', meaning: 'userName', dates: undefined }],
  facts: NO_FACTS,
  asOf: readIsoDay('2026-06-30')!,
  workspaceZone: 'UTC',
};

test('the lag of a log is remembered for the next of the same columns, its history start is not', () => {
  const facts = { ...NO_FACTS, lagDays: 14, historyStart: readIsoDay('2025-05-27')! };
  const remembered = withSavedTableMapping(PLAN, { ...PLAN, facts });
  expect(remembered?.facts).toEqual({ ...NO_FACTS, lagDays: 14 });
});

test('the meanings chosen last are proposed again for the same columns, and for no others [LOAD-13]', () => {
  const column = (position: number, header: string, meaning: string) => ({
    position,
    header,
    meaning,
    dates: undefined,
  });
  const columns = [column(0, 'user', 'userName'), column(1, 'what', 'ignore')];
  const proposed: TablePlan = { ...PLAN, columns };
  const saved: TablePlan = {
    ...PLAN,
    asOf: readIsoDay('2026-05-31')!,
    columns: [column(0, 'user', 'accountId'), column(1, 'what', 'eventType')],
  };
  expect(tableMappingKey(saved)).toBe(tableMappingKey(proposed));
  const remembered = withSavedTableMapping(proposed, JSON.parse(JSON.stringify(saved)));
  expect(remembered?.columns.map(({ meaning }) => meaning)).toEqual(['accountId', 'eventType']);
  expect(remembered?.asOf).toBe(PLAN.asOf);

  const other = { ...proposed, columns: [column(0, 'user', 'userName'), column(1, 'why', 'ignore')] };
  expect(tableMappingKey(other)).not.toBe(tableMappingKey(saved));
  expect(withSavedTableMapping({ ...proposed, kind: 'roster' }, saved)).toBeUndefined();
  expect(withSavedTableMapping(PLAN, saved)).toBeUndefined();
});
