import type { WorkbookFault } from '../../src/core/ingest/workbook/workbookFault.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../../src/core/ingest/workbook/workbookLimits.ts';
import { openWorkbook } from '../../src/worker/thread/workbook/openWorkbook.ts';
import { readSheetRows } from '../../src/worker/thread/workbook/readSheetRows.ts';
import { asFile, workbookBytes, type TestWorkbook } from './workbookFile.ts';

export interface ReadWorkbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly fileRows: readonly number[];
  readonly sheetOfRow: readonly string[];
  readonly dateCells: readonly (readonly number[])[];
  readonly missingResults: number;
  readonly fault: WorkbookFault | undefined;
  /** Bytes that were inflated, and cells for which room was made. */
  readonly inflated: number;
  readonly cells: number;
}

/** Reads every sheet of a workbook, or those named, to the end or to its fault. */
export async function readWorkbook(
  source: Uint8Array<ArrayBuffer> | TestWorkbook,
  { limits = {}, sheets }: { limits?: Partial<WorkbookLimits>; sheets?: readonly string[] } = {},
): Promise<ReadWorkbook> {
  const file = asFile(source instanceof Uint8Array ? source : workbookBytes(source));
  const { signal } = new AbortController();
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  const sheetOfRow: string[] = [];
  const dateCells: (readonly number[])[] = [];
  let missingResults = 0;
  let cells = 0;
  let fault: WorkbookFault | undefined;
  const opened = await openWorkbook(file, signal, { ...WORKBOOK_LIMITS, ...limits });
  if (!opened.ok) {
    const nothing = { sheets: [], rows, fileRows, sheetOfRow, dateCells, missingResults, cells, inflated: 0 };
    return { ...nothing, fault: opened.failure };
  }
  const workbook = opened.value;
  const names = sheets ?? workbook.sheets.map(({ name }) => name);
  for await (const batch of readSheetRows(workbook, names, signal)) {
    if (!batch.ok) {
      fault = batch.failure;
      continue;
    }
    batch.value.rows.forEach((row, index) => {
      rows.push(row);
      cells += row.length;
      fileRows.push(batch.value.fileRows[index]!);
      sheetOfRow.push(batch.value.sheet);
      dateCells.push(batch.value.dateCells[index]!);
    });
    missingResults += batch.value.missingResults;
  }
  return {
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows,
    fileRows,
    sheetOfRow,
    dateCells,
    missingResults,
    fault,
    inflated: workbook.budget.inflated,
    cells,
  };
}
