import type { EpochDay } from '../base/epochDay.ts';

/** One complete list of a system and what it says of one seat; the list need not hold it. */
export interface SeatSighting {
  /** As-of day of the list. */
  readonly asOf: EpochDay;
  readonly isHeld: boolean;
  /** Days that the list itself gives for the seat; `undefined` where it gives none. */
  readonly assignedOn?: EpochDay | undefined;
  readonly activatedOn?: EpochDay | undefined;
  readonly retiredOn?: EpochDay | undefined;
  /** Latest date of use that the list shows, of any class. */
  readonly lastUse?: EpochDay | undefined;
}

/**
 * A day of a seat's life and where it comes from: read in a file, or told from lists. What lists tell is a span: the
 * event lies after `after` (`undefined`: before the first list) and at the latest on `day`.
 */
export type LifeEvent =
  | { readonly from: 'imported'; readonly day: EpochDay; readonly list: EpochDay }
  | { readonly from: 'inferred'; readonly day: EpochDay; readonly after: EpochDay | undefined };

/** One stretch in which a seat was held without a gap between complete lists. */
export interface Assignment {
  readonly assigned: LifeEvent;
  /** First known use; `undefined` while none is known. */
  readonly firstUsed: LifeEvent | undefined;
  /** `undefined` while the newest list holds the seat. */
  readonly retired: LifeEvent | undefined;
}

/**
 * Assignments of one seat as the complete lists of its system tell them. Days given by a list win over what lists
 * tell between them; of several lists the earliest that gives the day. A date before the list that lacked the seat
 * belongs to an earlier stretch. Source of the rules: assignment history, LOAD-36; Evidence, *Tenure*.
 *
 * @param sightings every complete list, oldest first; days of one list at most once.
 * @returns oldest stretch first; none when no list ever held the seat.
 */
export function buildAssignmentHistory(sightings: readonly SeatSighting[]): readonly Assignment[] {
  const history: Assignment[] = [];
  let at = 0;
  while (at < sightings.length) {
    if (!sightings[at]!.isHeld) {
      at += 1;
      continue;
    }
    let end = at;
    while (end + 1 < sightings.length && sightings[end + 1]!.isHeld) end += 1;
    history.push(buildAssignment(sightings.slice(at, end + 1), sightings[at - 1], sightings[end + 1]));
    at = end + 1;
  }
  return history;
}

function buildAssignment(
  held: readonly SeatSighting[],
  before: SeatSighting | undefined,
  after: SeatSighting | undefined,
): Assignment {
  const first = held[0]!;
  const last = held.at(-1)!;
  const assigned =
    firstGiven(held, 'assignedOn', before) ??
    ({ from: 'inferred', day: first.asOf, after: before?.asOf } satisfies LifeEvent);
  const retired = after
    ? (firstGiven(held.toReversed(), 'retiredOn', before) ??
      ({ from: 'inferred', day: after.asOf, after: last.asOf } satisfies LifeEvent))
    : firstGiven([last], 'retiredOn', before);
  return { assigned, firstUsed: firstUse(held, assigned, before), retired };
}

function firstUse(
  held: readonly SeatSighting[],
  assigned: LifeEvent,
  before: SeatSighting | undefined,
): LifeEvent | undefined {
  const given = firstGiven(held, 'activatedOn', before);
  if (given) return given;
  const earliest = assigned.from === 'imported' ? assigned.day : assigned.after;
  const used = held.findIndex(
    ({ lastUse }) => lastUse !== undefined && (earliest === undefined || lastUse >= earliest),
  );
  if (used === -1) return undefined;
  // A list shows the latest use only, so the first lies on that day or before it.
  const after = assigned.from === 'imported' ? ((assigned.day - 1) as EpochDay) : assigned.after;
  return { from: 'inferred', day: held[used]!.lastUse!, after };
}

/** The first day that a list gives, those left out that lie before a list that lacked the seat. */
function firstGiven(
  held: readonly SeatSighting[],
  name: 'assignedOn' | 'activatedOn' | 'retiredOn',
  before: SeatSighting | undefined,
): LifeEvent | undefined {
  for (const sighting of held) {
    const day = sighting[name];
    const isEarlier = day !== undefined && before !== undefined && day <= before.asOf;
    if (day !== undefined && !isEarlier) return { from: 'imported', day, list: sighting.asOf };
  }
  return undefined;
}
