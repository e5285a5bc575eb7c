import { succeed, fail, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import {
  SeatHistoryBuilder,
  heldRunToHistory,
  type HeldRun,
  type SeatHistory,
} from '../../core/inventory/seatHistory.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { loadHeldSeats } from '../../storage/snapshotStore.ts';
import type { Receipt } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import { keepRun, loadRun } from './keptRun.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/**
 * Ids of the complete lists of the same system that are older than a snapshot, newest first; of several on one day the
 * one loaded last. `receipts`: newest import first.
 */
export function earlierLists(receipts: readonly Receipt[], current: Receipt): readonly string[] {
  const days = new Set<number>();
  return receipts
    .filter(({ asOf, completeness, source }) => {
      const isEarlier =
        asOf < current.asOf && completeness === 'full' && source.system === current.source.system;
      if (!isEarlier || days.has(asOf)) return false;
      days.add(asOf);
      return true;
    })
    .toSorted((a, b) => b.asOf - a.asOf)
    .map(({ snapshot }) => snapshot);
}

/**
 * What earlier lists say of the seats of a snapshot whose account ids are loaded; `undefined` without an earlier list.
 * One list is in memory at a time, and none is read that could say nothing new.
 */
export async function loadSeatHistory(
  db: ClientDatabase,
  snapshot: Snapshot,
  lists: readonly string[],
): Promise<Result<SeatHistory | undefined, Failure>> {
  if (lists.length === 0) return succeed(undefined);
  const run = await findRun(db, snapshot, lists);
  return run.ok ? succeed(heldRunToHistory(run.value, snapshot.asOf)) : run;
}

async function findRun(
  db: ClientDatabase,
  snapshot: Snapshot,
  lists: readonly string[],
): Promise<Result<HeldRun, Failure>> {
  const kept = await loadRun(db, snapshot, lists);
  if (kept) return succeed(kept);
  const run = await readRun(db, snapshot, lists);
  if (run.ok) keepRun(db, snapshot, lists, run.value);
  return run;
}

/** What lists say of the seats of a snapshot, as long as one of them could say something new. */
export async function readRun(
  db: ClientDatabase,
  snapshot: Snapshot,
  lists: readonly string[],
): Promise<Result<HeldRun, Failure>> {
  const builder = new SeatHistoryBuilder(snapshot, canonicalId);
  for (const id of lists) {
    if (builder.isSettled) break;
    const held = await loadHeldSeats(db, id);
    if (!held.ok) return fail(snapshotFailure(held.failure));
    builder.add(held.value);
  }
  return succeed(builder.finish());
}
