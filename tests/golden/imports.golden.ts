import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalId } from '../../src/core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../src/core/ingest/importPlan.ts';
import { ClientDatabase } from '../../src/storage/database.ts';
import { loadSnapshot } from '../../src/storage/snapshotStore.ts';
import { nextTask } from '../../src/worker/thread/importPace.ts';
import { importUsers } from '../../src/worker/thread/importUsers.ts';
import { bytesOf, GOLDEN_CASES, readRows, surveyExport, type Expected } from './readExport.ts';

const LIVE = new AbortController().signal;
let db: ClientDatabase;
let clients = 0;

beforeEach(() => {
  clients += 1;
  db = new ClientDatabase(`museum-${clients}`);
});
afterEach(async () => {
  await db.delete();
});

const answered = (plan: ImportPlan, answers: Expected['answers']): ImportPlan => ({
  ...plan,
  completeness: 'full',
  columns: plan.columns.map((column) => {
    const order = answers?.[column.header];
    return order && column.dates ? { ...column, dates: { ...column.dates, order } } : column;
  }),
});

describe('every export of the museum, imported', () => {
  const cases = GOLDEN_CASES.filter(
    ({ expected }) => expected.refused === undefined && expected.accepted > 0,
  );

  test.each(cases)(
    '$name: the receipt balances and equals what is stored [LOAD-05] [LOAD-33]',
    async (golden) => {
      const { file, expected } = golden;
      const surveyed = await surveyExport(golden);
      if (surveyed.refused) throw new Error(JSON.stringify(surveyed.refused));
      const plan = answered(surveyed.survey.plan, expected.answers);
      const ended = await importUsers(
        { file: new File([bytesOf(file)], file) },
        plan,
        {
          db,
          locks: undefined,
          snapshot: 'museum',
          again: false,
          importedAt: '2026-06-30T14:02:11+01:00',
          elapsed: () => performance.now(),
          nextTask,
          record: () => Promise.resolve(),
        },
        LIVE,
        () => undefined,
      );
      if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
      const { receipt } = ended.value;
      const rejected = expected.rejected?.length ?? 0;
      expect(receipt.rows).toMatchObject({
        read: expected.accepted + rejected,
        accepted: expected.accepted,
        rejected,
      });
      expect(receipt.rows.others ?? {}).toEqual(expected.others ?? {});
      const { accepted } = readRows(surveyed.input, plan);
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
