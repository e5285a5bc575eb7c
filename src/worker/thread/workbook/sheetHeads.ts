import { fail, succeed, type Result } from '../../../core/base/result.ts';
import type { SheetHead } from '../../../core/ingest/workbook/chooseSheets.ts';
import type { CellContext } from '../../../core/ingest/workbook/sheetRows.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import { nextTask } from '../importPace.ts';
import { InflateBudget } from './partStream.ts';
import type { Workbook, WorkbookSheet } from './openWorkbook.ts';
import { readWith } from './readSheetRows.ts';

/** Rows of a sheet that its header is looked for in. */
const HEAD_ROWS = 60;
/** Sheets beyond these are listed by name only. */
const MOST_HEADS = 100;

/** The first rows of every sheet, in the order of their tabs. Of a sheet that is not wanted a fault is no fault yet. */
export async function readSheetHeads(
  workbook: Workbook,
  context: CellContext,
  wanted: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Result<readonly SheetHead[], WorkbookFault>> {
  const heads: SheetHead[] = [];
  for (const sheet of workbook.sheets) {
    const { name, hidden } = sheet;
    const unread = { name, hidden, rows: [], fileRows: [], wholeSheet: false, estimatedRows: 0 };
    const isWanted = wanted === undefined || wanted.length === 0 ? !hidden : wanted.includes(name);
    if (heads.length >= MOST_HEADS && !wanted?.includes(name)) {
      heads.push(unread);
      continue;
    }
    const head = await readHead(workbook, context, sheet, signal);
    if (head.ok) heads.push(head.value);
    else if (isWanted) return head;
    else heads.push(unread);
  }
  return succeed(heads);
}

async function readHead(
  workbook: Workbook,
  context: CellContext,
  { name, hidden, entry }: WorkbookSheet,
  signal: AbortSignal,
): Promise<Result<SheetHead, WorkbookFault>> {
  const budget = new InflateBudget(workbook.limits);
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  let seen = 0;
  let wholeSheet = true;
  for await (const batch of readWith({ ...workbook, budget }, context, [name], signal)) {
    if (!batch.ok) return fail(batch.failure);
    seen += batch.value.rows.length;
    const room = HEAD_ROWS - rows.length;
    rows.push(...batch.value.rows.slice(0, room));
    fileRows.push(...batch.value.fileRows.slice(0, room));
    if (rows.length >= HEAD_ROWS && budget.inflated < entry.inflatedBytes) {
      wholeSheet = false;
      break;
    }
    await nextTask();
  }
  const share = wholeSheet ? 1 : entry.inflatedBytes / Math.max(1, budget.inflated);
  return succeed({ name, hidden, rows, fileRows, wholeSheet, estimatedRows: Math.round(seen * share) });
}
