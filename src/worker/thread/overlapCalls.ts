import type { RowIndex } from '../../core/base/brand.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { NO_PERSON } from '../../core/inventory/accountMatcher.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import {
  coveredTypes,
  explainOverlap,
  OverlapFinder,
  type SeatOverlaps,
} from '../../core/policy/overlapFinder.ts';
import type { OverlapRow } from '../peopleView.ts';
import type { Failure } from '../protocol.ts';
import { accountName } from './accountName.ts';
import type { CallHandlers } from './handle.ts';
import { inPieces } from './keyMatch.ts';
import type { MatchedPeople } from './matchedPeople.ts';
import { peopleOf } from './peopleMatching.ts';
import type { Session, Workspace } from './session.ts';

/** Seats shown of one holder. */
const SEATS_SHOWN = 8;

interface Found {
  readonly key: readonly unknown[];
  readonly snapshot: Snapshot;
  readonly matched: MatchedPeople | undefined;
  readonly covered: readonly ReadonlySet<number>[];
  readonly overlaps: SeatOverlaps;
}

/** Who holds more than one needs, in the list in use. */
export function overlapCalls(session: Session): Pick<CallHandlers, 'overlapPage'> {
  const kept = new WeakMap<Workspace, Found>();

  const find = async (workspace: Workspace): Promise<Result<Found, Failure>> => {
    const tables = await workspace.tables();
    if (!tables.ok) return tables;
    const people = await peopleOf(workspace);
    if (!people.ok) return people;
    const { snapshot } = tables.value;
    const { contractLines } = workspace.record;
    const matched = people.value?.base.sources.snapshot === snapshot ? people.value : undefined;
    const key = [snapshot, matched, contractLines];
    const last = kept.get(workspace);
    if (last?.key.every((part, index) => part === key[index])) return succeed(last);
    const covered = coveredTypes(snapshot.licenceTypes, contractLines.values());
    const { seats, accounts } = snapshot;
    const person = matched?.match.person ?? new Int32Array(accounts.count).fill(NO_PERSON);
    const finder = new OverlapFinder(seats, person, matched?.base.index.people.count ?? 0, covered);
    await inPieces(seats.count, (from, to) => finder.takeSeats(from, to));
    await inPieces(seats.count, (from, to) => finder.judgeSeats(from, to));
    const found: Found = { key, snapshot, matched, covered, overlaps: finder.overlaps() };
    kept.set(workspace, found);
    return succeed(found);
  };

  return {
    async overlapPage({ from, count }) {
      const opened = session.open();
      if (!opened.ok) return opened;
      if (!opened.value.current) return fail({ kind: 'noSnapshot' });
      const found = await find(opened.value);
      if (!found.ok) return found;
      const total = found.value.overlaps.count;
      const rows: OverlapRow[] = [];
      for (let place = from; place < Math.min(total, from + count); place += 1) {
        rows.push(overlapRow(found.value, place));
      }
      return succeed({ total, rows });
    },
  };
}

function overlapRow({ snapshot, matched, covered, overlaps }: Found, place: number): OverlapRow {
  const rows = overlaps.seats.subarray(overlaps.starts[place], overlaps.starts[place + 1]);
  const { accounts, seats, licenceTypes } = snapshot;
  const first = seats.account[rows[0]!]! as RowIndex;
  const person = matched?.match.person[first] ?? NO_PERSON;
  const name = person === NO_PERSON ? '' : matched?.base.index.people.displayName?.at(person as RowIndex);
  const types = [...new Set([...rows].map((seat) => seats.licenceType[seat]!))];
  const pairs = types.flatMap((type) =>
    types
      .filter((other) => covered[type]?.has(other))
      .map((other) => [licenceTypes[type]!, licenceTypes[other]!] as const),
  );
  const holders = new Set([...rows].map((seat) => seats.account[seat]!));
  return {
    place,
    name: name || accountName(snapshot, first),
    seats: [...rows.subarray(0, SEATS_SHOWN)].map((seat) => ({
      accountId: accounts.accountId.at(seats.account[seat]! as RowIndex),
      licenceType: licenceTypes[seats.licenceType[seat]!]!,
    })),
    moreSeats: Math.max(0, rows.length - SEATS_SHOWN),
    explanation: explainOverlap(overlaps.why[place]!, holders.size, pairs),
  };
}
