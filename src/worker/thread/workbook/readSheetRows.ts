import { fail, succeed, type Result } from '../../../core/base/result.ts';
import { SharedTexts, SharedTextsReader } from '../../../core/ingest/workbook/sharedTexts.ts';
import { SheetReader } from '../../../core/ingest/workbook/sheetReader.ts';
import type { CellContext, SheetRows } from '../../../core/ingest/workbook/sheetRows.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import type { Workbook } from './openWorkbook.ts';
import { PartScan } from './partScan.ts';
import { PartStream } from './partStream.ts';

/** Rows of a sheet, or why nothing more can be read: then nothing follows. */
export type SheetBatch = Result<SheetRows, WorkbookFault>;

/**
 * The rows of some sheets, sheet by sheet in the order of their tabs. A batch may be empty: it comes between long
 * steps without rows, so that whoever reads can let messages through after every batch. An abort throws the signal's
 * reason. Whatever has been handed out counts only once the last batch of its sheet came without a fault, because
 * length and checksum of a part are known at its end.
 */
export async function* readSheetRows(
  workbook: Workbook,
  sheets: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<SheetBatch> {
  const context = yield* readContext(workbook, signal);
  if (!context) return;
  yield* readWith(workbook, context, sheets, signal);
}

/** What the cells of a workbook are read with. Yields empty batches while shared texts are read, or a fault. */
export async function* readContext(
  workbook: Workbook,
  signal: AbortSignal,
): AsyncGenerator<SheetBatch, CellContext | undefined> {
  let texts = new SharedTexts();
  if (workbook.sharedTexts) {
    const reader = new SharedTextsReader(workbook.sharedTexts.name, workbook.limits);
    const stream = await PartStream.open(workbook.file, workbook.sharedTexts, workbook.budget, signal);
    if (!stream.ok) {
      yield stream;
      return undefined;
    }
    const scan = new PartScan(stream.value, reader);
    try {
      for (let progress = await scan.step(); progress !== 'end'; progress = await scan.step()) {
        if (typeof progress === 'object') {
          yield fail(progress);
          return undefined;
        }
        yield succeed(emptyRows(''));
      }
    } finally {
      await stream.value.close();
    }
    texts = reader.texts;
  }
  const { formats, is1904, limits } = workbook;
  return { texts, formats, is1904, limits, decode: decodeUtf8, spent: { letters: 0 } };
}

/** The rows of some sheets with what was read for all of them before. */
export async function* readWith(
  workbook: Workbook,
  context: CellContext,
  sheets: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<SheetBatch> {
  const wanted = new Set(sheets);
  for (const { name, entry } of workbook.sheets) {
    if (!wanted.has(name)) continue;
    const stream = await PartStream.open(workbook.file, entry, workbook.budget, signal);
    if (!stream.ok) {
      yield stream;
      return;
    }
    const reader = new SheetReader(entry.name, name, context);
    const scan = new PartScan(stream.value, reader);
    try {
      for (;;) {
        const progress = await scan.step();
        if (typeof progress === 'object') {
          yield fail(progress);
          return;
        }
        const rows = reader.take() ?? emptyRows(name);
        if ('kind' in rows) {
          yield fail(rows);
          return;
        }
        yield succeed(rows);
        if (progress === 'end') break;
      }
    } finally {
      await stream.value.close();
    }
  }
}

const emptyRows = (sheet: string): SheetRows => ({
  sheet,
  rows: [],
  fileRows: [],
  dateCells: [],
  missingResults: 0,
  hiddenRows: 0,
});
