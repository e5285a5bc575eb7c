import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import type { SchemaKind } from '../../../src/core/ingest/kinds/fileKind.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { surveyTable } from '../../../src/core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { loadActivityLog } from '../../../src/storage/activityStore.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadSnapshot } from '../../../src/storage/snapshotStore.ts';
import { confirmUtf8, withConfirmedEncoding } from '../../../src/worker/thread/confirmUtf8.ts';
import { importTable } from '../../../src/worker/thread/importTable.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { readSurveyInput, surveyFile } from '../../../src/worker/thread/surveyFile.ts';
import {
  AS_OF,
  eachInOwnDatabase,
  LIVE,
  SURVEY_ASK,
  tableTools,
  usersTools,
} from '../../support/importSetting.ts';
import { byteFile, utf8 } from './byteFile.ts';
import { dialectOf } from './cellRows.ts';

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const file = (pieces: readonly Uint8Array[], name = 'log.csv'): File => byteFile(pieces, name) as File;

const HEADER = 'user_name,timestamp,event_type\n';
const ROW = 'ann,2026-03-01 08:14:22,resolve\n';
const LATE = 'Zoë,2026-03-02 08:14:22,größer\nann,2026-03-03 08:14:22,resolve\n';

/** The plan that a survey makes which does not look beyond the head. */
async function planOf(head: string, kind: SchemaKind = 'activity'): Promise<TablePlan> {
  const input = await readSurveyInput({ file: file([utf8(head)]) }, SURVEY_ASK, LIVE);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  expect(input.value.found.dialect.encoding).toBe('utf-8');
  return { ...surveyTable(input.value, kind, undefined).plan, asOf: AS_OF };
}

async function imported(pieces: readonly Uint8Array[], id: string, plan: TablePlan) {
  const tools = tableTools(db, { file: id });
  const ended = await importTable({ file: file(pieces) }, plan, tools, LIVE, () => undefined);
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  return ended.value.receipt;
}

async function logOf(id: string) {
  const loaded = await loadActivityLog(db, id);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  const { table, keys, words } = loaded.value;
  return {
    days: [...table.days],
    rows: [...table.sourceRow],
    series: Array.from({ length: table.count }, (_, row) => [
      keys.at(table.key[row]! as RowIndex),
      words[table.event[row]!],
    ]),
  };
}

test('a log whose first byte outside ASCII comes late is read in the encoding which that byte shows, and says so [LOAD-05]', async () => {
  const early = HEADER + ROW.repeat(20_000);
  const plan = await planOf(early);
  const asUtf8 = await imported([utf8(early + LATE)], 'utf8', plan);
  expect(asUtf8.plan!.dialect.encoding).toBe('utf-8');
  expect(asUtf8.findings).not.toContainEqual({ kind: 'encodingFallback' });
  const asLatin = await imported([utf8(early), latin(LATE)], 'latin', plan);
  expect(asLatin.plan!.dialect.encoding).toBe('windows-1252');
  expect(asLatin.findings).toContainEqual({ kind: 'encodingFallback' });
  expect(asLatin.rows).toEqual(asUtf8.rows);
  expect((await logOf('latin')).series).toContainEqual(['Zoë', 'größer']);
  expect(await logOf('latin')).toEqual(await logOf('utf8'));
  expect([await db.staging.count(), await db.files.count()]).toEqual([0, 2]);
});

test('a first character that the end of the file cuts off is no UTF-8 [LOAD-05]', async () => {
  const text = HEADER + ROW + 'bob,2026-03-02 08:14:22,caf\u00c3';
  const receipt = await imported([latin(text)], 'cut', await planOf(HEADER + ROW));
  expect(receipt.plan!.dialect.encoding).toBe('windows-1252');
  expect((await logOf('cut')).series).toContainEqual(['bob', 'cafÃ']);
});

test('a byte that breaks UTF-8 after UTF-8 was seen is still damage, and nothing is kept [LOAD-05]', async () => {
  const plan = await planOf(HEADER + ROW);
  const damaged = file([
    utf8(`${HEADER}${ROW}Zoë,2026-03-02 08:14:22,view\nb`),
    latin('\u00ff'),
    utf8(`${ROW}`),
  ]);
  const ended = await importTable({ file: damaged }, plan, tableTools(db), LIVE, () => undefined);
  expect(ended).toMatchObject({ failure: { kind: 'unreadableFile', why: { kind: 'brokenText', row: 4 } } });
  expect([await db.files.count(), await db.chunks.count(), await db.staging.count()]).toEqual([0, 0, 0]);
});

