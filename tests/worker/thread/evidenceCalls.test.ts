import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { FileFacts } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, queryFor, STAMP } from '../../support/monthlyLists.ts';

const LIST = [
  'ann,Agent,2023-01-02,2026-06-28',
  'bob,Agent,2023-01-02,2026-01-10',
  'cat,Approver,2023-01-02,2026-06-29',
];
const LOG = [
  'ann,2026-06-20 10:00,ticket resolved',
  'Bob,2025-07-06 09:00,ticket resolved',
  'bob,2026-05-30 09:00,login',
  'zed,2026-06-01 08:00,ticket resolved',
];

let ask: AskThread;

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Logs',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
});

async function loadLog(
  lines: readonly string[],
  asOf: string,
  facts: Partial<FileFacts> = {},
  system = 'other',
) {
  const file = new File([`${['user_name,timestamp,event_type', ...lines].join('\n')}\n`], `log-${asOf}.csv`);
  const surveyed = await ask('surveyTable', {
    source: { file },
    fileTime: undefined,
    system,
    kind: undefined,
    plan: undefined,
    workingDay: STAMP.workingDay,
  });
  if (surveyed.form !== 'rows') throw new Error('not a table');
  const { plan } = surveyed.survey;
  expect(plan.kind).toBe('activity');
  return ask('importTable', {
    source: { file },
    plan: { ...plan, asOf: readIsoDay(asOf)!, facts: { ...plan.facts, ...facts } },
    estimatedRows: lines.length,
    stamp: STAMP,
  });
}

async function categories(): Promise<Readonly<Record<string, number>>> {
  const { counts } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
  const found: Record<string, number> = {};
  counts.cells.forEach((count, cell) => {
    const category = CATEGORIES[cell % CATEGORIES.length]!;
    if (count > 0) found[category] = (found[category] ?? 0) + count;
  });
  return found;
}

const explain = async (name: string) => {
  const page = await ask('seatPage', { query: queryFor(name), from: 0, count: 1 });
  return ask('explainSeat', { seat: page.rows[0]!.seat });
};

describe('an activity log beside a users list', () => {
  test('changes figures when it is loaded and takes the change back when it is deleted [LOAD-32]', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    expect(await categories()).toEqual({ active: 2, borderline: 1 });
    const { view } = await loadLog(LOG, '2026-06-30', { historyStart: readIsoDay('2025-05-27') });
    expect(view.evidenceColumns.map(({ header, proposedClass }) => [header, proposedClass])).toEqual([
      ['Last login', 'loginOnly'],
      ['Event: ticket resolved', 'meaningful'],
      ['Event: login', 'loginOnly'],
    ]);
    // Actions are known now: bob and cat only signed in.
    expect(await categories()).toEqual({ active: 1, loginOnly: 2 });
    const bob = await explain('bob');
    expect(bob.evidence).toMatchObject([
      {
        label: 'Last real work',
        column: 'Event: ticket resolved',
        file: 'log-2026-06-30.csv',
        fileRow: 3,
        rawText: '2025-07-06 09:00',
        reading: '6 Jul 2025',
      },
      { label: 'Last sign-in', column: 'Event: login', file: 'log-2026-06-30.csv', fileRow: 4 },
      { label: 'Assigned on' },
    ]);
    expect(bob.history).toContain('one season only');

    const report = await ask('evidenceReport', { most: 5 });
    expect(report.logs).toMatchObject([
      {
        name: 'log-2026-06-30.csv',
        notUsed: undefined,
        endsEarly: false,
        keys: 3,
        matched: 2,
        ambiguous: 0,
        gaps: { total: 1, first: [{ key: 'zed', lastDay: readIsoDay('2026-06-01'), why: 'noAccount' }] },
      },
    ]);
    expect(report.conflicts).toMatchObject({
      total: 2,
      first: [
        {
          name: 'ann',
          evidenceClass: 'loginOnly',
          later: { column: 'Last login', reading: '28 Jun 2026' },
          earlier: { file: 'log-2026-06-30.csv', reading: 'no entry since 27 May 2025' },
        },
        {
          name: 'bob',
          later: { column: 'Event: login', reading: '30 May 2026' },
          earlier: { column: 'Last login', fileRow: 3, reading: '10 Jan 2026' },
        },
      ],
    });

    await ask('deleteTable', { file: view.files[0]!.file, stamp: STAMP });
    expect(await categories()).toEqual({ active: 2, borderline: 1 });
    expect(await ask('evidenceReport', { most: 5 })).toEqual({
      logs: [],
      conflicts: { total: 0, first: [] },
    });
  });

  test('is not used for another system or an earlier snapshot, and says so', async () => {
    await loadMonth(ask, '2026-06-30', LIST, { system: 'servicenow' });
    const before = await categories();
    await loadLog(LOG, '2026-07-20', {}, 'servicenow');
    await loadLog(LOG.slice(1), '2026-06-30', {}, 'slack');
    await loadLog(['xyz,2026-06-01,ticket resolved'], '2026-06-30', {}, 'servicenow');
    expect(await categories()).toEqual(before);
    const { logs } = await ask('evidenceReport', { most: 5 });
    expect(logs.map(({ notUsed }) => notUsed)).toEqual(['noKeyMatched', 'otherSystem', 'laterThanSnapshot']);
  });

  test('a log of a short time leaves what it does not show unknown [LOAD-25]', async () => {
    await loadMonth(ask, '2026-06-30', LIST);
    await loadLog(LOG, '2026-06-30', {
      historyStart: readIsoDay('2026-05-01'),
      coveredLicenceTypes: ['Approver'],
    });
    // cat has no action in 61 days of a log of Approver seats; the others are not covered.
    const cat = await explain('cat');
    expect(cat.category).toBe('unknown');
    expect(cat.sentence).toContain('61 days');
    expect((await explain('ann')).category).toBe('active');
  });
});
