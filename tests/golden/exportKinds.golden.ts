import { expect, test } from 'vitest';
import { proposeKind } from '../../src/core/ingest/kinds/proposeKind.ts';
import { GOLDEN_CASES, surveyExport } from './readExport.ts';

/** Exports of the museum that are read as users by hand, although they are something else. */
const OTHERS: Readonly<Record<string, string>> = {
  'hazard-two-header-rows': 'roster',
  'ivanti-neurons-logon-history': 'activity',
  'workday-roster': 'roster',
  'workday-roster-leavers': 'roster',
};

test('every export of users is proposed as one, whatever words of other tables its header has [LOAD-08]', async () => {
  const proposed: Record<string, string> = {};
  for (const golden of GOLDEN_CASES) {
    const surveyed = await surveyExport(golden);
    if (surveyed.refused !== undefined) continue;
    const { found, rows } = surveyed.input;
    const { kind } = proposeKind(found.header, rows);
    if (kind !== 'users') proposed[golden.name] = kind;
  }
  expect(proposed).toEqual(OTHERS);
});
