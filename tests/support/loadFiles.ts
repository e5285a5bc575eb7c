import { readIsoDay } from '../../src/core/base/epochDay.ts';
import type { SchemaKind } from '../../src/core/ingest/kinds/fileKind.ts';
import type { FileReceipt } from '../../src/worker/tableView.ts';
import type { AskThread } from './askThread.ts';
import { STAMP } from './monthlyLists.ts';

/** Loads lines of a kind, the header first, as the file of a day. */
export async function loadKind(
  ask: AskThread,
  kind: SchemaKind,
  asOf: string,
  lines: readonly string[],
): Promise<FileReceipt> {
  const source = { file: new File([`${lines.join('\n')}\n`], `${kind}-${asOf}.csv`) };
  const found = await ask('surveyTable', {
    source,
    fileTime: undefined,
    system: 'other',
    kind,
    plan: undefined,
    workingDay: STAMP.workingDay,
  });
  if (found.form !== 'rows') throw new Error('The file is no table of rows');
  const { plan, estimatedRows } = found.survey;
  const loaded = await ask('importTable', {
    source,
    plan: { ...plan, asOf: readIsoDay(asOf)! },
    estimatedRows,
    stamp: STAMP,
  });
  if (loaded.import.outcome !== 'imported') throw new Error(`The import ended as ${loaded.import.outcome}`);
  return loaded.import.receipt;
}
