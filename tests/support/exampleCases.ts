import { dayFromCalendar } from '../../src/core/base/epochDay.ts';
import type { CaseDetail, CasePage, CaseQuery, CaseRow } from '../../src/worker/reclaimView.ts';

/** A live case that is Ready. */
export const caseRow = (number: number, changes: Partial<CaseRow> = {}): CaseRow => ({
  number,
  state: 'Ready',
  subStep: undefined,
  dryRun: false,
  origin: 'automatic',
  name: `Person ${number}`,
  licenceType: 'Fulfiller',
  unit: 'Finance',
  category: 'dormant',
  detail: 'to be reclaimed',
  deadline: undefined,
  daysInState: 3,
  proof: undefined,
  ...changes,
});

export const caseDetail = (row: CaseRow, changes: Partial<CaseDetail> = {}): CaseDetail => ({
  ...row,
  accountId: `account-${row.number}`,
  email: `person${row.number}@larkfield.example`,
  manager: 'Morgan Lee',
  stage: 1,
  policyVersion: 1,
  steps: [],
  restoreCard: undefined,
  graceEnds: undefined,
  notice: undefined,
  waiver: undefined,
  errorText: undefined,
  justification: undefined,
  timeline: [
    {
      sequence: 7,
      at: '2026-09-09T10:00:00+01:00',
      actor: 'Sample user',
      what: 'Case created',
      reason: undefined,
    },
  ],
  ...changes,
});

/** Answers a page of cases as the worker does: by state, by number, by name. */
export function pageOf(rows: readonly CaseRow[], query: CaseQuery, from: number, count: number): CasePage {
  const found = rows.filter(
    (row) =>
      (query.state === undefined || row.state === query.state) &&
      (query.cases === undefined || query.cases.includes(row.number)) &&
      row.name.toLowerCase().includes(query.search.toLowerCase()),
  );
  return { total: found.length, from, rows: found.slice(from, from + count) };
}

export const GRACE_END = dayFromCalendar(2026, 9, 29);
