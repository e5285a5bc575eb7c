import { succeed, type Result } from '../../core/base/result.ts';
import type { DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import type { Failure } from '../protocol.ts';
import { readCellBatches } from './cellBatches.ts';
import type { Pace } from './importPace.ts';
import { rowAfter, withRowOffset } from './importParts.ts';
import { ListRows, type ListForm } from './listRows.ts';
import type { OpenedParts } from './openedParts.ts';
import { ScoutedRows } from './scoutedRows.ts';

/**
 * Shows the rows of an import to a scout, without those of surely other tables below, apart from the reading that keeps
 * them. Rows are numbered on from file to file.
 */
export async function scoutParts(
  opened: OpenedParts,
  scout: Pick<DateOrderScout, 'positions' | 'note'>,
  form: ListForm,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<undefined, Failure>> {
  let nextRow = 0;
  for (const [index, part] of opened.parts.entries()) {
    const { dialect } = part.plan;
    const reader = new ScoutedRows(scout);
    const list = new ListRows(form, dialect);
    const offset = index === 0 ? 0 : nextRow - dialect.linesBeforeHeader - 2;
    for await (const batch of readCellBatches(opened.rowsAheadOf(index), dialect)) {
      if (batch.kind === 'texts' && batch.unreadable) return opened.unreadable(index, batch.unreadable);
      nextRow = Math.max(nextRow, rowAfter(batch) + offset);
      for (const own of list.of(withRowOffset(batch, offset))) reader.note(own);
      await pace.breathe(reader.seen);
    }
    for (const own of list.end()) reader.note(own);
  }
  return succeed(undefined);
}
