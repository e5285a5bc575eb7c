/** A licence type or unit that is not known. */
export const NOT_KNOWN = -1;

/** Needs for a seat, in the order in which they are served. */
export interface SeatNeeds {
  readonly count: number;
  /** Index of the licence type, or {@link NOT_KNOWN}: then any type may serve. */
  readonly licenceType: Int32Array;
  /** Code of the unit, or {@link NOT_KNOWN}. */
  readonly unit: Int32Array;
}

/** Idle seats, in the order in which they are given. */
export interface IdleSeats {
  /** Rows of seats. */
  readonly seats: Uint32Array;
  readonly licenceTypeOf: (seat: number) => number;
  /** Code of the unit, or {@link NOT_KNOWN}. */
  readonly unitOf: (seat: number) => number;
}

/** Which idle seat could serve which need. `needs = served + unserved`, `idle = served + left`. */
export interface SeatService {
  /** By need: row of the seat, −1 for none. No seat twice. */
  readonly seatOf: Int32Array;
  readonly served: number;
  readonly unserved: number;
  readonly idle: number;
  readonly left: number;
}

/** Seats of one licence type and unit that are still to be given. */
interface Bucket {
  readonly licenceType: number;
  readonly unit: number;
  readonly seats: number[];
  next: number;
}

const leftOf = ({ seats, next }: Bucket): number => seats.length - next;

/**
 * Matches needs with idle seats: first those whose licence type is known, each from its own unit, then from the unit
 * with the most seats left; then those of which the type is not known, likewise over all types. Ties go to the unit
 * whose name sorts first, then to the licence type that stands first. As many needs are served as can be.
 * Source of the rule: formula 12.21, *Matcher per licence type*; REVIEW-23.
 */
export function serveGaps(
  needs: SeatNeeds,
  { seats, licenceTypeOf, unitOf }: IdleSeats,
  unitName: (unit: number) => string,
): SeatService {
  const buckets = new Map<string, Bucket>();
  const inUnit = new Map<number, Bucket[]>();
  const ofType = new Map<number, Bucket[]>();
  for (const seat of seats) {
    const [licenceType, unit] = [licenceTypeOf(seat), unitOf(seat)];
    const key = `${licenceType} ${unit}`;
    let bucket = buckets.get(key);
    if (!bucket) {
      bucket = { licenceType, unit, seats: [], next: 0 };
      buckets.set(key, bucket);
      if (unit !== NOT_KNOWN) inUnit.set(unit, [...(inUnit.get(unit) ?? []), bucket]);
      ofType.set(licenceType, [...(ofType.get(licenceType) ?? []), bucket]);
    }
    bucket.seats.push(seat);
  }
  const seatOf = new Int32Array(needs.count).fill(-1);
  const take = (need: number, bucket: Bucket | undefined): void => {
    if (bucket && leftOf(bucket) > 0) seatOf[need] = bucket.seats[bucket.next++]!;
  };
  const mostFirst = (a: Bucket, b: Bucket): number => {
    const [one, other] = [unitName(a.unit), unitName(b.unit)];
    const byName = one < other ? -1 : one > other ? 1 : 0;
    return leftOf(b) - leftOf(a) || byName || a.licenceType - b.licenceType;
  };

  forEachOpen(needs, seatOf, true, (need, type) => {
    const unit = needs.unit[need]!;
    if (unit !== NOT_KNOWN) take(need, buckets.get(`${type} ${unit}`));
  });
  const queues = new Map([...ofType].map(([type, own]) => [type, new Queue(own.toSorted(mostFirst))]));
  forEachOpen(needs, seatOf, true, (need, type) => take(need, queues.get(type)?.first()));
  const unitQueues = new Map([...inUnit].map(([unit, own]) => [unit, new Queue(own.toSorted(mostFirst))]));
  forEachOpen(needs, seatOf, false, (need) => take(need, unitQueues.get(needs.unit[need]!)?.first()));
  const all = new Queue([...buckets.values()].toSorted(mostFirst));
  forEachOpen(needs, seatOf, false, (need) => take(need, all.first()));

  const served = seatOf.reduce((count, seat) => count + (seat < 0 ? 0 : 1), 0);
  return { seatOf, served, unserved: needs.count - served, idle: seats.length, left: seats.length - served };
}

/** Buckets one after the other; those that are empty are passed over. */
class Queue {
  private at = 0;

  constructor(private readonly buckets: readonly Bucket[]) {}

  first(): Bucket | undefined {
    while (this.at < this.buckets.length && leftOf(this.buckets[this.at]!) === 0) this.at += 1;
    return this.buckets[this.at];
  }
}

/** Needs without a seat so far, in order: those whose licence type is known, or the others. */
function forEachOpen(
  { count, licenceType }: SeatNeeds,
  seatOf: Int32Array,
  isKnown: boolean,
  serve: (need: number, licenceType: number) => void,
): void {
  for (let need = 0; need < count; need += 1) {
    if (seatOf[need]! < 0 && (licenceType[need] !== NOT_KNOWN) === isKnown) serve(need, licenceType[need]!);
  }
}
