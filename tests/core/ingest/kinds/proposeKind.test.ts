import { describe, expect, test } from 'vitest';
import { proposeKind } from '../../../../src/core/ingest/kinds/proposeKind.ts';
import { GOLDEN_CASES, surveyExport } from '../../../golden/readExport.ts';

/** Exports of the museum that are lists of people and no lists of accounts. */
const ROSTERS = ['hazard-two-header-rows', 'workday-roster', 'workday-roster-leavers'];

describe('the kind of a file', () => {
  test('is users for every users export of the museum, roster for its rosters, activity for its log [LOAD-08]', async () => {
    const kinds: Record<string, string> = {};
    for (const golden of GOLDEN_CASES) {
      const surveyed = await surveyExport(golden);
      if (surveyed.refused) continue;
      const { kind } = proposeKind(surveyed.input.found.header, surveyed.input.rows);
      if (kind !== 'users') kinds[golden.name] = kind;
    }
    expect(kinds).toEqual({
      ...Object.fromEntries(ROSTERS.map((name) => [name, 'roster'])),
      'ivanti-neurons-logon-history': 'activity',
    });
  });

  test.each([
    ['start and end alone name no kind', ['email', 'start', 'end'], 'absences'],
    ['a schedule makes it an on-call list', ['email', 'schedule', 'start', 'end'], 'onCall'],
    ['a reason makes it a list of absences', ['employee id', 'leave type', 'from', 'to'], 'absences'],
    ['an account with a last login is a users list', ['user_name', 'employee_number', 'last_login'], 'users'],
    ['prices and orders are purchases', ['PO number', 'SKU', 'qty', 'price', 'start date'], 'purchases'],
    ['an unknown header stays a users list', ['a', 'b'], 'users'],
    [
      'details of a request make it a log',
      ['Date (UTC)', 'Request ID', 'User', 'User type', 'Status'],
      'activity',
    ],
    [
      'details beside a last sign-in do not',
      ['User', 'Session ID', 'Last login', 'Created', 'Status'],
      'users',
    ],
    ['who resolved a task makes it a log, in German too', ['Nummer', 'Gelöst von', 'Gelöst'], 'activity'],
    [
      'a field that an installation added',
      ['Issue key', 'Resolved', 'Labels', 'Custom field (Case number)'],
      'closedTickets',
    ],
    ['a number sign says number', ['Employee #', 'Work Email', 'Hire Date', 'Department'], 'roster'],
    ['a bare number sign says nothing', ['#', 'User', 'Last login'], 'users'],
  ])('%s', (_, header, kind) => {
    expect(proposeKind(header, []).kind).toBe(kind);
  });

  test('a log is told from a list by accounts that come again', () => {
    const header = ['user_name', 'date', 'count'];
    const row = (name: string): string[] => [name, '2026-06-01', '1'];
    const names = ['ada', 'ada', 'ben', 'ben', 'ada', 'ben'];
    expect(proposeKind(header, names.map(row)).kind).toBe('activity');
  });

  test('says which headers spoke for it', () => {
    expect(proposeKind(['Asset tag', 'Type', 'Install date'], []).because).toEqual([
      'Asset tag',
      'Type',
      'Install date',
    ]);
  });
});
