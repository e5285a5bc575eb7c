import { fail, succeed, type Result } from '../../core/base/result.ts';
import { usedColumns } from '../../core/ingest/kinds/factRowReader.ts';
import { keyedColumns, listFormOf } from '../../core/ingest/kinds/keyedColumns.ts';
import { ActivityLogBuilder } from '../../core/inventory/activityLogBuilder.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import type { Failure } from '../protocol.ts';
import { ActivityIntake } from './activityIntake.ts';
import { readCellBatches } from './cellBatches.ts';
import { rowAfter, withRowOffset } from './importParts.ts';
import { RejectedRows } from './importRejects.ts';
import { ListRows } from './listRows.ts';
import { NO_EVENT, TOO_MANY_NAMES } from './logRefusals.ts';
import { RepeatedRows } from './repeatedRows.ts';
import { countRows, takeEachPart, type ReadTable, type TableReading } from './tableReading.ts';

/** Reads an activity log: its rows are folded, from bytes wherever that is possible. */
export async function readLogRows(reading: TableReading): Promise<Result<ReadTable, Failure>> {
  const { plan, opened, stage, pace } = reading;
  const mapped = new Set(usedColumns(plan).map(({ column }) => column.name));
  const builder = new ActivityLogBuilder({ mapped, asOf: plan.asOf }, { codec: utf8Codec, sink: stage });
  const rejected = new RejectedRows(plan, stage);
  const earlier = opened.parts.length > 1 ? new RepeatedRows() : undefined;
  const intake = new ActivityIntake(plan, keyedColumns(plan), builder, rejected, earlier);
  const parts = await takeEachPart(reading, intake, rejected, async (index, offset) => {
    if (index > 0) earlier?.startNextFile();
    const { dialect } = opened.parts[index]!.plan;
    const list = new ListRows(listFormOf(plan), dialect);
    let nextRow = 0;
    for await (const batch of readCellBatches(opened.rowsOf(index), dialect)) {
      for (const own of list.of(withRowOffset(batch, offset))) intake.take(own);
      nextRow = rowAfter(batch) + offset;
      if (batch.kind === 'texts' && batch.unreadable) return opened.unreadable(index, batch.unreadable);
      if (builder.hasTooManyNames) return fail({ kind: 'refused', reason: TOO_MANY_NAMES });
      await builder.makeRoom(() => pace.breathe(intake.read));
      await stage.room();
      await pace.breathe(intake.read);
    }
    for (const own of list.end()) intake.take(own);
    intake.noteTables(list.found());
    return succeed(nextRow);
  });
  if (!parts.ok) return parts;
  const { read } = intake;
  const counted = countRows(reading, parts.value, intake, rejected);
  if (!counted.ok) return counted;
  const { layout, summary } = await builder.finish(async () => {
    if (stage.isBehind) await pace.heard(stage.room(), read);
    await pace.breathe(read);
  });
  if (summary.series === 0) return fail({ kind: 'refused', reason: NO_EVENT });
  const range = { from: summary.from, to: summary.to };
  return succeed({ layout, range, activity: summary, parts: parts.value, ...counted.value });
}