test('every kind of file finds out, and each of several files for itself [LOAD-05]', async () => {
  const header = 'employee_number,hire date,unit_id\n';
  const plan = await planOf(`${header}0017,2020-01-31,U-1\n`, 'roster');
  const appended = [{ dialect: plan.dialect }];
  const ended = await importTable(
    {
      file: file([utf8(`${header}0017,2020-01-31,Zoë\n`)], 'one.csv'),
      appended: [file([latin(`${header}0018,2020-01-31,Zoë\n`)], 'two.csv')],
    },
    { ...plan, appended },
    tableTools(db),
    LIVE,
    () => undefined,
  );
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  const { receipt } = ended.value;
  expect(receipt.rows.accepted).toBe(2);
  expect(receipt.plan!.dialect.encoding).toBe('utf-8');
  expect(receipt.plan!.appended).toEqual([{ dialect: { ...plan.dialect, encoding: 'windows-1252' } }]);
});

test('only files whose own bytes were read as UTF-8 are asked again', async () => {
  const dialect = dialectOf();
  const page =
    '<html><body><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>';
  const parts = [
    { file: byteFile([latin(`${page}é`)], 'page.xls'), dialect },
    { file: byteFile([latin('é')]), dialect: { ...dialect, encoding: 'utf-16le' as const } },
    { file: byteFile([utf8('é')]), dialect },
  ];
  expect(await withConfirmedEncoding(parts, LIVE)).toBeUndefined();
  const further = { file: byteFile([latin('é,')]), dialect };
  expect(await withConfirmedEncoding([...parts, further], LIVE)).toEqual([
    ...parts,
    { ...further, dialect: { ...dialect, encoding: 'windows-1252' } },
  ]);
});

test('a file is read no further than its first character outside ASCII', async () => {
  let pulled = 0;
  const endless = {
    ...byteFile([]),
    stream: () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          controller.enqueue(pulled === 3 ? utf8('ë') : utf8('plain'));
        },
      }),
  };
  expect(await confirmUtf8(endless, LIVE)).toBe('utf-8');
  expect(pulled).toBeLessThan(6);
});

describe('a users list whose first byte outside ASCII comes late', () => {
  const USERS = 'user_name,name,last_login\n';
  const EARLY = USERS + 'ann,Ann,2026-03-01 08:14:22\n'.repeat(3);
  const LAST = 'zoe,Zoë,2026-03-02 08:14:22\n';

  async function planOfUsers(...heads: readonly string[]): Promise<ImportPlan> {
    const [first, ...appended] = heads.map((head, index) => file([utf8(head)], `${index}.csv`));
    const found = await surveyFile({ file: first!, appended }, SURVEY_ASK, LIVE);
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return { ...found.value.plan, asOf: AS_OF, fixedLicenceType: 'Full', completeness: 'full' };
  }

  const importList = (plan: ImportPlan, pieces: readonly Uint8Array[], appended: readonly File[] = []) =>
    importUsers({ file: file(pieces), appended }, plan, usersTools(db), LIVE, () => undefined);

  test('is read in the encoding which that byte shows, says so, and is known again [LOAD-05] [LOAD-11]', async () => {
    const plan = await planOfUsers(EARLY);
    const pieces = [utf8(EARLY), latin(LAST)];
    const ended = await importList(plan, pieces);
    if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
    const { receipt } = ended.value;
    expect(receipt).toMatchObject({
      rows: { read: 4, accepted: 4 },
      source: { encoding: 'windows-1252' },
      plan: { dialect: { encoding: 'windows-1252' } },
    });
    expect(receipt.findings).toContainEqual({ kind: 'encodingFallback' });
    const loaded = await loadSnapshot(db, receipt.snapshot);
    if (!loaded.ok) throw new Error(loaded.failure.kind);
    const texts = await loaded.value.loadTexts();
    if (!texts.ok) throw new Error(texts.failure.kind);
    const { displayName } = loaded.value.snapshot.accounts;
    expect(displayName?.at(1 as RowIndex)).toBe('Zoë');
    expect(await importList(plan, pieces)).toMatchObject({
      value: { outcome: 'alreadyLoaded', otherSettings: false },
    });
    expect([await db.staging.count(), await db.snapshots.count()]).toEqual([0, 1]);
  });

  test('is read in its own encoding beside a further file in UTF-8 [LOAD-04] [LOAD-05]', async () => {
    const plan = await planOfUsers(EARLY, EARLY);
    const further = file([utf8(EARLY + LAST)], 'further.csv');
    expect(await importList(plan, [utf8(EARLY), latin(LAST)], [further])).toMatchObject({
      value: {
        outcome: 'imported',
        receipt: {
          rows: { read: 8, accepted: 8, repeats: 6 },
          accounts: 2,
          plan: { dialect: { encoding: 'windows-1252' }, appended: [{ dialect: { encoding: 'utf-8' } }] },
        },
      },
    });
  });

  test('is refused where UTF-8 came before the broken byte, and nothing is kept [LOAD-05]', async () => {
    const ended = await importList(await planOfUsers(EARLY), [utf8(EARLY + LAST), latin(LAST)]);
    expect(ended).toMatchObject({
      failure: { kind: 'unreadableFile', why: { kind: 'brokenText', encoding: 'utf-8', row: 6 } },
    });
    expect([await db.staging.count(), await db.snapshots.count()]).toEqual([0, 0]);
  });
});
