import { formatIsoDay } from '../../core/base/formatDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { buildAssignmentHistory, type SeatSighting } from '../../core/inventory/assignmentHistory.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import { loadSeatSighting } from '../../storage/seatSighting.ts';
import type { Failure } from '../protocol.ts';
import { driftOf } from './baselineOf.ts';
import { breathe } from './breathe.ts';
import { ComparedLists } from './comparedLists.ts';
import { deletionLoss } from './deletionLoss.ts';
import { driftedListsOf } from './driftedLists.ts';
import type { CallHandlers } from './handle.ts';
import { earlierLists } from './seatHistoryOf.ts';
import { seatIdentityOf } from './seatIdentityOf.ts';
import type { Session, Workspace } from './session.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/** Rows of an export made in one piece. */
const ROWS_A_SLICE = 1_000;

/** Calls about snapshots beside the one in use: what changed, what rests on them, what they tell of a seat. */
export function snapshotCalls(
  session: Session,
): Pick<
  CallHandlers,
  | 'compareSnapshots'
  | 'comparedRows'
  | 'comparedTable'
  | 'drift'
  | 'driftRows'
  | 'driftTable'
  | 'deletionLoss'
  | 'seatLife'
> {
  /** The last comparison of each client: its rows are asked for next. */
  const kept = new WeakMap<Workspace, ComparedLists>();

  const compare = async (one: string, other: string): Promise<Result<ComparedLists, Failure>> => {
    const open = session.open();
    if (!open.ok) return open;
    const workspace = open.value;
    const { receipts } = workspace;
    // Oldest import first, so that of two lists of one day the one loaded last is the later.
    const [earlier, later] = receipts
      .filter(({ snapshot }) => snapshot === one || snapshot === other)
      .toReversed()
      .toSorted((a, b) => a.asOf - b.asOf);
    if (!earlier || !later) return refuse('Choose two snapshots that are still there.');
    if (earlier.source.system !== later.source.system) return refuse('Choose two snapshots of one system.');
    const last = kept.get(workspace);
    if (last?.earlier.snapshot === earlier.snapshot && last.later.snapshot === later.snapshot)
      return succeed(last);
    const compared = await ComparedLists.open(workspace.db, earlier, later);
    if (compared.ok) kept.set(workspace, compared.value);
    return compared;
  };

  return {
    async compareSnapshots({ one, other }) {
      const compared = await compare(one, other);
      return compared.ok ? succeed(compared.value.view()) : compared;
    },

    async comparedRows({ one, other, set, from, count }) {
      const compared = await compare(one, other);
      if (!compared.ok) return compared;
      const all = compared.value.rowsOf(set);
      const rows = await compared.value.describe(set, all.subarray(from, from + count));
      if (!rows.ok) return rows;
      const file = compared.value.holderOf(set).source.name;
      return succeed({ total: all.length, from, file, rows: rows.value });
    },

    async comparedTable({ one, other, set }, { signal }) {
      const compared = await compare(one, other);
      if (!compared.ok) return compared;
      const { earlier, later } = compared.value;
      const all = compared.value.rowsOf(set);
      const holder = compared.value.holderOf(set);
      const asOf = formatIsoDay(holder.asOf);
      const isSeats = set.of === 'seats';
      const lines: (readonly string[])[] = [
        ['Name', 'Account', ...(isSeats ? ['Licence type'] : []), 'Unit', 'List as of', 'File', 'File row'],
      ];
      for (let from = 0; from < all.length; from += ROWS_A_SLICE) {
        await breathe();
        if (signal.aborted) return fail({ kind: 'cancelled' });
        const rows = await compared.value.describe(set, all.subarray(from, from + ROWS_A_SLICE));
        if (!rows.ok) return rows;
        for (const { name, accountId, licenceType, unit, file, fileRow } of rows.value) {
          const type = isSeats ? [licenceType] : [];
          lines.push([name, accountId, ...type, unit, asOf, file, String(fileRow)]);
        }
      }
      const days = `${formatIsoDay(earlier.asOf)}-${formatIsoDay(later.asOf)}`;
      return succeed({ fileName: `fallow-${set.of}-${set.part}-${days}.csv`, csv: writeCsv(lines) });
    },

    async drift() {
      const open = session.open();
      if (!open.ok) return open;
      if (open.value.record.baselines.size === 0) return succeed(undefined);
      const evaluated = await open.value.evaluated();
      return evaluated.ok ? succeed(driftOf(evaluated.value, open.value.record)) : evaluated;
    },

    async driftRows({ set, from, count }) {
      const open = session.open();
      if (!open.ok) return open;
      const drifted = await driftedListsOf(open.value);
      return drifted.ok ? succeed(drifted.value.page(set, from, count)) : drifted;
    },

    async driftTable({ set }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const drifted = await driftedListsOf(open.value);
      if (!drifted.ok) return drifted;
      const { days } = drifted.value;
      const lines: (readonly string[])[] = [drifted.value.header()];
      for (let from = 0, total = Infinity; from < total; from += ROWS_A_SLICE) {
        await breathe();
        if (signal.aborted) return fail({ kind: 'cancelled' });
        const page = drifted.value.page(set, from, ROWS_A_SLICE);
        total = page.total;
        lines.push(...page.rows.map((row) => drifted.value.line(row)));
      }
      return succeed({ fileName: `fallow-drift-${set.part}-${days}.csv`, csv: writeCsv(lines) });
    },

    async deletionLoss({ snapshot }) {
      const open = session.open();
      return open.ok ? deletionLoss(open.value, snapshot) : open;
    },

    async seatLife({ seat }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      const tables = await workspace.tables();
      if (!tables.ok) return tables;
      const { snapshot } = tables.value;
      const current = workspace.current;
      if (!current || seat >= snapshot.seats.count) {
        return refuse('This seat is not in the current list.');
      }
      const sought = seatIdentityOf(snapshot, seat, workspace.hmacHex);
      const lists = [current.snapshot, ...earlierLists(workspace.receipts, current)].toReversed();
      const sightings: SeatSighting[] = [];
      for (const id of lists) {
        const sighting = await loadSeatSighting(workspace.db, id, sought, canonicalId);
        if (!sighting.ok) return fail(snapshotFailure(sighting.failure));
        sightings.push(sighting.value);
      }
      return succeed({
        seat,
        lists: sightings.map(({ asOf }) => asOf),
        assignments: buildAssignmentHistory(sightings),
      });
    },
  };
}
