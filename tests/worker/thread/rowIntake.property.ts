import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { SpreadsheetErrors } from '../../../src/core/ingest/spreadsheetErrors.ts';
import { UnreadDates } from '../../../src/core/ingest/unreadDates.ts';
import { UnreadWords } from '../../../src/core/ingest/unreadWords.ts';
import { SnapshotBuilder } from '../../../src/core/inventory/snapshotBuilder.ts';
import type { CellBatch } from '../../../src/worker/thread/cellBatches.ts';
import { RejectedRows } from '../../../src/worker/thread/importRejects.ts';
import { ListRows } from '../../../src/worker/thread/listRows.ts';
import { RowIntake } from '../../../src/worker/thread/rowIntake.ts';
import { planOf, reading } from '../../core/ingest/columnBuilder.ts';
import { MemorySink, testCodec } from '../../core/inventory/memorySink.ts';
import { utf8 } from './byteFile.ts';
import { cutInto, fastBatches, generalBatches } from './cellRows.ts';

/** Everything that an import keeps of the rows: counts, errors, tables and the bytes of every chunk. */
async function outcomeOf(batches: Iterable<CellBatch>, plan: ImportPlan, fileBytes: number) {
  const sink = new MemorySink();
  const builder = new SnapshotBuilder(plan, { codec: testCodec, canonicalId, sink, chunkRows: 4 });
  const rejected = new RejectedRows(plan, sink);
  const unread = new UnreadWords();
  const unreadDates = new UnreadDates(plan);
  const errors = new SpreadsheetErrors(plan);
  const gathered = { builder, rejected, errors, unread, unreadDates, late: undefined };
  const intake = new RowIntake(plan, gathered, fileBytes);
  const list = new ListRows(plan, plan.dialect);
  for (const batch of batches) for (const own of list.of(batch)) intake.take(own);
  for (const own of list.end()) intake.take(own);
  rejected.flush();
  const { tables, summary } = await builder.finish();
  const chunks = [...sink.chunks]
    .map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')])
    .toSorted(([left], [right]) => (left! < right! ? -1 : 1));
  return {
    kept: {
      header: intake.header,
      result: intake.result(list.found()),
      errors: rejected.firstErrors,
      tables,
      summary,
      chunks,
      unreadDates: unreadDates.findings(),
      unread: plan.columns.map(({ position }) => unread.toldOf(position)),
    },
    spelledOut: intake.spelledOut,
  };
}

