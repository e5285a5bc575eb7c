import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import type { SnapshotStage } from '../../storage/snapshotStage.ts';
import type { Failure } from '../protocol.ts';
import { readCellBatches } from './cellBatches.ts';
import type { Pace } from './importPace.ts';
import {
  rowAfter,
  withoutEarlier,
  withRowOffset,
  wordNoRow,
  type ImportPart,
  type ReadPart,
} from './importParts.ts';
import type { ListGathering } from './listGathering.ts';
import { ListRows } from './listRows.ts';
import type { OpenedParts } from './openedParts.ts';
import { readEachPart } from './readEachPart.ts';
import { RowIntake } from './rowIntake.ts';

/** Reads the rows of every file of a list under the plan of the list. A list of which every row is rejected is refused. */
export async function readUserRows(
  parts: readonly ImportPart[],
  opened: OpenedParts,
  plan: ImportPlan,
  gathered: ListGathering,
  stage: Pick<SnapshotStage, 'room'>,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<readonly ReadPart[], Failure>> {
  const { builder, rejected } = gathered;
  let readBefore = 0;
  const read = await readEachPart(opened, rejected, async (index, offset) => {
    const part = parts[index]!;
    const ownPlan: ImportPlan = index === 0 ? plan : { ...part.plan, columns: plan.columns };
    if (index > 0) builder.startNextReader();
    const before = { rejected: rejected.count, repeats: builder.repeats };
    // Room is made once, for the rows of all files.
    const intake = new RowIntake(ownPlan, gathered, index === 0 ? opened.bytes : 0);
    const list = new ListRows(plan, ownPlan.dialect);
    let nextRow = 0;
    for await (const batch of readCellBatches(opened.rowsOf(index), part.plan.dialect)) {
      for (const own of list.of(withRowOffset(batch, offset))) intake.take(own);
      nextRow = rowAfter(batch) + offset;
      if (batch.kind === 'texts' && batch.unreadable) return opened.unreadable(index, batch.unreadable);
      if (builder.hasTooManyLicenceTypes) return fail({ kind: 'refused', reason: TOO_MANY_LICENCE_TYPES });
      await stage.room();
      await pace.breathe(readBefore + intake.read);
    }
    for (const own of list.end()) intake.take(own);
    readBefore += intake.read;
    const { header } = intake;
    const counted = withoutEarlier(intake.result(list.found()), before);
    return succeed({ header, nextRow, read: intake.read, part: { read: counted } });
  });
  if (!read.ok) return read;
  const firstError = rejected.firstErrors[0];
  if (firstError && rejected.count === readBefore) {
    return fail({ kind: 'refused', reason: wordNoRow(parts.length, firstError) });
  }
  rejected.flush();
  return read;
}

const TOO_MANY_LICENCE_TYPES =
  'The column mapped to licence type has more than 65 536 different values, so it is probably something else. Map another column, or give one licence type for the whole file.';
