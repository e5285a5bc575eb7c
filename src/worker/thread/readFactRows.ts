import { succeed, type Result } from '../../core/base/result.ts';
import { usedColumns } from '../../core/ingest/kinds/factRowReader.ts';
import { keyedColumns, listFormOf } from '../../core/ingest/kinds/keyedColumns.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import { whyLeftOut } from '../../core/ingest/kinds/leftOutHeader.ts';
import { FactTableBuilder } from '../../core/inventory/factTableBuilder.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import type { Failure } from '../protocol.ts';
import { decodeFile } from './decodeFile.ts';
import { RejectedRows } from './importRejects.ts';
import { readRowBatches } from './importRows.ts';
import { ListRows } from './listRows.ts';
import { TableIntake } from './tableIntake.ts';
import { countRows, takeEachPart, type ReadTable, type TableReading } from './tableReading.ts';

/** Reads a file of any kind but users and activity logs: every accepted row is kept, once. */
export async function readFactRows(reading: TableReading): Promise<Result<ReadTable, Failure>> {
  const { plan, opened, stage, pace, signal } = reading;
  if (plan.kind === 'activity') throw new Error('Activity is not kept row by row');
  const mapped = new Set(usedColumns(plan).map(({ column }) => column.name));
  const builder = new FactTableBuilder(plan.kind, mapped, { codec: utf8Codec, sink: stage });
  const schema = schemaOf(plan.kind);
  const rejected = new RejectedRows(plan, stage, (header) => whyLeftOut(schema, header) !== undefined);
  const intake = new TableIntake(plan, keyedColumns(plan), builder, rejected);
  const parts = await takeEachPart(reading, intake, rejected, async (index, offset) => {
    const { dialect } = opened.parts[index]!.plan;
    const texts = decodeFile(opened.textOf(index), dialect.encoding, signal);
    const list = new ListRows(listFormOf(plan), dialect);
    let nextRow = 0;
    for await (const batch of readRowBatches(texts, dialect)) {
      const { rows, unreadable } = batch;
      const firstRow = batch.firstRow + offset;
      for (const own of list.ofTexts({ ...batch, kind: 'texts', firstRow })) intake.take(own);
      nextRow = firstRow + rows.length;
      if (unreadable) return opened.unreadable(index, unreadable);
      await stage.room();
      await pace.breathe(intake.read);
    }
    for (const own of list.end()) intake.take(own);
    intake.noteTables(list.found());
    return succeed(nextRow);
  });
  if (!parts.ok) return parts;
  const counted = countRows(reading, parts.value, intake, rejected);
  if (!counted.ok) return counted;
  return succeed({ ...(await builder.finish()), parts: parts.value, ...counted.value });
}
