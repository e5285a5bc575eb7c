import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { SpreadsheetErrors } from '../../core/ingest/spreadsheetErrors.ts';
import { UnreadDates } from '../../core/ingest/unreadDates.ts';
import { UnreadWords } from '../../core/ingest/unreadWords.ts';
import { LateDates } from '../../core/ingest/xray/lateDates.ts';
import { LateKeys } from '../../core/ingest/xray/lateKeys.ts';
import { SnapshotBuilder } from '../../core/inventory/snapshotBuilder.ts';
import type { SnapshotStage } from '../../storage/snapshotStage.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
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
import { RejectedRows } from './importRejects.ts';
import type { OpenedParts } from './openedParts.ts';
import { readEachPart } from './readEachPart.ts';
import { RowIntake } from './rowIntake.ts';

/** What only the whole file shows and a person must be asked about. */
export interface LateSigns {
  readonly dates: LateDates;
  readonly keys: LateKeys;
}

/** What the rows of a list are read into: its tables, its rejected rows, and what is to be told or asked of them. */
export interface ListGathering {
  readonly builder: SnapshotBuilder;
  readonly rejected: RejectedRows;
  readonly errors: SpreadsheetErrors;
  readonly unread: UnreadWords;
  readonly unreadDates: UnreadDates;
  /** Absent where nobody would be asked. */
  readonly late: LateSigns | undefined;
}

export const startGathering = (plan: ImportPlan, stage: SnapshotStage, mayAsk: boolean): ListGathering => ({
  builder: new SnapshotBuilder(plan, { codec: utf8Codec, canonicalId, sink: stage }),
  rejected: new RejectedRows(plan, stage),
  errors: new SpreadsheetErrors(plan),
  unread: new UnreadWords(),
  unreadDates: new UnreadDates(plan),
  late: mayAsk ? { dates: new LateDates(plan), keys: new LateKeys(plan) } : undefined,
});

/** Reads the rows of every file of a list under the plan of the list. A list of which every row is rejected is refused. */
export async function readUserRows(
  parts: readonly ImportPart[],
  opened: OpenedParts,
  plan: ImportPlan,
  gathered: ListGathering,
  stage: Pick<SnapshotStage, 'room'>,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<readonly ReadPart[], Failure>> {
  const { builder, rejected, errors, unread, unreadDates, late } = gathered;
  const watches = late ? [errors, late.keys] : [errors];
  let readBefore = 0;
  const read = await readEachPart(opened, rejected, async (index, offset) => {
    const part = parts[index]!;
    const ownPlan: ImportPlan = index === 0 ? plan : { ...part.plan, columns: plan.columns };
    if (index > 0) builder.startNextReader();
    const before = { rejected: rejected.count, repeats: builder.repeats };
    // Room is made once, for the rows of all files.
    const bytes = index === 0 ? opened.bytes : 0;
    const intake = new RowIntake(
      ownPlan,
      builder,
      rejected,
      bytes,
      unread,
      late?.dates,
      watches,
      unreadDates,
    );
    let nextRow = 0;
    for await (const batch of readCellBatches(opened.rowsOf(index), part.plan.dialect)) {
      intake.take(withRowOffset(batch, offset));
      nextRow = rowAfter(batch) + offset;
      if (batch.kind === 'texts' && batch.unreadable) return opened.unreadable(index, batch.unreadable);
      if (builder.hasTooManyLicenceTypes) return fail({ kind: 'refused', reason: TOO_MANY_LICENCE_TYPES });
      await stage.room();
      await pace.breathe(readBefore + intake.read);
    }
    readBefore += intake.read;
    const { header } = intake;
    const counted = withoutEarlier(intake.result(), before);
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
