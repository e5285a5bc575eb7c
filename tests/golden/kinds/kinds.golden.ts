import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { FILE_KINDS } from '../../../src/core/ingest/kinds/fileKind.ts';
import type { TableFinding } from '../../../src/core/ingest/kinds/tableFinding.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadFactTable } from '../../../src/storage/fileStore.ts';
import { importTable } from '../../../src/worker/thread/importTable.ts';
import { tableTools } from '../../support/importSetting.ts';
import { KIND_CASES, kindFile, rowsOf, surveyKind } from './readKind.ts';

const databases: ClientDatabase[] = [];
afterAll(async () => {
  for (const db of databases) await db.delete();
});

const wordFinding = (finding: TableFinding): string => {
  switch (finding.kind) {
    case 'secretColumn':
    case 'leftOutOnPurpose':
      return `${finding.kind} ${finding.header}`;
    case 'secondTable':
      return [finding.kind, finding.row, finding.rows].filter((part) => part !== undefined).join(' ');
    case 'notUnderstood':
      return `${finding.what} not known in ${finding.header}: ${finding.rows}, ${finding.example}`;
    case 'damagedCells':
      return `${finding.damage} in ${finding.header}: ${finding.cells}, ${finding.rows.map(({ fileRow, text }) => `${fileRow} ${text}`).join(', ')}`;
    default:
      return finding.kind;
  }
};

/** Everything that a golden file states of one case. */
async function readCase(name: string): Promise<unknown> {
  const survey = await surveyKind(name);
  const meanings = survey.columns.map(({ header, proposal }) => [header, proposal.meaning]);
  const surveyed = {
    kind: survey.proposedKind.kind,
    meanings: Object.fromEntries(meanings) as Record<string, string>,
    missing: survey.missing,
    questions: survey.questions.map(({ position }) => survey.columns[position]!.header),
  };
  if (survey.plan.kind === 'activity') return surveyed;
  const db = new ClientDatabase(`golden-${name}`);
  databases.push(db);
  const tools = tableTools(db, { file: name });
  const signal = new AbortController().signal;
  const source = { file: kindFile(name) as File };
  const ended = await importTable(source, survey.plan, tools, signal, () => undefined);
  if (!ended.ok || ended.value.outcome !== 'imported') throw new Error(JSON.stringify(ended));
  const { rows, stored, range, errors, findings } = ended.value.receipt;
  const loaded = await loadFactTable(db, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return {
    ...surveyed,
    counts: `${rows.read} read, ${rows.accepted} accepted, ${rows.rejected} rejected, ${rows.repeats} repeats, ${stored} kept`,
    ...(rows.others?.otherTable === undefined ? {} : { others: { otherTable: rows.others.otherTable } }),
    range: range ? `${formatIsoDay(range.from)} to ${formatIsoDay(range.to)}` : 'none',
    errors: errors.map(({ row, column, kind, text }) => `${row} ${column}: ${kind} "${text}"`),
    findings: findings.map(wordFinding),
    rows: rowsOf(loaded.value.table),
  };
}

describe('files of every kind are recognised, read and kept [LOAD-08] [LOAD-33]', () => {
  test.each(KIND_CASES)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));
    expect(await readCase(name)).toEqual(expected);
  });

  test('there is a golden file of every kind that has rows', async () => {
    const kinds = await Promise.all(KIND_CASES.map(async (name) => (await surveyKind(name)).plan.kind));
    const withRows = FILE_KINDS.filter((kind) => kind !== 'users' && kind !== 'answers');
    expect(new Set(kinds)).toEqual(new Set(withRows));
  });
});
