import type { RowIndex } from '../../core/base/brand.ts';
import { succeed, type Result } from '../../core/base/result.ts';
import { NO_PERSON } from '../../core/inventory/accountMatcher.ts';
import { CATEGORIES } from '../../core/policy/category.ts';
import {
  coveredTypes,
  explainOverlap,
  OverlapFinder,
  type SeatOverlaps,
} from '../../core/policy/overlapFinder.ts';
import type { OverlapRow } from '../peopleView.ts';
import type { Failure } from '../protocol.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import { inPieces } from './keyMatch.ts';
import { LastMade } from './lastMade.ts';
import type { MatchedPeople } from './matchedPeople.ts';
import { peopleOf } from './peopleMatching.ts';
import type { Workspace } from './session.ts';

interface Found {
  readonly matched: MatchedPeople | undefined;
  readonly covered: readonly ReadonlySet<number>[];
  readonly overlaps: SeatOverlaps;
}

/** Who holds more than one needs, in the list in use. */
export interface FoundOverlaps extends Found {
  readonly evaluated: Evaluated;
}

const lastMade = new LastMade<Found>();

/** Finds the overlaps of the list in use; kept while list, people and contract stay the same. */
export async function overlapsOf(workspace: Workspace): Promise<Result<FoundOverlaps, Failure>> {
  const evaluated = await workspace.evaluated();
  if (!evaluated.ok) return evaluated;
  const people = await peopleOf(workspace);
  if (!people.ok) return people;
  const { snapshot } = evaluated.value;
  const { contractLines } = workspace.record;
  const matched = people.value?.base.sources.snapshot.id === snapshot.id ? people.value : undefined;
  const parts = [snapshot, matched, contractLines];
  const last = lastMade.find(workspace, parts);
  if (last) return succeed({ ...last, evaluated: evaluated.value });
  const covered = coveredTypes(snapshot.licenceTypes, contractLines.values());
  const { seats, accounts } = snapshot;
  const person = matched?.match.person ?? new Int32Array(accounts.count).fill(NO_PERSON);
  const finder = new OverlapFinder(seats, person, matched?.base.index.people.count ?? 0, covered);
  await inPieces(seats.count, (from, to) => finder.takeSeats(from, to));
  await inPieces(seats.count, (from, to) => finder.judgeSeats(from, to));
  const found = lastMade.keep(workspace, parts, { matched, covered, overlaps: finder.overlaps() });
  return succeed({ ...found, evaluated: evaluated.value });
}

/** One holder with at most `most` of the seats. */
export function overlapRow(
  { evaluated, matched, covered, overlaps }: FoundOverlaps,
  place: number,
  most: number,
): OverlapRow {
  const { snapshot, evaluation } = evaluated;
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
    seats: [...rows.subarray(0, most)].map((seat) => ({
      seat,
      accountId: accounts.accountId.at(seats.account[seat]! as RowIndex),
      licenceType: licenceTypes[seats.licenceType[seat]!]!,
      category: CATEGORIES[evaluation.category[seat]!]!,
    })),
    moreSeats: Math.max(0, rows.length - most),
    explanation: explainOverlap(overlaps.why[place]!, holders.size, pairs),
  };
}
