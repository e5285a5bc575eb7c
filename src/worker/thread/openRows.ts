import { succeed, type Result } from '../../core/base/result.ts';
import type { FileFinding, UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import type { ByteSource } from './decodeFile.ts';
import { openMarkup } from './markupFile.ts';
import { openSheets } from './workbook/openSheets.ts';
import { isSlicedFile, type SlicedFile } from './workbook/slicedFile.ts';

/** The rows of a file as delimited text under the dialect of its plan. */
export interface OpenedRows {
  readonly text: ByteSource;
  /** What the outer form of the file has to tell; complete once the text was read to its end. */
  findings(): readonly FileFinding[];
}

/**
 * Opens a file for reading its rows: a workbook as the text of the planned sheets, a web page or XML workbook as the
 * text of its table, any other file as it stands. Reading the text of a workbook ends with `UnreadableWorkbook` where
 * the workbook proves broken.
 */
export async function openRows(
  file: ByteSource & Partial<SlicedFile>,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<Result<OpenedRows, UnreadableFile>> {
  if (dialect.workbook && isSlicedFile(file)) {
    const opened = await openSheets(file, dialect.workbook.sheets, signal);
    if (!opened.ok) return opened;
    const sheets = opened.value;
    if (sheets) return succeed({ text: sheets.text(), findings: () => sheets.findings() });
  }
  const table = await openMarkup(file, signal);
  return succeed(
    table ? { text: table, findings: () => [{ kind: 'htmlTable' }] } : { text: file, findings: () => [] },
  );
}
