import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { SpreadsheetErrors } from '../../core/ingest/spreadsheetErrors.ts';
import { UnreadDates } from '../../core/ingest/unreadDates.ts';
import { UnreadWords } from '../../core/ingest/unreadWords.ts';
import { LateDates } from '../../core/ingest/xray/lateDates.ts';
import { LateKeys } from '../../core/ingest/xray/lateKeys.ts';
import { SnapshotBuilder } from '../../core/inventory/snapshotBuilder.ts';
import type { ChunkSink } from '../../core/inventory/chunkSink.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import { RejectedRows } from './importRejects.ts';

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

/** Makes what the rows are read into. Chunks go to the sink as they fill. `mayAsk`: whether a person can be asked. */
export const startGathering = (plan: ImportPlan, sink: ChunkSink, mayAsk: boolean): ListGathering => ({
  builder: new SnapshotBuilder(plan, { codec: utf8Codec, canonicalId, sink }),
  rejected: new RejectedRows(plan, sink),
  errors: new SpreadsheetErrors(plan),
  unread: new UnreadWords(),
  unreadDates: new UnreadDates(plan),
  late: mayAsk ? { dates: new LateDates(plan), keys: new LateKeys(plan) } : undefined,
});