const dates = { dates: reading({ order: 'dayFirst' }) };
const zoned = { dates: reading({ order: 'yearFirst', zone: 'America/New_York' }) };
const PLANS: readonly ImportPlan[] = [
  planOf(
    [
      ['id', 'accountId'],
      ['name', 'displayName'],
      ['mail', 'email'],
      ['unit', 'unit'],
      ['boss', 'manager'],
      ['on', 'accountStatus'],
      ['licence', 'licenceType'],
      ['given', 'assignedOn', dates],
      ['made', 'createdOn', dates],
      ['last', 'lastSignIn', zoned],
      ['note', 'ignore'],
    ],
    { neverIsInvited: true },
  ),
  planOf(
    [
      ['nr', 'employeeNumber'],
      ['id', 'accountId'],
      ['mail', 'email'],
      ['mail 2', 'email'],
      ['unit', 'unit'],
      ['unit 2', 'unit'],
      ['licence', 'licenceType'],
      ['used', 'lastAction', dates],
      ['seen', 'lastSignIn', zoned],
      ['made', 'createdOn', dates],
      ['made 2', 'createdOn', zoned],
    ],
    { rowIs: 'accountAndLicence', licenceSeparator: ';' },
  ),
  planOf([['id', 'accountId']], { fixedLicenceType: 'Fulfiller' }),
  planOf(
    [
      ['id', 'accountId'],
      ['holder', 'subjectType'],
      ['role', 'role'],
      ['may', 'permissions'],
      ['use', 'expectedPattern'],
      ['via', 'inheritedFrom'],
      ['last', 'lastAction', dates],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
  planOf(
    [
      ['id', 'accountId'],
      ['holder', 'subjectType'],
      ['holder 2', 'subjectType'],
      ['may', 'permissions'],
      ['may 2', 'permissions'],
      ['use', 'expectedPattern'],
      ['use 2', 'expectedPattern'],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
  planOf(
    [
      ['id', 'accountId'],
      ['division', 'division'],
      ['queues', 'queues'],
      ['approver', 'delegateOrApprover'],
      ['jobs', 'scheduledJobs'],
      ['where', 'jurisdiction'],
      ['via', 'inheritedFrom'],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
  planOf(
    [
      ['id', 'accountId'],
      ['first', 'firstName'],
      ['last', 'lastName'],
      ['mail', 'email'],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
  planOf(
    [
      ['last', 'lastName'],
      ['id', 'accountId'],
      ['name', 'displayName'],
      ['division', 'division'],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
  planOf(
    [
      ['id', 'accountId'],
      ['queue', 'queues'],
      ['group', 'queues'],
      ['project', 'project'],
      ['project 2', 'project'],
      ['owner', 'defaultOwnerOf'],
    ],
    { fixedLicenceType: 'Fulfiller' },
  ),
];

const TEXTS = [
  '',
  ' ',
  '\u00a0',
  'NULL',
  "'=1",
  "''",
  "'",
  'ann',
  'Ann',
  ' ann ',
  'bob',
  'BOB\u3000',
  'Łukasz',
  'łukasz',
  '李雷',
  '😀',
  '\ufeffx',
  'id',
  'mail',
  'true',
  'false',
  'Law',
  'Tax',
  'Device',
  'virtuell',
  'Gerät',
  'kiosk 7',
  'quarterly',
  'Jährlich',
  'Seasonal (Nov–Jan)',
  'fortnightly',
  'Fulfiller',
  'Approver; Fulfiller',
  'unlicensed',
  'a"b',
  'x,y',
  'two\r\nlines',
  'Export stopped due to size',
  'the list was truncated',
  'é',
  'ﬁ',
  'tab\there',
  '0042',
  '\u007f',
  '\0',
];

const DATES = [
  '',
  'never',
  'Q4 2025',
  'last week',
  '-',
  'NULL',
  '2026-03-27',
  '2026-03-27 08:14:22',
  '2026-03-27T23:59:59Z',
  '2026-03-27T01:00:00.123Z',
  '2026-06-30 23:59:59',
  '2026-07-01',
  '2027-01-01',
  '2026-02-30',
  '2026-13-01',
  '1970-01-01',
  '9999-12-31',
  '1601-01-01',
  '27/03/2026',
  '3/4/2026 8:14',
  '03.04.2026 08:14',
  '13/13/2026',
  '04/13/2026',
  '27-3-26',
  '27 Mar 2026',
  '1.2E+05',
  '2026-3-7',
  '2026-03-27 24:00:00',
  '2026-03-27 08:14',
  '2026-03-27 08:60:00',
  '2026-03-27T08:14:22+02:00',
  ' 2026-03-27 ',
];

const quoted = (text: string, always: boolean): string =>
  always || /[",\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Lines of a file under a plan: mostly whole rows, some too wide or too narrow, repeated headers, blanks, bad quotes. */
const linesOf = (plan: ImportPlan): fc.Arbitrary<string> => {
  const header = plan.columns.map((column) => column.header).join(',');
  const cells = fc.tuple(
    ...plan.columns.map(({ dates: asDates }) =>
      fc
        .tuple(fc.constantFrom(...(asDates ? DATES : TEXTS)), fc.boolean())
        .map(([text, always]) => quoted(text, always)),
    ),
  );
  const row = fc.oneof(
    { weight: 12, arbitrary: cells.map((own) => own.join(',')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(cells, fc.constantFrom(',', ',x', ',,"y"'))
        .map(([own, more]) => own.join(',') + more),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(cells, fc.nat(11)).map(([own, width]) => own.slice(0, width).join(',')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(header, '', ' ,', '"open,1', '"x"y,2', '"a" ,b', 'Truncated,,,'),
    },
  );
  return fc
    .array(fc.tuple(row, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 14 })
    .map((rows) => `${header}\n${rows.map(([line, end]) => line + end).join('')}`);
};

describe('both readers keep the same', () => {
  PLANS.forEach((plan, index) => {
    test(`counts, errors, tables and bytes of every chunk, plan ${index + 1} [LOAD-05]`, async () => {
      await fc.assert(
        fc.asyncProperty(linesOf(plan), fc.array(fc.nat(900), { maxLength: 4 }), async (text, cuts) => {
          const bytes = utf8(text);
          const size = bytes.length;
          const general = await outcomeOf(generalBatches([bytes], plan.dialect), plan, size);
          const fast = await outcomeOf(fastBatches(cutInto(bytes, cuts), plan.dialect), plan, size);
          expect(fast.kept).toEqual(general.kept);
        }),
        { numRuns: 400 },
      );
    });
  });
});

test('an active account that was never seen is invited, whichever reader reads its row', async () => {
  const plan = PLANS[0]!;
  const rows = [
    'ann,,,,,true,Fulfiller,,,never,',
    'bob,,,,,true,Fulfiller,,,2026-03-27 08:14:22,',
    'cat,,,,,false,Fulfiller,,,never,',
  ];
  const bytes = utf8(`${plan.columns.map(({ header }) => header).join(',')}\n${rows.join('\n')}\n`);
  const general = await outcomeOf(generalBatches([bytes], plan.dialect), plan, bytes.length);
  const fast = await outcomeOf(fastBatches(cutInto(bytes, []), plan.dialect), plan, bytes.length);
  expect(general.kept.chunks).toContainEqual(['account.status/0', '0300000004010300']);
  expect(fast.kept).toEqual(general.kept);
});

test('of an ordinary file no row becomes strings', async () => {
  const plan = PLANS[0]!;
  const rows = Array.from({ length: 3000 }, (_, row) =>
    [
      `user.${row}`,
      row % 3 === 0 ? `"Núñez, ""Ana"" ${row}"` : `Zoë Müller ${row}`,
      `user.${row}@example.org`,
      row % 5 === 0 ? '"Dept, East"' : 'Dept',
      '',
      'true',
      'Fulfiller',
      '27/03/2026',
      '2026-01-05 08:00:00',
      '2026-06-01T10:00:00Z',
      row % 20 === 0 ? '"two\nlines"' : '',
    ].join(','),
  );
  const bytes = utf8(['id,name,mail,unit,boss,on,licence,given,made,last,note', ...rows].join('\r\n'));
  const cuts = Array.from({ length: 9 }, (_, piece) => piece * 37_111);
  const { kept, spelledOut } = await outcomeOf(
    fastBatches(cutInto(bytes, cuts), plan.dialect),
    plan,
    bytes.length,
  );
  expect(kept.result.rows).toEqual({ read: 3000, accepted: 3000, rejected: 0, repeats: 0, blankLines: 0 });
  expect(spelledOut).toBe(0);
});
