import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { SchemaKind } from '../../../src/core/ingest/kinds/fileKind.ts';
import { surveyTable } from '../../../src/core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { listFiles } from '../../../src/storage/fileStore.ts';
import { cleanOrphans, loadRejectedRows } from '../../../src/storage/snapshotStore.ts';
import { importTable, type TableImportTools } from '../../../src/worker/thread/importTable.ts';
import { readSurveyInput } from '../../../src/worker/thread/surveyFile.ts';
import { byteFile, utf8 } from './byteFile.ts';
import { eachInOwnDatabase, IMPORTED_AT, LIVE, SURVEY_ASK, tableTools } from '../../support/importSetting.ts';

let db: ClientDatabase;
let count = 0;

eachInOwnDatabase((opened) => {
  db = opened;
});

const sourceOf = (text: string) => ({ file: byteFile([utf8(text)], 'file.csv') as File });

async function planFor(text: string, kind?: SchemaKind): Promise<TablePlan> {
  const input = await readSurveyInput(sourceOf(text), SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return surveyTable(input.value, kind, undefined).plan;
}

const toolsOf = (more: Partial<TableImportTools> = {}): TableImportTools => tableTools(db, more);

const importText = async (
  text: string,
  plan?: TablePlan,
  more: Partial<TableImportTools> = {},
  signal = LIVE,
) => importTable(sourceOf(text), plan ?? (await planFor(text)), toolsOf(more), signal, () => undefined);

const stored = async () => ({
  files: await db.files.count(),
  chunks: await db.chunks.count(),
  staging: await db.staging.count(),
});
const NOTHING = { files: 0, chunks: 0, staging: 0 };

const ROSTER = 'employee_number,hire date,unit_id\n0017,2020-01-31,U-1\n0018,2021-02-01,U-2\n';

describe('an import of a file of another kind', () => {
  test('is listed with its counts and keeps its rejected rows [LOAD-08] [LOAD-33]', async () => {
    const text = `${ROSTER}0019,2021-02-30,U-2\n`;
    const ended = await importText(text, undefined, { file: 'f' });
    expect(ended).toMatchObject({
      value: { outcome: 'imported', receipt: { rows: { read: 3, accepted: 2, rejected: 1 }, stored: 2 } },
    });
    const heads = await listFiles(db);
    expect(heads).toMatchObject({ ok: true, value: [{ sequence: 1, layout: { id: 'f', rows: 2 } }] });
    expect(await loadRejectedRows(db, 'f')).toContain('2021-02-30');
  });

  test('adds nothing a second time and says when it was first loaded [LOAD-11]', async () => {
    await importText(ROSTER);
    const again = await importText(ROSTER, undefined, { importedAt: '2027-01-01T00:00:00Z' });
    expect(again).toMatchObject({
      value: {
        outcome: 'alreadyLoaded',
        receipt: {
          importedAt: IMPORTED_AT,
          source: {
            name: 'file.csv',
            bytes: utf8(ROSTER).length,
            sha256: createHash('sha256').update(ROSTER).digest('hex'),
          },
        },
      },
    });
    const other = await importText(ROSTER.replace('0017', '0019'));
    expect(other).toMatchObject({ value: { outcome: 'imported' } });
    expect((await stored()).files).toBe(2);
    const first = await importText(ROSTER);
    expect(first).toMatchObject({ value: { outcome: 'alreadyLoaded' } });
    expect((await stored()).files).toBe(2);
  });

  test('of the same bytes as another kind is another file', async () => {
    const text =
      'unit_id,unit_name,source_value,employee_number,email\nU-1,Service,Dept 1,0017,a@x.example\n';
    await importText(text, await planFor(text, 'unitMapping'));
    await importText(text, await planFor(text, 'roster'));
    expect((await stored()).files).toBe(2);
  });

  test('with exactly as many rows as an export gives says that it may be cut off [LOAD-12]', async () => {
    const limits = async (count: number) => {
      const rows = Array.from({ length: count }, (_, n) => `${n},2020-01-31,U-1\n`).join('');
      const ended = await importText(`employee_number,hire date,unit_id\n${rows}`);
      if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
      return ended.value.receipt.findings.filter(({ kind }) => kind === 'rowLimit');
    };
    expect(await limits(999)).toEqual([]);
    expect(await limits(1_000)).toEqual([{ kind: 'rowLimit', rows: 1_000 }]);
  });

  test('that is cancelled leaves nothing behind [LOAD-02]', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `${n},2020-01-31,U-${n % 9}`).join('\n');
    const text = `employee_number,hire date,unit_id\n${rows}\n`;
    const plan = await planFor(text);
    const controller = new AbortController();
    const cancelling = {
      nextTask: () => Promise.resolve(controller.abort()),
      elapsed: () => (count += 1_000),
    };
    const ended = await importText(text, plan, cancelling, controller.signal);
    expect(ended).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await stored()).toEqual(NOTHING);
  });

  test('whose entry cannot be written leaves nothing behind', async () => {
    const record = () => Promise.reject(new Error('The ledger is broken.'));
    await expect(importText(ROSTER, undefined, { record })).rejects.toThrow('The ledger is broken.');
    expect(await stored()).toEqual(NOTHING);
  });

  test('that died with its tab is cleaned away on opening, a finished one is not', async () => {
    await importText(ROSTER, undefined, { file: 'finished' });
    const kept = await stored();
    await db.staging.add({ snapshot: 'dead', startedAt: IMPORTED_AT });
    await db.chunks.add({ snapshot: 'dead', column: 'strings', chunk: 0, bytes: new ArrayBuffer(8) });
    expect(await cleanOrphans(db, undefined)).toBe(1);
    expect(await stored()).toEqual(kept);
  });

  test('asks for the order of day and month when no value decides, and imports nothing [LOAD-19]', async () => {
    const text = 'employee_number,hire date,unit_id\n0017,04/05/2020,U-1\n0018,06/07/2021,U-2\n';
    expect(await importText(text)).toMatchObject({
      value: { outcome: 'dateOrderOpen', header: 'hire date' },
    });
    expect(await stored()).toEqual(NOTHING);
  });

  test('asks about every column whose order is open, each with both readings of its own rows [LOAD-19]', async () => {
    const text =
      'employee_number,starts on,ends on\n0017,04/05/2026,05/06/2026\n0018,06/07/2026,08/07/2026\n';
    const plan = await planFor(text, 'absences');
    const day = (iso: string) => readIsoDay(iso);
    const ended = await importText(text, plan);
    expect(ended).toMatchObject({
      value: {
        outcome: 'dateOrderOpen',
        header: 'starts on',
        open: {
          readings: [
            { fileRow: 2, dayFirst: day('2026-05-04'), monthFirst: day('2026-04-05') },
            { fileRow: 3, dayFirst: day('2026-07-06'), monthFirst: day('2026-06-07') },
          ],
        },
        further: [
          {
            header: 'ends on',
            open: {
              readings: [
                {
                  fileRow: 2,
                  text: '05/06/2026',
                  dayFirst: day('2026-06-05'),
                  monthFirst: day('2026-05-06'),
                },
                {
                  fileRow: 3,
                  text: '08/07/2026',
                  dayFirst: day('2026-07-08'),
                  monthFirst: day('2026-08-07'),
                },
              ],
            },
          },
        ],
      },
    });
    expect(await stored()).toEqual(NOTHING);
    const half = {
      ...plan,
      columns: plan.columns.map((column) =>
        column.position === 1 && column.dates
          ? { ...column, dates: { ...column.dates, order: 'dayFirst' as const } }
          : column,
      ),
    };
    expect(await importText(text, half)).toMatchObject({
      value: { outcome: 'dateOrderOpen', header: 'ends on' },
    });
    expect(await stored()).toEqual(NOTHING);
  });

  test('of prices without a currency is refused until somebody names it', async () => {
    const text = 'order number,licence type,qty,price,start date\nPO-1,Fulfiller,10,99.50,2026-01-31\n';
    const plan = await planFor(text);
    expect(await importText(text, plan)).toMatchObject({ failure: { kind: 'refused' } });
    const named = { ...plan, facts: { ...plan.facts, currency: 'JPY' as never } };
    expect(await importText(text, named)).toMatchObject({
      failure: { reason: expect.stringContaining("'99.50' is not a number") as string },
    });
    const pounds = { ...plan, facts: { ...plan.facts, currency: 'GBP' as never } };
    expect(await importText(text, pounds)).toMatchObject({ value: { outcome: 'imported' } });
  });

  test('without a column that its kind needs is refused', async () => {
    const text = 'employee_number,hire date\n0017,2020-01-31\n';
    expect(await importText(text, await planFor(text, 'roster'))).toMatchObject({
      failure: { kind: 'refused', reason: 'A column that this kind of file needs is not mapped.' },
    });
  });

  test('leaves a column of passwords or keys out, also of rejected rows, and names it [LOAD-10]', async () => {
    const text =
      'employee_number,hire date,unit_id,Password\n0017,2020-01-31,U-1,s3cr3t\n0018,2020-02-31,U-1,s3cr3t\n';
    const found = await planFor(text);
    const columns = found.columns.map((column) =>
      column.position === 3 ? { ...column, meaning: 'fullName' } : column,
    );
    const ended = await importText(text, { ...found, columns }, { file: 'a' });
    expect(ended).toMatchObject({
      value: {
        outcome: 'imported',
        receipt: {
          rows: { rejected: 1 },
          findings: expect.arrayContaining([{ kind: 'secretColumn', header: 'Password' }]) as unknown,
        },
      },
    });
    const chunks = await db.chunks.toArray();
    const words = chunks.map(({ bytes }) => new TextDecoder().decode(bytes)).join(' ');
    expect(words).toContain('0017');
    expect(words + JSON.stringify(await db.files.toArray())).not.toContain('s3cr3t');
  });

  test('keeps the reason of an absence nowhere, not even in its rejected rows [LOAD-08]', async () => {
    const text =
      'employee_number,reason,start,end\n0017,secret illness,2026-06-01,2026-06-30\n,secret illness,2026-06-01,2026-06-30\n';
    await importText(text, await planFor(text, 'absences'), { file: 'a' });
    const chunks = await db.chunks.toArray();
    const words = chunks.map(({ bytes }) => new TextDecoder().decode(bytes)).join(' ');
    expect(words).toContain('0017');
    expect(words).not.toContain('illness');
    expect(JSON.stringify(await db.files.toArray())).not.toContain('illness');
  });
});

test('lines of totals of a file of any kind are not watched for what a spreadsheet changed [LOAD-28]', async () => {
  const text = 'employee_number,hire date,unit_id\n0017,46084,U-1\nTotal,45000,\n0018,2021-02-01,U-2\n';
  const ended = await importText(text);
  expect(ended).toMatchObject({ value: { receipt: { rows: { read: 2, others: { total: 1 } } } } });
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  expect(ended.value.receipt.findings.filter(({ kind }) => kind === 'damagedCells')).toMatchObject([
    { damage: 'serialNumbers', cells: 1, rows: [{ fileRow: 2, text: '46084' }] },
  ]);
});
