import { fail, succeed, type Result } from '../../core/base/result.ts';
import { findTableFindings } from '../../core/ingest/kinds/findTableFindings.ts';
import { askFurtherTables } from '../../core/ingest/foundTables.ts';
import type { TableQuestion } from '../../core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { ActivitySummary } from '../../core/inventory/activityLog.ts';
import type { DayRange } from '../../core/inventory/factTable.ts';
import type { FileLayout } from '../../storage/fileHead.ts';
import type { FileStage } from '../../storage/fileStage.ts';
import type { Failure } from '../protocol.ts';
import type { FileReceipt } from '../tableView.ts';
import type { FactIntake } from './factIntake.ts';
import type { Pace } from './importPace.ts';
import { wordNoRow } from './importParts.ts';
import type { RejectedRows } from './importRejects.ts';
import type { OpenedParts } from './openedParts.ts';
import { readEachPart } from './readEachPart.ts';
import { countsOfPart, rowsHeldAgainstLimit, runningCounts, type ReadTablePart } from './tableParts.ts';

/** What the reading of a file of rows is handed. */
export interface TableReading {
  readonly plan: TablePlan;
  readonly opened: OpenedParts;
  readonly stage: FileStage;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** What became of the rows of a file. All chunks have gone to the stage. */
export interface ReadTable extends CountedRows {
  readonly layout: WithoutId<FileLayout>;
  readonly range: DayRange;
  readonly activity?: ActivitySummary;
  readonly parts: readonly ReadTablePart[];
}

type WithoutId<Layout> = Layout extends unknown ? Omit<Layout, 'id'> : never;

/** What is told and asked of the rows, whatever they were kept as. */
export interface CountedRows {
  readonly receipt: Pick<FileReceipt, 'rows' | 'findings' | 'errors'>;
  /** What all rows together ask. */
  readonly asked: readonly TableQuestion[];
}

/** Takes file after file into one intake. `take` ends with the row of the table behind the last one of its file. */
export function takeEachPart(
  { opened }: TableReading,
  intake: FactIntake,
  rejected: RejectedRows,
  take: (index: number, offset: number) => Promise<Result<number, Failure>>,
): Promise<Result<readonly ReadTablePart[], Failure>> {
  return readEachPart(opened, rejected, async (index, offset) => {
    const before = runningCounts(intake, rejected);
    intake.header = undefined;
    const nextRow = await take(index, offset);
    if (!nextRow.ok) return nextRow;
    const rows = countsOfPart(before, runningCounts(intake, rejected));
    return succeed({ header: intake.header, nextRow: nextRow.value, read: rows.read, part: { rows } });
  });
}

/** The part of the receipt that says what became of every row, or why the file is not imported. */
export function countRows(
  { plan, opened }: TableReading,
  parts: readonly ReadTablePart[],
  { read, accepted, repeats, others, furtherTables, reader, damaged }: FactIntake,
  rejected: RejectedRows,
): Result<CountedRows, Failure> {
  rejected.flush();
  const firstError = rejected.firstErrors[0];
  if (accepted === 0 && firstError) {
    return fail({ kind: 'refused', reason: wordNoRow(parts.length, firstError) });
  }
  const { blank: blankLines = 0, ...noData } = Object.fromEntries(others);
  const findings = findTableFindings(plan, {
    rowsRead: rowsHeldAgainstLimit(parts, plan),
    hasTruncationNotice: others.has('notice'),
    ...reader.deviations,
    repeatedHeaders: others.get('repeatedHeader') ?? 0,
    notUnderstood: reader.notUnderstood,
    others,
    furtherTables,
  });
  const further = askFurtherTables(furtherTables);
  const rows = { read, accepted, rejected: rejected.count, repeats, blankLines };
  const receipt = {
    rows: { ...rows, others: noData },
    findings: [...findings, ...damaged.findings(), ...opened.findings()],
    errors: rejected.firstErrors,
  };
  return succeed({ receipt, asked: [...damaged.swaps(), ...(further ? [further] : [])] });
}
