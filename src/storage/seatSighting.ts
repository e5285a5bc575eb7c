import type { RowIndex } from '../core/base/brand.ts';
import { dayOf, isDay } from '../core/base/dayValue.ts';
import type { EpochDay } from '../core/base/epochDay.ts';
import { fail, succeed, type Result } from '../core/base/result.ts';
import type { SeatSighting } from '../core/inventory/assignmentHistory.ts';
import { CHUNKS_A_BUNDLE, bundleToChunks } from '../core/inventory/numberBundle.ts';
import { chunkToNumbers } from '../core/inventory/numberChunkBytes.ts';
import type { HeldSeats } from '../core/inventory/seatHistory.ts';
import {
  chunksOf,
  evidenceColumnName,
  rowsInChunk,
  seatColumnName,
  type SnapshotLayout,
} from '../core/inventory/snapshotLayout.ts';
import type { ClientDatabase } from './database.ts';
import { readSnapshotHead, type SnapshotProblem } from './snapshotHead.ts';
import { loadHeldSeats } from './snapshotStore.ts';

/** What names a seat across lists: canonical account id and licence type. */
export interface SoughtSeat {
  readonly account: string;
  readonly licenceType: string;
}

/** Classes of evidence that are a use of the seat, and not what somebody else did to it. */
const USES: readonly string[] = ['meaningful', 'loginOnly'];

/**
 * What one list says of one seat. Of the list only whose seats it holds is read, and of its other columns the one chunk
 * in which the seat stands.
 */
export async function loadSeatSighting(
  db: ClientDatabase,
  id: string,
  sought: SoughtSeat,
  canonicalId: (text: string) => string,
): Promise<Result<SeatSighting, SnapshotProblem>> {
  const record = await db.snapshots.get(id);
  if (!record) return fail({ kind: 'missing', snapshot: id });
  const head = readSnapshotHead(record);
  if (!head.ok) return head;
  const { layout } = head.value;
  const held = await loadHeldSeats(db, id);
  if (!held.ok) return held;
  const found = findSeat(held.value, sought, canonicalId);
  if (!found) return succeed({ asOf: layout.asOf, isHeld: false });

  const damaged: string[] = [];
  const valueAt = async (column: string, rows: number, row: number): Promise<number | undefined> => {
    const value = await numberAt(db, layout, column, rows, row);
    if (value === undefined) damaged.push(column);
    return value;
  };
  const dayAt = async (column: string, rows: number, row: number): Promise<EpochDay | undefined> => {
    const value = await valueAt(column, rows, row);
    return value !== undefined && isDay(value) ? dayOf(value) : undefined;
  };
  const ofSeat = (name: 'assignedOn' | 'activatedOn' | 'retiredOn'): Promise<EpochDay | undefined> =>
    dayAt(seatColumnName(name), layout.seats, found.seat);
  const uses = layout.evidence.map(({ proposedClass, level }, index) => {
    if (!USES.includes(proposedClass)) return undefined;
    const column = evidenceColumnName(index, 'value');
    return level === 'seat'
      ? dayAt(column, layout.seats, found.seat)
      : dayAt(column, layout.accounts, found.account);
  });
  const [assignedOn, activatedOn, retiredOn, ...days] = await Promise.all([
    ofSeat('assignedOn'),
    ofSeat('activatedOn'),
    ofSeat('retiredOn'),
    ...uses,
  ]);
  const part = damaged[0];
  if (part !== undefined) return fail({ kind: 'damaged', snapshot: id, part });
  const used = days.filter((day) => day !== undefined);
  const lastUse = used.length === 0 ? undefined : (Math.max(...used) as EpochDay);
  return succeed({ asOf: layout.asOf, isHeld: true, assignedOn, activatedOn, retiredOn, lastUse });
}

/** Rows of a seat and its account in a list; `undefined` when the list does not hold the seat. */
function findSeat(
  { accounts, seats, licenceTypes }: HeldSeats,
  { account: wanted, licenceType }: SoughtSeat,
  canonicalId: (text: string) => string,
): { readonly account: number; readonly seat: number } | undefined {
  const type = licenceTypes.indexOf(licenceType);
  if (type === -1) return undefined;
  for (let account = 0; account < accounts.count; account += 1) {
    if (canonicalId(accounts.accountId.at(account as RowIndex)) !== wanted) continue;
    const seat = seats.account.findIndex((of, row) => of === account && seats.licenceType[row] === type);
    return seat === -1 ? undefined : { account, seat };
  }
  return undefined;
}

async function numberAt(
  db: ClientDatabase,
  { id, chunkRows }: SnapshotLayout,
  column: string,
  rows: number,
  row: number,
): Promise<number | undefined> {
  const chunk = Math.floor(row / chunkRows);
  const bundle = Math.floor(chunk / CHUNKS_A_BUNDLE);
  const found = await db.chunks.get([id, column, bundle]);
  const first = bundle * CHUNKS_A_BUNDLE;
  const chunks =
    found && bundleToChunks(found.bytes, Math.min(CHUNKS_A_BUNDLE, chunksOf(rows, chunkRows) - first));
  const numbers = new Int32Array(rowsInChunk(rows, chunkRows, chunk));
  return chunks && chunkToNumbers(chunks[chunk - first]!, numbers) ? numbers[row % chunkRows] : undefined;
}
