import { fail, succeed, type Result } from '../../core/base/result.ts';
import { heldRunToHistory } from '../../core/inventory/seatHistory.ts';
import { isClosed } from '../../core/reclaim/caseState.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { listSnapshots } from '../../storage/snapshotStore.ts';
import type { Receipt } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import type { DeletionLoss } from '../snapshotView.ts';
import { earlierLists, loadSeatHistory, readRun } from './seatHistoryOf.ts';
import type { Workspace } from './session.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/** What would be lost with a snapshot: exact counts of what rests on it. Nothing is changed. */
export async function deletionLoss(
  workspace: Workspace,
  snapshot: string,
): Promise<Result<DeletionLoss, Failure>> {
  const { record, receipts, db } = workspace;
  const receipt = receipts.find((found) => found.snapshot === snapshot);
  if (!receipt) return fail({ kind: 'refused', reason: 'This snapshot is not there any more.' });
  const heads = await listSnapshots(db);
  if (!heads.ok) return fail(snapshotFailure(heads.failure));
  const head = heads.value.find(({ layout }) => layout.id === snapshot);
  const without = { ...record, imports: record.imports.filter((found) => found.snapshot !== snapshot) };
  const inUse = currentImport(record)?.snapshot;
  const next = currentImport(without);
  const rests = await tenureSeats(workspace, receipt);
  if (!rests.ok) return rests;
  const cases = [...record.cases.values()].filter((found) => found.snapshot === snapshot);
  const full = listDays(receipts, receipt.source.system);
  return succeed({
    snapshot,
    isBaseline: record.baselines.get(receipt.source.system)?.snapshot === snapshot,
    isInUse: inUse === snapshot,
    nextInUse: inUse === snapshot ? next?.asOf : undefined,
    evidence: head?.layout.evidence.map(({ header }) => header) ?? [],
    measured: [
      ...new Map(
        record.measurements
          .filter((measurement) => measurement.snapshot === snapshot)
          .map(({ version, flagged }) => [version, { version, flagged }]),
      ).values(),
    ],
    cases: {
      all: cases.length,
      open: cases.filter(({ state }) => !isClosed(state)).length,
    },
    waivers: record.queueWaivers.filter((waiver) => waiver.snapshot === snapshot).length,
    tenureSeats: rests.value,
    lists: {
      with: full.size,
      without: listDays(
        receipts.filter((other) => other !== receipt),
        receipt.source.system,
      ).size,
    },
  });
}

/** Days of which a system has a complete list. */
const listDays = (receipts: readonly Receipt[], system: string): ReadonlySet<number> =>
  new Set(
    receipts
      .filter(({ source, completeness }) => source.system === system && completeness === 'full')
      .map(({ asOf }) => asOf),
  );

/** Seats of the list in use that would be told another *held since* without an earlier list. */
async function tenureSeats(workspace: Workspace, receipt: Receipt): Promise<Result<number, Failure>> {
  const { db, receipts, current } = workspace;
  if (!current || current === receipt) return succeed(0);
  const before = earlierLists(receipts, current);
  if (!before.includes(receipt.snapshot)) return succeed(0);
  const after = earlierLists(
    receipts.filter((other) => other !== receipt),
    current,
  );
  const tables = await workspace.firstTables();
  if (!tables.ok) return tables;
  const { snapshot } = tables.value;
  const known = await loadSeatHistory(db, snapshot, before);
  if (!known.ok) return known;
  // Kept nowhere, since it is asked for once.
  const run = await readRun(db, snapshot, after);
  if (!run.ok) return run;
  const then = heldRunToHistory(run.value, snapshot.asOf);
  let changed = 0;
  for (let seat = 0; seat < snapshot.seats.count; seat += 1) {
    const isSame =
      known.value?.firstSeenOn[seat] === then.firstSeenOn[seat] &&
      known.value?.absentUntil[seat] === then.absentUntil[seat];
    if (!isSame) changed += 1;
  }
  return succeed(changed);
}
