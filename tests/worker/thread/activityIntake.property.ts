import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClassifiedColumn } from '../../../src/core/ingest/classifyRow.ts';
import { NO_FACTS, type TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { ActivityLogBuilder } from '../../../src/core/inventory/activityLogBuilder.ts';
import { ActivityIntake } from '../../../src/worker/thread/activityIntake.ts';
import type { CellBatch } from '../../../src/worker/thread/cellBatches.ts';
import { RejectedRows } from '../../../src/worker/thread/importRejects.ts';
import { day, reading } from '../../core/ingest/columnBuilder.ts';
import { MemorySink, testCodec } from '../../core/inventory/memorySink.ts';
import { utf8 } from './byteFile.ts';
import { cutInto, dialectOf, fastBatches, generalBatches } from './cellRows.ts';

const planOf = (columns: readonly (readonly [string, string])[], zone = 'Europe/London'): TablePlan => ({
  kind: 'activity',
  dialect: dialectOf(),
  system: 'other',
  columns: columns.map(([header, meaning], position) => ({
    position,
    header,
    meaning,
    dates: ['date', 'logOn', 'logOff', 'month'].includes(meaning)
      ? reading({ order: 'yearFirst', zone })
      : undefined,
  })),
  facts: NO_FACTS,
  asOf: day('2026-06-30'),
  workspaceZone: 'Europe/London',
});

const PLANS = [
  planOf([
    ['user_name', 'userName'],
    ['timestamp', 'date'],
    ['event_type', 'eventType'],
    ['count', 'count'],
  ]),
  planOf(
    [
      ['note', 'ignore'],
      ['id', 'accountId'],
      ['timestamp', 'date'],
      ['module', 'module'],
      ['event', 'eventType'],
    ],
    'America/New_York',
  ),
  planOf([
    ['log_on', 'logOn'],
    ['log_off', 'logOff'],
    ['id', 'accountId'],
    ['Successful Login', 'outcome'],
  ]),
];

/** Everything that an import keeps of the rows: counts, errors, layout, figures and the bytes of every chunk. */
async function outcomeOf(batches: Iterable<CellBatch>, plan: TablePlan, mostWaiting: number) {
  const sink = new MemorySink();
  const mapped = new Set(plan.columns.map(({ meaning }) => meaning).filter((name) => name !== 'ignore'));
  const form = { mapped, asOf: plan.asOf, mostWaiting };
  const builder = new ActivityLogBuilder(form, { codec: testCodec, sink, chunkRows: 4 });
  const keyed: ClassifiedColumn[] = plan.columns.map((column) =>
    column.meaning === 'userName' ? { ...column, meaning: 'accountId' } : column,
  );
  const rejected = new RejectedRows(plan, sink);
  const intake = new ActivityIntake(plan, keyed, builder, rejected);
  for (const batch of batches) {
    intake.take(batch);
    await builder.makeRoom(() => Promise.resolve());
  }
  rejected.flush();
  const built = await builder.finish();
  const { header, read, accepted, others, spelledOut } = intake;
  const chunks = [...sink.chunks]
    .map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')])
    .toSorted(([left], [right]) => (left! < right! ? -1 : 1));
  return {
    kept: {
      header,
      read,
      accepted,
      others,
      damaged: intake.damaged.findings(),
      errors: rejected.firstErrors,
      built,
      chunks,
    },
    spelledOut,
  };
}

const KEYS = [
  '1.2E+11',
  ' 1,3e5 ',
  'ann',
  'ANN',
  ' ann',
  "'=ann",
  'NULL',
  '',
  'Zoë',
  'Zoëy',
  'ZOËY',
  'ﬁ',
  'fi',
  'bob.desk',
  'total',
  'a"b',
];
const DATES = [
  '46084',
  ' 46085.25',
  '2026-03-01',
  '2026-03-01 08:14:22',
  '2026-03-02 23:59:59',
  '2026-03-01T23:59:00Z',
  '2026-03-01T04:59:00.123Z',
  '2025-12-31',
  '1969-12-31',
  '2026-02-30',
  'x',
  '',
  '2027-01-01',
  '1 Mar 2026',
  'Sunday, 1 March 2026 at 08:14 in the morning',
];
const EVENTS = ['resolve', '', ' view', 'View', 'größer', 'one,two'];
const COUNTS = ['', '1', '03', '70000', '1,600', '-1', '0', '1.5', '4000000000', 'many'];

const quoted = (text: string, always: boolean): string =>
  always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellOf = (meaning: string): fc.Arbitrary<string> => {
  if (['date', 'logOn', 'logOff'].includes(meaning)) return fc.constantFrom(...DATES);
  if (meaning === 'count') return fc.constantFrom(...COUNTS);
  if (meaning === 'eventType' || meaning === 'module') return fc.constantFrom(...EVENTS);
  if (meaning === 'outcome') return fc.constantFrom('Yes', 'No', '', ' no ', 'failed', '0');
  return fc.oneof(
    fc.constantFrom(...KEYS),
    fc.nat({ max: 3_000 }).map((number) => `user.${number}`),
  );
};

const lineOf = (plan: TablePlan): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(
          ...plan.columns.map(({ meaning }) =>
            fc
              .tuple(cellOf(meaning), fc.integer({ min: 0, max: 9 }))
              .map(([text, odd]) => quoted(text, odd === 0)),
          ),
        )
        .map((cells) => cells.join(',')),
    },
    { weight: 1, arbitrary: fc.constantFrom('', ',', 'ann,2026-03-01', 'x"y,2026-03-01,view,1', ',,,,,,') },
  );

const fileOf = (plan: TablePlan): fc.Arbitrary<string> =>
  fc
    .array(lineOf(plan), { maxLength: 40 })
    .map((lines) => [plan.columns.map(({ header }) => header).join(','), ...lines, ''].join('\n'));

test('any log, wherever it is cut and however often it is folded, gives the log of the general reader [LOAD-05]', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PLANS).chain((plan) => fc.tuple(fc.constant(plan), fileOf(plan))),
      fc.array(fc.nat(2_000), { maxLength: 4 }),
      fc.constantFrom(1, 5, 1_000_000),
      async ([plan, text], cuts, mostWaiting) => {
        const bytes = utf8(text);
        const expected = await outcomeOf(generalBatches([bytes], plan.dialect), plan, 1_000_000);
        const found = await outcomeOf(fastBatches(cutInto(bytes, cuts), plan.dialect), plan, mostWaiting);
        expect(found.kept).toEqual(expected.kept);
      },
    ),
    { numRuns: 300 },
  );
});

test('a log cut at every byte gives the same log, its ordinary rows without a string [LOAD-05]', async () => {
  const plan = PLANS[0]!;
  const lines = Array.from({ length: 12 }, (_, row) => {
    const name = row % 5 === 0 ? 'Zoëy' : `User.${row % 4}`;
    return `${name},2026-03-${String(1 + ((row * 7) % 28)).padStart(2, '0')} 08:14:22,view,${row}`;
  });
  const bytes = utf8(['user_name,timestamp,event_type,count', ...lines, ''].join('\r\n'));
  const expected = await outcomeOf(generalBatches([bytes], plan.dialect), plan, 1_000_000);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const found = await outcomeOf(fastBatches(cutInto(bytes, [cut]), plan.dialect), plan, 1_000_000);
    expect(found.kept).toEqual(expected.kept);
    expect(found.spelledOut).toBe(0);
  }
});
