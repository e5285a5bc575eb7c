import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { SchemaKind } from '../../../src/core/ingest/kinds/fileKind.ts';
import { surveyTable } from '../../../src/core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { placeOfRow } from '../../../src/core/inventory/placeOfRow.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadRejectedRows } from '../../../src/storage/snapshotStore.ts';
import type { FileReceipt } from '../../../src/worker/tableView.ts';
import { nextTask } from '../../../src/worker/thread/importPace.ts';
import { rejectedRowsHeader } from '../../../src/worker/thread/importRejects.ts';
import { importTable } from '../../../src/worker/thread/importTable.ts';
import { readSurveyInput } from '../../../src/worker/thread/surveyFile.ts';
import { tablePartsInput } from '../../../src/worker/thread/surveyParts.ts';

const LIVE = new AbortController().signal;
let db: ClientDatabase;
let count = 0;

beforeEach(() => {
  count += 1;
  db = new ClientDatabase(`table-parts-${count}`);
});
afterEach(async () => {
  await db.delete();
});

const page = (name: string, text: string): File => new File([text], name);

async function planFor(files: readonly File[], kind: SchemaKind): Promise<TablePlan> {
  const inputs = [];
  for (const file of files) {
    const input = await readSurveyInput(
      { file },
      {
        fileTime: undefined,
        system: 'other',
        plan: undefined,
        workspaceZone: 'Europe/London',
        workingDay: readIsoDay('2026-06-30')!,
      },
      LIVE,
    );
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    inputs.push(input.value);
  }
  const together = tablePartsInput(inputs);
  if (!together.ok) throw new Error(JSON.stringify(together.failure));
  const { plan } = surveyTable(together.value.input, kind, undefined);
  return { ...plan, appended: inputs.slice(1).map(({ found: { dialect } }) => ({ dialect })) };
}

const importFiles = (files: readonly File[], plan: TablePlan) =>
  importTable(
    { file: files[0]!, appended: files.slice(1) },
    plan,
    {
      db,
      locks: undefined,
      file: `file-${(count += 1)}`,
      importedAt: '2026-06-30T14:02:11+01:00',
      elapsed: () => performance.now(),
      nextTask,
      record: () => Promise.resolve(),
    },
    LIVE,
    () => undefined,
  );

async function receiptOf(files: readonly File[], kind: SchemaKind): Promise<FileReceipt> {
  const ended = await importFiles(files, await planFor(files, kind));
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  return ended.value.receipt;
}

describe('several files of one kind', () => {
  const ROSTER = [
    page('site-a.csv', 'employee_number,hire date,unit_id\n0017,2020-01-31,U-1\n0018,2021-02-01,U-2\n'),
    page(
      'site-b.csv',
      'Report of June\n\nemployee_number;hire date;unit_id\n0018;2021-02-01;U-2\n0019;2021-02-30;U-2\n0020;2022-05-04;U-3\n',
    ),
  ];

  test('make one roster; a row that occurs twice is stored once and counted as a repeat [LOAD-04]', async () => {
    const receipt = await receiptOf(ROSTER, 'roster');
    expect(receipt).toMatchObject({
      stored: 3,
      rows: { read: 5, accepted: 4, rejected: 1, repeats: 1 },
      source: {
        name: 'site-a.csv and site-b.csv',
        parts: [
          { name: 'site-a.csv', firstRow: 2, ownFirstRow: 2, rows: { read: 2, accepted: 2, repeats: 0 } },
          { name: 'site-b.csv', ownFirstRow: 4, rows: { read: 3, accepted: 2, rejected: 1, repeats: 1 } },
        ],
      },
    });
    expect(receipt.findings).toContainEqual({ kind: 'linesAboveHeader', lines: 1 });
    expect(rejectedRowsHeader(receipt.plan!)).toMatch(/^File,Row,/);
    expect(await loadRejectedRows(db, receipt.file)).toMatch(/^site-b\.csv,5,hire date,2021-02-30,/);
  });

  test('the same files again add nothing; one of them alone is another file [LOAD-11]', async () => {
    await receiptOf(ROSTER, 'roster');
    const plan = await planFor(ROSTER, 'roster');
    expect(await importFiles(ROSTER, plan)).toMatchObject({ value: { outcome: 'alreadyLoaded' } });
    await receiptOf(ROSTER.slice(0, 1), 'roster');
    expect(await db.files.count()).toBe(2);
  });

  test('make one log: what an earlier file holds is no further event, what one file holds twice is [LOAD-04]', async () => {
    const log = [
      page(
        'may.csv',
        'user_name,event,date\nann,closed,2026-05-30\nann,closed,2026-05-30\nbob,closed,2026-05-31\n',
      ),
      page(
        'june.csv',
        'user_name,event,date\n"bob","closed","2026-05-31"\nann,closed,2026-06-02\nann,"cl""osed",2026-06-03\n',
      ),
    ];
    const receipt = await receiptOf(log, 'activity');
    expect(receipt.rows).toMatchObject({ read: 6, accepted: 6, repeats: 1 });
    expect(receipt.activity).toMatchObject({
      from: readIsoDay('2026-05-30'),
      to: readIsoDay('2026-06-03'),
      events: [{ name: 'closed', events: 4 }, { events: 1 }],
    });
    expect(receipt.source.parts?.map(({ rows }) => rows.repeats)).toEqual([0, 1]);
    expect(placeOfRow(receipt.source, 6)).toEqual({ file: 'june.csv', fileRow: 3 });
  });

  test('a row of an earlier file is known again where its line ends with further delimiters [LOAD-04]', async () => {
    const log = [
      page(
        'may.csv',
        'user_name,event,date\nann,closed,2026-05-30\nbob,,2026-05-31\nbob,"a ""b""",2026-05-31\n',
      ),
      page(
        'june.csv',
        'user_name;event;date;;\nann;closed;2026-05-30;;\nbob;;2026-05-31;;\nbob;"a ""b""";2026-05-31;;\nbob;closed;2026-06-01;;\n',
      ),
    ];
    const receipt = await receiptOf(log, 'activity');
    expect(receipt.rows).toMatchObject({ read: 7, accepted: 7, repeats: 3 });
  });

  test('of other columns, or a broken one, keep nothing and name the file [LOAD-04]', async () => {
    const together = await planFor(ROSTER, 'roster');
    const plan = { ...together, appended: [{ dialect: together.dialect }] };
    const other = [ROSTER[0]!, page('other.csv', 'employee_number,name\n1,Ada\n')];
    expect(await importFiles(other, plan)).toMatchObject({
      failure: { kind: 'refused', reason: expect.stringContaining('other.csv does not have the columns') },
    });
    const empty = [ROSTER[0]!, page('empty.csv', 'employee_number,hire date,unit_id\n')];
    expect(await importFiles(empty, plan)).toMatchObject({
      failure: { kind: 'unreadableFile', fileName: 'empty.csv' },
    });
    expect([await db.files.count(), await db.chunks.count()]).toEqual([0, 0]);
  });
});
