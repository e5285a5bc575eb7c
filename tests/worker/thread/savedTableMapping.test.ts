import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { NO_FACTS, type TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { withSavedTableMapping } from '../../../src/worker/thread/savedTableMapping.ts';

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
