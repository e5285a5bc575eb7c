import { readSheet } from 'read-excel-file/web-worker';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { openWorkbook } from '../../../src/worker/thread/workbook/openWorkbook.ts';
import { readSheetRows } from '../../../src/worker/thread/workbook/readSheetRows.ts';
import { answerBench } from './askBenchWorker.ts';

export interface WorkbookQuestion {
  readonly file: File;
  readonly how: 'fallow' | 'reference';
  /** Position of the last sign-in, and the first epoch day that counts as active. */
  readonly position: number;
  readonly since: number;
}

export interface WorkbookAnswer {
  readonly rows: number;
  readonly cells: number;
  readonly active: number;
  readonly milliseconds: number;
}

const DAY_MILLISECONDS = 86_400_000;

async function readOurs({
  file,
  position,
  since,
}: WorkbookQuestion): Promise<Omit<WorkbookAnswer, 'milliseconds'>> {
  const { signal } = new AbortController();
  const workbook = await openWorkbook(file, signal);
  if (!workbook.ok) throw new Error(workbook.failure.kind);
  let rows = -1;
  let cells = 0;
  let active = 0;
  for await (const batch of readSheetRows(workbook.value, [workbook.value.sheets[0]!.name], signal)) {
    if (!batch.ok) throw new Error(batch.failure.kind);
    for (const row of batch.value.rows) {
      rows += 1;
      if (rows === 0) continue;
      for (const cell of row) if (cell !== '') cells += 1;
      const day = readIsoDay((row[position] ?? '').slice(0, 10));
      if (day !== undefined && day >= since) active += 1;
    }
  }
  return { rows, cells, active };
}

async function readReference({
  file,
  position,
  since,
}: WorkbookQuestion): Promise<Omit<WorkbookAnswer, 'milliseconds'>> {
  const [, ...rows] = await readSheet(file);
  let cells = 0;
  let active = 0;
  for (const row of rows) {
    for (const cell of row) if (cell !== null && cell !== '') cells += 1;
    const value = row[position];
    if (value instanceof Date && value.getTime() / DAY_MILLISECONDS >= since) active += 1;
  }
  return { rows: rows.length, cells, active };
}

answerBench<WorkbookQuestion>(async (question) => {
  const start = performance.now();
  const read = await (question.how === 'fallow' ? readOurs(question) : readReference(question));
  return { ...read, milliseconds: performance.now() - start };
});
