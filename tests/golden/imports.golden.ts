import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { canonicalId } from '../../src/core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../src/core/ingest/importPlan.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import { loadSnapshot } from '../../src/storage/snapshotStore.ts';
import { importUsers } from '../../src/worker/thread/importUsers.ts';
import { bytesOf, GOLDEN_CASES, readRows, surveyExport, type Expected } from './readExport.ts';
import { eachInOwnDatabase, LIVE, usersTools } from '../support/importSetting.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const answered = (plan: ImportPlan, answers: Expected['answers']): ImportPlan => ({
  ...plan,
  completeness: 'full',
  columns: plan.columns.map((column) => {
    const order = answers?.[column.header];
    return order && column.dates ? { ...column, dates: { ...column.dates, order } } : column;
  }),
});

async function importCase(name: string, change: Partial<ImportPlan> = {}) {
  const golden = GOLDEN_CASES.find((candidate) => candidate.name === name)!;
  const surveyed = await surveyExport(golden);
  if (surveyed.refused) throw new Error(JSON.stringify(surveyed.refused));
  const plan = { ...answered(surveyed.survey.plan, golden.expected.answers), ...change };
  const ended = await importUsers(
    { file: new File([bytesOf(golden.file)], golden.file) },
    plan,
    usersTools(db, { snapshot: 'museum' }),
    LIVE,
    () => undefined,
  );
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  return { expected: golden.expected, input: surveyed.input, plan, receipt: ended.value.receipt };
}

describe('every export of the museum, imported', () => {
  const cases = GOLDEN_CASES.filter(
    ({ expected }) => expected.refused === undefined && expected.accepted > 0,
  );

  test.each(cases)(
    '$name: the receipt balances and equals what is stored [LOAD-05] [LOAD-33]',
    async (golden) => {
      const { expected, input, plan, receipt } = await importCase(golden.name);
      const rejected = expected.rejected?.length ?? 0;
      expect(receipt.rows).toMatchObject({
        read: expected.accepted + rejected,
        accepted: expected.accepted,
        rejected,
      });
      expect(receipt.rows.others ?? {}).toEqual(expected.others ?? {});
      const { accepted } = readRows(input, plan);
      const keys = new Set(Array.from(accepted.values(), ({ accountId }) => canonicalId(accountId)));
      expect(receipt.accounts).toBe(keys.size);

      const stored = await loadSnapshot(db, 'museum');
      if (!stored.ok) throw new Error(stored.failure.kind);
      const { accounts, seats, rows } = stored.value.snapshot;
      expect({ accounts: accounts.count, seats: seats.count, rows }).toEqual({
        accounts: receipt.accounts,
        seats: receipt.seats,
        rows: receipt.rows,
      });
    },
  );
});

describe('what one row is', () => {
  test.each([
    ['okta-current-assignments', 'accountAndLicence', 3, 2, 3],
    ['samp-sw-subscription', 'accountAndLicence', 3, 2, 3],
    ['microsoft-365-activations', 'accountAndLicence', 2, 1, 2],
    ['atlassian-2018', 'accountAndGroup', 3, 2, 3],
    ['gitlab-members', 'accountAndGroup', 3, 2, 2],
    ['sys-user-has-role', 'accountAndRole', 3, 2, 2],
    ['github-copilot-seats', 'accountAndSite', 3, 2, 2],
    ['atlassian-one-product-on-two-sites', 'account', 2, 2, 3],
  ] as const)(
    '%s: a row is %s; %i rows, %i accounts and %i seats are counted apart [LOAD-16]',
    async (name, rowIs, rows, accounts, seats) => {
      const { plan, receipt } = await importCase(name, { fixedLicenceType: 'Fulfiller' });
      expect(plan.rowIs).toBe(rowIs);
      expect([receipt.rows.accepted, receipt.accounts, receipt.seats]).toEqual([rows, accounts, seats]);
    },
  );

  test('a notice that the export stopped is told and kept with the receipt [LOAD-12]', async () => {
    const { receipt } = await importCase('hazard-truncation-notice');
    expect(receipt.findings).toContainEqual({ kind: 'rowLimit', rows: 2, byNotice: true });
  });
});
