import { succeed, type Result } from '../../core/base/result.ts';
import type { DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import type { Failure } from '../protocol.ts';
import { readCellBatches } from './cellBatches.ts';
import type { Pace } from './importPace.ts';
import { rowAfter, withRowOffset } from './importParts.ts';
import type { OpenedParts } from './openedParts.ts';
import { ScoutedRows } from './scoutedRows.ts';

/**
 * Shows all rows of an import to a scout, apart from the reading that keeps them. Rows are numbered on from file to
 * file.
 */
export async function scoutParts(
  opened: OpenedParts,
  scout: Pick<DateOrderScout, 'positions' | 'note'>,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<undefined, Failure>> {
  let nextRow = 0;
  for (const [index, part] of opened.parts.entries()) {
    const { dialect } = part.plan;
    const reader = new ScoutedRows(scout);
    const offset = index === 0 ? 0 : nextRow - dialect.linesBeforeHeader - 2;
    for await (const batch of readCellBatches(opened.rowsAheadOf(index), dialect)) {
      if (batch.kind === 'texts' && batch.unreadable) return opened.unreadable(index, batch.unreadable);
      nextRow = Math.max(nextRow, rowAfter(batch) + offset);
      await pace.breathe(reader.note(withRowOffset(batch, offset)));
    }
  }
  return succeed(undefined);
}
